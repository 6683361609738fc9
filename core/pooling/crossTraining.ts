// How little cross-training wins the price of a split back: for each number of agents between split and pooled, the fewest of them
// who have to be able to do the work of all teams.
import type { CrossTraining, CrossTrainingStep, PoolingPrice } from '../measures/pooling.ts';
import { fewest } from '../queueing/fewest.ts';
import { type CrossTrainedTeams, crossTrained, type TrainedKind } from './crossTrained.ts';
import type { PoolingQuestion } from './poolingPrice.ts';
import { fewestOf, type PooledKind, queueOf } from './team.ts';

/** Part of the price that counts as most of it. */
export const mostOfIt = 0.75;
const MOST_STEPS = 10;
/** Work of one chain beyond which no answer comes at once: (specialists + 1) (able + 1)^3. */
const MOST_WORK = 8e6;

/**
 * The steps from the split to the pool. An approximation (`crossTrained`), within one agent or one able of exact chains where these can
 * be had.
 *
 * Example: two teams with 100 contacts an hour each, 180 s, 80 % within 20 s: 8 and 8 agents apart, 14 pooled; 14 are enough where
 * some of them take both kinds.
 */
export function crossTraining({ kinds, teams: asked }: PoolingQuestion, price: PoolingPrice): CrossTraining {
  const teams = (asked ?? kinds.map((_, place) => [place])).map((team) => bindingKind(kinds, team));
  const split = price.teams.map(({ agents }) => agents);
  const steps: CrossTrainingStep[] = [{ agents: price.splitAgents, able: 0, specialists: split, wonBack: 0 }];
  if (price.price <= 0 || teams.length < 2) return { steps, most: null };
  const stride = Math.max(1, Math.ceil(price.price / (MOST_STEPS - 1)));
  let least = 1;
  for (let saved = stride; saved <= price.price; saved += stride) {
    const agents = price.splitAgents - saved;
    const found = leastAble(teams, split, agents, least);
    if (found === undefined) break;
    least = found.able;
    steps.push({ agents, ...found, wonBack: saved / price.price });
  }
  return { steps, most: steps.find(({ wonBack }) => wonBack >= mostOfIt) ?? null };
}

interface Binding {
  readonly kind: Omit<TrainedKind, 'specialists'>;
  readonly least: number;
}

/** A team as one kind, with the promise that asks for the most agents. */
function bindingKind(kinds: readonly PooledKind[], team: readonly number[]): Binding {
  const own = team.map((place) => kinds[place] as PooledKind);
  const queue = queueOf(own);
  let binding = own[0] as PooledKind;
  let most = 0;
  for (const kind of own) {
    const agents = fewestOf([{ ...queue, target: kind.target, leastServiceLevel: kind.leastServiceLevel }]);
    if (agents.ok && agents.value > most) {
      most = agents.value;
      binding = kind;
    }
  }
  return { kind: { ...queue, target: binding.target }, least: binding.leastServiceLevel };
}

function leastAble(teams: readonly Binding[], split: readonly number[], agents: number, from: number) {
  let kept: readonly number[] | undefined;
  const most = Math.min(agents, mostAble(agents));
  const able = fewest(Math.min(from, most), most, (count) => {
    const found = specialistsThatKeep(teams, split, agents, count);
    if (found !== undefined) kept = found;
    return found !== undefined;
  });
  if (able === undefined) return undefined;
  kept = specialistsThatKeep(teams, split, agents, able) ?? kept;
  return { able, specialists: kept ?? [] };
}

function mostAble(agents: number): number {
  let able = 1;
  while (able < agents && (agents + 1) * (able + 2) * (able + 2) * (able + 2) <= MOST_WORK) able += 1;
  return able;
}

/** Specialists of each team with whom every promise is kept: divided as the split is, then one moved where that helps the worst. */
function specialistsThatKeep(
  teams: readonly Binding[],
  split: readonly number[],
  agents: number,
  able: number,
): readonly number[] | undefined {
  const counts = divided(split, agents - able);
  let reserves = reservesOf(teams, counts, able);
  for (let move = 0; move < 2 * teams.length; move += 1) {
    const worst = Math.min(...reserves);
    if (worst >= 0) return counts;
    const poor = reserves.indexOf(worst);
    // Far more is missing than the richest could give away.
    if (worst + 4 * Math.max(...reserves) < 0) return undefined;
    const rich = reserves.indexOf(Math.max(...reserves.filter((_, team) => (counts[team] ?? 0) > 0)));
    if (rich === poor || rich < 0) return undefined;
    counts[rich] = (counts[rich] ?? 0) - 1;
    counts[poor] = (counts[poor] ?? 0) + 1;
    const moved = reservesOf(teams, counts, able);
    if (Math.min(...moved) <= worst) return undefined;
    reserves = moved;
  }
  return Math.min(...reserves) >= 0 ? counts : undefined;
}

function reservesOf(teams: readonly Binding[], counts: readonly number[], able: number): number[] {
  const asked: CrossTrainedTeams = {
    kinds: teams.map(({ kind }, team) => ({ ...kind, specialists: counts[team] ?? 0 })),
    able,
  };
  return crossTrained(asked).map(({ serviceLevel }, team) => serviceLevel - (teams[team]?.least ?? 0));
}

/** Whole people in proportion, the largest remainders first. */
function divided(parts: readonly number[], people: number): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const exact = parts.map((part) => (part * people) / all);
  const counts = exact.map(Math.floor);
  const order = parts
    .map((_, place) => place)
    .sort((one, other) => remainder(exact, other) - remainder(exact, one) || one - other);
  let left = people - counts.reduce((sum, count) => sum + count, 0);
  for (const place of order) {
    if (left <= 0) break;
    counts[place] = (counts[place] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

const remainder = (exact: readonly number[], place: number): number =>
  (exact[place] ?? 0) - Math.floor(exact[place] ?? 0);
