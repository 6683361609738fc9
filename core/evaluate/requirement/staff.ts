// Who is planned in a team, and who of them is on duty, step by step.
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { presentSeconds } from '../../simulation/collect/presentSeconds.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import type { Steps } from '../steps.ts';

export interface StaffAt {
  readonly plannedAgents: number;
  readonly agents: number;
  /** Of the people who are planned, the share that is on duty. */
  readonly presentShare: number;
}

/** The groups of a team that take contacts. */
export const workingGroups = ({ groups }: CompiledModel, team: number): number[] =>
  groups.flatMap(({ team: t, queues }, g) => (t === team && queues.length > 0 ? [g] : []));

/**
 * The staff of a team by step. Where nobody is on duty the share is that of all steps, and where nobody ever is that of the fields of
 * the plan. Example: 10 planned, a fifth in breaks and meetings: 8 on duty, share 0.8.
 */
export function staffOf(
  plan: Plan,
  model: CompiledModel,
  { seconds, count }: Steps,
  team: number,
  agents: readonly Float64Array[],
): { at(k: number): StaffAt } {
  const groups = workingGroups(model, team);
  const here = new Float64Array(count);
  const planned = new Float64Array(count);
  for (const g of groups)
    for (let k = 0; k < count; k += 1) {
      here[k] = (here[k] as number) + (agents[g]?.[k] ?? 0);
      const { presence } = model.groups[g] as CompiledModel['groups'][number];
      planned[k] =
        (planned[k] as number) + presentSeconds(presence, k * seconds, (k + 1) * seconds) / seconds;
    }
  const sum = (of: Float64Array): number => of.reduce((all, one) => all + one, 0);
  const usual = sum(here) > 0 ? sum(here) / sum(planned) : plannedShare(plan, model, team);
  return {
    at: (k) => {
      const [plannedAgents = 0, present = 0] = [planned[k], here[k]];
      const presentShare = plannedAgents > 0 && present > 0 ? present / plannedAgents : usual;
      return { plannedAgents, agents: present, presentShare };
    },
  };
}

/** What the plan says of breaks, absence and other work, on average over the groups. */
function plannedShare(plan: Plan, model: CompiledModel, team: number): number {
  const { groups = [] } = plan.teams.find(({ id }) => id === model.teams[team]?.id) ?? {};
  const shares = groups.map((group) => {
    const role = plan.roles.find(({ id }) => id === group.role);
    const onContacts = role === undefined ? 1 : amount(role.contactTimeShare);
    return (1 - amount(group.plannedShrinkage)) * (1 - amount(group.unplannedAbsence)) * onContacts;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}
