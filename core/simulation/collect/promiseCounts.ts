// What one replication says of each promise: how many were counted and how many met, as a whole and by period. For studies
// that need every replication by itself, where the collector gives measures of all together.
import type { CompiledModel, PromiseModel } from '../model/compiledModel.ts';
import { tallyLayout } from '../model/tallyLayout.ts';
import { derivedLayout, derivedNumbers } from './derived.ts';
import { expectedOffered } from './expectedOffered.ts';
import { partsOf, promiseRatios } from './ratios.ts';

export interface PromiseCounts {
  readonly met: number;
  readonly counted: number;
  /** met and counted, period by period; empty where the promise is judged over the whole horizon. */
  readonly periods: readonly (readonly [met: number, counted: number])[];
}

/** The counts of every promise, from the tally of a replication; made once a model. */
export function promiseCountsOf(model: CompiledModel): (values: Float64Array) => readonly PromiseCounts[] {
  const layout = tallyLayout(model);
  const derivedPlaces = derivedLayout(model);
  const specs = promiseRatios(model, layout, derivedPlaces);
  return (values) => {
    const derived = derivedNumbers(model, derivedPlaces, layout, values);
    model.promises.forEach(({ ofExpected }, p) => {
      if (ofExpected)
        derived.set(
          expectedOffered(model, p, values).byChannel,
          derivedPlaces.expectedAt + p * model.channels.length,
        );
    });
    return specs.map(({ whole }, p) => {
      const { x, y } = partsOf(whole, values, derived);
      const { periods } = model.promises[p] as PromiseModel;
      const first = layout.promisePeriodAt[p] as number;
      return {
        met: x,
        counted: y,
        periods: Array.from({ length: periods }, (_, period) => [
          values[first + 2 * period + 1] as number,
          values[first + 2 * period] as number,
        ]),
      };
    });
  };
}

/** Whether a promise was kept: in each period with somebody to count, or as a whole; null where there was nobody. */
export function isKept({ met, counted, periods }: PromiseCounts, shareToAttain: number): boolean | null {
  if (periods.length === 0) return counted === 0 ? null : met >= shareToAttain * counted;
  const judged = periods.filter(([, of]) => of > 0);
  return judged.length === 0 ? null : judged.every(([kept, of]) => kept >= shareToAttain * of);
}

/** The level of the worst period with somebody to count, or of the whole; null where there was nobody. */
export function worstLevel({ met, counted, periods }: PromiseCounts): number | null {
  if (periods.length === 0) return counted === 0 ? null : met / counted;
  return periods.reduce<number | null>(
    (worst, [kept, of]) => (of === 0 ? worst : Math.min(worst ?? 1, kept / of)),
    null,
  );
}
