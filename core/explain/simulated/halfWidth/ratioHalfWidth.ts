// The half-width of a ratio over replications: how far numerators and denominators part from the ratio, what of that controls
// explain, and how that shrinks with the number of replications (core/simulation/stats/controlledRatios.ts).
import type { ExplainedUnit, ExplainedValue } from '../../../measures/explanation.ts';
import type { QuantityName } from '../../../measures/explanationNames.ts';
import type { Formula } from '../../../measures/formula.ts';
import type { ControlSpread, Deviations, RatioSpread } from '../../../simulation/stats/ratioSpread.ts';
import { type Chain, fixed, given } from '../../chain.ts';
import { degreesStep, formulaStep, ofReplications, quantileStep } from '../../formulaStep.ts';

/** What a control is called in what it takes off, and in how far its mean has drifted. */
interface ControlNames {
  readonly takes: QuantityName;
  readonly drift: QuantityName;
}

const companion: ControlNames = { takes: 'byCompanion', drift: 'driftOfCompanion' };
const work: ControlNames = { takes: 'byWork', drift: 'driftOfWork' };
const arrivals: ControlNames = { takes: 'byArrivals', drift: 'driftOfArrivals' };
const earlierWork: ControlNames = { takes: 'byEarlierWork', drift: 'driftOfEarlierWork' };

/** By slot: of the promises (collect/controls.ts), and of waits and abandonment (collect/waitControls.ts). */
export const controlsOf = {
  promises: [companion, work, arrivals, earlierWork],
  waits: [companion, work, earlierWork],
} as const satisfies Readonly<Record<string, readonly ControlNames[]>>;
export type ControlList = keyof typeof controlsOf;

export interface RatioHalfWidth {
  readonly spread: RatioSpread;
  readonly controls: ControlList;
  /** See LevelSpread. */
  readonly widthForLooking: number | null;
  readonly unit: ExplainedUnit;
  readonly halfWidth: number;
}

/** Squared deviations of a numerator from a ratio times its denominator, added up over replications. */
export function deviationStep(
  chain: Chain,
  of: Deviations & { readonly ratio: number },
  unit: ExplainedUnit,
): number {
  return formulaStep(chain, {
    code: 'deviations',
    inputs: [
      ofReplications('squaresAbove', of.squaresAbove),
      ofReplications('ratio', of.ratio, unit),
      ofReplications('products', of.products),
      ofReplications('squaresBelow', of.squaresBelow),
    ],
    formula: [
      '+',
      ['-', 'squaresAbove', ['*', 2, 'ratio', 'products']],
      ['*', 'ratio', 'ratio', 'squaresBelow'],
    ],
    name: 'deviations',
  });
}

export const meanBelowStep = (chain: Chain, denominators: number, replications: number): number =>
  formulaStep(chain, {
    code: 'meanBelow',
    inputs: [ofReplications('denominators', denominators), ofReplications('replications', replications)],
    formula: ['/', 'denominators', 'replications'],
    name: 'meanBelow',
  });

/** Adds the steps; the last gives the half-width. */
export function ratioHalfWidth(chain: Chain, of: RatioHalfWidth): void {
  const { spread, unit, halfWidth, widthForLooking } = of;
  const { replications, controls, blocks } = spread;
  const meanBelow = meanBelowStep(chain, spread.denominators, replications);
  const deviations = deviationStep(chain, spread, unit);
  const left = controls.length === 0 ? deviations : withoutControls(chain, of, deviations);
  const degrees = degreesStep(chain, replications, controls.length);
  const variance = formulaStep(chain, {
    code: 'variance',
    inputs: [chain.from(left, 'left'), chain.from(degrees, 'degrees')],
    formula: ['/', ['max', 0, 'left'], 'degrees'],
    name: 'variance',
  });
  const ofMean =
    blocks === null
      ? formulaStep(chain, {
          code: 'varianceOfMean',
          inputs: [chain.from(variance), ofReplications('replications', replications)],
          formula: ['/', 'variance', 'replications'],
          name: 'varianceOfMean',
        })
      : varianceByBlocks(chain, spread, variance);
  const drifted = controls.length === 0 ? ofMean : withDrift(chain, of, ofMean);
  const freedom =
    blocks === null
      ? degrees
      : formulaStep(chain, {
          code: 'degreesOfBlocks',
          inputs: [ofReplications('blocks', blocks.full)],
          formula: ['-', 'blocks', 1],
          name: 'degrees',
        });
  const quantile = quantileStep(chain, freedom);
  const last = formulaStep(chain, {
    code: 'halfWidth',
    inputs: [chain.from(quantile), chain.from(drifted, 'varianceOfMean'), chain.from(meanBelow)],
    formula: ['/', ['*', 'quantile', ['root', 'varianceOfMean']], 'meanBelow'],
    name: widthForLooking === null ? 'halfWidth' : 'onceLooked',
    unit,
    ...(widthForLooking === null && { value: halfWidth }),
  });
  if (widthForLooking === null) return;
  formulaStep(chain, {
    code: 'widerForLooking',
    inputs: [
      chain.from(last, 'onceLooked'),
      given('widening', widthForLooking, 'number', fixed),
      chain.from(degrees),
    ],
    formula: ['*', 'onceLooked', ['+', 1, ['/', 'widening', 'degrees']]],
    name: 'halfWidth',
    unit,
    value: halfWidth,
  });
}

const namesOf = ({ controls }: Pick<RatioHalfWidth, 'controls'>, { slot }: ControlSpread): ControlNames =>
  controlsOf[controls][slot] ?? companion;

const sumOf = (values: readonly ExplainedValue[]): Formula => {
  const keys = values.map(({ key }) => key);
  return keys.length === 1 ? (keys[0] as string) : ['+', ...keys];
};

/** What is left of the deviations once one control after the other has explained its part. */
function withoutControls(chain: Chain, of: RatioHalfWidth, deviations: number): number {
  const taken = of.spread.controls.map((control) => {
    const step = formulaStep(chain, {
      code: 'controlExplains',
      inputs: [ofReplications('together', control.together), ofReplications('ownDeviations', control.own)],
      formula: ['*', ['/', 'together', 'ownDeviations'], 'together'],
      name: namesOf(of, control).takes,
    });
    return chain.from(step);
  });
  const all = sumOf(taken);
  formulaStep(chain, {
    code: 'explainedShare',
    inputs: [...taken, chain.from(deviations)],
    formula: ['/', all, 'deviations'],
    name: 'explainedShare',
    unit: 'fraction',
  });
  return formulaStep(chain, {
    code: 'leftDeviations',
    inputs: [chain.from(deviations), ...taken],
    formula: ['-', 'deviations', all],
    name: 'leftDeviations',
  });
}

/** The slopes of controls are known the less the further their means are from 0. */
function withDrift(chain: Chain, of: RatioHalfWidth, ofMean: number): number {
  const drifts = of.spread.controls.map((control) => {
    const step = formulaStep(chain, {
      code: 'controlDrift',
      inputs: [ofReplications('controlMean', control.mean), ofReplications('ownDeviations', control.own)],
      formula: ['/', ['*', 'controlMean', 'controlMean'], 'ownDeviations'],
      name: namesOf(of, control).drift,
    });
    return chain.from(step);
  });
  const { replications } = of.spread;
  return formulaStep(chain, {
    code: 'widerByDrift',
    inputs: [chain.from(ofMean), ofReplications('replications', replications), ...drifts],
    formula: ['*', 'varianceOfMean', ['+', 1, ['*', 'replications', sumOf(drifts)]]],
    name: 'varianceOfMean',
  });
}

/** Where days vary, replications are alike in blocks: full blocks tell the variance, those behind them have their own. */
function varianceByBlocks(chain: Chain, { blocks, replications }: RatioSpread, variance: number): number {
  const { size = 1, full = 1, squares = 0 } = blocks ?? {};
  const sizes: readonly ExplainedValue[] = [
    given('blockSize', size, 'number', fixed),
    ofReplications('blocks', full),
  ];
  const ofBlocks = formulaStep(chain, {
    code: 'varianceOfBlocks',
    inputs: [ofReplications('blockDeviations', squares), ...sizes],
    formula: ['/', 'blockDeviations', ['*', 'blockSize', 'blockSize', 'blocks', ['-', 'blocks', 1]]],
    name: 'varianceOfBlocks',
  });
  const inBlocks = formulaStep(chain, {
    code: 'inBlocks',
    inputs: [...sizes, ofReplications('replications', replications)],
    formula: ['/', ['*', 'blockSize', 'blocks'], 'replications'],
    name: 'inBlocks',
    unit: 'fraction',
  });
  return formulaStep(chain, {
    code: 'varianceWithBlocks',
    inputs: [
      chain.from(inBlocks),
      chain.from(ofBlocks),
      chain.from(variance),
      ofReplications('replications', replications),
    ],
    formula: [
      '+',
      ['*', 'inBlocks', 'inBlocks', 'varianceOfBlocks'],
      ['/', ['*', ['-', 1, 'inBlocks'], 'variance'], 'replications'],
    ],
    name: 'varianceOfMean',
  });
}

/** By how much controls have moved a ratio: what each takes off the mean numerator, over the mean denominator. Gives the step. */
export function adjustmentSteps(
  chain: Chain,
  spread: RatioSpread,
  controls: ControlList,
  unit: ExplainedUnit,
): number {
  const meanBelow = meanBelowStep(chain, spread.denominators, spread.replications);
  const taken = spread.controls.map((control) => {
    const step = formulaStep(chain, {
      code: 'controlTakes',
      inputs: [
        ofReplications('together', control.together),
        ofReplications('ownDeviations', control.own),
        ofReplications('controlMean', control.mean),
      ],
      formula: ['*', ['/', 'together', 'ownDeviations'], 'controlMean'],
      name: namesOf({ controls }, control).takes,
    });
    return chain.from(step);
  });
  return formulaStep(chain, {
    code: 'adjustment',
    inputs: [...taken, chain.from(meanBelow)],
    formula: ['-', ['/', sumOf(taken), 'meanBelow']],
    name: 'adjustment',
    unit,
  });
}
