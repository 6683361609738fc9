// Numbers of people by spans of the week: what they add up to, and how a stroke on the timeline changes them.
import { amount } from '../../../core/plan/amount.ts';
import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import type { Quantity, Weekday } from '../../../core/plan/schema/elements.ts';
import type { Staffing } from '../../../core/plan/schema/team.ts';
import { clockOf } from '../fields/clockText.ts';

export type Count = Extract<Staffing, { kind: 'counts' }>['counts'][number];

/** A stretch of a day with one number of people. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
}

/** To a millionth: sums of such figures as 0.1 leave no residue. */
const tidy = (agents: number): number => Math.round(agents * 1e6) / 1e6;

/** What spans that overlap add up to, where anybody is there. */
export function levelled(spans: readonly Level[]): Level[] {
  const bounds = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const levels: Level[] = [];
  for (const [at, from] of bounds.entries()) {
    const to = bounds[at + 1];
    if (to === undefined) break;
    const agents = tidy(
      spans.reduce((sum, span) => sum + (span.from <= from && span.to >= to ? span.agents : 0), 0),
    );
    const last = levels.at(-1);
    if (last !== undefined && last.to === from && last.agents === agents)
      levels[levels.length - 1] = { ...last, to };
    else if (agents > 0) levels.push({ from, to, agents });
  }
  return levels;
}

export const levelsOf = (counts: readonly Count[], day: Weekday): Level[] =>
  levelled(
    counts
      .filter(({ weekdays }) => weekdays.includes(day))
      .map(({ from, to, agents }) => ({ from: minutesOf(from), to: minutesOf(to), agents: amount(agents) })),
  );

export const agentsAt = (counts: readonly Count[], day: Weekday, minute: number): number =>
  levelsOf(counts, day).find(({ from, to }) => from <= minute && minute < to)?.agents ?? 0;

export interface Stroke {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
}

/**
 * So many people in the stroke, whatever was there; outside of it every entry stays as it was, with its range and source.
 * Example: painting 3 over 10:00 to 12:00 of an entry of 5 from 08:00 to 16:00 leaves 5, 3, 5.
 */
export function painted(counts: readonly Count[], stroke: Stroke, agents: number): Count[] {
  const left = counts.flatMap((count) => without(count, stroke));
  if (agents > 0)
    left.push({ weekdays: [...stroke.days], from: clockOf(stroke.from), to: clockOf(stroke.to), agents });
  const merged = joined(left);
  // A group needs one entry at least.
  if (merged.length > 0) return merged;
  return [{ weekdays: [...stroke.days], from: clockOf(stroke.from), to: clockOf(stroke.to), agents: 0 }];
}

/** What is left of an entry outside of the stroke. */
function without(count: Count, { days, from, to }: Stroke): Count[] {
  const touched = count.weekdays.filter((day) => days.includes(day));
  const start = minutesOf(count.from);
  const end = minutesOf(count.to);
  if (touched.length === 0 || end <= from || start >= to) return [count];
  const untouched = count.weekdays.filter((day) => !days.includes(day));
  return [
    ...(untouched.length > 0 ? [{ ...count, weekdays: untouched }] : []),
    ...(start < from ? [{ ...count, weekdays: touched, to: clockOf(from) }] : []),
    ...(end > to ? [{ ...count, weekdays: touched, from: clockOf(to) }] : []),
  ];
}

const sameDays = (one: Count, other: Count): boolean =>
  one.weekdays.length === other.weekdays.length && one.weekdays.every((day) => other.weekdays.includes(day));

const sameAgents = (one: Quantity, other: Quantity): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Entries of the same people that follow one another, or are at the same time on other days, become one. */
export function joined(counts: readonly Count[]): Count[] {
  const list = [...counts];
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < list.length && !changed; i += 1)
      for (let j = i + 1; j < list.length && !changed; j += 1) {
        const both = asOne(list[i] as Count, list[j] as Count);
        if (both === undefined) continue;
        list[i] = both;
        list.splice(j, 1);
        changed = true;
      }
  }
  return list;
}

function asOne(one: Count, other: Count): Count | undefined {
  if (!sameAgents(one.agents, other.agents)) return undefined;
  if (sameDays(one, other)) {
    if (one.to === other.from) return { ...one, to: other.to };
    if (other.to === one.from) return { ...one, from: other.from };
  }
  const apart = one.weekdays.every((day) => !other.weekdays.includes(day));
  if (apart && one.from === other.from && one.to === other.to)
    return { ...one, weekdays: [...one.weekdays, ...other.weekdays] };
  return undefined;
}
