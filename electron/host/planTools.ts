// What takes long of a plan as text: reading and compiling it, its measures by formula, and how a number came about. Done in a
// place of its own (planWork.ts), so that nobody else waits for it.
import { propose } from '../../core/advice/index.ts';
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { CheckedPlan, DecodedInput, Output, ScenarioPlan } from '../../core/contract/methods.ts';
import { readDuties } from '../../core/duties/index.ts';
import {
  busiestWork,
  createEvaluator,
  type Evaluator,
  intervalsOf,
  mostIntervals,
  requirementOf,
} from '../../core/evaluate/index.ts';
import {
  createFormulaExplainer,
  explainChance,
  explainSimulated,
  explainSimulatedFigure,
  type FormulaExplainer,
  type SimulatedGrounds,
} from '../../core/explain/index.ts';
import type { Evaluation } from '../../core/measures/evaluation.ts';
import type { Explanation } from '../../core/measures/explanation.ts';
import { chanceIds, isChance } from '../../core/measures/planFigures.ts';
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import { readOutcomes } from '../../core/outcomes/index.ts';
import { parseDraft, parseDraftValue } from '../../core/plan/parsePlan.ts';
import { resolveScenario } from '../../core/plan/scenarios/resolveScenario.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { type CompiledModel, compilePlan, KeptParts } from '../../core/simulation/index.ts';
import { failed, ok } from '../../core/units/result.ts';
import { checkedPlan } from './checkedPlan.ts';
import { documentOf, isOfFigure, questionOf, whereTold } from './explanationQuestion.ts';
import { createForesight, type Foresight } from './foresight.ts';
import { createKept } from './kept.ts';
import { pooledSplit } from './pooledSplit.ts';
import { planInvalid } from './refusals.ts';
import { timeZoneOffsets } from './timeZoneOffsets.ts';

type Asked = DecodedInput<'measures.explain'>;

/** A plan without faults, as it is simulated. */
export interface ReadPlan {
  readonly checked: CheckedPlan;
  readonly planHash: string;
  readonly model: CompiledModel;
}

export interface PlanTools {
  readonly check: (text: string) => Reply<CheckedPlan>;
  /** Fails with `planInvalid`, as all below do. */
  readonly read: (text: string) => Reply<ReadPlan>;
  readonly compile: (plan: Plan, planHash: string) => Reply<CompiledModel>;
  /** By formula. Fails with `formulaTooLarge`, too. */
  readonly evaluate: (text: string) => Reply<Output<'plan.evaluate'>>;
  /** By formula, of a plan that was met before and a change. Fails as `evaluate` does. */
  readonly foresee: Foresight['foresee'];
  /** Answers a question about a sample that nobody asked, so that the engine has compiled the way before somebody asks one. */
  readonly rehearse: () => void;
  /** By formula, too. Fails with `unknownTeam`, and as `evaluate` does. */
  readonly requirement: (asked: DecodedInput<'plan.requirement'>) => Reply<Output<'plan.requirement'>>;
  /** The live work at its busiest, by formula, too; fails as `evaluate` does. */
  readonly busiest: (asked: DecodedInput<'plan.busiest'>) => Reply<Output<'plan.busiest'>>;
  readonly poolingPrice: (asked: DecodedInput<'pooling.price'>) => Reply<Output<'pooling.price'>>;
  /** Organisations for a company. Fails with `planInvalid` where the present organisation is a plan with faults. */
  readonly propose: (asked: DecodedInput<'advice.propose'>) => Reply<Output<'advice.propose'>>;
  /** With the load by formula, where the plan is not too large for it. */
  readonly duties: (text: string) => Reply<Output<'plan.duties'>>;
  readonly outcomes: (asked: DecodedInput<'plan.outcomes'>) => Reply<Output<'plan.outcomes'>>;
  /** Fails with `planInvalid` where not even the fields are sound, and with `unknownScenario`. */
  readonly scenario: (text: string, scenario: string) => Reply<ScenarioPlan>;
  /** The hash of the plan that is asked about. Fails where the question makes no sense. */
  readonly hashOfAsked: (asked: Asked) => Reply<string>;
  readonly explainByFormula: (asked: Asked) => Reply<Explanation>;
  /** From a run of this very plan. */
  readonly explainBySimulation: (asked: Asked, run: CountedResult) => Reply<Explanation>;
  /** From a study of this very plan. */
  readonly explainChance: (asked: Asked, result: ProbabilityResult) => Reply<Explanation>;
}

export interface PlanToolsOptions {
  /** Whether another state of a plan may follow, which the parts of this one are kept for; else they need not take up memory. */
  readonly keepsParts?: boolean;
}

type CountedResult = Pick<SimulatedGrounds, 'result' | 'accounts'>;

/** Of texts as they were sent: who asks for the measures of a plan soon asks how they came about. */
const textsKept = 2;
/** Of plans by their own id: an edited plan is answered from the answers of before, whichever other plan was shown meanwhile. */
const evaluatorsKept = 3;
const explainersKept = 2;

export function createPlanTools({ keepsParts = true }: PlanToolsOptions = {}): PlanTools {
  const readPlans = createKept<string, Reply<ReadPlan>>(textsKept);
  const evaluators = createKept<string, Evaluator>(evaluatorsKept);
  const explainers = createKept<string, FormulaExplainer>(explainersKept);

  const kept = new KeptParts();

  const compile: PlanTools['compile'] = (plan, planHash) => {
    const compiled = compilePlan(plan, {
      planHash,
      offsets: timeZoneOffsets,
      kept: keepsParts ? kept : new KeptParts(),
    });
    return compiled.ok ? compiled : planInvalid(compiled.failure);
  };
  const read: PlanTools['read'] = (text) =>
    readPlans.get(text, () => {
      const checked = checkedPlan(text);
      const { plan, planHash } = checked;
      if (plan === null || planHash === null) return planInvalid(checked.faults);
      const compiled = compile(plan, planHash);
      if (!compiled.ok) return compiled;
      foresight.meet(plan, planHash);
      return ok({ checked, planHash, model: compiled.value });
    });

  /** Who answers the plan by formula; null where it is too large for that. */
  const evaluatorOf = (id: string, model: CompiledModel): Evaluator | null =>
    intervalsOf(model) > mostIntervals
      ? null
      : evaluators.get(id, () => createEvaluator({ offsets: timeZoneOffsets }));
  const evaluationOf = ({ checked, model }: ReadPlan): Evaluation | null =>
    evaluatorOf(checked.plan?.id ?? '', model)?.evaluateModel(model) ?? null;
  const foresight = createForesight({
    evaluate: (plan, planHash) => {
      const compiled = compile(plan, planHash);
      if (!compiled.ok) return compiled;
      const model = compiled.value;
      const evaluator = evaluatorOf(plan.id, model);
      return evaluator === null
        ? failed(tooManyIntervals(intervalsOf(model)))
        : ok(evaluator.evaluateShort(model));
    },
  });

  /** What the explanations stand on, once the question was found to make sense. */
  const groundsOf = (asked: Asked) => {
    const found = read(asked.text);
    if (!found.ok) return found;
    const { checked, planHash, model } = found.value;
    // A plan that was read has no faults.
    const plan = checked.plan as Plan;
    const question = questionOf(asked, plan, model);
    if (!question.ok) return question;
    const grounds = { plan, written: documentOf(asked.text), model };
    return ok({ planHash, grounds, question: question.value });
  };

  return {
    check: (text) => ok(checkedPlan(text)),
    foresee: foresight.foresee,
    rehearse: () => {
      const { foresee } = createPlanTools();
      const shown = foresee({ text: openSample('online-shop') ?? '', commands: [] });
      const base = shown.ok ? shown.value.foreseen?.planHash : undefined;
      if (base !== undefined)
        foresee({ base, commands: [{ change: 'set', at: ['name'], value: 'A rehearsal' }] });
    },
    read,
    compile,
    evaluate: (text) => {
      const found = read(text);
      if (!found.ok) return found;
      const evaluation = evaluationOf(found.value);
      return evaluation === null
        ? failed(tooManyIntervals(intervalsOf(found.value.model)))
        : ok({ checked: found.value.checked, evaluation });
    },
    duties: (text) => {
      const found = read(text);
      if (!found.ok) return found;
      const { checked, planHash } = found.value;
      return ok(readDuties(checked.plan as Plan, planHash, evaluationOf(found.value)));
    },
    outcomes: ({ text, staying }) => {
      const found = read(text);
      if (!found.ok) return found;
      const { checked, planHash } = found.value;
      const evaluation = evaluationOf(found.value);
      const counted = evaluation === null ? 0 : evaluation.horizonSeconds - evaluation.warmUpSeconds;
      return ok(
        readOutcomes(checked.plan as Plan, planHash, {
          staying: staying ?? null,
          contacts: evaluation?.total.offeredContacts?.value ?? null,
          countedSeconds: Number.isFinite(counted) ? counted : 0,
          costPerMonth: evaluation?.total.costPerMonthMoney?.value ?? null,
        }),
      );
    },
    requirement: ({ text, ...asked }) => {
      const found = read(text);
      if (!found.ok) return found;
      const { checked, model } = found.value;
      const intervals = intervalsOf(model);
      if (intervals > mostIntervals) return failed(tooManyIntervals(intervals));
      const requirement = requirementOf(checked.plan as Plan, model, timeZoneOffsets, asked);
      return requirement === undefined
        ? failed({ code: 'unknownTeam', params: { team: asked.team } })
        : ok(requirement);
    },
    busiest: ({ text, by }) => {
      const found = read(text);
      if (!found.ok) return found;
      const { checked, model } = found.value;
      const intervals = intervalsOf(model);
      if (intervals > mostIntervals) return failed(tooManyIntervals(intervals));
      return ok({ busiest: busiestWork(checked.plan as Plan, model, timeZoneOffsets, by) ?? null });
    },
    poolingPrice: (asked) => ok(pooledSplit(asked)),
    propose: ({ present, ...asked }) => {
      const there = present === undefined ? undefined : checkedPlan(present);
      if (there?.plan === null) return planInvalid(there.faults);
      const advice = propose(
        { ...asked, ...(there !== undefined && { present: there.plan }) },
        timeZoneOffsets,
      );
      return advice.ok ? advice : planInvalid(advice.failure);
    },
    scenario: (text, scenario) => {
      const { draft, faults } = parseDraft(text);
      if (draft === null) return planInvalid(faults);
      if (!draft.scenarios.some(({ id }) => id === scenario))
        return failed({ code: 'unknownScenario', params: { scenario } });
      const resolved = resolveScenario(draft, scenario);
      const checked = parseDraftValue(resolved.document);
      const { planHash, warnings } = checked;
      return ok({
        ...{ document: checked.draft, planHash, faults: checked.faults, warnings },
        leftOut: resolved.faults,
      });
    },
    hashOfAsked: (asked) => {
      const found = groundsOf(asked);
      return found.ok ? ok(found.value.planHash) : found;
    },
    explainByFormula: (asked) => {
      const found = groundsOf(asked);
      if (!found.ok) return found;
      const { planHash, grounds, question } = found.value;
      const explainer = explainers.get(planHash, () => createFormulaExplainer(grounds));
      if (isOfFigure(question)) return ok(explainer.explainFigure(question));
      return whereTold(explainer.explain(question), question);
    },
    explainBySimulation: (asked, run) => {
      const found = groundsOf(asked);
      if (!found.ok) return found;
      const { grounds, question } = found.value;
      const counted = { ...grounds, ...run };
      if (isOfFigure(question)) return ok(explainSimulatedFigure(counted, question));
      return whereTold(explainSimulated(counted, question), question);
    },
    explainChance: (asked, result) => {
      const found = groundsOf(asked);
      if (!found.ok) return found;
      const { grounds, question } = found.value;
      const { measure, subject } = question;
      if (!isChance(measure)) return notAChance(measure);
      return ok(explainChance({ ...grounds, result }, { measure, subject, interval: null }));
    },
  };
}

const notAChance = (measure: string): Reply<never> =>
  failed({ code: 'unknownMeasure', params: { measure, near: chanceIds.join(', ') } });

const tooManyIntervals = (intervals: number): Failure => ({
  code: 'formulaTooLarge',
  params: { intervals, limit: mostIntervals },
});
