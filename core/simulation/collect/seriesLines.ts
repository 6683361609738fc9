// The measures over time, as numerator and denominator by interval: which rows of a tally belong to a line.
import type { SeriesMeasure } from '../../measures/result.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { channelCounter, channelCounters, type TallyLayout } from '../model/tallyLayout.ts';
import type { MeasureScope } from './scopes.ts';

/** Places of an interval in one or more rows of the tally: `first + interval * stride`, summed. */
export interface IntervalPlaces {
  readonly first: readonly number[];
  readonly stride: number;
}

export interface SeriesLine {
  readonly measure: SeriesMeasure;
  readonly scope: MeasureScope['kind'] | 'promises';
  readonly id: string;
  readonly x: IntervalPlaces;
  /** A number: one of the rows by interval that stand in no tally. */
  readonly y: IntervalPlaces | number;
  /** Contacts a step of the axis: the ratio is one of a second. */
  readonly perStep: boolean;
  /** Left out where nothing but zero was seen, because nothing in the plan can make it another. */
  readonly optional: boolean;
}

/** Rows by interval beside the tally: how often its end was looked at; attempts expected, by promise. */
export const sampledRow = 0;
export const expectedRow = (promise: number): number => 1 + promise;

/** All lines, in the order in which they are reported. */
export function seriesLines(
  model: CompiledModel,
  layout: TallyLayout,
  scopes: readonly MeasureScope[],
): SeriesLine[] {
  const exposure: IntervalPlaces = { first: [layout.exposureAt], stride: 1 };
  const rows = (at: number, of: readonly number[]): IntervalPlaces => ({
    first: of.map((row) => at + row * layout.intervals),
    stride: 1,
  });
  const plain = { perStep: false, optional: false } as const;
  return [
    ...scopes.flatMap(({ kind: scope, id, classes, teams }): SeriesLine[] => {
      if (scope === 'issueTypes') return [];
      const lines: SeriesLine[] = [];
      const ofClasses = scope === 'total' || scope === 'channels';
      if (ofClasses) {
        const offered = rows(layout.offeredSeriesAt, classes);
        lines.push({
          measure: 'offeredContacts',
          scope,
          id,
          x: offered,
          y: exposure,
          ...plain,
          perStep: true,
        });
      }
      const queue = ofClasses
        ? rows(layout.classQueueSeriesAt, classes)
        : rows(layout.teamQueueSeriesAt, teams);
      lines.push({ measure: 'queueLengthMeanContacts', scope, id, x: queue, y: exposure, ...plain });
      if (ofClasses) lines.push(...contactLines(model, layout, scope, id));
      if (scope === 'channels') return lines;
      const duty = rows(layout.dutySeriesAt, teams);
      const busy = rows(layout.busySeriesAt, teams);
      const present = [...duty.first, ...rows(layout.overRunSeriesAt, teams).first];
      lines.push({ measure: 'agentsOnDutyMean', scope, id, x: duty, y: exposure, ...plain });
      lines.push({
        ...{ measure: 'occupancyFraction', scope, id, x: busy, ...plain },
        y: { first: present, stride: 1 },
      });
      const looked = { y: sampledRow, perStep: false, optional: true } as const;
      lines.push({
        measure: 'backlogMeanContacts',
        scope,
        id,
        x: rows(layout.backlogSeriesAt, teams),
        ...looked,
      });
      if (scope === 'teams') {
        lines.push({
          measure: 'oldestAgeMeanSeconds',
          scope,
          id,
          x: rows(layout.oldestSeriesAt, teams),
          ...looked,
        });
      }
      return lines;
    }),
    ...model.promises.map(({ id, ofExpected }, p): SeriesLine => {
      const counted = layout.promiseSeriesAt + p * layout.intervals * 2;
      const x = { first: [counted + 1], stride: 2 };
      const y = ofExpected ? expectedRow(p) : { first: [counted], stride: 2 };
      return { measure: 'serviceLevelFraction', scope: 'promises', id, x, y, ...plain };
    }),
  ];
}

/** What became of contacts, by the interval in which their clocks started. */
function contactLines(
  model: CompiledModel,
  layout: TallyLayout,
  scope: 'total' | 'channels',
  id: string,
): SeriesLine[] {
  const channels = model.channels.flatMap((channel, c) =>
    scope === 'total' || channel.id === id ? [c] : [],
  );
  const k = channelCounter;
  const of = (...counters: readonly number[]): IntervalPlaces => ({
    first: channels.flatMap((channel) =>
      counters.map(
        (counter) => layout.channelSeriesAt + channel * layout.intervals * channelCounters + counter,
      ),
    ),
    stride: channelCounters,
  });
  const exposure: IntervalPlaces = { first: [layout.exposureAt], stride: 1 };
  const count = (measure: SeriesMeasure, counter: number, optional: boolean): SeriesLine => ({
    ...{ measure, scope, id, x: of(counter), y: exposure, perStep: true, optional },
  });
  const mean = (measure: SeriesMeasure, x: IntervalPlaces, y: IntervalPlaces): SeriesLine => ({
    ...{ measure, scope, id, x, y, perStep: false, optional: false },
  });
  return [
    count('answeredContacts', k.answered, false),
    count('abandonedContacts', k.abandoned, true),
    count('blockedContacts', k.blocked, true),
    count('resolvedContacts', k.resolved, false),
    mean('waitMeanSeconds', of(k.waitSeconds), of(k.answered, k.abandoned)),
    mean('firstResponseMeanSeconds', of(k.firstResponseSeconds), of(k.firstResponses)),
    mean('resolutionMeanSeconds', of(k.resolutionSeconds), of(k.resolved)),
  ];
}
