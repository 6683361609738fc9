// The calendar of events, in the order of engine/wheelCalendar.ts: those of the present stretch of time stand in order
// (nearEvents.ts), those of this turn of the wheel and the next one on the wheel, by stretch, all others by turn (farEvents.ts). An event is a
// time and a word: the place of the contact or agent that it is about, and its kind in the three low bits.
import { freeNode, nodeBytes, nodeFor, takeNode } from './eventNodes.ts';
import { hangFar, nextFarTurn, startFar, takeTurn, unhangFar } from './farEvents.ts';
import { beginSeveral, pushNear, removeNear, startNear, takeNear } from './nearEvents.ts';
import { take } from './pools.ts';
import type { Agent, Contact } from './rows.ts';
import { s } from './state.ts';
import { stretchOf, turnBits, turnOf } from './stretches.ts';

/** Stretches of a turn: those of two turns stand on the wheel. */
const stretchesOfTurn: i32 = 1 << (<i32>turnBits);
const stretches: i32 = 2 * stretchesOfTurn;

/** The wheel is a row for each stretch, one more whose event never comes, then a bit for each of them: something stands there. */
const endingAt: usize = stretches * nodeBytes;
const bitsAt: usize = endingAt + nodeBytes;
const bytesOfTurn: usize = stretchesOfTurn >> 3;
const bytesOfBits: usize = 2 * bytesOfTurn;

/** Makes an empty calendar. */
export function startCalendar(): void {
  s.freeNode = 0;
  startNear();
  startFar();
  s.wheel = take(bitsAt + bytesOfBits + 8);
  store<f64>(s.wheel + endingAt, Infinity);
  goToEnd();
  findNext();
}

export function planContact(time: f64, kind: i32, slot: Contact): void {
  push(time, <i32>changetype<usize>(slot) | kind);
}

/** The completion of an agent: so often that it is laid in. */
/* inline */ export function planAgent(time: f64, agent: Agent): void {
  push(time, <i32>changetype<usize>(agent));
}

/* inline */ function push(time: f64, word: i32): void {
  const stretch = stretchOf(time);
  if (stretch <= s.presentStretch) pushElsewhere(time, word);
  else if (stretch >= s.wheelEnd) pushElsewhere(time, word);
  else hang(stretch, time, word);
}

function pushAgain(time: f64, word: i32): void {
  push(time, word);
}

/** An event that does not belong on the wheel. */
function pushElsewhere(time: f64, word: i32): void {
  const stretch = stretchOf(time);
  if (stretch > s.presentStretch) hangFar(stretch, nodeFor(time, word));
  else if (s.eventWord !== 0) {
    recall();
    pushNear(time, word);
  } else beginAnew(stretch, time, word);
}

/** No other event is left. */
function beginAnew(stretch: f64, time: f64, word: i32): void {
  goToTurn(turnOf(stretch));
  s.presentStretch = 0;
  pushAgain(time, word);
  findNext();
  if (time <= s.now) s.quietUntil = -1;
}

/** Goes on to the earliest event that is left; the present one has been read. Where it is due now, too, nothing is quiet any more. */
/* inline */ export function passEvent(): void {
  if (s.nearEvents === 0) findNext();
  else takeNear();
}

/** Takes out the completion of an agent. */
export function removeAgent(time: f64, agent: Agent): void {
  const word = <i32>changetype<usize>(agent);
  const stretch = stretchOf(time);
  if (stretch > s.presentStretch) {
    if (stretch < s.wheelEnd) unhang(stretch, time, word);
    else unhangFar(stretch, time, word);
  } else if (time === s.eventTime && word === s.eventWord) passEvent();
  else {
    recall();
    removeNear(time, word);
  }
}

/** Puts an event on the wheel; the first of a stretch stands there itself, the others in nodes behind it. */
/* inline */ function hang(stretch: f64, time: f64, word: i32): void {
  const at = <usize>reinterpret<i64>(stretch) & (stretches - 1);
  const group = s.wheel + ((at >> 6) << 3);
  const bits = load<i64>(group, bitsAt);
  const all = bits | bitOf(at);
  const place = s.wheel + at * nodeBytes;
  if (bits === all) hangBehind(place, time, word);
  else {
    store<i64>(group, all, bitsAt);
    store<f64>(place, time);
    store<i64>(place, <i64>(<u32>word), 8);
  }
}

function hangBehind(place: usize, time: f64, word: i32): void {
  const node = nodeFor(time, word);
  store<usize>(node, load<usize>(place, 12), 12);
  store<usize>(place, node, 12);
}

/** The bit of a stretch among those of its word. */
/* inline */ function bitOf(at: usize): i64 {
  const first: i64 = 1;
  return first << (at & 63);
}

/**
 * Asks for what the next event begins with before it is needed, so that memory has brought it near by then: its own row, and of an agent
 * the contact. Where an agent names that, a contact counts its attempts: a small number, which is a place as well.
 */
/* inline */ function bringNear(word: i32): void {
  const row = <usize>(word & ~7);
  const slot = load<usize>(row, offsetof<Agent>('slot'));
  const further = offsetof<Contact>('step');
  s.broughtNear = load<i32>(row, further) ^ load<i32>(slot) ^ load<i32>(slot, further);
}

/** Nothing is left of the present stretch: goes on to the next one that has events. */
/* inline */ function findNext(): void {
  let bits = load<i64>(s.wheelWord);
  if (bits === 0) bits = nextWord();
  store<i64>(s.wheelWord, bits & (bits - 1));
  const place = s.wordStretches + <usize>ctz(bits) * nodeBytes;
  const time = load<f64>(place);
  s.eventTime = time;
  const word = load<i32>(place, 8);
  s.eventWord = word;
  bringNear(word);
  s.presentStretch = stretchOf(time);
  const others = load<usize>(place, 12);
  if (others !== 0) beginStretch(place, others);
}

/** A stretch has more events than one: most often one more, and which of both is first cannot be foreseen. The later one stays on the wheel. */
function beginStretch(place: usize, node: usize): void {
  const time = s.eventTime;
  const word = s.eventWord;
  const otherTime = load<f64>(node);
  if (load<usize>(node, 12) !== 0 || otherTime === time) {
    beginSeveral(node);
    return;
  }
  const other = load<i32>(node, 8);
  freeNode(node);
  const isBefore = otherTime < time;
  s.eventTime = select<f64>(otherTime, time, isBefore);
  s.eventWord = select<i32>(other, word, isBefore);
  store<f64>(place, select<f64>(time, otherTime, isBefore));
  store<i64>(place, <i64>(<u32>select<i32>(word, other, isBefore)), 8);
  store<i64>(s.wheelWord, load<i64>(s.wheelWord) | bitOf((place - s.wordStretches) >> 4));
}

/** What has stayed on the wheel of the present stretch joins those that come to it, or leave it, later. */
function recall(): void {
  const at = <usize>reinterpret<i64>(s.presentStretch) & (stretches - 1);
  const group = s.wheel + ((at >> 6) << 3);
  const bits = load<i64>(group, bitsAt);
  if ((bits & bitOf(at)) === 0) return;
  store<i64>(group, bits & ~bitOf(at), bitsAt);
  const place = s.wheel + at * nodeBytes;
  pushNear(load<f64>(place), load<i32>(place, 8));
}

/** The bits of the next word of the wheel that has events. */
function nextWord(): i64 {
  const first = s.wheel + bitsAt;
  let word = s.wheelWord;
  let bits: i64 = 0;
  do {
    word += 8;
    if (((word - first) & (bytesOfTurn - 1)) === 0) {
      if (!turnOver()) goToEnd();
      word = s.wheelWord;
    }
    bits = load<i64>(word);
  } while (bits === 0);
  goToWord(word - first);
  return bits;
}

/* inline */ function goToWord(at: usize): void {
  s.wheelWord = s.wheel + bitsAt + at;
  s.wordStretches = s.wheel + (at << 3) * nodeBytes;
}

/** No event is left. */
function goToEnd(): void {
  goToWord(bytesOfBits);
  store<i64>(s.wheelWord, 1);
  s.wheelEnd = Infinity;
}

/** Goes on to the next turn that has events; false where there is none. */
/* rare */ function turnOver(): bool {
  let turn = turnOf(s.wheelEnd) - 1;
  if (isEmpty(turn)) {
    if (s.farEvents === 0) return false;
    turn = nextFarTurn(turn);
    goToTurn(turn);
    bringIn(turn);
  } else goToTurn(turn);
  bringIn(turn + 1);
  return true;
}

/** The wheel holds this turn and the next one from here on. */
function goToTurn(turn: i64): void {
  s.wheelEnd = reinterpret<f64>((turn + 2) << turnBits);
  goToWord((<usize>turn & 1) * bytesOfTurn);
}

/* inline */ function isEmpty(turn: i64): bool {
  const first = s.wheel + bitsAt + (<usize>turn & 1) * bytesOfTurn;
  let bits: i64 = 0;
  for (let at = first; at < first + bytesOfTurn; at += 8) bits |= load<i64>(at);
  return bits === 0;
}

/** Puts the events of a turn on the wheel. */
/* rare */ function bringIn(turn: i64): void {
  let node = takeTurn(turn);
  while (node !== 0) {
    const after = load<usize>(node, 12);
    s.farEvents -= 1;
    freeNode(node);
    pushAgain(load<f64>(node), load<i32>(node, 8));
    node = after;
  }
}

/** Takes an event off the wheel. */
function unhang(stretch: f64, time: f64, word: i32): void {
  const at = <usize>reinterpret<i64>(stretch) & (stretches - 1);
  const place = s.wheel + at * nodeBytes;
  if (load<i32>(place, 8) !== word || load<f64>(place) !== time) {
    takeNode(place + 12, time, word);
    return;
  }
  const node = load<usize>(place, 12);
  if (node === 0) {
    const group = s.wheel + ((at >> 6) << 3);
    store<i64>(group, load<i64>(group, bitsAt) & ~bitOf(at), bitsAt);
    return;
  }
  memory.copy(place, node, nodeBytes);
  freeNode(node);
}
