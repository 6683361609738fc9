// The share of a promise that was kept: as it was counted, and as controls have moved it.
import type { Basis } from '../../measures/evaluation.ts';
import type { ExplanationQuestion } from '../../measures/explanation.ts';
import type { Estimate } from '../../measures/result.ts';
import type { DerivedLayout } from '../../simulation/collect/derived.ts';
import { promiseRatios, type RatioSpec } from '../../simulation/collect/ratios.ts';
import type { Accounts, CompiledModel } from '../../simulation/index.ts';
import type { TallyLayout } from '../../simulation/model/tallyLayout.ts';
import { type Chain, output } from '../chain.ts';
import { levelSpreadOf } from './halfWidth/halfWidthSteps.ts';
import { adjustmentSteps } from './halfWidth/ratioHalfWidth.ts';
import { type RatioParts, ratioSteps } from './ratioSteps.ts';

/** The ratio of a promise, or of the part of it where it was decided. */
export function promiseRatio(
  model: CompiledModel,
  layout: TallyLayout,
  derived: DerivedLayout,
  { subject }: ExplanationQuestion,
): RatioSpec {
  const spec = promiseRatios(model, layout, derived)[model.promises.findIndex(({ id }) => id === subject.id)];
  if (spec === undefined) throw new Error(`promise ${subject.id}`);
  const { part } = subject;
  const lists = { channels: spec.byChannel, tiers: spec.byTier, teams: spec.byTeam };
  const own = part === null ? spec.whole : lists[part.kind].find(([id]) => id === part.id)?.[1];
  if (own === undefined) throw new Error(`promise ${subject.id} at ${part?.id}`);
  return own;
}

export function promiseSteps(
  chain: Chain,
  parts: RatioParts,
  accounts: Accounts,
  question: ExplanationQuestion,
  estimate: Estimate,
  basis: Basis,
): void {
  const { inputs, formula, value } = ratioSteps(chain, parts);
  const spread = levelSpreadOf(accounts, question)?.ratio;
  const isMoved = spread !== undefined && spread.controls.length > 0 && estimate.value !== null;
  if (!isMoved || Math.abs(value - (estimate.value ?? value)) < 1e-12) {
    chain.add({
      code: estimate.value === null ? 'withoutValue' : 'share',
      inputs,
      operation: { kind: 'formula', formula: ['min', 1, formula] },
      outputs: [output('result', estimate.value, 'fraction')],
      basis,
    });
    return;
  }
  const plain = chain.add({
    code: 'plainShare',
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output('plainShare', value, 'fraction')],
    basis: { kind: 'simulated', halfWidth: null },
  });
  const adjustment = adjustmentSteps(chain, spread, 'promises', 'fraction');
  chain.add({
    code: 'adjustedShare',
    inputs: [chain.from(plain, 'plainShare'), chain.from(adjustment)],
    operation: { kind: 'formula', formula: ['min', 1, ['max', 0, ['+', 'plainShare', 'adjustment']]] },
    outputs: [output('result', estimate.value, 'fraction')],
    basis,
  });
}
