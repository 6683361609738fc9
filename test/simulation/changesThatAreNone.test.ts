import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { teamOf } from '../support/plans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';
import { anyPlan } from './randomPlans.ts';

const runs = { numRuns: 30, seed: 20_260_105 };

type Tables = Pick<SimulationResult, 'channels' | 'issueTypes' | 'tiers' | 'teams' | 'promises'>;

/** All values by kind, name and measure; a rename maps new names back. */
function perPart(result: Tables, old: (id: string) => string = (id) => id): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const kind of ['channels', 'issueTypes', 'tiers', 'teams', 'promises'] as const) {
    for (const [id, table] of Object.entries(result[kind])) {
      for (const [measure, estimate] of Object.entries(table as Record<string, Estimate | number>)) {
        if (typeof estimate === 'object' && 'value' in estimate)
          found.set(`${kind} ${old(id)} ${measure}`, estimate.value);
      }
    }
  }
  return found;
}

function expectSame(found: Map<string, number | null>, expected: Map<string, number | null>): void {
  expect(found.size).toBe(expected.size);
  const off = [...expected].filter(([name, value]) => {
    const other = found.get(name);
    if (value === null || other === null || other === undefined) return value !== other;
    return Math.abs(value - other) > 1e-9 * (1 + Math.abs(value));
  });
  expect(off).toEqual([]);
}

/** Renames every id of the named lists, keeping the stream keys, in references too. */
function renamed(plan: PlanInput): PlanInput {
  const ids = new Map<string, string>();
  const keyed = <T extends { readonly id: string; readonly streamKey?: string | undefined }>(part: T): T => {
    ids.set(part.id, `${part.id}New`);
    return { ...part, streamKey: part.streamKey ?? part.id };
  };
  const withKeys: PlanInput = {
    ...plan,
    channels: plan.channels.map(keyed),
    issueTypes: plan.issueTypes.map(keyed),
    demand: plan.demand.map(keyed),
    departments: (plan.departments ?? []).map(keyed),
    teams: plan.teams.map((team) => ({ ...keyed(team), groups: team.groups.map(keyed) })),
  };
  // Ids stand as whole strings; stream keys and kinds are kept.
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return key === 'streamKey' || key === 'kind' ? value : (ids.get(value) ?? value);
    if (Array.isArray(value)) return value.map((part) => walk(part, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
  };
  return walk(withKeys) as PlanInput;
}

/** A fixed choice of agents is the order of the plan's own list: there the order says something. */
const withoutFixedChoice = (plan: PlanInput): PlanInput => ({
  ...plan,
  teams: plan.teams.map((team) => (team.agentChoice === 'fixed' ? { ...team, agentChoice: 'random' } : team)),
});

describe('T5: a change that is none', () => {
  it('to names, with stream keys kept, leaves every part’s numbers', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const after = perPart(simulatePlan(renamed(plan)).result, (id) => id.replace(/New$/, ''));
        expectSame(after, perPart(simulatePlan(plan).result));
      }),
      runs,
    );
  });

  it('to the order of lists leaves every part’s numbers', () => {
    fc.assert(
      fc.property(anyPlan.map(withoutFixedChoice), (plan) => {
        const turned: PlanInput = {
          ...plan,
          channels: [...plan.channels].reverse(),
          issueTypes: [...plan.issueTypes].reverse(),
          demand: [...plan.demand].reverse(),
          teams: [...plan.teams].reverse(),
          shifts: [...(plan.shifts ?? [])].reverse(),
          promises: [...(plan.promises ?? [])].reverse(),
        };
        expectSame(perPart(simulatePlan(turned).result), perPart(simulatePlan(plan).result));
      }),
      runs,
    );
  });

  it('the addition of a team that serves nobody, leaves every other part’s numbers', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const idle = teamOf('idle', 3);
        const after = perPart(simulatePlan({ ...plan, teams: [idle, ...plan.teams] }).result);
        for (const name of after.keys()) if (name.startsWith('teams idle')) after.delete(name);
        expectSame(after, perPart(simulatePlan(plan).result));
      }),
      runs,
    );
  });
});
