// The interval of a chance: Wilson's, with as many independent replications as would vary as much, because those of one draw share
// what is not known (core/uncertainty/chanceOf.ts).
import type { ExplanationStep } from '../../measures/explanation.ts';
import type { Formula } from '../../measures/formula.ts';
import type { Chance, ChanceGrounds } from '../../measures/probability.ts';
import { Chain } from '../chain.ts';
import { formulaStep, ofReplications, quantileStep } from '../formulaStep.ts';
import { drawsByKept, plusOf } from './chanceSteps.ts';

/** Empty where there is no interval, or where one draw says nothing of it. */
export function chanceInterval(
  grounds: ChanceGrounds,
  { value, low, high }: Chance,
): readonly ExplanationStep[] {
  const counts = grounds.by === 'simulation' ? grounds.drawsByKept : [];
  const number = grounds.by === 'simulation' ? counts.reduce((sum, one) => sum + one, 0) : grounds.draws;
  if (value === null || low === null || high === null || number < 2) return [];
  const chain = new Chain();
  const perDraw = counts.length - 1;
  const chance = ofReplications('chance', value, 'fraction');
  const draws = ofReplications('draws', number);
  const squares =
    grounds.by === 'formula'
      ? ofReplications('squaresOfChances', grounds.squares)
      : chain.from(squaresByKept(chain, counts, value));
  const variance = formulaStep(chain, {
    code: 'varianceOfChance',
    inputs: [{ ...squares, key: 'squaresOfChances' }, draws],
    formula: ['/', ['/', 'squaresOfChances', ['-', 'draws', 1]], 'draws'],
    name: 'varianceOfChance',
  });
  const varies = (chain.valueOf(variance) ?? 0) > 0;
  const likeAlone: Formula = ['/', ['*', 'chance', ['-', 1, 'chance']], 'varianceOfChance'];
  const atLeast: Formula = ['max', 'draws', likeAlone];
  const effective = formulaStep(chain, {
    code: varies ? 'effectiveReplications' : 'effectiveDraws',
    inputs: !varies
      ? [draws]
      : [
          ...[chance, chain.from(variance), draws],
          ...(grounds.by === 'simulation' ? [ofReplications('perDraw', perDraw)] : []),
        ],
    formula: !varies
      ? 'draws'
      : grounds.by === 'simulation'
        ? ['min', ['*', 'draws', 'perDraw'], atLeast]
        : atLeast,
    name: 'effectiveReplications',
  });
  const degrees = formulaStep(chain, {
    code: 'degreesOfDraws',
    inputs: [draws],
    formula: ['-', 'draws', 1],
    name: 'degrees',
  });
  const quantile = chain.from(quantileStep(chain, degrees));
  const among = chain.from(effective, 'n');
  const few = chain.from(
    formulaStep(chain, {
      ...{ code: 'fewness', inputs: [quantile, among], name: 'fewness' },
      formula: ['/', ['*', 'quantile', 'quantile'], 'n'],
    }),
  );
  const middle = formulaStep(chain, {
    code: 'middleOfInterval',
    inputs: [chance, few],
    formula: ['/', ['+', 'chance', ['/', 'fewness', 2]], ['+', 1, 'fewness']],
    name: 'middle',
    unit: 'fraction',
  });
  const half = formulaStep(chain, {
    code: 'reachOfInterval',
    inputs: [chance, quantile, among, few],
    formula: [
      '/',
      [
        '*',
        'quantile',
        ['root', ['+', ['/', ['*', 'chance', ['-', 1, 'chance']], 'n'], ['/', 'fewness', ['*', 4, 'n']]]],
      ],
      ['+', 1, 'fewness'],
    ],
    name: 'reach',
    unit: 'fraction',
  });
  const ends = [chain.from(middle), chain.from(half)];
  formulaStep(chain, {
    ...{ code: 'lowEndOfChance', inputs: ends, name: 'lowEnd', unit: 'fraction', value: low },
    formula: ['max', 0, ['-', 'middle', 'reach']],
  });
  formulaStep(chain, {
    ...{ code: 'highEndOfChance', inputs: ends, name: 'highEnd', unit: 'fraction', value: high },
    formula: ['min', 1, ['+', 'middle', 'reach']],
  });
  return chain.steps;
}

/** How far the shares of single draws lie from the chance, squared and added up. */
function squaresByKept(chain: Chain, counts: readonly number[], value: number): number {
  const draws = drawsByKept(counts);
  const most = counts.length - 1;
  return formulaStep(chain, {
    code: 'squaresOfDraws',
    inputs: [...draws, ofReplications('chance', value, 'fraction')],
    formula: plusOf(
      draws.map(({ key }, kept): Formula => ['*', key, ['power', ['-', kept / most, 'chance'], 2]]),
    ),
    name: 'squaresOfChances',
  });
}
