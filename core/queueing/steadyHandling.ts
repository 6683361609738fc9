// Handling times that are always the same (M/D/n): the mean wait, exactly.
import { poissonMass } from '../numerics/poissonMass.ts';
import { blockingOdds } from './blockingOdds.ts';

const MOST_TERMS = 4000;

/**
 * Mean wait in units of the handling time, for 0 < load < agents.
 *
 * Sum over i >= 1 of [P(X >= i n) - (n / load) P(X > i n)], X Poisson with mean i load; one agent: Pollaczek and
 * Khinchine. Where more than 4,000 terms count, that is near full load, Cosmetatos' approximation, whose error is then
 * below 0.1 %. Source: Crommelin, Delay probability formulae when the holding times are constant, POEEJ 25 (1932);
 * Cosmetatos, Some approximate equilibrium results for the multiserver queue M/G/r, ORQ 27 (1976).
 * Example: 2 agents, load 1: 0.17674106.
 */
export function steadyHandlingWait(agents: number, load: number): number {
  if (agents === 1) return load / (2 * (1 - load));
  const share = load / agents;
  const spare = 1 - share;
  if ((agents * spare * spare) / 2 < 36 / MOST_TERMS) return nearFullLoad(agents, load);
  let sum = 0;
  for (let i = 1; i <= MOST_TERMS; i += 1) {
    const term = bracket(i * agents, i * load);
    sum += term;
    if (term <= sum * 1e-16) break;
  }
  return sum;
}

/**
 * P(X >= count) - (count / mean) P(X > count) for a Poisson mean below the count: the sum over j >= 1 of
 * p(count) mean^j / ((count + 1) ... (count + j)) times j / mean ... written so that every term is positive.
 */
function bracket(count: number, mean: number): number {
  // p(count + j) - (count / mean) p(count + j + 1) = p(count + j) (j + 1) / (count + j + 1).
  let mass = poissonMass(count, mean);
  let sum = 0;
  for (let j = 0; ; j += 1) {
    const term = (mass * (j + 1)) / (count + j + 1);
    sum += term;
    mass *= mean / (count + j + 1);
    if (term <= sum * 1e-17 * (1 - mean / (count + j + 1))) return sum;
    if (j > 1e7) return sum;
  }
}

function nearFullLoad(agents: number, load: number): number {
  const share = load / agents;
  const waitProbability = 1 / (1 + (1 - share) * blockingOdds(agents, load));
  const correction = ((1 - share) * (agents - 1) * (Math.sqrt(4 + 5 * agents) - 2)) / (16 * load);
  return (0.5 * (1 + correction) * waitProbability) / (agents - load);
}
