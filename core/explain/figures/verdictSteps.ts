// Whether a promise is called kept: what it attains, what is asked, and how much of the difference may be chance.
import type { ExplainedValue, NamedPart } from '../../measures/explanation.ts';
import type { StepCode } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { Estimate } from '../../measures/result.ts';
import { type Verdict, verdictAgainst } from '../../measures/verdict.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { type Chain, counted, derived, given, output, sure } from '../chain.ts';
import type { Places } from '../places.ts';

export interface Judged {
  readonly promise: number;
  readonly of: NamedPart;
  readonly attained: Estimate;
  readonly by: 'formula' | 'simulation';
  /** The step that gave the share, where it was followed. */
  readonly attainedStep: number | null;
  /** The step that gave its half-width, where that was followed. */
  readonly halfWidthStep: number | null;
}

const codes: Readonly<Record<Verdict, StepCode>> = {
  kept: 'verdictKept',
  atRisk: 'verdictAtRisk',
  missed: 'verdictMissed',
  undecided: 'verdictUndecided',
};

/** By formula a promise is kept or missed as its value says; by simulation the whole interval has to lie on one side. */
export function verdictOn(plan: Plan, { promise, attained, by }: Judged): Verdict {
  const share = amount(plan.promises[promise]?.shareToAttain ?? 0);
  const known = by === 'formula' ? { value: attained.value, halfWidth: 0 } : attained;
  return verdictAgainst(known, share, 'atLeast');
}

/** Adds the step of one promise: 1 where it is kept, else 0. */
export function verdictStep(
  chain: Chain,
  plan: Plan,
  places: Places,
  judged: Judged,
  name: 'result' | 'keptPromise',
): number {
  const { promise, of, attained, by, attainedStep, halfWidthStep } = judged;
  const { value, halfWidth } = attained;
  const verdict = verdictOn(plan, judged);
  const isOnce = by === 'simulation' && value !== null && halfWidth === null;
  const asked = given(
    'shareToAttain',
    amount(plan.promises[promise]?.shareToAttain ?? 0),
    'fraction',
    places.at(['promises', promise, 'shareToAttain']),
  );
  const share: ExplainedValue =
    attainedStep === null
      ? given('attained', value ?? Number.NaN, 'fraction', by === 'formula' ? derived() : counted)
      : { ...chain.from(attainedStep, 'attained'), name: 'attained' };
  const inputs: ExplainedValue[] = value === null ? [asked] : [share, asked];
  let formula: Formula = 0;
  if (value !== null && by === 'formula') formula = ['atLeast', 'attained', 'shareToAttain'];
  if (value !== null && by === 'simulation' && halfWidth !== null) {
    inputs.push(
      halfWidthStep === null
        ? given('halfWidth', halfWidth, 'fraction', counted)
        : chain.from(halfWidthStep, 'halfWidth'),
    );
    formula = ['atLeast', ['-', ['-', 'attained', 'shareToAttain'], 'halfWidth'], 0];
  }
  return chain.add({
    code: isOnce ? 'verdictOnce' : codes[verdict],
    about: [of],
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output(name, verdict === 'kept' ? 1 : 0, 'number', name === 'result' ? null : of)],
    basis: sure,
  });
}
