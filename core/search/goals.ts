// What the search holds to, in terms of the formulas: promises as they are asked for, moved by what the simulation has found the
// formulas to be off, and loads that must not grow beyond what people can do.
import type { Estimate } from '../measures/result.ts';
import type { Goal, Values } from './question.ts';

export interface AimedAt {
  /** Share that is promised. */
  readonly share: number;
  /** By formula at the numbers that were simulated last; null where none answers. */
  readonly formula: number | null;
  /** What the simulation found there; null where nothing was simulated. */
  readonly simulated: Estimate | null;
}

/** How much of the half-width is asked for beyond the promise, so that other customers hardly undo it. */
const marginOfHalfWidth = 1.5;

/**
 * What the formula must say so that the simulation will say that the promise is surely kept: the share, with the formula's error at the
 * numbers simulated last taken off and a margin for chance added, which takes at most half of what lies above the share. -Infinity where
 * no formula answers. Example: 0.80 promised, by formula 0.85, by simulation 0.83 ± 0.02: 0.80 + 0.02 + 0.03 = 0.85.
 */
export const correctedGoals = (promises: readonly AimedAt[]): Goal[] =>
  promises.map(({ share, formula, simulated }) => {
    if (formula === null) return anything;
    const value = simulated?.value ?? null;
    if (value === null) return { asked: share, least: share };
    const margin = Math.min(marginOfHalfWidth * (simulated?.halfWidth ?? 0), (1 - share) / 2);
    const least = share + formula - value;
    return { asked: least + margin, least };
  });

const anything: Goal = { asked: Number.NEGATIVE_INFINITY, least: Number.NEGATIVE_INFINITY };

/**
 * What must be left of each team's time (1 less its load), of what is left as planned: nothing below none, and where a team is over its head as planned, no less than there is. With
 * `room` below 1 loads may grow by that part of what is left only: 0 leaves them as planned. Example: 0.3 left and room 0.5: 0.15.
 */
export const loadGoals = (spares: Values, room: number): Goal[] =>
  spares.map((spare) => {
    if (spare === null) return anything;
    const goal = Math.min(spare, Math.max(leastSpare, spare * (1 - room)));
    return { asked: goal, least: goal };
  });

/** A hundredth of the time: a team without any has a queue that does not end. */
const leastSpare = 0.01;

/** Nobody left alone (`uncoveredHours`): as many goals as teams. */
export const coverageGoals = (teams: number): Goal[] =>
  Array.from({ length: teams }, () => ({ asked: 0, least: 0 }));
