// From levels under stress to what breaks first.
import type { StressedLevel, StressedPromise, StressRow, StressStep } from '../measures/stress.ts';
import type { Stress } from './stresses.ts';

/** Levels of the promises at each size of a stress, in the order of its sizes. */
export function stressRow(
  { kind, part, name, sizes }: Stress,
  promises: readonly StressedPromise[],
  levels: readonly (readonly StressedLevel[])[],
): StressRow {
  const steps = sizes.map((size, place): StressStep => {
    const found = levels[place] ?? [];
    const broken = promises
      .filter(({ id, level, shareToAttain, simulated }) => {
        // By simulation it is not kept in the first place, whatever the formula says: no stress can be blamed for it.
        if (simulated?.verdict === 'missed') return false;
        const now = found.find(({ promise }) => promise === id)?.level ?? null;
        return level !== null && level >= shareToAttain && now !== null && now < shareToAttain;
      })
      .map(({ id }) => id);
    return { size, levels: found, broken };
  });
  const first = steps.findIndex(({ broken }) => broken.length > 0);
  return { kind, part, name, steps, first: first < 0 ? null : first, simulated: null };
}

const last = 1000;

/** What gives way with the fewest steps comes first; what breaks nothing comes last, in the order of the list. */
export const bySoonest = (rows: readonly StressRow[]): StressRow[] =>
  [...rows].sort((one, other) => (one.first ?? last) - (other.first ?? last));
