// What no number of people can better: the time that the work itself takes.
import { log } from '../../numerics/log.ts';
import { normalCdf } from '../../numerics/normalCdf.ts';
import type { Choices } from '../choices.ts';
import { complexities } from '../priors/complexities.ts';

/** Share of the contacts whose very handling ends within a time, all else at once: no number of people does better. */
export function atBest(
  choices: Choices,
  id: string,
): { readonly share: number; readonly meanSeconds: number } | null {
  const promise = choices.promises.find((one) => one.id === id);
  if (promise === undefined || (promise.isLive && promise.clock === 'firstResponse')) return null;
  let [met, all, seconds] = [0, 0, 0];
  for (const { id: issue, share, minutes, complexity } of choices.company.issues) {
    if (promise.issue !== null && promise.issue !== issue) continue;
    for (const channel of promise.channels) {
      const mean = minutes.value * 60 * channel.prior.length;
      const { cv } = complexities[complexity];
      const spread = log(1 + cv * cv);
      const weight = share.value * channel.share;
      const z = (log(promise.seconds) - (log(mean) - spread / 2)) / Math.sqrt(spread);
      met += weight * normalCdf(z);
      seconds += weight * mean;
      all += weight;
    }
  }
  return all > 0 ? { share: met / all, meanSeconds: seconds / all } : null;
}
