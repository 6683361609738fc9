// What a scope costs, by the definitions of the simulation: presence as planned, channels by the contacts that reach them.
import { presentSeconds } from '../simulation/collect/presentSeconds.ts';
import { secondsPerMonth } from '../simulation/compile/costs.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Steps } from './steps.ts';
import type { Scope } from './tables.ts';
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

export function costsOf(model: CompiledModel, steps: Steps, tallies: Tallies, scope: Scope): ScopeCosts {
  const { costs } = model;
  const span = steps.horizonSeconds - steps.warmUpSeconds;
  let staff: number | null = 0;
  model.groups.forEach(({ team, presence }, g) => {
    if (!scope.teams.includes(team)) return;
    const cost = costs.groups[g] ?? null;
    if (cost === null || staff === null) staff = null;
    else {
      const present = presentSeconds(presence, steps.warmUpSeconds, steps.horizonSeconds);
      staff += cost.perPresentSecond * present + cost.perSecond * span;
    }
  });
  const of = (name: 'offered' | 'deflected' | 'resolved' | 'contained', c: number): number =>
    tallies.ofClass[name][c] as number;
  const reached = (c: number): number => of('offered', c) - of('deflected', c);
  let channels: number | null = null;
  for (const c of scope.classes) {
    const cost = costs.channels[model.classes[c]?.channel ?? -1] ?? null;
    if (cost !== null) channels = (channels ?? 0) + cost * reached(c);
  }
  if (scope.kind === 'tiers' || scope.kind === 'teams') return { staffCostMoney: staff };
  if (scope.kind === 'channels') return { channelCostMoney: channels };
  if (scope.kind !== 'total') return {};
  const whole: number | null = staff === null ? null : (staff as number) + (channels ?? 0);
  const over = (amount: number): number | null => (whole === null || amount <= 0 ? null : whole / amount);
  const sum = (each: (c: number) => number): number => scope.classes.reduce((all, c) => all + each(c), 0);
  return {
    staffCostMoney: staff,
    channelCostMoney: channels,
    totalCostMoney: whole,
    costPerMonthMoney: over(span / secondsPerMonth),
    costPerContactMoney: over(sum(reached)),
    costPerResolutionMoney: over(sum((c) => of('resolved', c) + of('contained', c))),
  };
}
