// What an arrival that finds all agents busy may expect, by how many stand before it: those ahead are served or give up, and so may
// it itself. Palm's line (1957): with j ahead the next step comes at rate n mu + (j + 1) theta.
import { exp } from '../../numerics/exp.ts';
import type { Companion } from './companionModel.ts';

/** Wait until served or given up, in seconds, and the chance of giving up, by contacts ahead. */
export function waitsByLength(
  { agents, handlingSeconds, patienceSeconds }: Companion,
  lengths: number,
): { readonly waitSeconds: Float64Array; readonly abandons: Float64Array } {
  const waitSeconds = new Float64Array(lengths);
  const abandons = new Float64Array(lengths);
  let wait = 0;
  let abandoned = 0;
  for (let ahead = 0; ahead < lengths; ahead += 1) {
    const forward = agents / handlingSeconds + ahead / patienceSeconds;
    const all = forward + 1 / patienceSeconds;
    wait = 1 / all + (forward / all) * wait;
    abandoned = 1 / patienceSeconds / all + (forward / all) * abandoned;
    waitSeconds[ahead] = wait;
    abandons[ahead] = abandoned;
  }
  return { waitSeconds, abandons };
}

const mostEvents = 200;
const cutOff = 1e-15;

/** Chance to be served within a time, by contacts ahead: by uniformisation, in stretches of some two hundred events. */
export function servedWithin(
  { agents, handlingSeconds, patienceSeconds }: Companion,
  lengths: number,
  seconds: number,
): Float64Array {
  const forward = Float64Array.from(
    { length: lengths },
    (_, ahead) => agents / handlingSeconds + ahead / patienceSeconds,
  );
  const eventsPerSecond = (forward[lengths - 1] ?? 0) + 1 / patienceSeconds;
  const stay = forward.map((rate) => 1 - (rate + 1 / patienceSeconds) / eventsPerSecond);
  const move = forward.map((rate) => rate / eventsPerSecond);
  let chance = new Float64Array(lengths);
  let next = new Float64Array(lengths);
  const parts = Math.max(1, Math.ceil((eventsPerSecond * seconds) / mostEvents));
  const mean = (eventsPerSecond * seconds) / parts;
  for (let part = 0; part < parts && seconds > 0; part += 1) {
    const after = new Float64Array(lengths);
    let weight = exp(-mean);
    for (let events = 0; ; events += 1) {
      for (let j = 0; j < lengths; j += 1) after[j] = (after[j] as number) + weight * (chance[j] as number);
      if (events > mean && weight < cutOff) break;
      // Served means past the front: certain from there on.
      for (let j = 0; j < lengths; j += 1)
        next[j] =
          (stay[j] as number) * (chance[j] as number) +
          (move[j] as number) * (j === 0 ? 1 : (chance[j - 1] as number));
      [chance, next] = [next, chance];
      weight *= mean / (events + 1);
    }
    chance.set(after);
  }
  return chance;
}
