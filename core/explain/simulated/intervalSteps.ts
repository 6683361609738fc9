// A simulated number of one interval: which counts of that interval it was divided from.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { MeasureScope } from '../../simulation/collect/scopes.ts';
import { type IntervalPlaces, seriesLines } from '../../simulation/collect/seriesLines.ts';
import type { Accounts, CompiledModel } from '../../simulation/index.ts';
import { channelCounter, channelCounters, type TallyLayout } from '../../simulation/model/tallyLayout.ts';
import type { Parts } from '../parts.ts';
import { type Count, unitOf } from './counts.ts';
import type { CountedPlace, RatioParts } from './ratioSteps.ts';

/** The sums of a measure of one interval over all replications; null where it is not told over time. */
export function intervalParts(
  model: CompiledModel,
  layout: TallyLayout,
  scopes: readonly MeasureScope[],
  parts: Parts,
  accounts: Accounts,
  asked: {
    readonly measure: MeasureId;
    readonly scope: string;
    readonly id: string;
    readonly interval: number;
  },
): (RatioParts & { readonly perInterval: boolean }) | null {
  const line = seriesLines(model, layout, scopes).find(
    ({ measure, scope, id }) => measure === asked.measure && scope === asked.scope && id === asked.id,
  );
  if (line === undefined) return null;
  const places = ({ first, stride }: IntervalPlaces): CountedPlace[] =>
    first.map((start) => ({
      ...countOf(model, layout, parts, start),
      value: accounts.values[start + asked.interval * stride] as number,
    }));
  const below: CountedPlace[] =
    typeof line.y === 'number'
      ? [
          {
            ...{
              name: line.y === 0 ? 'samples' : 'expected',
              unit: line.y === 0 ? 'number' : 'contacts',
              of: null,
            },
            value: accounts.rows[line.y]?.[asked.interval] ?? 0,
          },
        ]
      : places(line.y);
  return {
    ...{ plus: places(line.x), minus: [], below, perInterval: line.perStep },
    scale: line.perStep ? model.axis.intervalSeconds : 1,
  };
}

/** What a row of intervals that begins at a place counts, and of which part. */
function countOf(model: CompiledModel, layout: TallyLayout, parts: Parts, start: number): Count {
  const { intervals } = layout;
  const named = (name: QuantityName, of: Count['of']): Count => ({ name, unit: unitOf(name), of });
  const inside = (at: number, size: number): boolean => start >= at && start < at + size;
  const teamRow = (at: number, name: QuantityName): Count | null =>
    inside(at, layout.teams * intervals)
      ? named(name, parts.team(Math.floor((start - at) / intervals)))
      : null;
  const classRow = (at: number, name: QuantityName): Count | null => {
    if (!inside(at, layout.classes * intervals)) return null;
    const channel = model.classes[Math.floor((start - at) / intervals)]?.channel ?? -1;
    return named(name, channel < 0 ? null : parts.channel(channel));
  };
  if (inside(layout.exposureAt, intervals)) return { name: 'observedSeconds', unit: 'seconds', of: null };
  if (inside(layout.promiseSeriesAt, layout.promises * intervals * 2))
    return named((start - layout.promiseSeriesAt) % 2 === 0 ? 'counted' : 'met', null);
  if (inside(layout.channelSeriesAt, model.channels.length * intervals * channelCounters)) {
    const at = start - layout.channelSeriesAt;
    const counter = Object.entries(channelCounter).find(([, place]) => place === at % channelCounters)?.[0];
    return named(
      (counter ?? 'counted') as QuantityName,
      parts.channel(Math.floor(at / (intervals * channelCounters))),
    );
  }
  return (
    classRow(layout.offeredSeriesAt, 'offered') ??
    classRow(layout.classQueueSeriesAt, 'queueSeconds') ??
    teamRow(layout.teamQueueSeriesAt, 'queueSeconds') ??
    teamRow(layout.dutySeriesAt, 'dutySeconds') ??
    teamRow(layout.busySeriesAt, 'busySeconds') ??
    teamRow(layout.overRunSeriesAt, 'overRunSeconds') ??
    teamRow(layout.backlogSeriesAt, 'backlogSum') ??
    teamRow(layout.oldestSeriesAt, 'oldestSum') ??
    named('counted', null)
  );
}
