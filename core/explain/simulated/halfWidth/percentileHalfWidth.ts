// The half-width of a percentile: that of the share of durations below it, turned into durations by the histogram of all
// replications together (core/simulation/stats/percentiles.ts).
import type { PercentileSpread } from '../../../simulation/stats/percentiles.ts';
import { type Chain, counted, fixed, given } from '../../chain.ts';
import { degreesStep, formulaStep, ofReplications, quantileStep } from '../../formulaStep.ts';
import { readPercentile } from '../percentileSteps.ts';

export interface PercentileHalfWidth {
  readonly spread: PercentileSpread;
  /** Histogram of all replications. */
  readonly pooled: Float64Array;
  readonly share: number;
  readonly value: number;
  readonly halfWidth: number;
}

/** Adds the steps; the last gives the half-width. */
export function percentileHalfWidth(chain: Chain, of: PercentileHalfWidth): void {
  const { spread, pooled, share, value, halfWidth } = of;
  const { replications, upTo, observed } = spread;
  const reached = formulaStep(chain, {
    code: 'shareReached',
    inputs: [ofReplications('upTo', upTo, 'contacts'), ofReplications('observed', observed, 'contacts')],
    formula: ['/', 'upTo', 'observed'],
    name: 'shareReached',
    unit: 'fraction',
  });
  const deviations = formulaStep(chain, {
    code: 'deviationsOfShare',
    inputs: [
      ofReplications('squaresUpTo', spread.squaresUpTo),
      chain.from(reached),
      ofReplications('productsUpTo', spread.products),
      ofReplications('squaresObserved', spread.squaresObserved),
    ],
    formula: [
      '+',
      ['-', 'squaresUpTo', ['*', 2, 'shareReached', 'productsUpTo']],
      ['*', 'shareReached', 'shareReached', 'squaresObserved'],
    ],
    name: 'deviations',
  });
  const degrees = degreesStep(chain, replications);
  const quantile = quantileStep(chain, degrees);
  const ofShare = formulaStep(chain, {
    code: 'halfWidthOfShare',
    inputs: [
      chain.from(quantile),
      chain.from(deviations),
      chain.from(degrees),
      ofReplications('replications', replications),
      ofReplications('observed', observed, 'contacts'),
    ],
    formula: [
      '/',
      ['*', 'quantile', ['root', ['/', ['max', 0, 'deviations'], 'degrees']], ['root', 'replications']],
      'observed',
    ],
    name: 'halfWidthOfShare',
    unit: 'fraction',
  });
  const end = (side: 1 | -1): number => {
    const asked = formulaStep(chain, {
      code: side < 0 ? 'lowEndOfShare' : 'highEndOfShare',
      inputs: [given('share', share, 'fraction', fixed), chain.from(ofShare)],
      formula:
        side < 0
          ? ['max', 0, ['-', 'share', 'halfWidthOfShare']]
          : ['min', 1, ['+', 'share', 'halfWidthOfShare']],
      name: 'share',
      unit: 'fraction',
    });
    const name = side < 0 ? 'lowEnd' : 'highEnd';
    return readPercentile(chain, pooled, chain.from(asked), name, { kind: 'simulated', halfWidth: null });
  };
  const [low, high] = [end(-1), end(1)];
  formulaStep(chain, {
    code: 'meanOfSides',
    inputs: [given('value', value, 'seconds', counted), chain.from(low), chain.from(high)],
    formula: [
      'root',
      ['/', ['+', ['power', ['-', 'value', 'lowEnd'], 2], ['power', ['-', 'highEnd', 'value'], 2]], 2],
    ],
    name: 'halfWidth',
    unit: 'seconds',
    value: halfWidth,
  });
}
