// How ranks share out the waits of one team, and whether its lines are alike.
import type { Lanes, Line } from './network.ts';
import type { WalkState } from './walk.ts';

/** Above this occupancy a step is too short for a line to settle. */
export const mostSettled = 0.97;

/** The ranks of lines, highest first. */
export const ranksOf = ({ lines }: Lanes, live: readonly number[]): number[] =>
  [...new Set(live.map((l) => lines[l]?.priority ?? 0))].sort((a, b) => a - b);

/** Whether the contacts of all lines are handled and wait by the same laws. */
export function haveOneLaw(lines: readonly Line[], live: readonly number[]): boolean {
  const one = lines[live[0] ?? -1];
  return live.every(
    (l) =>
      lines[l]?.seconds === one?.seconds &&
      lines[l]?.variation === one?.variation &&
      lines[l]?.patience === one?.patience &&
      lines[l]?.passing === one?.passing,
  );
}

/** How fast chats are, where all lines are chats of the same kind. */
export function oneTable(lines: readonly Line[], live: readonly number[]): Line['chats'] {
  const table = lines[live[0] ?? -1]?.chats ?? null;
  return table !== null && live.every((l) => lines[l]?.chats === table) ? table : null;
}

/** How much longer or shorter each line waits than the mean of all, by its rank (Cobham's ratios), into `factors`. */
export function rankFactors(
  { network, joining, steps }: Pick<WalkState, 'network' | 'joining' | 'steps'>,
  live: readonly number[],
  ranks: readonly number[],
  agents: number,
  handling: number,
  factors: Float64Array,
): void {
  for (let i = 0; i < live.length; i += 1) factors[i] = 1;
  if (ranks.length < 2 || agents <= 0) return;
  let before = 0;
  let all = 0;
  let weighted = 0;
  for (const rank of ranks) {
    let came = 0;
    for (let i = 0; i < live.length; i += 1)
      if (network.lines[live[i] as number]?.priority === rank) came += joining[live[i] as number] as number;
    const after = Math.min(mostSettled, before + ((came / steps.seconds) * handling) / agents);
    const weight = 1 / ((1 - before) * (1 - after));
    for (let i = 0; i < live.length; i += 1)
      if ((network.lines[live[i] as number] as Line).priority === rank) factors[i] = weight;
    all += came;
    weighted += came * weight;
    before = after;
  }
  for (let i = 0; i < live.length; i += 1)
    factors[i] = weighted > 0 ? ((factors[i] as number) * all) / weighted : 1;
}
