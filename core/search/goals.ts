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
 * takes at most half of what lies above the share, as the formula would put it (`byFormula`). Null: no formula answers. `caution`: so
 * many margins.
 */
export function correctedGoal(share: number, seen: readonly Seen[] | null, caution = 1): Goal {
  if (seen === null) return anything;
  const halfWidth = seen.reduce((most, one) => Math.max(most, one.halfWidth), 0);
  const margin = Math.min(caution * marginOfHalfWidth * halfWidth, (1 - share) / 2);
  return { asked: byFormula(share + margin, seen), least: byFormula(share, seen) };
}

/**
 * The level by formula at which the simulation would say `level`: on the line between the nearest that it said below and above.
 * Where it said more only, as far below as that is off; where it said less only, what is missed is taken to shrink in the same
 * proportion by both. Without any, the level itself. Example: formula 0.88 was 0.93, formula 0.74 was 0.83; 0.85 is at
 * 0.74 + (0.02 / 0.10) * 0.14 = 0.768. Of the first alone 0.85 is at 0.80; of the second alone at 1 - 0.15 / (0.17 / 0.26) = 0.771.
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
  if (below === undefined) return above === undefined ? level : above.formula + level - above.simulated;
  // Where the simulation rose and the formula fell, what was more tells nothing about what was less.
  if (above === undefined || above.formula <= below.formula)
    return 1 - ((1 - level) * (1 - below.formula)) / (1 - below.simulated);
  const part = (level - below.simulated) / (above.simulated - below.simulated);
  return below.formula + part * (above.formula - below.formula);
}

const anything: Goal = { asked: Number.NEGATIVE_INFINITY, least: Number.NEGATIVE_INFINITY };

/**
 * What must be left of each team's time (1 less its load), from what is left as planned: a twentieth; as much as planned where that is
 * less; and where a team has more work than it can do, a twentieth again: its queue would never end. With `room` below 1 loads may
 * take that part of what is left only: 0 leaves them as planned. Example: 0.3 left and room 0.5: 0.15.
 */
export const loadGoals = (spares: Values, room: number): Goal[] =>
  spares.map((spare) => {
    if (spare === null) return anything;
    const goal = spare <= 0 ? leastSpare : Math.min(spare, Math.max(leastSpare, spare * (1 - room)));
    return { asked: goal, least: goal, isGuard: true };
  });

const leastSpare = 0.05;

/** Nobody left alone (`uncoveredHours`): as many goals as teams. */
export const coverageGoals = (teams: number): Goal[] =>
  Array.from({ length: teams }, () => ({ asked: 0, least: 0, isGuard: true }));
