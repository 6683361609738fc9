// What becomes of the contacts of one live line in a step: answered, gone, their waits and promises.
import type { CompiledModel } from '../simulation/index.ts';
import type { Line } from './network.ts';
import { leftOf, promiseShares, sharesOf } from './promiseShares.ts';
import { noteLost, noteWait } from './resolution.ts';
import type { StationOutcome } from './station.ts';
import { add, lineCount, ofLine, onChannel, onTeam, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

/** Of the promise that is counted. */
const shares = promiseShares();

/**
 * Counts a live line by the outcome of its station. `full`: chats wait only where no agent has a place left for one more, so
 * much less often than all are busy; `factor`: how much longer the line waits than the mean, by its rank.
 */
export function countLive(
  s: WalkState,
  sums: UnitSums,
  unit: Unit,
  l: number,
  targets: readonly number[],
  outcome: StationOutcome,
  full: number,
  factor: number,
  k: number,
): void {
  const { steps, taken, lost, blocked, promisesOf, model } = s;
  const line = s.network.lines[l] as Line;
  const { classIndex: c, balking } = line;
  const came = s.joining[l] as number;
  const turned = outcome.blocking;
  const left = leftOf(outcome, full, factor, balking);
  const answered = Math.max(0, 1 - left - turned);
  s.answeredShare[l] = answered;
  taken[l] = came * answered;
  lost[l] = came * (1 - answered);
  blocked[l] = came * turned;
  if (came === 0 || k >= steps.count) return;
  const weight = steps.counted[k] as number;
  const meanWait = outcome.meanWait * full * factor * (1 - balking);
  const wait = came * meanWait;
  const answerWait = outcome.meanWaitOfServed * full * factor;
  const counts = came * answered;
  const { rows } = s;
  const place = rows.placeOf[l] as number;
  const at = place * lineCount;
  const before = rows.before[l] as number;
  const responds = rows.isFirst[l] === 1 && rows.answersAtBegin[l] === 1;
  add(sums.lines, at + ofLine.answered, counts * weight);
  add(sums.lines, at + ofLine.abandoned, came * left * weight);
  add(sums.lines, at + ofLine.blocked, came * turned * weight);
  add(sums.lines, at + ofLine.waitSeconds, wait * weight);
  add(sums.lines, at + ofLine.answerWaitSeconds, counts * answerWait * weight);
  add(sums.lines, at + ofLine.queueSeconds, wait * weight);
  if (responds) {
    add(sums.lines, at + ofLine.firstResponses, counts * weight);
    add(sums.lines, at + ofLine.firstResponseSeconds, counts * (answerWait + before) * weight);
  }
  const { count } = steps;
  const row = rows.channelRow[l] as number;
  add(sums.channelSeries, (row + onChannel.answered) * count + k, counts);
  add(sums.channelSeries, (row + onChannel.abandoned) * count + k, came * left);
  add(sums.channelSeries, (row + onChannel.blocked) * count + k, came * turned);
  add(sums.channelSeries, (row + onChannel.waitSeconds) * count + k, wait);
  add(sums.channelSeries, (row + onChannel.queueSeconds) * count + k, wait);
  if (responds) {
    add(sums.channelSeries, (row + onChannel.firstResponses) * count + k, counts);
    add(
      sums.channelSeries,
      (row + onChannel.firstResponseSeconds) * count + k,
      counts * (answerWait + before),
    );
  }
  const team = rows.teamRow[l] as number;
  add(sums.teamSeries, (team + onTeam.queueSeconds) * count + k, wait);
  if (s.resolutionPromises.length > 0 && weight > 0) {
    noteWait(s, sums, place, c, counts, () => answerWait);
    noteLost(sums, place, came * (1 - answered));
  }
  const promises = promisesOf[l] as WalkState['promisesOf'][number];
  for (let j = 0; j < promises.length; j += 1) {
    const { promise, place: p, targetSeconds, weight: part } = promises[j] as (typeof promises)[number];
    const rule = model.promises[promise] as CompiledModel['promises'][number];
    sharesOf(rule, outcome, targets.indexOf(targetSeconds), full, factor, balking, shares);
    const { counted, met } = shares;
    countPromise(sums, unit, steps.count, place, p, k, weight, came * part * counted, came * part * met);
    s.witness?.promised({ step: k, line: l, promise, weight: part, ...shares });
  }
  s.witness?.counted({
    ...{ step: k, line: l, came, left, answered, blocked: turned },
    ...{ wait: meanWait, answerWait },
  });
}

/** Adds to a promise of a line; `p` is the place of the promise in the unit. */
export function countPromise(
  sums: UnitSums,
  unit: Unit,
  count: number,
  place: number,
  p: number,
  k: number,
  weight: number,
  counted: number,
  met: number,
): void {
  const at = (place * unit.promises.length + p) * 2;
  add(sums.promiseLines, at, counted * weight);
  add(sums.promiseLines, at + 1, met * weight);
  add(sums.promiseSeries, p * 2 * count + k, counted);
  add(sums.promiseSeries, (p * 2 + 1) * count + k, met);
}
