// How much work kinds of contacts are: the ground on which it is decided whether they get a team of their own.
import { type Choices, reachingPeople } from '../choices.ts';
import { weeksPerMonth } from '../company/company.ts';
import type { CompanyIssue } from '../company/issues.ts';
import type { ServedChannel } from '../priors/channels.ts';

export interface WorkOf {
  /** Contacts that reach people in a week. */
  readonly perWeek: number;
  /** Hours of work in a week. */
  readonly hours: number;
  /** Mean work in the time that is open, in agents kept busy. */
  readonly erlangs: number;
  /** Of these live. */
  readonly liveErlangs: number;
  readonly livePerWeek: number;
}

/** The work of some issues on some channels, before anything is passed on. */
export function workOf(
  choices: Choices,
  issues: readonly Pick<CompanyIssue, 'id' | 'minutes'>[],
  channels?: readonly ServedChannel[],
): WorkOf {
  const { company } = choices;
  const contacts = company.contacts.value / weeksPerMonth;
  let [perWeek, hours, liveHours, livePerWeek] = [0, 0, 0, 0];
  for (const issue of issues)
    for (const channel of choices.channels) {
      if (channels !== undefined && !channels.includes(channel.kind)) continue;
      const here = reachingPeople(choices, issue.id, channel, contacts);
      const work = (here * issue.minutes.value * channel.prior.work) / 60;
      perWeek += here;
      hours += work;
      if (!channel.prior.isLive) continue;
      liveHours += work;
      livePerWeek += here;
    }
  const open = Math.max(1, company.week.hoursPerWeek);
  return { perWeek, hours, erlangs: hours / open, liveErlangs: liveHours / open, livePerWeek };
}
