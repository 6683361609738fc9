// The events of later turns than those on the calendar's wheel: unordered, by turn.
import { freeNode, takeNode } from './eventNodes.ts';
import { take } from './pools.ts';
import { s } from './state.ts';
import { stretchOf, turnOf } from './stretches.ts';

const turnsApart: i32 = 1024;

export function startFar(): void {
  s.farEvents = 0;
  s.turnHooks = take(<usize>(turnsApart << 2));
}

/* inline */ function hookOf(turn: i64): usize {
  return s.turnHooks + ((<usize>turn & (turnsApart - 1)) << 2);
}

/** An event of a later turn; one that never comes about is left out. */
export function hangFar(stretch: f64, node: usize): void {
  if (stretch === Infinity) {
    freeNode(node);
    return;
  }
  const hook = hookOf(turnOf(stretch));
  store<usize>(node, load<usize>(hook), 12);
  store<usize>(hook, node);
  s.farEvents += 1;
}

/** Takes out all events of a turn, and of those that are not told apart from it: the first of their nodes. */
export function takeTurn(turn: i64): usize {
  const hook = hookOf(turn);
  const node = load<usize>(hook);
  store<usize>(hook, 0);
  return node;
}

/** The first turn from this one on that has events; there are some. */
export function nextFarTurn(from: i64): i64 {
  let turn = from;
  while (turn < from + turnsApart) {
    if (hasFarEvents(turn)) return turn;
    turn += 1;
  }
  // All that is left lies farther ahead than turns are told apart.
  return earliestTurn();
}

function hasFarEvents(turn: i64): bool {
  let node = load<usize>(hookOf(turn));
  while (node !== 0 && turnOf(stretchOf(load<f64>(node))) !== turn) node = load<usize>(node, 12);
  return node !== 0;
}

function earliestTurn(): i64 {
  let earliest = i64.MAX_VALUE;
  for (let hook = s.turnHooks; hook < s.turnHooks + (turnsApart << 2); hook += 4)
    for (let node = load<usize>(hook); node !== 0; node = load<usize>(node, 12))
      earliest = min<i64>(earliest, turnOf(stretchOf(load<f64>(node))));
  return earliest;
}

export function unhangFar(stretch: f64, time: f64, word: i32): void {
  takeNode(hookOf(turnOf(stretch)), time, word);
  s.farEvents -= 1;
}
