// What is counted: the places of the tally by class and team, and the levels over time.
import { channelCounters, classCounters, durations, teamCounters } from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { channelCountsRow, channelRow, classRow, seriesRow, teamRow } from './rowPlaces.ts';

/** The bins of a class or team, each with a count of every kind of duration, in lines of the processor's cache: as in kernel/bins.ts. */
const binRow = { bytes: 64 };
const binLines = Math.ceil((16 * histogramBins) / binRow.bytes);

export function layCounts(places: ModelPlaces): void {
  const { laying, layout, model } = places;
  const { intervals } = layout;
  const histogramsOf = (row: number): number =>
    places.value(layout.histogramAt + row * durations * histogramBins);
  const channelCounts = laying.rows(channelCountsRow, model.channels.length * intervals);
  model.channels.forEach((_, k) => {
    const series = layout.channelSeriesAt + k * intervals * channelCounters;
    laying.int(places.channelAt(k) + channelRow.counts, channelCounts + k * channelCountsRow.bytes);
    laying.int(places.channelAt(k) + channelRow.series, places.value(series));
  });
  model.classes.forEach(({ channel }, c) => {
    const at = places.classAt(c);
    laying.int(at + classRow.counters, places.value(layout.classAt + c * classCounters));
    laying.int(at + classRow.histograms, histogramsOf(c));
    laying.int(at + classRow.bins, laying.rows(binRow, binLines));
    laying.int(at + classRow.handlingHistogram, places.value(layout.handlingHistogramAt + c * histogramBins));
    laying.int(at + classRow.offered, places.value(layout.offeredSeriesAt + c * intervals));
    laying.int(at + classRow.freshCounts, places.value(layout.freshArrivalsAt + c * intervals));
    // Pieces of internal work have no channel, and are counted nowhere.
    laying.int(at + classRow.channelCounts, channelCounts + Math.max(0, channel) * channelCountsRow.bytes);
    laying.int(at + classRow.queueSeries, places.classSeriesAt(c));
    laySeries(places, places.classSeriesAt(c), layout.classQueueSeriesAt + c * intervals);
  });
  model.teams.forEach((_, t) => {
    const at = places.teamAt(t);
    laying.int(at + teamRow.counters, places.value(layout.teamAt + t * teamCounters));
    laying.int(at + teamRow.histograms, histogramsOf(layout.classes + t));
    laying.int(at + teamRow.bins, laying.rows(binRow, binLines));
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
