// The review of the shown plan: a study that is asked for, and the answer of the content that it was asked of.
import type { Failure } from '../../core/contract/failures.ts';
import type { ReviewResult } from '../../core/measures/review.ts';
import { canonicalJson } from '../../core/plan/canonicalJson.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
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
  let asking = 0;
  let run: string | null = null;
  const stop = (): void => {
    asking += 1;
    if (run !== null) void client.call('study.cancel', { run });
    run = null;
  };
  return {
    ...noReview,
    startReview: async () => {
      stop();
      const mine = asking;
      const { open } = get();
      if (open === null || open.planHash === null) return;
      const { text } = open;
      const content = reviewedContent(open.plan);
      set({ reviewing: { done: 0, expected: 1 }, reviewFailure: null });
      const fail = (failure: Failure): void => set({ reviewing: null, reviewFailure: failure });
      const started = await client.call('study.start', { text, asked: { study: 'review', replications } });
      if (mine !== asking) {
        if (started.ok) void client.call('study.cancel', { run: started.value.run });
        return;
      }
      if (!started.ok) return fail(started.failure);
      run = started.value.run;
      for (let after = -1; ; ) {
        const reply = await client.call('study.next', { run: started.value.run, after });
        if (mine !== asking) return;
        if (!reply.ok) return fail(reply.failure);
        const { state, stepsDone, stepsExpected, finding, failure, sequence } = reply.value;
        after = sequence;
        if (state === 'running') {
          set({ reviewing: { done: stepsDone, expected: stepsExpected } });
          continue;
        }
        run = null;
        if (finding?.study === 'review') set({ reviewing: null, review: { content, result: finding.value } });
        else if (failure === null) set({ reviewing: null });
        else fail(failure);
        return;
      }
    },
    stopReview: () => {
      stop();
      set({ reviewing: null });
    },
  };
}
