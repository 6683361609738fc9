// What time itself brings: triggers for those who wait, contacts from before the beginning, work that is no contact.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import type { Channels, Demands, Shape, Teams } from './shape.ts';

type TriggerInput = NonNullable<PlanInput['waitingTriggers']>[number];

export function randomWaiting(shape: Shape, channels: Channels, demands: Demands, teams: Teams) {
  const { chance } = shape;
  return {
    waitingTriggers: chance.maybe('triggers', 0.65)
      ? Array.from({ length: chance.whole(1, 4) }, () => trigger(shape, channels, teams))
      : [],
    startingBacklog: chance.maybe('starting backlog', 0.35)
      ? chance.some(demands.demand, 0.5).map((row) => ({
          demand: row.id,
          contacts: chance.whole(1, 40),
          oldestSeconds: chance.one([0, 600, 7200, 100_000]),
        }))
      : [],
    internalWork: chance.maybe('internal work', 0.4) ? internalWork(shape, teams) : [],
  };
}

function trigger({ chance, issueTypes, tiers }: Shape, channels: Channels, teams: Teams): TriggerInput {
  const lead = teams.leads[0];
  const byAttempt = chance.is(channels.list.some((channel) => 'redial' in channel) ? 0.65 : 0.1);
  const who = chance.is(byAttempt ? 0.8 : 0.5)
    ? {}
    : tiers.length > 0 && chance.is(0.5)
      ? { tiers: [chance.one(tiers)] }
      : { issueTypes: chance.some(issueTypes, 0.5) };
  const when = byAttempt
    ? { atAttempt: chance.is(0.8) ? 2 : 3 }
    : { afterShareOfPromise: chance.one([0.25, 0.5, 1, 2]) };
  const moves = lead !== undefined && chance.is(byAttempt ? 0.8 : 0.6);
  const raises = !moves || chance.is(0.3);
  return {
    when: who,
    ...when,
    ...(moves ? { moveTo: { team: lead } } : {}),
    ...(raises ? { raisePriorityTo: chance.whole(1, 4) } : {}),
  };
}

function internalWork({ chance }: Shape, teams: Teams): NonNullable<PlanInput['internalWork']> {
  return chance.some(teams.list, 0.4).map((team, i) => ({
    id: `work${i}`,
    name: 'Articles',
    team: team.id,
    hoursPerWeek: chance.between(4, 40),
    ...(chance.is(0.3) ? { pieceMinutes: chance.one([5, 20, 60]) } : {}),
  }));
}
