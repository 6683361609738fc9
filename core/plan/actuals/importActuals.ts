// What was read goes into the reviews of the plan, as one step: a period of the same days takes the new figures in the place of its old
// ones, the others stay.
import type { Command } from '../edits/command.ts';
import { measuredKey } from '../reviewFigures.ts';
import type { Text } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { ReviewPeriod, Reviews } from '../schema/review.ts';
import type { ReadPeriod } from './readActuals.ts';

export interface Origin {
  /** Where the figures come from, such as the name of the file. */
  readonly source: Text | undefined;
  /** A note in the language in which it was written. */
  readonly note: (text: string) => Text;
}

export const emptyReviews: Reviews = { periods: [], decisions: [] };

/** The reviews with what was read. */
export function withActuals(
  { reviews = emptyReviews }: Plan,
  read: readonly ReadPeriod[],
  origin: Origin,
): Reviews {
  const periods = [...reviews.periods];
  for (const { from, to, measured, notes } of read) {
    const place = periods.findIndex((one) => one.from === from && one.to === to);
    const old: ReviewPeriod = periods[place] ?? { id: freePeriod(periods), from, to, measured: [] };
    const news = new Set(measured.map((one) => measuredKey(one.figure, one)));
    const kept = old.measured.filter((one) => !news.has(measuredKey(one.figure, one)));
    const said = notes.map(origin.note);
    const period: ReviewPeriod = {
      ...old,
      ...(origin.source === undefined ? {} : { source: origin.source }),
      measured: [...kept, ...measured],
      ...(said.length === 0
        ? {}
        : { survey: { ...old.survey, notes: [...(old.survey?.notes ?? []), ...said] } }),
    };
    if (place < 0) periods.push(period);
    else periods[place] = period;
  }
  periods.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return { ...reviews, periods };
}

export const importActuals = (plan: Plan, read: readonly ReadPeriod[], origin: Origin): Command[] => [
  { change: 'set', at: ['reviews'], value: withActuals(plan, read, origin) },
];

function freePeriod(periods: readonly ReviewPeriod[]): string {
  const taken = new Set(periods.map(({ id }) => id));
  let number = periods.length + 1;
  while (taken.has(`period-${number}`)) number += 1;
  return `period-${number}`;
}
