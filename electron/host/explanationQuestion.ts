// What is asked when somebody asks how a number came about, and what cannot be asked.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { DecodedInput } from '../../core/contract/methods.ts';
import { findMeasure, findSubject } from '../../core/explain/index.ts';
import type { Explanation, ExplanationQuestion, FigureQuestion } from '../../core/measures/explanation.ts';
import { intervalOf } from '../../core/measures/momentOf.ts';
import { isPlanFigure } from '../../core/measures/planFigures.ts';
import { seriesMeasures } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';

/** The document as it was written, or that of a bundle. */
export function documentOf(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null) return undefined;
    const { format, plan } = document as { readonly format?: unknown; readonly plan?: unknown };
    return format === 'saff-plan' ? document : plan;
  } catch {
    return undefined;
  }
}

export function questionOf(
  asked: DecodedInput<'measures.explain'>,
  plan: Plan,
  model: CompiledModel,
): Result<ExplanationQuestion | FigureQuestion, Failure> {
  const measure = findMeasure(asked.measure);
  if (!measure.ok) return measure;
  const subject = findSubject(plan, measure.value, asked.of);
  if (!subject.ok) return subject;
  const id = measure.value;
  if (isPlanFigure(id)) {
    if (asked.at !== undefined) return failed(notOverTime(id));
    return ok({ measure: id, subject: subject.value, interval: null });
  }
  const question = { measure: id, subject: subject.value, interval: null };
  if (asked.at === undefined) return ok(question);
  const { axis } = model;
  const interval = intervalOf(axis, asked.at);
  if (interval === null)
    return failed({ code: 'badMoment', params: { at: asked.at, example: `${axis.startDate}T10:00` } });
  if (interval < 0 || interval >= axis.intervals)
    return failed({ code: 'momentOutside', params: { at: asked.at, last: String(axis.intervals - 1) } });
  const isDrawn = (seriesMeasures as readonly string[]).includes(id) && subject.value.part === null;
  if (!isDrawn || subject.value.kind === 'issueTypes') return failed(notOverTime(question.measure));
  return ok({ ...question, interval });
}

const notOverTime = (measure: string): Failure => ({ code: 'notOverTime', params: { measure } });

/** Some measures are drawn for some parts only. */
export function whereTold(
  explanation: Explanation,
  { measure, interval }: ExplanationQuestion | FigureQuestion,
): Reply<Explanation> {
  const hasLine = interval === null || explanation.steps.length > 0;
  return hasLine ? ok(explanation) : failed(notOverTime(measure));
}

/** A question about what is no measure of the catalogue. */
export const isOfFigure = (question: ExplanationQuestion | FigureQuestion): question is FigureQuestion =>
  isPlanFigure(question.measure);
