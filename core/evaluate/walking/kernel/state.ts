// The walk, and short words for what all parts of it do.
import type { Law, Line, Pair, Walk } from './rows.ts';

/** As in ../walkMemory.ts: `walkAt`. */
export const w: Walk = changetype<Walk>(1024);

/** Sums of a line, in the order of core/evaluate/unitSums.ts. */
export const visits: i32 = 0;
export const answered: i32 = 1;
export const abandoned: i32 = 2;
export const blocked: i32 = 3;
export const waitSeconds: i32 = 4;
export const answerWaitSeconds: i32 = 5;
export const queueSeconds: i32 = 6;
export const firstResponses: i32 = 7;
export const firstResponseSeconds: i32 = 8;
export const redials: i32 = 15;
export const backlogSteps: i32 = 17;
export const queueAtEnd: i32 = 18;
export const lost: i32 = 19;
export const handled: i32 = 20;

export const onOffered: i32 = 0;
export const onQueueSeconds: i32 = 1;
export const onAnswered: i32 = 2;
export const onAbandoned: i32 = 3;
export const onBlocked: i32 = 4;
export const onResolved: i32 = 5;
export const onWaitSeconds: i32 = 6;
export const onFirstResponseSeconds: i32 = 7;
export const onFirstResponses: i32 = 8;

export const teamQueueSeconds: i32 = 0;
export const teamBacklogSteps: i32 = 1;

export const ageBins: i32 = 32;

/** Where a row begins in a list of places, and the number there. */
/* inline */ export function f64At(base: usize, index: i32): f64 {
  return load<f64>(base + ((<usize>index) << 3));
}
/* inline */ export function i32At(base: usize, index: i32): i32 {
  return load<i32>(base + ((<usize>index) << 2));
}
/* inline */ export function put(base: usize, index: i32, value: f64): void {
  store<f64>(base + ((<usize>index) << 3), value);
}
/* inline */ export function add(base: usize, index: i32, amount: f64): void {
  const at = base + ((<usize>index) << 3);
  store<f64>(at, load<f64>(at) + amount);
}
/** A row of a team, where the line has one. */
/* inline */ export function addTo(series: usize, row: i32, sum: i32, k: i32, amount: f64): void {
  if (row >= 0) add(series, (row + sum) * w.count + k, amount);
}
/** Where the sums of a channel stand of a step; its row is not below 0. */
/* inline */ export function channelAt(row: i32, k: i32): usize {
  return w.channelSteps + ((<usize>(k * w.channelSums + row)) << 3);
}

/** Whether nothing waits, comes, is under way or is expected at a line: its first six numbers are 0. */
/* inline */ export function isStill(line: Line): bool {
  const at = changetype<usize>(line);
  return !v128.any_true(v128.or(v128.or(v128.load(at), v128.load(at, 16)), v128.load(at, 32)));
}
/** Whether anything was taken out of a line or lost there, is under way, or was expected of it. */
/* inline */ export function hasToSettle(line: Line): bool {
  const at = changetype<usize>(line);
  return v128.any_true(v128.or(v128.load(at, 16), v128.load(at, 48)));
}
/** Nothing is taken out of a line and nothing is lost there any more. */
/* inline */ export function leaveStep(line: Line): void {
  v128.store(changetype<usize>(line), i64x2.splat(0), 48);
}
/** Whether nothing comes to a line and nothing waits there. */
/* inline */ export function isEmpty(line: Line): bool {
  return !v128.any_true(v128.load(changetype<usize>(line)));
}
/* inline */ export function sizeOf<T>(): usize {
  return (offsetof<T>() + 7) & ~7;
}

/** Fewer contacts than this are none. */
const least: f64 = 1e-9;

/** Adds what leaves in a step to where it arrives by a delay; not before `earliest`, nor behind the end. */
export function deposit(into: usize, length: i32, step: i32, amount: f64, delay: usize, earliest: i32): void {
  if (amount < least) return;
  const law = changetype<Law>(delay);
  const amounts = f64x2.splat(amount);
  const end = law.pairsEnd;
  if (step + law.least >= earliest && step + law.most < length) {
    const from = into + ((<usize>step) << 3);
    for (let at = law.pairs; at < end; at += sizeOf<Pair>()) {
      const place = from + ((<usize>changetype<Pair>(at).steps) << 3);
      v128.store(place, f64x2.add(v128.load(place), f64x2.mul(amounts, v128.load(at))));
    }
    return;
  }
  for (let at = law.pairs; at < end; at += sizeOf<Pair>()) {
    const pair = changetype<Pair>(at);
    const there = step + pair.steps;
    if (there >= earliest && there < length - 1) {
      const place = into + ((<usize>there) << 3);
      v128.store(place, f64x2.add(v128.load(place), f64x2.mul(amounts, v128.load(at))));
      continue;
    }
    const first = there < earliest ? earliest : there;
    if (first < length) add(into, first, amount * pair.share);
    const second = there + 1 < earliest ? earliest : there + 1;
    if (second < length) add(into, second, amount * pair.next);
  }
}
