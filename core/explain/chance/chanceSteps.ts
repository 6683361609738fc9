// The chance itself: how many replications of all draws kept every promise, or the mean of the chances that the formulas gave.
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { ChanceGrounds } from '../../measures/probability.ts';
import { type Chain, fixed, given, output } from '../chain.ts';
import { formulaStep, ofReplications } from '../formulaStep.ts';

/** How many draws there are, and by how many of their replications they kept the promise. */
export function drawsByKept(counts: readonly number[]): readonly ExplainedValue[] {
  const most = counts.length - 1;
  return counts.map((draws, kept) => {
    const name: QuantityName =
      kept === 0 ? 'drawsKeptNever' : kept === most ? 'drawsKeptAlways' : 'drawsKeptPartly';
    return { ...ofReplications(name, draws), key: `kept${kept}` };
  });
}

export const plusOf = (parts: readonly Formula[]): Formula =>
  parts.length === 1 ? (parts[0] as Formula) : ['+', ...parts];

/** Adds the steps; the last gives the chance. */
export function chanceSteps(chain: Chain, grounds: ChanceGrounds, perDraw: number, value: number): void {
  const basis = { kind: 'simulated', halfWidth: null } as const;
  if (grounds.by === 'formula') {
    chain.add({
      code: 'chanceOfDraws',
      inputs: [ofReplications('chancesOfDraws', grounds.sum), ofReplications('draws', grounds.draws)],
      operation: { kind: 'formula', formula: ['/', 'chancesOfDraws', 'draws'] },
      outputs: [output('result', value, 'fraction')],
      basis: { kind: 'approximation', model: 'flow-balance', departures: [] },
    });
    return;
  }
  const counts = drawsByKept(grounds.drawsByKept);
  const draws = formulaStep(chain, {
    code: 'drawsInAll',
    inputs: counts,
    formula: plusOf(counts.map(({ key }) => key)),
    name: 'draws',
  });
  const all = formulaStep(chain, {
    code: 'replicationsInAll',
    inputs: [chain.from(draws), given('perDraw', perDraw, 'number', fixed)],
    formula: ['*', 'draws', 'perDraw'],
    name: 'replications',
  });
  const keeping = counts.slice(1);
  const kept = formulaStep(chain, {
    code: 'replicationsKept',
    inputs: keeping,
    formula: plusOf(keeping.map(({ key }, i): Formula => (i === 0 ? key : ['*', i + 1, key]))),
    name: 'replicationsKept',
  });
  chain.add({
    code: 'chance',
    inputs: [chain.from(kept), chain.from(all)],
    operation: { kind: 'formula', formula: ['/', 'replicationsKept', 'replications'] },
    outputs: [output('result', value, 'fraction')],
    basis,
  });
}
