// What is counted: the places of the tally by class and team, the levels over time, the promises about each class.
import { noOne } from '../model/eventCodes.ts';
import { type PromiseTables, promiseClock } from '../model/promiseTables.ts';
import { channelCounters, classCounters, durations, teamCounters } from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { askedRow, classRow, seriesRow, teamRow } from './rowPlaces.ts';

export function layCounts(places: ModelPlaces, promises: PromiseTables): void {
  const { laying, layout, model } = places;
  const { intervals } = layout;
  const histogramsOf = (row: number): number =>
    places.value(layout.histogramAt + row * durations * histogramBins);
  model.classes.forEach(({ channel }, c) => {
    const at = places.classAt(c);
    laying.int(at + classRow.counters, places.value(layout.classAt + c * classCounters));
    laying.int(at + classRow.histograms, histogramsOf(c));
    laying.int(at + classRow.handlingHistogram, places.value(layout.handlingHistogramAt + c * histogramBins));
    laying.int(at + classRow.offered, places.value(layout.offeredSeriesAt + c * intervals));
    laying.int(at + classRow.fresh, places.value(layout.freshArrivalsAt + c * intervals));
    // Pieces of internal work have no channel, and are counted nowhere.
    const row = Math.max(0, channel) * intervals;
    laying.int(at + classRow.channelSeries, places.value(layout.channelSeriesAt + row * channelCounters));
    laying.int(at + classRow.queueSeries, places.classSeriesAt(c));
    laySeries(places, places.classSeriesAt(c), layout.classQueueSeriesAt + c * intervals);
    layPromises(places, promises, c);
  });
  model.teams.forEach((_, t) => {
    const at = places.teamAt(t);
    laying.int(at + teamRow.counters, places.value(layout.teamAt + t * teamCounters));
    laying.int(at + teamRow.histograms, histogramsOf(layout.classes + t));
    laying.int(at + teamRow.workSurplus, places.value(layout.workSurplusAt + t * intervals));
    laying.int(at + teamRow.backlog, places.value(layout.backlogSeriesAt + t * intervals));
    laying.int(at + teamRow.oldest, places.value(layout.oldestSeriesAt + t * intervals));
    const { queueSeries, dutySeries, busySeries, overRunSeries } = teamRow;
    const { teamQueueSeriesAt, dutySeriesAt, busySeriesAt, overRunSeriesAt } = layout;
    const tallied = [teamQueueSeriesAt, dutySeriesAt, busySeriesAt, overRunSeriesAt];
    [queueSeries, dutySeries, busySeries, overRunSeries].forEach((field, kind) => {
      laying.int(at + field, places.teamSeriesAt(t, kind));
      laySeries(places, places.teamSeriesAt(t, kind), (tallied[kind] as number) + t * intervals);
    });
  });
}

function laySeries(places: ModelPlaces, at: number, tallied: number): void {
  places.laying.int(at + seriesRow.into, places.value(tallied));
}

function layPromises(places: ModelPlaces, promises: PromiseTables, c: number): void {
  const { laying } = places;
  const fields = {
    firstResponse: [classRow.responsePromises, classRow.responsePromisesEnd],
    resolution: [classRow.resolutionPromises, classRow.resolutionPromisesEnd],
    wait: [classRow.waitPromises, classRow.waitPromisesEnd],
  } as const;
  for (const clock of ['firstResponse', 'resolution', 'wait'] as const) {
    const row = promiseClock[clock] * promises.classes + c;
    const asked = promises.asked.subarray(promises.askedAt[row], promises.askedAt[row + 1]);
    const first = laying.rows(askedRow, asked.length);
    asked.forEach((p, i) => {
      layAsked(places, promises, first + i * askedRow.bytes, p, c);
    });
    laying.int(places.classAt(c) + fields[clock][0], first);
    laying.int(places.classAt(c) + fields[clock][1], first + asked.length * askedRow.bytes);
  }
}

/** A promise about a class: what it says, and where it is counted. */
export function layAsked(
  places: ModelPlaces,
  promises: PromiseTables,
  at: number,
  p: number,
  c: number,
): void {
  const { laying, layout, model } = places;
  laying.float(at + askedRow.targetSeconds, promises.targetSeconds[p] as number);
  laying.int(at + askedRow.rules, promises.rules[p] as number);
  const windows = promises.calendar[p * promises.classes + c] as number;
  laying.int(at + askedRow.windows, windows === noOne ? 0 : places.windowsAt(windows));
  laying.int(at + askedRow.ofClass, places.value(layout.promiseClassAt + (p * layout.classes + c) * 2));
  laying.int(at + askedRow.ofTeams, places.value(layout.promiseTeamAt + p * layout.teams * 2));
  laying.int(at + askedRow.series, places.value(layout.promiseSeriesAt + p * layout.intervals * 2));
  const promise = model.promises[p] as (typeof model.promises)[number];
  if (promise.periods > 0) {
    laying.int(at + askedRow.periods, places.value(layout.promisePeriodAt[p] as number));
    laying.int(at + askedRow.periodOf, laying.array(promise.periodOfInterval));
  }
  laying.int(at + askedRow.teams, laying.array(promise.ofTeam));
  laying.int(at + askedRow.pause, pausingPromises(places).indexOf(p));
}

/** Promises that pause in other departments, by their number. */
export const pausingPromises = ({ model }: ModelPlaces): readonly number[] =>
  model.promises.flatMap((promise, p) => (promise.pausesInOtherDepartment ? [p] : []));
