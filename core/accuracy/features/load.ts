// Room to breathe: a team that always has work has no waits of which one could say how long they usually are.
import { evaluate } from '../../evaluate/index.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Staffing } from '../../plan/schema/team.ts';
import type { SwitchedOff } from './feature.ts';

/** Above this share of their time that people have work, a queue takes longer to settle than a plan lasts. */
const mostLoad = 0.85;

/** More people in each team that has work for more than 85 % of the time, until none has; what one lets through, the next gets. */
export const roomToBreathe: SwitchedOff = (plan, compiled) => {
  let roomy = plan;
  for (let round = 0; round < 6; round += 1) {
    const { teams } = evaluate(compiled(roomy));
    const loadOf = (id: string): number => teams[id]?.loadFraction?.value ?? 0;
    if (roomy.teams.every(({ id }) => !(loadOf(id) > mostLoad))) break;
    roomy = {
      ...roomy,
      teams: roomy.teams.map((team) => ({
        ...team,
        groups: team.groups.map((group) => ({
          ...group,
          staffing: grown(group.staffing, Math.max(1, loadOf(team.id) / mostLoad)),
        })),
      })),
    };
  }
  return roomy;
};

const more = (agents: number, by: number): number => (by > 1 ? Math.ceil(agents * by) : agents);

function grown(staffing: Staffing, by: number): Staffing {
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: more(amount(staffing.agents), by) };
    case 'counts':
      return {
        ...staffing,
        counts: staffing.counts.map((span) => ({ ...span, agents: more(amount(span.agents), by) })),
      };
    case 'shifts':
      return {
        ...staffing,
        assignments: staffing.assignments.map((one) => ({ ...one, agents: more(one.agents, by) })),
      };
  }
}
