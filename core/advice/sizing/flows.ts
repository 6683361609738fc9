// Which contacts reach which team in a week, and how long it has to do with each: what begins there and what is passed on to it.
import type { Choices } from '../choices.ts';
import { reachingPeople } from '../choices.ts';
import { weeksPerMonth } from '../company/company.ts';
import type { OpenChannel } from '../decisions/channels.ts';
import { dispatchSeconds } from '../decisions/entry.ts';
import { complexities } from '../priors/complexities.ts';
import { returnShare } from '../priors/people.ts';
import type { Structure, TeamDraft } from '../structures/structure.ts';

export const dispatchTeam = 'dispatch';

/** Contacts of one kind before a team. */
export interface TeamFlow {
  readonly issue: string;
  readonly channel: OpenChannel;
  readonly perWeek: number;
  /** Work of one, in agent-seconds. */
  readonly seconds: number;
}

/** Whoever gets an issue from another tier needs so much longer than the one for whom it is everyday work. */
export const passedOnFactor = 1.5;
/** Of what was passed on to a tier already, so much of the usual share goes on to the next one. */
export const passedOnAgain = 0.5;

/** The team in which a contact begins. */
export const homeOf = ({ teams }: Structure, issue: string, channel: OpenChannel): TeamDraft | undefined =>
  teams.find(({ issues, channels }) => issues.includes(issue) && channels.includes(channel.kind));

/** Minutes of an issue at a team, on the phone. */
export const minutesAt = (choices: Choices, team: TeamDraft, issue: string): number => {
  const about = choices.company.issues.find(({ id }) => id === issue);
  const isOwn = team.issues.includes(issue);
  return (about?.minutes.value ?? 1) * team.factorOf(issue) * (isOwn ? 1 : passedOnFactor);
};

/** Share that a team passes on of an issue. */
export function passedShare(choices: Choices, structure: Structure, team: TeamDraft, issue: string): number {
  if (team.tier >= structure.tiers.length - 1) return 0;
  const about = choices.company.issues.find(({ id }) => id === issue);
  const share = about === undefined ? 0 : complexities[about.complexity].passedOn[0];
  return team.issues.includes(issue) ? share : share * passedOnAgain;
}

export const nextTeam = (structure: Structure, team: TeamDraft, issue: string): TeamDraft | undefined =>
  structure.teams.find(({ tier, takes }) => tier === team.tier + 1 && takes.includes(issue));

/** By team the contacts of a week, those that come back with the same matter included. */
export function flowsOf(choices: Choices, structure: Structure): ReadonlyMap<string, readonly TeamFlow[]> {
  const flows = new Map<string, TeamFlow[]>();
  const add = (team: string, flow: TeamFlow): void => {
    const there = flows.get(team);
    if (there === undefined) flows.set(team, [flow]);
    else there.push(flow);
  };
  const perWeek = choices.company.contacts.value / weeksPerMonth / (1 - returnShare[0]);
  for (const { id: issue } of choices.company.issues)
    for (const channel of choices.channels) {
      let contacts = reachingPeople(choices, issue, channel, perWeek);
      if (structure.dispatched.includes(channel.kind))
        add(dispatchTeam, { issue, channel, perWeek: contacts, seconds: dispatchSeconds[0] });
      let team = homeOf(structure, issue, channel);
      while (team !== undefined && contacts > 0) {
        const seconds = minutesAt(choices, team, issue) * 60 * channel.prior.work;
        add(team.id, { issue, channel, perWeek: contacts, seconds });
        contacts *= passedShare(choices, structure, team, issue);
        team = contacts > 0 ? nextTeam(structure, team, issue) : undefined;
      }
    }
  return flows;
}
