// Measured figures of parts that leave the plan go with them: nothing is left that they could be held against.
import type { ReviewSubject } from '../reviewFigures.ts';
import type { Plan } from '../schema/plan.ts';

export type Leaves = { readonly [Subject in ReviewSubject]?: (id: string) => boolean };

/** The reviews of a plan without the figures of parts that leave; nothing where a plan has no reviews. */
export function withoutMeasured({ reviews }: Plan, leaves: Leaves): Pick<Plan, 'reviews'> {
  if (reviews === undefined) return {};
  const goes = (id: string | undefined, subject: ReviewSubject): boolean =>
    id !== undefined && leaves[subject]?.(id) === true;
  return {
    reviews: {
      ...reviews,
      periods: reviews.periods.map((period) => ({
        ...period,
        measured: period.measured.filter(
          (one) =>
            !goes(one.issueType, 'issueType') &&
            !goes(one.channel, 'channel') &&
            !goes(one.team, 'team') &&
            !goes(one.promise, 'promise'),
        ),
      })),
    },
  };
}
