// An organisation of so many teams alike: each has its own matter, ten agents and a load of 0.8, and passes one contact in
// twenty on to the next team.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';

const agents = 10;
const handlingSeconds = 300;
const load = 0.8;
const onward = 0.05;

export function manyTeams(teams: number, days: number): PlanInput {
  const ids = Array.from({ length: teams }, (_, i) => `team${i + 1}`);
  const matterOf = (team: string): string => `matter-${team}`;
  // Half of the teams meet customers first, the other half is where contacts are passed on to.
  const first = ids.filter((_, i) => i % 2 === 0);
  const arrivals = (load * agents) / handlingSeconds;
  return planOf({
    id: 'many-teams',
    horizon: { start: '2026-01-05', days, intervalMinutes: 60 },
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(300) }],
    issueTypes: ids.map((id) => ({ id: matterOf(id), name: id })),
    demand: ids.map((id, i) =>
      steadyDemand(`row-${id}`, i % 2 === 0 ? arrivals : arrivals * (1 - onward), {
        issueType: matterOf(id),
      }),
    ),
    teams: ids.map((id) => teamOf(id, agents, { serves: { issueTypes: [matterOf(id)] } })),
    handling: [{ time: exponential(handlingSeconds) }],
    outcomes: first.map((id) => ({
      when: { teams: [id] },
      next: [{ kind: 'functional', share: onward, to: { team: ids[ids.indexOf(id) + 1] ?? id } }],
    })),
    promises: [
      {
        id: 'answered',
        name: 'Answered within 20 seconds',
        clock: 'firstResponse',
        targetSeconds: 20,
        shareToAttain: 0.8,
      },
    ],
  });
}
