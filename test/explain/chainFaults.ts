// What is wrong with the chain of an explanation: a step whose output is not what its inputs give, an input that is not the
// output of the step that it names, a last step that does not give the number.
import { recomputed } from '../../core/explain/index.ts';
import type { Explanation, ExplanationStep, SideChain } from '../../core/measures/explanation.ts';

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 + 1e-8 * Math.max(Math.abs(a), Math.abs(b));

const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && isNear(a, b));

/** The chain of the number, and those of what stands beside it. */
export function chainFaults(of: Explanation): string[] {
  const { beside, measure, subject, basis, draws } = of;
  const place = `${measure} of ${subject.kind}/${subject.id}`;
  const faults = faultsOfNumber(of);
  const givenBy = (about: SideChain['about']): readonly ExplanationStep[] =>
    beside.find((one) => one.about === about)?.steps ?? [];
  const gives = (about: SideChain['about'], name: string, value: number | null): void => {
    const found = givenBy(about).findLast(({ outputs }) => outputs[0]?.name === name)?.outputs[0]?.value;
    if ((found ?? null) !== value)
      faults.push(`${about} of ${place}: ${name} is ${value}, its steps give ${found}`);
  };
  const isPlain = basis.kind === 'simulated' && of.unit !== 'number' && draws === null;
  gives('halfWidth', 'halfWidth', isPlain ? basis.halfWidth : null);
  gives('interval', 'lowEnd', draws?.low ?? null);
  gives('interval', 'highEnd', draws?.high ?? null);
  for (const { about, steps } of beside)
    steps.forEach((step, at) => {
      for (const fault of stepFaults(steps, step, at))
        faults.push(`${about} of ${place}, step ${at} ${step.code}: ${fault}`);
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
