// The end of a replication: what is still under way is counted, and the series are brought into the tally.

import { agentInt } from './agentFields.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { answer, decideOpenResponse, decidePromises } from './decidePromises.ts';
import { finishDuty } from './duty.ts';
import { abandon } from './leaving.ts';
import { observeBusy, observeOverRun } from './observeAgents.ts';
import { addToClass, axisInterval } from './observer.ts';
import { endPause } from './pauses.ts';
import { promiseClock } from './promiseTables.ts';
import { growthStartOf, isGrowthWeekly } from './queueGrowth.ts';
import { contactState, noOne, type ReplicationState } from './replicationState.ts';
import { classCounter, scalar } from './tallyLayout.ts';
import { TimeSeries } from './timeSeries.ts';
import { endWaiting } from './waiting.ts';

/** Completes the tally of a replication that has run to its end. */
export function closeTally(s: ReplicationState): void {
  const { layout, model, values } = s;
  settle(s);
  finishDuty(s);
  for (let agent = 0; agent < s.agents; agent += 1) {
    if ((s.agentInts[(agent << 6) | agentInt.load] as number) === 0) continue;
    observeBusy(s, agent, s.now);
    observeOverRun(s, agent, false);
  }
  const end = Math.min(s.horizonEnd, s.now);
  if (s.queueSeries instanceof TimeSeries) fold(s, s.queueSeries.finish(end), layout.teamQueueSeriesAt);
  else s.queueSeries.finish(end);
  if (s.classQueueSeries instanceof TimeSeries)
    fold(s, s.classQueueSeries.finish(end), layout.classQueueSeriesAt);
  else s.classQueueSeries.finish(end);
  for (const series of [s.dutySeries, s.busySeries, s.overRunSeries]) series.finish(end);
  const { absoluteIntervals, intervalSeconds } = model.axis;
  for (let i = 0; i < absoluteIntervals; i += 1) {
    const seconds = Math.min(end, (i + 1) * intervalSeconds) - i * intervalSeconds;
    if (seconds <= 0) break;
    const at = layout.exposureAt + axisInterval(s, i);
    values[at] = (values[at] as number) + seconds;
  }
  values[scalar.observedSeconds] = Math.max(0, end - Math.min(s.warmStart, end));
  const growthStart = growthStartOf(s.model, s.warmStart);
  values[scalar.growthSeconds] = Math.max(0, end - Math.min(growthStart, end));
  values[scalar.growthIsWeekly] = isGrowthWeekly(s.warmStart, growthStart, end) ? 1 : 0;
  values[scalar.contacts] = s.arrived;
  values[scalar.horizonSeconds] = end;
  values[scalar.events] = s.events;
}

/** Everyone still in the system when the last promise is decided: counted, and every promise whose time is over is missed. */
function settle(s: ReplicationState): void {
  for (let slot = 0; slot < s.capacity; slot += 1) {
    if (
      s.contactInts[(slot << 6) | contactInt.state] === contactState.waiting &&
      (s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number) < s.now
    ) {
      abandon(s, slot, s.contactFloats[(slot << 5) | contactFloat.abandonAt] as number);
    }
  }
  for (let slot = 0; slot < s.capacity; slot += 1) {
    const state = s.contactInts[(slot << 6) | contactInt.state];
    if (state === contactState.free) continue;
    const stage = s.model.stages[s.contactInts[(slot << 6) | contactInt.stage] as number];
    const homeTeam = stage?.homeTeam ?? noOne;
    if (state === contactState.waiting) {
      if (!isFlagged(s, slot, contactFlag.atHead))
        decidePromises(
          s,
          slot,
          homeTeam,
          promiseClock.wait,
          s.contactFloats[(slot << 5) | contactFloat.queueEntry] as number,
          s.now,
          answer.open,
        );
      endWaiting(s, slot, s.now);
    }
    endPause(s, slot);
    if (isFlagged(s, slot, contactFlag.reached)) decideOpenResponse(s, slot, homeTeam, s.now, answer.open);
    if (isFlagged(s, slot, contactFlag.everReached)) {
      decidePromises(
        s,
        slot,
        homeTeam,
        promiseClock.resolution,
        s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
        s.now,
        answer.open,
      );
    }
    if (isFlagged(s, slot, contactFlag.counted))
      addToClass(s, s.contactInts[(slot << 6) | contactInt.classIndex] as number, classCounter.inSystem, 1);
  }
}

/** Adds the absolute intervals of a series into the reported ones. */
function fold(s: ReplicationState, sums: Float64Array, at: number): void {
  const { absoluteIntervals, intervals } = s.model.axis;
  const rows = sums.length / absoluteIntervals;
  for (let i = 0; i < absoluteIntervals; i += 1) {
    const into = axisInterval(s, i);
    for (let row = 0; row < rows; row += 1) {
      const place = at + row * intervals + into;
      s.values[place] = (s.values[place] as number) + (sums[row * absoluteIntervals + i] as number);
    }
  }
}
