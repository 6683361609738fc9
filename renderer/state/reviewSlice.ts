// The review of the shown plan: a study that is asked for, and the answer of the content that it was asked of.
import type { Failure } from '../../core/contract/failures.ts';
import type { ReviewResult } from '../../core/measures/review.ts';
import { canonicalJson } from '../../core/plan/canonicalJson.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { followStudy } from './followStudy.ts';
import type { SliceParts } from './session.ts';

export interface ShownReview {
  /** What it is about, see `reviewedContent`. */
  readonly content: string;
  readonly result: ReviewResult;
}

export interface ReviewSlice {
  readonly review: ShownReview | null;
  /** Null unless one is being worked out; share of the work, 0 to 1. */
  readonly reviewing: { readonly done: number; readonly expected: number } | null;
  readonly reviewFailure: Failure | null;
  readonly startReview: () => Promise<void>;
  readonly stopReview: () => void;
}

/** All of a plan that its review rests on: notes and decisions may follow without making it stale. */
export const reviewedContent = ({ reviews, ...plan }: Plan): string =>
  canonicalJson({
    ...plan,
    periods: (reviews?.periods ?? []).map(({ id, from, to, measured }) => ({ id, from, to, measured })),
  });

export const noReview = { review: null, reviewing: null, reviewFailure: null } as const;

/** Enough to tell a part of a point; more would make one wait. */
const replications = 20;

export function createReviewer({ client, set, get }: SliceParts): ReviewSlice {
  const study = followStudy(client);
  return {
    ...noReview,
    startReview: async () => {
      study.stop();
      const { open } = get();
      if (open === null || open.planHash === null) return;
      const { text } = open;
      const content = reviewedContent(open.plan);
      set({ reviewing: { done: 0, expected: 1 }, reviewFailure: null });
      await study.start(
        { text, asked: { study: 'review', replications } },
        {
          onProgress: (done, expected) => set({ reviewing: { done, expected } }),
          onFinding: (finding) => {
            if (finding.study === 'review')
              set({ reviewing: null, review: { content, result: finding.value } });
          },
          onFailure: (failure) => set({ reviewing: null, reviewFailure: failure }),
        },
      );
    },
    stopReview: () => {
      study.stop();
      set({ reviewing: null });
    },
  };
}
