// Two answers to one number, and how far they are apart.

import type { Comparison, Subject } from '../measures/accuracyCard.ts';
import type { Evaluation, MarkedValue } from '../measures/evaluation.ts';
import { absent } from '../measures/evaluation.ts';
import type { Estimate, SimulationResult } from '../measures/result.ts';
import { mostZ, standardErrorOf } from '../measures/standardError.ts';

/** One plan, asked both ways. */
export interface Answers {
  readonly formula: Evaluation;
  readonly simulation: SimulationResult;
}

const ofTeams = ['occupancyFraction', 'answerWaitMeanSeconds', 'abandonedFraction'] as const;

/** What is compared: each team's occupancy, wait and abandonment, and the service level of each promise. */
export const subjectsOf = ({ simulation }: Answers): Subject[] => [
  ...Object.keys(simulation.teams).flatMap((id) =>
    ofTeams.map((measure): Subject => ({ scope: 'teams', id, measure })),
  ),
  ...Object.keys(simulation.promises).map(
    (id): Subject => ({ scope: 'promises', id, measure: 'serviceLevelFraction' }),
  ),
];

/**
 * The two answers to a number. A simulation that saw no variation has no standard error of its own: for a share of N contacts
 * it is at least that of the formula's share p, sqrt(p (1 - p) / N). Example: 80 % by formula, 79 % +- 1 % by 20
 * replications: standard error 0.48 %, stretched to 0.63 %, z = 1.6.
 */
export function compared({ scope, id, measure }: Subject, answers: Answers): Comparison {
  const { formula, simulation } = answers;
  const marked =
    (scope === 'teams' ? formula.teams[id]?.[measure] : formula.promises[id]?.serviceLevelFraction) ??
    absent('noFormula');
  const promise = simulation.promises[id];
  const estimate =
    (scope === 'teams' ? simulation.teams[id]?.[measure] : promise?.serviceLevelFraction) ?? nothing;
  const counted =
    scope === 'promises'
      ? promise?.countedContacts
      : measure === 'abandonedFraction'
        ? simulation.teams[id]?.answeredContacts
        : undefined;
  const contacts = (counted?.value ?? 0) * simulation.replications;
  return comparison(marked, estimate, contacts, simulation.replications);
}

const nothing: Estimate = { value: null, halfWidth: null };

/** `contacts`: of how many a share was seen; 0: not a share of contacts. */
export function comparison(
  { value, basis }: MarkedValue,
  estimate: Estimate,
  contacts: number,
  replications: number,
): Comparison {
  const { value: simulated, halfWidth } = estimate;
  const base = { formula: value, basis, simulated, halfWidth };
  if (value === null || simulated === null) return { ...base, difference: null, z: null };
  const difference = value - simulated;
  if (Math.abs(difference) < 1e-9) return { ...base, difference, z: 0 };
  const seen = halfWidth === null ? 0 : standardErrorOf(halfWidth, replications);
  const chance = contacts > 0 ? Math.sqrt(Math.max(0, value * (1 - value)) / contacts) : 0;
  const error = Math.max(seen, chance);
  return { ...base, difference, z: error > 0 ? difference / error : null };
}

export const parts = ({ z }: Comparison): boolean => z !== null && Math.abs(z) > mostZ;

/** Whether a run closes the gap of another: it agrees, and is at most half as far off as it was. */
export function closes(run: Comparison, gap: Comparison): boolean {
  if (run.difference === null || run.z === null || gap.difference === null) return false;
  return !parts(run) && Math.abs(run.difference) <= Math.abs(gap.difference) / 2;
}

/**
 * How large a difference is beside the number itself: of a share, beside the smaller of it and of what is missing to all. A gap of 4 % of
 * a wait of hours is the same as one of 4 % of a wait of minutes. Example: 0.95 and 0.94 of all contacts in time: 1/6.
 */
export function relativeGap({ formula, simulated, difference }: Comparison, { measure }: Subject): number {
  if (formula === null || simulated === null || difference === null) return Number.POSITIVE_INFINITY;
  const isShare = measure.endsWith('Fraction');
  const sizeOf = (value: number): number => (isShare ? Math.min(value, Math.max(0, 1 - value)) : value);
  return Math.abs(difference) / Math.max(1e-9, sizeOf(formula), sizeOf(simulated));
}

/** A share that is all or none in both answers can hardly differ. */
export function isTrivial({ formula, simulated }: Comparison, { measure }: Subject): boolean {
  if (formula === null || simulated === null || !measure.endsWith('Fraction')) return false;
  const [low, high] = [Math.min(formula, simulated), Math.max(formula, simulated)];
  return high < 0.001 || low > 0.999;
}
