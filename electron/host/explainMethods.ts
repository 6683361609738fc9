// How a number came about: by formula from what the last question about the plan has worked out, by simulation from the counts of
// its run, which is simulated once more where it is not known.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { DecodedInput } from '../../core/contract/methods.ts';
import {
  createFormulaExplainer,
  explainSimulated,
  type FormulaExplainer,
  findMeasure,
  findSubject,
} from '../../core/explain/index.ts';
import type { Explanation, ExplanationQuestion } from '../../core/measures/explanation.ts';
import { intervalOf } from '../../core/measures/momentOf.ts';
import { seriesMeasures } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { type CompiledModel, compilePlan } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';
import { checkedPlan } from './checkedPlan.ts';
import type { HandlersOf } from './handlers.ts';
import type { AccountedRun, Runs } from './runs.ts';
import { planInvalid, startRun } from './simulationMethods.ts';
import { timeZoneOffsets } from './timeZoneOffsets.ts';

type Asked = DecodedInput<'measures.explain'>;

interface Sound {
  readonly plan: Plan;
  readonly planHash: string;
  readonly written: unknown;
  readonly model: CompiledModel;
}

/** Plans whose formulas are kept worked out. */
const mostKept = 2;

export function createExplainMethods(runs: Runs): HandlersOf<'measures.explain'> {
  const kept = new Map<string, FormulaExplainer>();

  const explainerOf = ({ plan, written, model, planHash }: Sound): FormulaExplainer => {
    const known = kept.get(planHash) ?? createFormulaExplainer({ plan, written, model });
    kept.delete(planHash);
    kept.set(planHash, known);
    for (const hash of kept.keys()) if (kept.size > mostKept) kept.delete(hash);
    return known;
  };

  return {
    'measures.explain': async (asked) => {
      const checked = checkedPlan(asked.text);
      const { plan, planHash } = checked;
      if (plan === null || planHash === null) return planInvalid(checked.faults);
      const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
      if (!compiled.ok) return planInvalid(compiled.failure);
      const sound: Sound = { plan, planHash, written: documentOf(asked.text), model: compiled.value };
      const question = questionOf(asked, sound);
      if (!question.ok) return question;
      if (asked.by === 'formula')
        return whereTold(explainerOf(sound).explain(question.value), question.value);
      const run = await accountedRun(runs, asked, sound);
      if (!run.ok) return run;
      return whereTold(explainSimulated({ ...sound, ...run.value }, question.value), question.value);
    },
  };
}

/** The document as it was written, or that of a bundle. */
function documentOf(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null) return undefined;
    const { format, plan } = document as { readonly format?: unknown; readonly plan?: unknown };
    return format === 'saff-plan' ? document : plan;
  } catch {
    return undefined;
  }
}

function questionOf(asked: Asked, { plan, model }: Sound): Result<ExplanationQuestion, Failure> {
  const measure = findMeasure(asked.measure);
  if (!measure.ok) return measure;
  const subject = findSubject(plan, measure.value, asked.of);
  if (!subject.ok) return subject;
  const question = { measure: measure.value, subject: subject.value, interval: null };
  if (asked.at === undefined) return ok(question);
  const { axis } = model;
  const interval = intervalOf(axis, asked.at);
  if (interval === null)
    return failed({ code: 'badMoment', params: { at: asked.at, example: `${axis.startDate}T10:00` } });
  if (interval < 0 || interval >= axis.intervals)
    return failed({ code: 'momentOutside', params: { at: asked.at, last: String(axis.intervals - 1) } });
  const isDrawn =
    (seriesMeasures as readonly string[]).includes(measure.value) && subject.value.part === null;
  if (!isDrawn || subject.value.kind === 'issueTypes') return failed(notOverTime(question.measure));
  return ok({ ...question, interval });
}

const notOverTime = (measure: string): Failure => ({ code: 'notOverTime', params: { measure } });

/** Some measures are drawn for some parts only. */
function whereTold(explanation: Explanation, { measure, interval }: ExplanationQuestion): Reply<Explanation> {
  const hasLine = interval === null || explanation.steps.length > 0;
  return hasLine ? ok(explanation) : failed(notOverTime(measure));
}

/** The run that is meant, else the same once more. */
async function accountedRun(runs: Runs, asked: Asked, sound: Sound): Promise<Result<AccountedRun, Failure>> {
  const known = asked.run === undefined ? undefined : runs.accounts(asked.run);
  if (known !== undefined && known.result.planHash === sound.planHash) return ok(known);
  const started = startRun(runs, sound.plan, sound.planHash, asked.options);
  if (!started.ok) return started;
  const run = started.value;
  for (let after = -1; ; ) {
    const state = await runs.next(run, after);
    if (state === undefined) return failed({ code: 'unknownRun', params: { run } });
    if (state.state === 'running') {
      after = state.sequence;
      continue;
    }
    const found = runs.accounts(run);
    return found === undefined ? failed(state.failure ?? { code: 'unknownRun', params: { run } }) : ok(found);
  }
}
