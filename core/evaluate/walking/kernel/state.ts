// The walk, and short words for what all parts of it do.
import type { Law, Walk } from './rows.ts';

/** As in ../walkMemory.ts: `walkAt`. */
export const w: Walk = changetype<Walk>(1024);

/** Sums of a line, in the order of core/evaluate/unitSums.ts. */
export const lineSums: i32 = 20;
export const visits: i32 = 0;
export const answered: i32 = 1;
export const abandoned: i32 = 2;
export const blocked: i32 = 3;
export const waitSeconds: i32 = 4;
export const answerWaitSeconds: i32 = 5;
export const queueSeconds: i32 = 6;
export const firstResponses: i32 = 7;
export const firstResponseSeconds: i32 = 8;
export const escalated: i32 = 9;
export const toLead: i32 = 10;
export const otherDepartment: i32 = 11;
export const transfers: i32 = 12;
export const resolved: i32 = 13;
export const resolvedForGood: i32 = 14;
export const redials: i32 = 15;
export const offeredWork: i32 = 16;
export const backlogSteps: i32 = 17;
export const queueAtEnd: i32 = 18;
export const lost: i32 = 19;

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
/** A row of a channel or a team, where the line has one. */
/* inline */ export function addTo(series: usize, row: i32, sum: i32, k: i32, amount: f64): void {
  if (row >= 0) add(series, (row + sum) * w.count + k, amount);
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
  let shares = law.shares;
  for (let at = law.steps; at < law.stepsEnd; at += 4) {
    let there = step + load<i32>(at);
    if (there < earliest) there = earliest;
    if (there < length) add(into, there, amount * load<f64>(shares));
    shares += 8;
  }
}
