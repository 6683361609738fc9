// Numbers that are no measures: people, the verdicts on promises, and how many are kept.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import {
  createFormulaExplainer,
  explainSimulatedFigure,
  isTold,
  type SimulatedGrounds,
} from '../../core/explain/index.ts';
import type { Explanation, FigureQuestion } from '../../core/measures/explanation.ts';
import { planFigureIds, scopesOf } from '../../core/measures/planFigures.ts';
import { partSubject, whole } from '../../core/measures/subjects.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { peopleOf, peopleOfGroup } from '../../core/plan/people.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { formulaStrip, type Strip, simulatedStrip } from '../../core/report/strip.ts';
import { openSample } from '../../core/samples/index.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { chainFaults } from './chainFaults.ts';

function groundsOf(written: PlanInput, replications = 2): SimulatedGrounds {
  const { plan } = parsePlanValue(written);
  if (plan === null) throw new Error('the plan has faults');
  return { plan, written, ...simulatePlan(written, { replications }) };
}

const sample = (id: string): PlanInput => JSON.parse(openSample(id) ?? '') as PlanInput;

/** Every figure for every part of a plan. */
function questionsOf(plan: Plan): FigureQuestion[] {
  return planFigureIds.flatMap((measure) =>
    scopesOf(measure).flatMap((kind): FigureQuestion[] =>
      kind === 'total'
        ? [{ measure, subject: whole, interval: null }]
        : plan[kind].map(({ id }) => ({ measure, subject: partSubject(kind, id), interval: null })),
    ),
  );
}

function expectAgreement(plan: Plan, strip: Strip, explain: (question: FigureQuestion) => Explanation) {
  const valueOf = (measure: FigureQuestion['measure'], subject = whole): number | null =>
    explain({ measure, subject, interval: null }).value;
  expect(questionsOf(plan).flatMap((question) => chainFaults(explain(question)))).toEqual([]);
  expect(valueOf('people')).toBe(peopleOf(plan).people);
  for (const team of plan.teams)
    expect(valueOf('people', partSubject('teams', team.id))).toBe(
      team.groups.reduce((sum, group) => sum + peopleOfGroup(plan, team, group), 0),
    );
  expect(valueOf('promisesKept')).toBe(strip.promises.filter(({ verdict }) => verdict === 'kept').length);
  for (const { promise, verdict } of strip.promises) {
    const question = { measure: 'promiseVerdict', subject: partSubject('promises', promise.id) } as const;
    const explained = explain({ ...question, interval: null });
    expect([promise.id, explained.verdict, explained.value]).toEqual([
      promise.id,
      verdict,
      verdict === 'kept' ? 1 : 0,
    ]);
  }
}

describe('figures that are no measures', () => {
  const plans: readonly (readonly [string, PlanInput])[] = [
    ['online-shop', sample('online-shop')],
    ['bank-phone-centre', sample('bank-phone-centre')],
    ['it-service-desk', sample('it-service-desk')],
    ...[1, 2, 3, 4].map((seed) => [`random plan ${seed}`, randomPlan(seed, 300).input] as const),
  ];

  it.each(plans)('are explained for %s by steps that give what the screens show', (_, written) => {
    const grounds = groundsOf(written);
    const { plan, model, result } = grounds;
    const formula = createFormulaExplainer({ plan, written, model });
    expectAgreement(plan, formulaStrip(plan, evaluate(model)), formula.explainFigure);
    expectAgreement(plan, simulatedStrip(plan, result), (question) =>
      explainSimulatedFigure(grounds, question),
    );
  });

  it('say that one replication decides nothing', () => {
    const grounds = groundsOf(sample('bank-phone-centre'), 1);
    const [promise] = grounds.plan.promises;
    const subject = partSubject('promises', promise?.id ?? '');
    const explained = explainSimulatedFigure(grounds, { measure: 'promiseVerdict', subject, interval: null });
    expect([explained.verdict, explained.value]).toEqual(['atRisk', 0]);
    expect(explained.steps.at(-1)?.code).toBe('verdictOnce');
  });

  it('name the contract and the duty behind people whom the plan does not count', () => {
    const written = sample('bank-phone-centre');
    const grounds = groundsOf(written);
    const { plan, model } = grounds;
    const { explainFigure } = createFormulaExplainer({ plan, written, model });
    const counted = plan.teams.flatMap((team) => team.groups.map((group) => ({ team, group })));
    const derivedOnes = counted.filter(
      ({ group }) => group.headcount === undefined && group.people === undefined,
    );
    const { steps } = explainFigure({ measure: 'people', subject: whole, interval: null });
    expect(steps.filter(({ code }) => code === 'fewestPeople').length).toBe(derivedOnes.length);
  });

  it('are told for the parts that have them', () => {
    const { plan } = groundsOf(sample('bank-phone-centre'), 1);
    expect(isTold(plan, 'people', whole)).toBe(true);
    expect(isTold(plan, 'promisesKept', partSubject('teams', plan.teams[0]?.id ?? ''))).toBe(false);
    expect(isTold(plan, 'promiseVerdict', partSubject('promises', 'none'))).toBe(false);
  });
});
