// What happens beside the loop: contacts that give up or turn away, time in lines, promises that end otherwise than by an
// answer after a wait, time of agents beyond an interval.

import {
  abandoned,
  abandonedLeftOut,
  abandonedMet,
  abandonWaitSeconds,
  contactCell,
  contactLeaves,
  contactOrdinal,
  contactStage,
  contactTime,
  horizonEndAt,
  intervalSecondsAt,
  intervalsAt,
  promiseAbandoned,
  promiseBytes,
  promiseCells,
  promiseTarget,
  stageBalkingKey,
  stageBalkingShare,
  stageCells,
  stageLost,
  stageQueueCarry,
  stageQueueSeconds,
  stageQueueSums,
  stageResolutionPromises,
  stageResolutionPromisesEnd,
  stageWaitPromises,
  stageWaitPromisesEnd,
  warmStartAt,
} from '../kernelLayout.ts';
import { uniform } from './draws.ts';

/** A patience ended; the contact is lost. */
export function abandon(row: usize): void {
  const stage = <usize>load<i32>(row, contactStage);
  const entry = load<f64>(row, contactTime);
  const leaves = load<f64>(row, contactLeaves);
  countQueue(stage, entry, leaves);
  lose(row, stage, leaves - entry);
}

/** Whether a contact that no agent takes at once leaves at once. */
export function balks(row: usize, stage: usize): bool {
  const u = uniform(
    load<i32>(stage, stageBalkingKey),
    load<i32>(stage, stageBalkingKey + 4),
    load<i32>(row, contactOrdinal),
  );
  if (u >= load<f64>(stage, stageBalkingShare)) return false;
  lose(row, stage, 0);
  return true;
}

function lose(row: usize, stage: usize, wait: f64): void {
  const own = load<i32>(row, contactCell);
  if (own < 0) return;
  const cell = <usize>(load<i32>(stage, stageCells) + own);
  store<i32>(cell, load<i32>(cell, abandoned) + 1, abandoned);
  store<f64>(cell, load<f64>(cell, abandonWaitSeconds) + wait, abandonWaitSeconds);
  store<i32>(stage, load<i32>(stage, stageLost) + 1, stageLost);
  missWait(stage, own >> 3, wait);
  decideResolution(row, Infinity, 1);
}

/** Promises about a wait that ended by giving up. */
function missWait(stage: usize, column: i32, wait: f64): void {
  const end = <usize>load<i32>(stage, stageWaitPromisesEnd);
  for (let at = <usize>load<i32>(stage, stageWaitPromises); at < end; at += promiseBytes) {
    const isInTime = wait <= load<f64>(at, promiseTarget);
    const rule = load<i32>(at, promiseAbandoned);
    if (isInTime && rule === abandonedLeftOut) continue;
    count(load<i32>(at, promiseCells) + column, isInTime && rule === abandonedMet);
  }
}

/** Someone is still waiting when all is decided: promises whose time is over are missed. */
export function leaveWaiting(row: usize, stopTime: f64): void {
  const stage = <usize>load<i32>(row, contactStage);
  const entry = load<f64>(row, contactTime);
  countQueue(stage, entry, stopTime);
  const own = load<i32>(row, contactCell);
  if (own < 0) return;
  const waited = stopTime - entry;
  const end = <usize>load<i32>(stage, stageWaitPromisesEnd);
  for (let at = <usize>load<i32>(stage, stageWaitPromises); at < end; at += promiseBytes) {
    if (waited > load<f64>(at, promiseTarget)) count(load<i32>(at, promiseCells) + (own >> 3), false);
  }
}

/** Decides the promises on the resolution; those in time are left open where `isDecided` is 0. */
export function decideResolution(row: usize, seconds: f64, isDecided: i32): void {
  const stage = <usize>load<i32>(row, contactStage);
  const column = load<i32>(row, contactCell) >> 3;
  const end = <usize>load<i32>(stage, stageResolutionPromisesEnd);
  for (let at = <usize>load<i32>(stage, stageResolutionPromises); at < end; at += promiseBytes) {
    const isInTime = seconds <= load<f64>(at, promiseTarget);
    if (isInTime && isDecided === 0) continue;
    count(load<i32>(at, promiseCells) + column, isInTime);
  }
}

function count(cell: usize, isMet: bool): void {
  store<i32>(cell, load<i32>(cell) + 1);
  if (isMet) store<i32>(cell, load<i32>(cell, 4) + 1, 4);
}

/** Time of people in a line, by interval and as a whole, inside the horizon. */
export function countQueue(stage: usize, from: f64, until: f64): void {
  const end = load<f64>(horizonEndAt);
  const to = until < end ? until : end;
  if (to <= from) return;
  const warmStart = load<f64>(warmStartAt);
  const counted = to - (from > warmStart ? from : warmStart);
  if (counted > 0) store<f64>(stage, load<f64>(stage, stageQueueSeconds) + counted, stageQueueSeconds);
  const first = intervalOf(from);
  const last = intervalOf(to);
  const sums = load<i32>(stage, stageQueueSums);
  if (first === last) {
    const at = <usize>(sums + (first << 3));
    store<f64>(at, load<f64>(at) + (to - from));
  } else {
    const carry = load<i32>(stage, stageQueueCarry);
    changeIn(sums, carry, first, from, 1);
    changeIn(sums, carry, last, to, -1);
  }
}

/** As TimeSeries.intervalOf. */
export function intervalOf(t: f64): i32 {
  const interval = floor(t / load<f64>(intervalSecondsAt));
  const last = load<i32>(intervalsAt) - 1;
  return interval <= <f64>last ? <i32>interval : last;
}

/** As TimeSeries.changeIn. */
export function changeIn(sums: i32, carry: i32, interval: i32, t: f64, weight: f64): void {
  const at = <usize>(sums + (interval << 3));
  store<f64>(at, load<f64>(at) + weight * (<f64>(interval + 1) * load<f64>(intervalSecondsAt) - t));
  const next = <usize>(carry + (interval << 3));
  store<f64>(next, load<f64>(next, 8) + weight, 8);
}
