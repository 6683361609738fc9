// The demand as a table of issue types by channels, and the edits that change it: a cell, a row, a column, the whole, or
// a share with all others following in proportion. Each is one step.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';
import { inPeriod, type Period, quantityAt, scaledQuantity, totalOf } from './volumes.ts';

export type MixPlan = Pick<Plan, 'issueTypes' | 'channels' | 'demand' | 'startingBacklog'>;

export interface MixPlace {
  readonly issueType: string;
  readonly channel: string;
}

/** A cell of the table with its new content; null takes its lines away. */
export interface MixEdit extends MixPlace {
  readonly contacts: number | null;
}

export const linesAt = (plan: MixPlan, { issueType, channel }: MixPlace): readonly Demand[] =>
  plan.demand.filter((line) => line.issueType === issueType && line.channel === channel);

const stated = (lines: readonly Demand[]): Demand[] => lines.filter(({ volume }) => volume !== undefined);

/** Volumes of lines, so many times as large. */
export function scaleLines(lines: readonly Demand[], factor: number): Command[] {
  if (factor === 1) return [];
  return stated(lines).flatMap(({ id, volume }) =>
    volume === undefined
      ? []
      : [
          {
            change: 'set' as const,
            at: ['demand', id, 'volume', 'contacts'],
            value: scaledQuantity(volume.contacts, factor),
          },
        ],
  );
}

/** Volumes of lines that add up to so many, in the same proportion as before; in equal parts where there was nothing. */
export function setLines(lines: readonly Demand[], contacts: number, per: Period): Command[] {
  const volumes = stated(lines);
  const before = totalOf(volumes, per);
  if (before > 0 && volumes.length > 1) return scaleLines(volumes, contacts / before);
  return volumes.flatMap(({ id, volume }) => {
    if (volume === undefined) return [];
    const value = quantityAt(volume.contacts, inPeriod(contacts / volumes.length, per, volume.per));
    return [{ change: 'set' as const, at: ['demand', id, 'volume', 'contacts'], value }];
  });
}

/** Takes lines out, with the backlog that they start with. */
export function removeLines(plan: MixPlan, ids: readonly string[]): Command[] {
  const backlog = plan.startingBacklog.flatMap(({ demand }, at) => (ids.includes(demand) ? [at] : []));
  return [
    ...backlog.toReversed().map((at): Command => ({ change: 'remove', at: ['startingBacklog', at] })),
    ...ids.map((id): Command => ({ change: 'remove', at: ['demand', id] })),
  ];
}

/** A new line has the profile that most lines of its channel have. */
export function newLine(plan: MixPlan, place: MixPlace, contacts: number, per: Period, id?: string): Demand {
  const profiles = plan.demand
    .filter(({ channel }) => channel === place.channel)
    .map(({ profile }) => profile);
  const profile = mostFrequent(profiles);
  return {
    id: id ?? freeId(plan.demand, 'line'),
    ...place,
    volume: { contacts, per },
    ...(profile === undefined ? {} : { profile }),
    growthPerYear: 0,
  };
}

function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const count = (value: Value): number => values.filter((other) => other === value).length;
  return values.toSorted((a, b) => count(b) - count(a))[0];
}

export const addLine = (plan: MixPlan, place: MixPlace, per: Period): Command[] => [
  { change: 'add', at: ['demand'], value: newLine(plan, place, 0, per) },
];

export function setCells(plan: MixPlan, edits: readonly MixEdit[], per: Period): Command[] {
  const gone = edits.flatMap((edit) => (edit.contacts === null ? stated(linesAt(plan, edit)) : []));
  const added: Demand[] = [];
  const changes = edits.flatMap((edit): Command[] => {
    const { contacts, issueType, channel } = edit;
    if (contacts === null) return [];
    const lines = stated(linesAt(plan, edit));
    if (lines.length > 0) return setLines(lines, contacts, per);
    const line = newLine(
      plan,
      { issueType, channel },
      contacts,
      per,
      freeId([...plan.demand, ...added], 'line'),
    );
    added.push(line);
    return [];
  });
  return [
    ...changes,
    ...added.map((value): Command => ({ change: 'add', at: ['demand'], value })),
    ...removeLines(
      plan,
      gone.map(({ id }) => id),
    ),
  ];
}

export type SharesRefused = 'sharesOverOne' | 'sharesNotOne';

/** Rounded percentages may miss 100 by as much in all. */
const roundingOfShares = 0.006;

/**
 * Gives parts of the whole their shares; what is left goes to all others in the proportion that they had. The total stays.
 * Parts are lines that stand together: a cell, a row, a column.
 */
export function setShares(
  plan: MixPlan,
  parts: readonly { readonly lines: readonly Demand[]; readonly share: number; readonly place?: MixPlace }[],
  per: Period,
): readonly Command[] | SharesRefused {
  const total = totalOf(plan.demand, per);
  const asked = parts.reduce((sum, { share }) => sum + share, 0);
  const ids = new Set(parts.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const others = plan.demand.filter(({ id }) => !ids.has(id));
  const rest = totalOf(others, per);
  if (asked > 1 + roundingOfShares) return 'sharesOverOne';
  if (rest === 0 && Math.abs(asked - 1) > roundingOfShares) return 'sharesNotOne';
  const unit = rest === 0 || asked > 1 ? total / asked : total;
  const left = Math.max(0, total - asked * unit);
  const added: Demand[] = [];
  const changes = parts.flatMap(({ lines, share, place }): Command[] => {
    if (stated(lines).length > 0) return setLines(lines, share * unit, per);
    if (place === undefined || share === 0) return [];
    added.push(newLine(plan, place, share * unit, per, freeId([...plan.demand, ...added], 'line')));
    return [];
  });
  return [
    ...changes,
    ...(rest === 0 ? [] : scaleLines(others, left / rest)),
    ...added.map((value): Command => ({ change: 'add', at: ['demand'], value })),
  ];
}
