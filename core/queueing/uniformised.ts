// How the shares of a birth-death chain, and the chances of those who wait, move on over a stretch of constant rates.
import { poissonMass } from '../numerics/poissonMass.ts';

/** Poisson probabilities of the number of steps, from `first` on, and of more steps than each. */
interface Steps {
  readonly first: number;
  readonly mass: Float64Array;
  /** `beyond[k]`: P(more than k steps), for k = 0, 1 ... */
  readonly beyond: Float64Array;
}

const NEGLIGIBLE = 1e-17;

function stepsOf(mean: number): Steps {
  const spread = 9 * Math.sqrt(mean) + 24;
  const first = Math.max(0, Math.floor(mean - spread));
  const last = Math.ceil(mean + spread);
  const mass = new Float64Array(last - first + 1);
  const peak = Math.min(last, Math.max(first, Math.floor(mean)));
  mass[peak - first] = poissonMass(peak, mean);
  for (let k = peak + 1; k <= last; k += 1) mass[k - first] = ((mass[k - first - 1] as number) * mean) / k;
  for (let k = peak - 1; k >= first; k -= 1)
    mass[k - first] = ((mass[k - first + 1] as number) * (k + 1)) / mean;
  const beyond = new Float64Array(last + 1).fill(1);
  let sum = 0;
  for (let k = last; k >= first; k -= 1) {
    beyond[k] = sum;
    sum += mass[k - first] as number;
  }
  return { first, mass, beyond };
}

/**
 * Moves the shares of a birth-death chain on by `seconds`, in place; adds to `time` how long each state is held.
 *
 * Randomisation (uniformisation): the shares after k steps of a chain in discrete time, weighted by the Poisson
 * probabilities of k; all terms are positive. Source: Jensen, Markoff chains as an aid in the study of Markoff processes
 * (1953); Grassmann, Transient solutions in Markovian queueing systems, Computers and Operations Research 4 (1977).
 * `up` is the rate from every state but the last, `down[n]` that from n to n - 1. The work is the number of states times
 * the rates times the time.
 * Example: two states, up 1, down 1, from the first, 1 s: (1 + e^-2) / 2 and (1 - e^-2) / 2.
 */
export function advanceShares(
  shares: Float64Array,
  up: number,
  down: Float64Array,
  seconds: number,
  time?: Float64Array,
): void {
  const size = shares.length;
  let most = 0;
  for (const rate of down) most = Math.max(most, rate);
  const pace = up + most;
  if (pace === 0 || seconds === 0) {
    if (time !== undefined)
      for (let n = 0; n < size; n += 1) time[n] = (time[n] as number) + (shares[n] as number) * seconds;
    return;
  }
  const { first, mass, beyond } = stepsOf(pace * seconds);
  let now = shares.slice();
  let next = new Float64Array(size);
  shares.fill(0);
  const rise = up / pace;
  for (let step = 0; step < beyond.length; step += 1) {
    const weight = step >= first ? (mass[step - first] as number) : 0;
    const held = (beyond[step] as number) / pace;
    for (let n = 0; n < size; n += 1) {
      const share = now[n] as number;
      shares[n] = (shares[n] as number) + weight * share;
      if (time !== undefined) time[n] = (time[n] as number) + held * share;
    }
    if ((beyond[step] as number) < NEGLIGIBLE) break;
    for (let n = 0; n < size; n += 1) {
      const fall = (down[n] as number) / pace;
      const stay = 1 - fall - (n < size - 1 ? rise : 0);
      let share = (now[n] as number) * stay;
      if (n > 0) share += (now[n - 1] as number) * rise;
      if (n < size - 1) share += ((now[n + 1] as number) * (down[n + 1] as number)) / pace;
      next[n] = share;
    }
    [now, next] = [next, now];
  }
}

/**
 * Moves the chances of those who wait back by `seconds`, in place: `chances[j]` is that of being served in time with j
 * others before, at the end of the stretch on entry and at its beginning on return.
 *
 * The team takes contacts at rate `taking`, those before leave at rate `leaving` each and the contact itself too. Who has
 * nobody before is served at the next taking.
 * Example: taking 1, nobody leaves, chances 0, 1 s: 1 - e^-1, 1 - 2 e^-1 ...
 */
export function chancesBefore(chances: Float64Array, taking: number, leaving: number, seconds: number): void {
  const size = chances.length;
  const pace = taking + size * leaving;
  if (pace === 0 || seconds === 0) return;
  const { first, mass, beyond } = stepsOf(pace * seconds);
  let now = chances.slice();
  let next = new Float64Array(size);
  chances.fill(0);
  for (let step = 0; step < beyond.length; step += 1) {
    const weight = step >= first ? (mass[step - first] as number) : 0;
    if (weight > 0) {
      for (let j = 0; j < size; j += 1) chances[j] = (chances[j] as number) + weight * (now[j] as number);
    }
    if ((beyond[step] as number) < NEGLIGIBLE) break;
    for (let j = 0; j < size; j += 1) {
      const rate = taking + j * leaving;
      const moved = j === 0 ? taking : rate * (now[j - 1] as number);
      next[j] = (moved + (pace - rate - leaving) * (now[j] as number)) / pace;
    }
    [now, next] = [next, now];
  }
}
