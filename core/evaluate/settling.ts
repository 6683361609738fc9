// Whether a period is long enough for a line to reach its long run.
import type { Steps } from './steps.ts';

/** So many relaxation times make what the beginning leaves behind small beside chance; of a warm-up fewer do. */
const relaxations = 50;
const relaxationsOfWarmUp = 3;
/** So many means of a delay, until what comes back comes as steadily as it went. */
const delaysOfWarmUp = 3;

/**
 * How fast a line of M/M/n forgets its beginning: the relaxation time 1 / (sqrt(n mu) - sqrt(lambda))^2, endless at full load;
 * where contacts leave, at most the longer of handling and patience. Source: Morse, Queues, Inventories and Maintenance (1958), 6.
 * Example: 10 agents of 100 s, 0.08 contacts a second: 897 s.
 */
export function relaxationSeconds(
  agents: number,
  arrivals: number,
  handling: number,
  patience: number,
): number {
  const spare = Math.sqrt(agents / handling) - Math.sqrt(arrivals);
  const slow = spare > 0 ? 1 / (spare * spare) : Number.POSITIVE_INFINITY;
  return Math.min(slow, patience === Number.POSITIVE_INFINITY ? slow : Math.max(handling, patience));
}

/** Whether the line of a team reaches its long run in the period, by what came to it and the work that this was. */
export function settlesWithin(
  { horizonSeconds, warmUpSeconds }: Steps,
  agents: number,
  visits: number,
  workSeconds: number,
  patience: number,
): boolean {
  if (visits <= 0) return true;
  const observedSeconds = horizonSeconds - warmUpSeconds;
  const time = relaxationSeconds(agents, visits / observedSeconds, workSeconds / visits, patience);
  return relaxations * time <= observedSeconds || relaxationsOfWarmUp * time <= warmUpSeconds;
}

/** Whether what goes away for a time has come back steadily before the counted time begins. */
export const comesSteadily = (meanDelaySeconds: number, warmUpSeconds: number): boolean =>
  delaysOfWarmUp * meanDelaySeconds <= warmUpSeconds;
