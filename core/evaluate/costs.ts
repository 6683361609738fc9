// What a scope costs, by the definitions of the simulation: presence as planned, channels by the contacts that reach them.
import { presentSeconds } from '../simulation/collect/presentSeconds.ts';
import { secondsPerMonth } from '../simulation/compile/costs.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Scope } from './scopes.ts';
import type { Steps } from './steps.ts';
import type { Tallies } from './tallies.ts';

/** Null: the plan does not say. */
export interface ScopeCosts {
  readonly staffCostMoney?: number | null;
  readonly channelCostMoney?: number | null;
  readonly totalCostMoney?: number | null;
  readonly costPerMonthMoney?: number | null;
  readonly costPerContactMoney?: number | null;
  readonly costPerResolutionMoney?: number | null;
}

/** Of each team the planned presence in the counted time, in agent-seconds, and what it costs. */
export interface Presence {
  readonly seconds: Float64Array;
  readonly cost: readonly (number | null)[];
}

export function presenceOf(model: CompiledModel, steps: Steps): Presence {
  const span = steps.horizonSeconds - steps.warmUpSeconds;
  const seconds = new Float64Array(model.teams.length);
  const costs: (number | null)[] = model.teams.map(() => 0);
  model.groups.forEach(({ team, presence }, g) => {
    const present = presentSeconds(presence, steps.warmUpSeconds, steps.horizonSeconds);
    seconds[team] = (seconds[team] as number) + present;
    const cost = model.costs.groups[g] ?? null;
    const before = costs[team] ?? null;
    costs[team] =
      cost === null || before === null
        ? null
        : before + cost.perPresentSecond * present + cost.perSecond * span;
  });
  return { seconds, cost: costs };
}

export function costsOf(
  model: CompiledModel,
  steps: Steps,
  tallies: Tallies,
  { kind, classes, teams }: Scope,
  presence: Presence,
): ScopeCosts {
  if (kind === 'issueTypes') return {};
  let staff: number | null = 0;
  for (const t of teams) {
    const cost: number | null = presence.cost[t] ?? null;
    staff = staff === null || cost === null ? null : staff + cost;
  }
  if (kind === 'tiers' || kind === 'teams') return { staffCostMoney: staff };
  const { offered, deflected, resolved, contained } = tallies.ofClass;
  let channels: number | null = null;
  let reached = 0;
  let solved = 0;
  for (const c of classes) {
    const here = (offered[c] as number) - (deflected[c] as number);
    const cost = model.costs.channels[model.classes[c]?.channel ?? -1] ?? null;
    if (cost !== null) channels = (channels ?? 0) + cost * here;
    reached += here;
    solved += (resolved[c] as number) + (contained[c] as number);
  }
  if (kind === 'channels') return { channelCostMoney: channels };
  const span = steps.horizonSeconds - steps.warmUpSeconds;
  const whole: number | null = staff === null ? null : staff + (channels ?? 0);
  const over = (amount: number): number | null => (whole === null || amount <= 0 ? null : whole / amount);
  return {
    staffCostMoney: staff,
    channelCostMoney: channels,
    totalCostMoney: whole,
    costPerMonthMoney: over(span / secondsPerMonth),
    costPerContactMoney: over(reached),
    costPerResolutionMoney: over(solved),
  };
}
