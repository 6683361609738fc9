// What is counted of a contact when a wait ends with an answer, and when it is resolved.
import * as at from '../kernelLayout.ts';
import { countQueue, decideResolution } from './leaving.ts';

/** An answer after a wait: the time in line, how long it was, and the promises about it. */
/* inline */ export function countAnswer(row: usize, now: f64): void {
  const entry = load<f64>(row, at.contactTime);
  const stage = <usize>load<i32>(row, at.contactStage);
  const wait = now - entry;
  if (
    load<i32>(at.hasEndedAt) !== 0 ||
    entry < load<f64>(at.intervalStartAt) ||
    entry < load<f64>(at.warmStartAt)
  )
    countQueue(stage, entry, now);
  else {
    const sum = <usize>(load<i32>(stage, at.stageQueueSums) + (load<i32>(at.intervalAt) << 3));
    store<f64>(sum, load<f64>(sum) + wait);
    store<f64>(stage, load<f64>(stage, at.stageQueueSeconds) + wait, at.stageQueueSeconds);
  }
  const own = load<i32>(row, at.contactCell);
  if (own < 0) return;
  const cell = <usize>(load<i32>(stage, at.stageCells) + own);
  store<i32>(cell, load<i32>(cell, at.answered) + 1, at.answered);
  store<f64>(cell, load<f64>(cell, at.answerWaitSeconds) + wait, at.answerWaitSeconds);
  countBin(load<i32>(stage, at.stageWaitBins), wait);
  const end = <usize>load<i32>(stage, at.stageWaitPromisesEnd);
  for (
    let promise = <usize>load<i32>(stage, at.stageWaitPromises);
    promise < end;
    promise += at.promiseBytes
  ) {
    const count = <usize>(load<i32>(promise, at.promiseCells) + (own >> 3));
    store<i32>(count, load<i32>(count) + 1);
    store<i32>(count, load<i32>(count, 4) + i32(wait <= load<f64>(promise, at.promiseTarget)), 4);
  }
}

/* inline */ export function countResolution(row: usize, now: f64): void {
  const stage = <usize>load<i32>(row, at.contactStage);
  const resolution = now - load<f64>(row, at.contactClock);
  const handling = load<f64>(row, at.contactHandling);
  const cell = <usize>(load<i32>(stage, at.stageCells) + load<i32>(row, at.contactCell));
  store<i32>(cell, load<i32>(cell, at.resolved) + 1, at.resolved);
  store<f64>(cell, load<f64>(cell, at.resolutionSeconds) + resolution, at.resolutionSeconds);
  store<f64>(cell, load<f64>(cell, at.handlingSeconds) + handling, at.handlingSeconds);
  countBin(load<i32>(stage, at.stageResolutionBins), resolution);
  countBin(load<i32>(load<i32>(row, at.contactClass), at.classHandlingBins), handling);
  if (load<i32>(stage, at.stageResolutionPromises) < load<i32>(stage, at.stageResolutionPromisesEnd))
    decideResolution(row, resolution, 1);
}

/** As binOf of stats/histogram.ts. */
/* inline */ function countBin(bins: usize, seconds: f64): void {
  const key = (reinterpret<i32>(<f32>seconds) >> 18) - at.histogramFirst;
  const bin = key < 0 ? 0 : key > at.histogramLast ? at.histogramLast : key;
  const place = bins + ((<usize>bin) << 2);
  store<i32>(place, load<i32>(place) + 1);
}
