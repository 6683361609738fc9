// What is under way at the lines, how it ends in each step, and where it goes on to; as in core/evaluate/handOvers.ts.
import type { Inside, Line, Next, Stage } from './rows.ts';
import { add, deposit, f64At, handled, isEmpty, sizeOf, w } from './state.ts';

/** Contacts under way that count as none. */
const nothing: f64 = 1e-9;

/** Lets what is handed over come to the lines of the unit, and expects what they hand on in this step. */
export function handOn(k: i32): void {
  for (let at = w.stages; at < w.stagesEnd; at += sizeOf<Stage>()) {
    const stage = changetype<Stage>(at);
    if (stage.later !== 0 && load<u64>(stage.later + ((<usize>k) << 3)) !== 0) arrive(stage, k);
    if (stage.livePasses !== 0) expectEnds(changetype<Line>(stage.live), k);
    if (stage.deferredPasses !== 0) expectEnds(changetype<Line>(stage.deferred), k);
  }
}

/** Puts contacts that are handed over into the lines of a stage: live where its team is open. */
function arrive(stage: Stage, k: i32): void {
  const amount = f64At(stage.later, k);
  if (amount < 0) {
    if (k < w.all) add(stage.later, k + 1, amount);
    return;
  }
  const open = stage.open === 0 || k >= w.count ? 1 : f64At(stage.open, k);
  const isLive = stage.live !== 0 && (stage.deferred === 0 || open > 0);
  const line = changetype<Line>(isLive ? stage.live : stage.deferred);
  line.joining += amount;
}

/** Handlings that end in a step in which so many begin evenly: what is under way decays by its mean length. */
function ends(line: Line, begun: f64, k: i32): f64 {
  const limit = (begun / w.stepSeconds) * line.span;
  if (k === 0) line.under = limit;
  return begun - (limit - line.under) * line.goneOfWork;
}

function expectEnds(line: Line, k: i32): void {
  line.expected = 0;
  if (isEmpty(line) && line.under < nothing) return;
  const waiting = line.total;
  const came = line.joining;
  const all = waiting + came;
  const begun = waiting > 1e-6 ? (all < line.loadNow ? all : line.loadNow) : came * line.answeredShare;
  const ended = ends(line, begun, k);
  line.expected = ended;
  passOnInside(line, ended, k, false);
}

function passOnInside(line: Line, ended: f64, k: i32, isLate: boolean): void {
  for (let row = line.inside; row < line.insideEnd; row += sizeOf<Inside>()) {
    const inside = changetype<Inside>(row);
    const at = inside.isAhead !== 0 && !isLate ? k : k + 1;
    if (at <= w.all) add(inside.later, at, ended * inside.share);
  }
}

/** Ends what ends of a line in a step in which so many began, and lets it go on; says how many ended. */
export function settleWork(line: Line, begun: f64, k: i32, weight: f64): f64 {
  const expected = line.expected;
  if (begun === 0 && line.under < nothing) {
    line.under = 0;
    if (expected !== 0) passOnInside(line, -expected, k, true);
    return 0;
  }
  const ended = ends(line, begun, k);
  const under = line.under + begun - ended;
  line.under = under > 0 ? under : 0;
  if (ended !== expected && line.handsInside !== 0) passOnInside(line, ended - expected, k, true);
  add(line.sums, handled, ended * weight);
  for (let row = line.nexts; row < line.nextsEnd; row += sizeOf<Next>()) {
    const next = changetype<Next>(row);
    if (next.law === 0) add(next.into, k, ended * next.share);
    else deposit(next.into, w.all + 1, k, ended * next.share, next.law, k + 1);
  }
  return ended;
}
