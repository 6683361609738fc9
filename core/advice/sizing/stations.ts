// The stations of a structure: each team with its contacts, dispatchers, and two teams as one where they do the same work at
// different times.
import type { Choices } from '../choices.ts';
import type { OpenChannel } from '../decisions/channels.ts';
import { takeOver } from '../draft/flow.ts';
import type { Structure } from '../structures/structure.ts';
import { dispatchTeam, type TeamFlow } from './flows.ts';
import { slotsOf } from './slots.ts';
import type { LiveAim, Station } from './station.ts';

/**
 * Who leaves is not answered in time either, so that a long time is of no use to those with little patience: a third of their patience
 * counts at most.
 */
const patientSeconds = (seconds: number, channels: readonly OpenChannel[]): number =>
  channels.reduce(
    (least, { prior }) =>
      prior.patienceSeconds === null ? least : Math.min(least, Math.max(10, prior.patienceSeconds / 3)),
    seconds,
  );

export function stationsOf(
  choices: Choices,
  structure: Structure,
  flows: ReadonlyMap<string, readonly TeamFlow[]>,
  otherHours: number,
): readonly Station[] {
  const { company, promises } = choices;
  const isDispatched = structure.dispatched.length > 0;
  const answered: readonly LiveAim[] = promises
    .filter(({ isLive, clock }) => isLive && clock === 'firstResponse')
    .map(({ seconds, share, channels }) => ({ seconds: patientSeconds(seconds, channels), share }));
  const takenOver: readonly LiveAim[] = [{ seconds: takeOver.seconds, share: takeOver.share }];
  const first = structure.teams[0]?.id;
  const shared = structure.teams.filter(({ duty }) => duty !== 'open');
  const alone = structure.teams.filter(({ duty }) => duty === 'open');
  const stations: Station[] = alone.map((team) => {
    const own = flows.get(team.id) ?? [];
    // Only first answers of contacts that begin here without a dispatcher are this team's.
    const answers = own.some(
      ({ issue, channel }) =>
        team.issues.includes(issue) && channel.prior.isLive && !structure.dispatched.includes(channel.kind),
    );
    return {
      ...{ teams: [team.id], slots: slotsOf(company.week, team), flows: own },
      otherHours: team.id === first ? otherHours : 0,
      aims: [...(answers ? answered : []), ...(team.tier > 0 || isDispatched ? takenOver : [])],
    };
  });
  if (shared.length > 0)
    stations.push({
      teams: shared.map(({ id }) => id),
      slots: shared.flatMap((team) => slotsOf(company.week, team)),
      flows: flows.get(shared[0]?.id ?? '') ?? [],
      ...{ otherHours, aims: answered },
    });
  if (isDispatched)
    stations.push({
      teams: [dispatchTeam],
      slots: slotsOf(company.week, { id: dispatchTeam, duty: 'open' }),
      flows: flows.get(dispatchTeam) ?? [],
      ...{ otherHours: 0, aims: answered },
    });
  return stations;
}
