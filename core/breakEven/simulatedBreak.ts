// The check of a breaking point by simulation: the level there, and where the simulation itself puts the border. The same customers
// are met at every factor, so that the levels fall as smoothly as the number of customers lets them.
import type { BreakingPoint, SimulatedBreak } from '../measures/breakEven.ts';

/** A simulated level with its half-width, 95 %; null where nobody was counted. */
export type SimulatedLevel = { readonly level: number; readonly halfWidth: number | null } | null;

const mostSteps = 4;
const enough = 0.002;

/**
 * Follows the border by the secant, at most five simulations, beginning at the formula's and where its error says the border is.
 *
 * `simulated` gives the level of this promise at a factor. The factor is null where the border was left behind by more than half.
 */
export async function simulatedBreak(
  { factor, shareToAttain, level }: BreakingPoint,
  simulated: (factor: number) => Promise<SimulatedLevel>,
): Promise<SimulatedBreak | null> {
  if (factor === null || level === null) return null;
  const first = await simulated(factor);
  if (first === null) return null;
  let [before, here] = [
    { factor, reserve: first.level - shareToAttain },
    { factor, reserve: 0 },
  ];
  // The slope by formula: from the plan as it is to its border.
  const slope = factor === 1 ? -1 : (shareToAttain - level) / (factor - 1);
  here = before;
  let next = slope < 0 ? factor - before.reserve / slope : factor * (1 + before.reserve);
  for (let step = 0; step < mostSteps; step += 1) {
    next = Math.min(factor * 1.5, Math.max(factor / 1.5, next));
    if (Math.abs(next - here.factor) <= enough * factor) break;
    const answer = await simulated(next);
    if (answer === null) return { ...first, factor: null };
    before = here;
    here = { factor: next, reserve: answer.level - shareToAttain };
    const rise = here.reserve - before.reserve;
    if (rise === 0 || rise > 0 === here.factor > before.factor) break;
    next = here.factor - (here.reserve * (here.factor - before.factor)) / rise;
  }
  const isInside = next > factor / 1.5 && next < factor * 1.5;
  return { level: first.level, halfWidth: first.halfWidth, factor: isInside ? next : null };
}
