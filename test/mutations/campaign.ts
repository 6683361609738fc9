// Plants every mutation in a copy of the engine, one after the other, and lets the second program look for it.
import type { PlanReport } from './comparePlans.ts';
import { EngineCopy } from './engineCopy.ts';
import type { Mutation } from './mutation.ts';

/** Random plans from which each mutation gets those that use its rule. */
const census = Array.from({ length: 100 }, (_, seed) => seed);
const contacts = 1500;
const mostPlans = 16;
const secondsForCensus = 600;
const secondsForMutation = 120;

export interface Verdict {
  readonly mutation: Mutation;
  readonly caught: boolean;
  /** How it was caught, or how it got away. */
  readonly how: string;
}

/** Judges mutations in turn; `tell` hears of each as it is judged. Errors: the engine differs without any mutation. */
export function campaign(mutations: readonly Mutation[], tell: (verdict: Verdict) => void): Verdict[] {
  const copy = new EngineCopy();
  try {
    const { reports, failed } = copy.compare(contacts, 'all', census, secondsForCensus);
    const wrong = reports.filter(({ differ }) => differ).map(({ seed }) => seed);
    if (failed !== undefined || wrong.length > 0)
      throw new Error(`without any mutation: ${failed ?? `plans ${wrong.join(', ')} differ`}`);
    return mutations.map((mutation) => {
      const verdict = judge(copy, mutation, reports);
      tell(verdict);
      return verdict;
    });
  } finally {
    copy.remove();
  }
}

function judge(copy: EngineCopy, mutation: Mutation, reports: readonly PlanReport[]): Verdict {
  const plans = reports.filter(({ uses }) => uses.includes(mutation.uses)).map(({ seed }) => seed);
  if (plans.length === 0) return { mutation, caught: false, how: `no plan uses "${mutation.uses}"` };
  try {
    const few = plans.slice(0, mostPlans);
    const { reports: found, failed } = copy.with(mutation, () =>
      copy.compare(contacts, 'first', few, secondsForMutation),
    );
    const seed = found.find(({ differ }) => differ)?.seed;
    if (seed !== undefined) return { mutation, caught: true, how: `random plan ${seed}` };
    if (failed !== undefined) return { mutation, caught: true, how: failed };
    return { mutation, caught: false, how: `${few.length} plans agree` };
  } catch (error) {
    return { mutation, caught: false, how: (error as Error).message };
  }
}
