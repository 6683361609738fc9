// The load that a line would be on a team in which nobody waits, followed through time.
import { expm1 } from '../numerics/expm1.ts';
import type { Line } from './network.ts';
import type { WalkState } from './walk.ts';

/** Share of its way to its limit that the load of each line goes in a step. */
export const goneShares = ({ network, steps }: Pick<WalkState, 'network' | 'steps'>): Float64Array =>
  Float64Array.from(network.lines, ({ spanSeconds }) => -expm1(-steps.seconds / Math.max(1e-3, spanSeconds)));

/**
 * The load of a line at the end of a step (`loadNow`) and its mean in it (`load`), where the contacts of the step come evenly: it
 * nears arrivals times handling as contacts end (modified offered load). A plan starts as if it had gone on before.
 * Example: from nothing, 1 contact a second of 60 s, a step of 60 s: 37.9 Erlangs at its end, 22.1 on average.
 */
export function advanceLoad(
  { loadNow, load, joining, steps }: Pick<WalkState, 'loadNow' | 'load' | 'joining' | 'steps'>,
  line: Line,
  l: number,
  gone: number,
  k: number,
): void {
  const limit = ((joining[l] as number) / steps.seconds) * line.seconds;
  if (k === 0) loadNow[l] = limit;
  const before = loadNow[l] as number;
  if (before === limit) {
    load[l] = limit;
    return;
  }
  load[l] = limit + ((before - limit) * gone * Math.max(1e-3, line.spanSeconds)) / steps.seconds;
  loadNow[l] = before + (limit - before) * gone;
}
