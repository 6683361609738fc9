// What the search holds to, in terms of the formulas: promises as they are asked for, moved by what the simulation has found the
// formulas to be off, and loads that must not grow beyond what people can do.
import type { Goal, Values } from './question.ts';

/** A promise at numbers that were tried: what the formula says of it, and what the simulation. */
export interface Seen {
  readonly formula: number;
  readonly simulated: number;
  readonly halfWidth: number;
}

/** How much of the half-width is asked for beyond the promise, so that other customers hardly undo it. */
const marginOfHalfWidth = 1.5;

/**
 * What the formula must say so that the simulation will say that the promise is surely kept: the share, and a margin for chance which
 * takes at most half of what lies above the share, as the formula would put it (`byFormula`). Null: no formula answers.
 */
export function correctedGoal(share: number, seen: readonly Seen[] | null): Goal {
  if (seen === null) return anything;
  const halfWidth = seen.reduce((most, one) => Math.max(most, one.halfWidth), 0);
  const margin = Math.min(marginOfHalfWidth * halfWidth, (1 - share) / 2);
  return { asked: byFormula(share + margin, seen), least: byFormula(share, seen) };
}

/**
 * The level by formula at which the simulation would say `level`: on the line between the nearest that it said below and above, else
 * as far from the nearest as that is off. Without any, the level itself. Example: formula 0.88 was 0.93, formula 0.74 was 0.83; 0.85
 * is at 0.74 + (0.02 / 0.10) * 0.14 = 0.768.
 */
export function byFormula(level: number, seen: readonly Seen[]): number {
  const nearest = (of: readonly Seen[]): Seen | undefined =>
    of.reduce<Seen | undefined>(
      (best, one) =>
        best === undefined || Math.abs(one.simulated - level) < Math.abs(best.simulated - level) ? one : best,
      undefined,
    );
  const below = nearest(seen.filter(({ simulated }) => simulated < level));
  const above = nearest(seen.filter(({ simulated }) => simulated >= level));
  const only = below ?? above;
  if (only === undefined) return level;
  if (below === undefined || above === undefined) return only.formula + level - only.simulated;
  // The simulation rose where the formula fell: the higher of the two is on the safe side.
  if (above.formula <= below.formula) return below.formula;
  const part = (level - below.simulated) / (above.simulated - below.simulated);
  return below.formula + part * (above.formula - below.formula);
}

const anything: Goal = { asked: Number.NEGATIVE_INFINITY, least: Number.NEGATIVE_INFINITY };

/**
 * What must be left of each team's time (1 less its load), from what is left as planned: a hundredth, and where there is less as planned,
 * no less than that. With `room` below 1 loads may take that part of what is left only: 0 leaves them as planned. Example: 0.3 left and
 * room 0.5: 0.15.
 */
export const loadGoals = (spares: Values, room: number): Goal[] =>
  spares.map((spare) => {
    if (spare === null) return anything;
    const goal = Math.min(spare, Math.max(leastSpare, spare * (1 - room)));
    return { asked: goal, least: goal, isGuard: true };
  });

/** A hundredth of the time: a team without any has a queue that does not end. */
const leastSpare = 0.01;

/** Nobody left alone (`uncoveredHours`): as many goals as teams. */
export const coverageGoals = (teams: number): Goal[] =>
  Array.from({ length: teams }, () => ({ asked: 0, least: 0, isGuard: true }));
