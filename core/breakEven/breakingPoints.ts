// The factor of volume or handling at which each promise breaks, by formula: one search for all promises, which share what was
// calculated for one of them.
import type { BreakingPoint, BrokenBy } from '../measures/breakEven.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

/** Service levels of all promises at a factor; null where no formula answers. */
export type LevelsAt = (factor: number) => readonly (number | null)[];

/** Factors that are tried on the way out; beyond the last nobody plans. */
const upwards = [1.05, 1.1, 1.2, 1.35, 1.6, 2, 3, 5, 10] as const;
const downwards = [0.95, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1] as const;
/** The border lies between two factors this close; between them the level is taken to be straight. */
const closeEnough = 0.005;

/**
 * Where each promise breaks. A promise that is kept is followed upwards, one that is missed downwards, until it changes; then the
 * interval is cut where the straight line through its ends says, and in the middle where that leaves one end far away.
 * Range: levels that fall as the factor grows; where they rise again the first change met is told.
 */
export function breakingPoints(plan: Plan, by: BrokenBy, levelsAt: LevelsAt): BreakingPoint[] {
  const known = new Map<number, readonly (number | null)[]>();
  const levels = (factor: number): readonly (number | null)[] => {
    const before = known.get(factor);
    if (before !== undefined) return before;
    const found = levelsAt(factor);
    known.set(factor, found);
    return found;
  };
  return plan.promises.map(({ id, shareToAttain }, p) => {
    const asked = amount(shareToAttain);
    const levelAt = (factor: number): number | null => levels(factor)[p] ?? null;
    const level = levelAt(1);
    const point = { promise: id, by, shareToAttain: asked, level, simulated: null };
    if (level === null) return { ...point, outcome: 'noFormula', factor: null };
    const isKept = level >= asked;
    let near = 1;
    let far: number | null = null;
    for (const factor of isKept ? upwards : downwards) {
      const there = levelAt(factor);
      if (there === null) return { ...point, outcome: 'noFormula', factor: null };
      if (there >= asked !== isKept) {
        far = factor;
        break;
      }
      near = factor;
    }
    if (far === null) return { ...point, outcome: isKept ? 'always' : 'never', factor: null };
    const kept = isKept ? near : far;
    const missed = isKept ? far : near;
    return { ...point, outcome: 'breaks', factor: border(levelAt, asked, kept, missed) };
  });
}

function border(
  levelAt: (factor: number) => number | null,
  asked: number,
  low: number,
  high: number,
): number {
  let [kept, missed] = [low, high];
  for (let step = 0; missed - kept > closeEnough * kept; step += 1) {
    const straight = onLine(levelAt, asked, kept, missed);
    const width = missed - kept;
    // Every third cut in the middle, so that neither end stays behind.
    const wanted = step % 3 === 2 ? kept + width / 2 : straight;
    const cut = Math.min(missed - width * 0.1, Math.max(kept + width * 0.1, wanted));
    const there = levelAt(cut);
    if (there === null) break;
    if (there >= asked) kept = cut;
    else missed = cut;
  }
  return onLine(levelAt, asked, kept, missed);
}

function onLine(
  levelAt: (factor: number) => number | null,
  asked: number,
  kept: number,
  missed: number,
): number {
  const [above, below] = [levelAt(kept), levelAt(missed)];
  if (above === null || below === null || above <= below) return kept;
  return kept + ((missed - kept) * (above - asked)) / (above - below);
}
