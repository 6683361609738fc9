// What the simulation adds of a stress: the promises that it finds missed or at risk, and that are not so without any stress.
import type { StressResult, StressRow } from '../measures/stress.ts';

export interface StressNews {
  /** Promises, in the order of the plan. */
  readonly missed: readonly string[];
  readonly atRisk: readonly string[];
}

/** Null where nothing was simulated. Example: a promise that is missed as the plan stands is not told again at any size. */
export function stressNews({ promises }: StressResult, { simulated }: StressRow): StressNews | null {
  if (simulated === null) return null;
  const before = (id: string) => promises.find((promise) => promise.id === id)?.simulated?.verdict;
  const of = (verdict: 'missed' | 'atRisk'): string[] =>
    simulated
      .filter((found) => found.verdict === verdict && before(found.promise) !== verdict)
      .map(({ promise }) => promise);
  return { missed: of('missed'), atRisk: of('atRisk') };
}

/** Promises that are missed without any stress: by simulation where there is one, else by formula. */
export const missedAlready = ({ promises }: StressResult): StressResult['promises'] =>
  promises.filter(({ level, shareToAttain, simulated }) =>
    simulated === null ? level !== null && level < shareToAttain : simulated.verdict === 'missed',
  );
