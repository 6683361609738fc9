// What is counted: the places of the tally by class and team, and the levels over time.
import { channelCounters, classCounters, durations, teamCounters } from '../model/tallyLayout.ts';
import { histogramBins } from '../stats/histogram.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { channelCountsRow, channelRow, classRow, seriesRow, teamRow } from './rowPlaces.ts';

/** Room for the bins of a kind of duration: as in kernel/bins.ts. */
const binBytes = Math.ceil(histogramBins / 4) * 16;

export function layCounts(places: ModelPlaces): void {
  const { laying, layout, model } = places;
  const { intervals } = layout;
  const histogramsOf = (row: number): number =>
    places.value(layout.histogramAt + row * durations * histogramBins);
  const bytesOfChannel = intervals * channelCountsRow.bytes;
  const channelCounts = laying.rows(channelCountsRow, model.channels.length * intervals);
  model.channels.forEach((_, k) => {
    const series = layout.channelSeriesAt + k * intervals * channelCounters;
    laying.int(places.channelAt(k) + channelRow.counts, channelCounts + k * bytesOfChannel);
    laying.int(places.channelAt(k) + channelRow.series, places.value(series));
  });
  model.classes.forEach(({ channel }, c) => {
    const at = places.classAt(c);
    laying.int(at + classRow.counters, places.value(layout.classAt + c * classCounters));
    laying.int(at + classRow.histograms, histogramsOf(c));
    laying.int(at + classRow.bins, laying.take((durations + 1) * binBytes));
    laying.int(at + classRow.handlingHistogram, places.value(layout.handlingHistogramAt + c * histogramBins));
    laying.int(at + classRow.offered, places.value(layout.offeredSeriesAt + c * intervals));
    laying.int(at + classRow.fresh, places.value(layout.freshArrivalsAt + c * intervals));
    // Pieces of internal work have no channel, and are counted nowhere.
    laying.int(at + classRow.channelCounts, channelCounts + Math.max(0, channel) * bytesOfChannel);
    laying.int(at + classRow.queueSeries, places.classSeriesAt(c));
    laySeries(places, places.classSeriesAt(c), layout.classQueueSeriesAt + c * intervals);
  });
  model.teams.forEach((_, t) => {
    const at = places.teamAt(t);
    laying.int(at + teamRow.counters, places.value(layout.teamAt + t * teamCounters));
    laying.int(at + teamRow.histograms, histogramsOf(layout.classes + t));
    laying.int(at + teamRow.bins, laying.take(durations * binBytes));
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
