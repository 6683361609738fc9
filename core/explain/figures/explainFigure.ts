// How a number came about that is no measure of the catalogue: people, the verdict on a promise, and how many are kept.
import type { Basis } from '../../measures/evaluation.ts';
import type { Explanation, ExplanationStep, FigureQuestion } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Estimate } from '../../measures/result.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import { Chain, output, planned, sure } from '../chain.ts';
import { Parts } from '../parts.ts';
import { Places } from '../places.ts';
import { summedInput } from '../sumOfParts.ts';
import { peopleSteps } from './peopleSteps.ts';
import { type Judged, verdictOn, verdictStep } from './verdictSteps.ts';

export interface FigureGrounds {
  readonly plan: Plan;
  /** The document before defaults were filled in. */
  readonly written: unknown;
  readonly model: CompiledModel;
  readonly by: Explanation['by'];
  readonly run: Explanation['run'];
  /** The share that a promise attains. */
  readonly attainedOf: (promise: string) => Estimate;
  /** How exact that share is. */
  readonly basisOf: (promise: string) => Basis;
  /** How that share came about. */
  readonly attainedChain: (promise: string) => Explanation;
}

/** Of what is no chance: chances are explained from a study of their own (chance/). */
export function explainFigure(grounds: FigureGrounds, { measure, subject }: FigureQuestion): Explanation {
  const { plan, written, model } = grounds;
  const chain = new Chain();
  const parts = new Parts(plan, model);
  const places = new Places(plan, written);
  const head = {
    ...{ measure, unit: 'number' as const, subject, interval: null, axis: model.axis },
    part: subject.kind === 'total' ? null : parts.find(subject.kind, subject.id),
    ...{ planId: model.planId, planHash: model.planHash, steps: chain.steps, beside: [], draws: null },
  } as const;
  if (measure === 'people') {
    const value = peopleSteps(chain, plan, places, subject);
    const rest = { by: 'formula', basis: planned, closeUp: null, grounds: [], run: null } as const;
    return { ...head, ...rest, value, verdict: null };
  }
  const { by, run } = grounds;
  const judged = (promise: number, attainedStep: number | null): Judged => {
    const id = plan.promises[promise]?.id ?? '';
    const attained = grounds.attainedOf(id);
    return { promise, of: parts.promise(promise), attained, by, attainedStep, halfWidthStep: null };
  };
  // The word follows from the shares without any more doubt: it is as exact as the least exact of them.
  const judgedOnes = plan.promises.filter(({ id }) => subject.kind === 'total' || subject.id === id);
  const bases = judgedOnes.map(({ id }) => grounds.basisOf(id));
  const basis = bases.find(({ kind }) => kind === 'approximation') ?? bases[0] ?? sure;
  if (measure === 'promiseVerdict') {
    const promise = plan.promises.findIndex(({ id }) => id === subject.id);
    const attained = grounds.attainedChain(subject.id);
    chain.steps.push(...attained.steps.map(asAttained));
    const one = judged(promise, attained.value === null ? null : attained.steps.length - 1);
    const halfWidthSteps = attained.beside.find(({ about }) => about === 'halfWidth')?.steps ?? [];
    chain.steps.push(...halfWidthSteps.map((step) => movedBy(step, attained.steps.length)));
    const halfWidthStep = halfWidthSteps.length === 0 ? null : chain.steps.length - 1;
    const step = verdictStep(chain, plan, places, { ...one, halfWidthStep }, 'result');
    const { closeUp, grounds: fields } = attained;
    const rest = { by, basis, run, closeUp, grounds: fields };
    return { ...head, ...rest, value: chain.valueOf(step), verdict: verdictOn(plan, one) };
  }
  const amounts = plan.promises.map((_, p) => {
    const step = verdictStep(chain, plan, places, judged(p, null), 'keptPromise');
    return { of: parts.promise(p), value: chain.valueOf(step), from: { kind: 'step', step } as const };
  });
  const value = amounts.reduce((sum, one) => sum + one.value, 0);
  const kept = summedInput(
    chain,
    'keptPromise',
    'number',
    amounts,
    { kind: 'derived', path: ['promises'] },
    sure,
  );
  chain.add({
    code: 'promisesKept',
    inputs: [kept],
    operation: { kind: 'formula', formula: kept.key },
    outputs: [output('result', value, 'number')],
    basis,
  });
  return { ...head, by, basis, run, closeUp: null, grounds: [], value, verdict: null };
}

/** A step of another chain behind so many of this one. */
const movedBy = (step: ExplanationStep, steps: number): ExplanationStep => ({
  ...step,
  inputs: step.inputs.map((input) =>
    input.from.kind === 'step' ? { ...input, from: { kind: 'step', step: input.from.step + steps } } : input,
  ),
});

/** A step of another number's chain: what is the result there is the attained share here. */
function asAttained(step: ExplanationStep): ExplanationStep {
  const renamed = <Value extends { readonly name: QuantityName }>(value: Value): Value =>
    value.name === 'result' ? { ...value, name: 'attained' } : value;
  return { ...step, inputs: step.inputs.map(renamed), outputs: step.outputs.map(renamed) };
}
