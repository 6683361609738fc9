// How much time people were planned to be present between two instants.
import type { Presence } from '../model/compiledModel.ts';

/** Agent-seconds of a step function from `from` to `to`. Example: 3 people from 0 s on, between 10 s and 20 s: 30. */
export function presentSeconds({ timesSeconds, agents }: Presence, from: number, to: number): number {
  let sum = 0;
  for (let i = 0; i < timesSeconds.length; i += 1) {
    const start = Math.max(from, timesSeconds[i] as number);
    const end = Math.min(to, timesSeconds[i + 1] ?? Number.POSITIVE_INFINITY);
    if (end > start) sum += (end - start) * (agents[i] as number);
  }
  return sum;
}
