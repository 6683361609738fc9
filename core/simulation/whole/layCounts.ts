// What is counted: the places of the tally by class and team, the levels over time, the promises about each class.
import { noOne } from '../model/eventCodes.ts';
import { type PromiseTables, promiseClock } from '../model/promiseTables.ts';
import { channelCounters, classCounters, durations, teamCounters } from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { askedRow, classRow, seriesRow, stateRow, teamRow } from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';

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
  });
  layPromises(places, promises);
  model.teams.forEach((_, t) => {
    const at = places.teamAt(t);
    laying.int(at + teamRow.counters, places.value(layout.teamAt + t * teamCounters));
    laying.int(at + teamRow.histograms, histogramsOf(layout.classes + t));
    laying.int(at + teamRow.workSurplus, places.workSurplusAt(t));
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

/** The promises of all classes, one behind the other: by class, then by clock. */
function layPromises(places: ModelPlaces, promises: PromiseTables): void {
  const { laying, model } = places;
  const fields = {
    firstResponse: [classRow.responsePromises, classRow.responsePromisesEnd],
    resolution: [classRow.resolutionPromises, classRow.resolutionPromisesEnd],
    wait: [classRow.waitPromises, classRow.waitPromisesEnd],
  } as const;
  const clocks = ['firstResponse', 'resolution', 'wait'] as const;
  const askedOf = (clock: (typeof clocks)[number], c: number): Int32Array => {
    const row = promiseClock[clock] * promises.classes + c;
    return promises.asked.subarray(promises.askedAt[row], promises.askedAt[row + 1]);
  };
  let at = laying.rows(askedRow, promises.asked.length);
  laying.int(stateAt + stateRow.asked, at);
  laying.int(stateAt + stateRow.askedEnd, at + promises.asked.length * askedRow.bytes);
  model.classes.forEach((_, c) => {
    for (const clock of clocks) {
      laying.int(places.classAt(c) + fields[clock][0], at);
      for (const p of askedOf(clock, c)) {
        layAsked(places, promises, at, p, c);
        at += askedRow.bytes;
      }
      laying.int(places.classAt(c) + fields[clock][1], at);
    }
  });
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
