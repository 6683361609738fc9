// How a percentile was read: from the histogram of all replications together, inside the bin in which it lies.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { Basis } from '../../measures/evaluation.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import { percentileRows, percentileShares } from '../../simulation/collect/scopePercentiles.ts';
import type { MeasureScope } from '../../simulation/collect/scopes.ts';
import type { Accounts } from '../../simulation/index.ts';
import type { TallyLayout } from '../../simulation/model/tallyLayout.ts';
import { histogramBins, histogramQuantile, lowerBoundOf } from '../../simulation/stats/histogram.ts';
import { type Chain, counted, fixed, given, output, sure } from '../chain.ts';

/** Whether the measure is a percentile of the scope; then its steps are added. */
export function percentileSteps(
  chain: Chain,
  layout: TallyLayout,
  scope: MeasureScope,
  accounts: Accounts,
  measure: MeasureId,
  basis: Basis,
): boolean {
  const row = percentileRows(layout, [scope]).find(({ measures }) => measures.includes(measure));
  if (row === undefined) return false;
  const share = percentileShares[row.measures.indexOf(measure)] as number;
  const pooled = pooledHistogram(row.histograms, accounts);
  readPercentile(chain, pooled, given('share', share, 'fraction', fixed), 'result', basis);
  return true;
}

/** The histograms of all replications and rows together. */
export function pooledHistogram(histograms: readonly number[], accounts: Accounts): Float64Array {
  const pooled = new Float64Array(histogramBins);
  for (const first of histograms) {
    for (let bin = 0; bin < histogramBins; bin += 1)
      pooled[bin] = (pooled[bin] as number) + (accounts.values[first + bin] as number);
  }
  return pooled;
}

/** Adds the steps that read a percentile at a share; the number of the last. */
export function readPercentile(
  chain: Chain,
  pooled: Float64Array,
  share: ExplainedValue,
  name: QuantityName,
  basis: Basis,
): number {
  const all = pooled.reduce((sum, count) => sum + count, 0);
  const goal = (share.value ?? 0) * all;
  const rank = chain.add({
    code: 'rank',
    inputs: [share, given('observed', all, 'contacts', counted)],
    operation: { kind: 'formula', formula: ['*', 'share', 'observed'] },
    outputs: [output('rank', goal, 'contacts')],
    basis: sure,
  });
  const value = histogramQuantile(pooled, share.value ?? 0);
  const { bin, below } = binOf(pooled, goal);
  const low = lowerBoundOf(bin);
  const high = bin + 1 < histogramBins ? lowerBoundOf(bin + 1) : low;
  return chain.add({
    code: 'percentile',
    inputs: [
      given('binLow', low, 'seconds', fixed),
      given('binHigh', bin === 0 ? low : high, 'seconds', fixed),
      chain.from(rank, 'rank'),
      given('belowBin', below, 'contacts', counted),
      given('inBin', pooled[bin] as number, 'contacts', counted),
    ],
    operation: {
      kind: 'formula',
      formula: ['+', 'binLow', ['*', ['/', ['-', 'rank', 'belowBin'], 'inBin'], ['-', 'binHigh', 'binLow']]],
    },
    outputs: [output(name, value, 'seconds')],
    basis,
  });
}

function binOf(pooled: Float64Array, goal: number): { readonly bin: number; readonly below: number } {
  let below = 0;
  for (let bin = 0; bin < pooled.length; bin += 1) {
    const count = pooled[bin] as number;
    if (count > 0 && below + count >= goal) return { bin, below };
    below += count;
  }
  return { bin: pooled.length - 1, below };
}
