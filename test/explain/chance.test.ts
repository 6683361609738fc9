// How the chance came about that promises are kept: each step done once more from its inputs, on plans with a figure that is not known.
import { describe, expect, it } from 'vitest';
import { type ChanceStudied, explainChance } from '../../core/explain/index.ts';
import { drawInputs, planInputs } from '../../core/inputs/index.ts';
import type { Explanation } from '../../core/measures/explanation.ts';
import type { ChanceId } from '../../core/measures/planFigures.ts';
import { promiseSubject, whole } from '../../core/measures/subjects.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { byFormula, bySimulation, contactsPerHour, queuePlan } from '../uncertainty/studyPlans.ts';
import { chainFaults } from './chainFaults.ts';

const range = { value: contactsPerHour, low: 258, high: 318, distribution: 'normal' as const };
const guess = { value: contactsPerHour, assumed: true };

function studied(
  written: PlanInput,
  by: typeof bySimulation | typeof byFormula,
  number: number,
): ChanceStudied {
  const { plan } = parsePlanValue(written);
  if (plan === null) throw new Error('the plan has faults');
  return { plan, written, model: compiledPlan(written), result: by(written, number) };
}

const explained = (of: ChanceStudied, measure: ChanceId): Explanation =>
  explainChance(of, {
    measure,
    subject: measure === 'allKeptChance' ? whole : promiseSubject('within20'),
    interval: null,
  });
const codesOf = ({ steps }: Explanation): readonly string[] => steps.map(({ code }) => code);

describe('the chance that promises are kept', () => {
  it('is followed from the range in the plan through the draws to the share that kept them, its interval and its split', () => {
    const of = studied(queuePlan(range, 1, { period: 'day' }), bySimulation, 60);
    for (const measure of ['allKeptChance', 'keptChance'] as const) {
      const told = explained(of, measure);
      expect(chainFaults(told)).toEqual([]);
      expect(told.value).toBe(of.result.allKept.value);
      expect(codesOf(told)).toEqual([
        ...['drawnFigure', 'drawsInAll', 'replicationsInAll', 'replicationsKept', 'chance'],
      ]);
      expect(told.beside.map(({ about }) => about)).toEqual(['interval', 'split']);
      const [drawn] = told.steps;
      expect([...drawInputs(planInputs(of.plan), 1, 0).values.values()]).toEqual([drawn?.outputs[0]?.value]);
      expect(drawn?.input?.kind).toBe('volume');
      expect(drawn?.inputs.find(({ key }) => key === 'beliefLow')).toMatchObject({
        value: 258,
        from: { kind: 'plan', path: ['demand', 0, 'volume', 'contacts'] },
      });
      expect(told.draws).toMatchObject({ draws: 30, replicationsPerDraw: 2, uncertain: 1 });
    }
    const { levelSplit } = of.result.promises[0] ?? {};
    const split = explained(of, 'keptChance').beside.find(({ about }) => about === 'split');
    expect(split?.steps.at(-1)?.outputs[0]?.value).toBe(levelSplit?.queueNoise.value);
  });

  it('tells the usual width of a guess without a range', () => {
    const told = explained(studied(queuePlan(guess, 1), bySimulation, 8), 'allKeptChance');
    expect(chainFaults(told)).toEqual([]);
    expect(codesOf(told).slice(0, 3)).toEqual(['usualLow', 'usualHigh', 'drawnFigure']);
    expect(told.steps[0]?.inputs.find(({ key }) => key === 'usualWidth')?.value).toBe(1.25);
    expect(told.grounds.map(({ from }) => from.kind === 'plan' && from.status)).toEqual(['assumed']);
  });

  it('of one promise is told by formula, too; that all are kept at once is not', () => {
    const of = studied(queuePlan(range, 10), byFormula, 30);
    const told = explained(of, 'keptChance');
    expect(chainFaults(told)).toEqual([]);
    expect(codesOf(told).at(-1)).toBe('chanceOfDraws');
    const all = explained(of, 'allKeptChance');
    expect(all).toMatchObject({ value: null, basis: { kind: 'absent', reason: 'noFormula' } });
    expect(codesOf(all)).toEqual(['noFormula']);
  });

  it('of a plan in which all is known is the share of its replications', () => {
    const told = explained(studied(queuePlan(contactsPerHour, 1), bySimulation, 10), 'allKeptChance');
    expect(chainFaults(told)).toEqual([]);
    expect(told.draws).toMatchObject({ uncertain: 0, replicationsPerDraw: 1 });
    expect(codesOf(told)).not.toContain('drawnFigure');
  });
});
