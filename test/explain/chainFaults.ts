// What is wrong with the chain of an explanation: a step whose output is not what its inputs give, an input that is not the
// output of the step that it names, a last step that does not give the number.
import { recomputed } from '../../core/explain/index.ts';
import type { Explanation, ExplanationStep } from '../../core/measures/explanation.ts';

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 + 1e-8 * Math.max(Math.abs(a), Math.abs(b));

const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && isNear(a, b));

/** The chain of the number, and that of its half-width. */
export function chainFaults(of: Explanation): string[] {
  const { halfWidthSteps, measure, subject, basis } = of;
  const faults = faultsOfNumber(of);
  const halfWidth = basis.kind === 'simulated' && of.unit !== 'number' ? basis.halfWidth : null;
  const last = halfWidthSteps.at(-1)?.outputs[0];
  const place = `half-width of ${measure} of ${subject.kind}/${subject.id}`;
  if ((last?.value ?? null) !== halfWidth)
    faults.push(`${place}: ${halfWidth}, its steps give ${last?.value}`);
  if (last !== undefined && last.name !== 'halfWidth')
    faults.push(`${place}: the last step gives ${last.name}`);
  halfWidthSteps.forEach((step, at) => {
    for (const fault of stepFaults(halfWidthSteps, step, at))
      faults.push(`${place}, step ${at} ${step.code}: ${fault}`);
  });
  return faults;
}

function faultsOfNumber({ steps, value, measure, subject }: Explanation): string[] {
  const place = `${measure} of ${subject.kind}/${subject.id}${subject.part === null ? '' : `@${subject.part.id}`}`;
  const faults = steps.flatMap((step, at) =>
    stepFaults(steps, step, at).map((fault) => `${place}, step ${at} ${step.code}: ${fault}`),
  );
  const last = steps.at(-1)?.outputs[0];
  if (last === undefined) faults.push(`${place}: no steps`);
  else if (last.name !== 'result') faults.push(`${place}: the last step gives ${last.name}`);
  else if (last.value !== value)
    faults.push(`${place}: the last step gives ${last.value}, the number is ${value}`);
  return faults;
}

function stepFaults(steps: readonly ExplanationStep[], step: ExplanationStep, at: number): string[] {
  const faults: string[] = [];
  const keys = step.inputs.map(({ key }) => key);
  if (new Set(keys).size < keys.length) faults.push(`inputs ${keys} have the same key`);
  for (const { key, value, from } of step.inputs) {
    if (from.kind !== 'step') continue;
    const outputs = from.step < at ? (steps[from.step]?.outputs ?? []) : [];
    if (!outputs.some((one) => isSame(one.value, value)))
      faults.push(`${key} is ${value}, no output of step ${from.step}`);
  }
  const [out] = step.outputs;
  if (out === undefined) faults.push('no output');
  else if (out.value !== null) {
    const again = recomputed(step);
    if (again === null || !isNear(again, out.value))
      faults.push(`gives ${out.value}, done once more ${again}`);
  }
  return faults;
}
