// What one replication says of each promise: how many were counted and how many met, as a whole and by period. For studies
// that need every replication by itself, where the collector gives measures of all together.
import type { CompiledModel, PromiseModel } from '../model/compiledModel.ts';
import { tallyLayout } from '../model/tallyLayout.ts';
import { derivedLayout, derivedNumbers } from './derived.ts';
import { expectedOffered } from './expectedOffered.ts';
import { partsOf, promiseRatios } from './ratios.ts';

/** Of one promise in one replication. Periods without anybody to count are not judged; a promise over the horizon has one. */
export interface PromiseCounts {
  readonly met: number;
  readonly counted: number;
  readonly judgedPeriods: number;
  readonly keptPeriods: number;
  /** Level of the worst period judged; null where none is. */
  readonly worstLevel: number | null;
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
      const { periods, shareToAttain } = model.promises[p] as PromiseModel;
      const first = layout.promisePeriodAt[p] as number;
      let [judgedPeriods, keptPeriods] = [0, 0];
      let worstLevel: number | null = null;
      const judge = (met: number, counted: number): void => {
        if (counted === 0) return;
        judgedPeriods += 1;
        if (met >= shareToAttain * counted) keptPeriods += 1;
        worstLevel = Math.min(worstLevel ?? 1, met / counted);
      };
      if (periods === 0) judge(x, y);
      for (let period = 0; period < periods; period += 1)
        judge(values[first + 2 * period + 1] as number, values[first + 2 * period] as number);
      return { met: x, counted: y, judgedPeriods, keptPeriods, worstLevel };
    });
  };
}
