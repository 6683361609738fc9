// The plan at rest: as much to do for as many people, but the same at every hour.

import { lawMean } from '../../plan/lawMean.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { SwitchedOff } from './feature.ts';
import { classContacts, groupPresence, horizonSeconds } from './totals.ts';

/** Days before the counted time in which queues may come to what they usually are: a week, or as long as most returns take. */
function settlingDays(plan: Plan): number {
  const delays = plan.returns.map(({ delay, share }) => (amount(share) > 0 ? lawMean(delay) : 0));
  return Math.min(60, Math.max(7, Math.ceil((4 * Math.max(0, ...delays)) / 86_400)));
}

/** As many contacts as were recorded, at instants by chance. */
export const arrivalsByChance: SwitchedOff = (plan, compiled) => {
  if (plan.demand.every(({ arrivalsSeconds }) => arrivalsSeconds === undefined)) return plan;
  const model = compiled(plan);
  const contacts = classContacts(model);
  const hours = horizonSeconds(model) / 3600;
  return {
    ...plan,
    demand: plan.demand.map((row, c) => {
      if (row.arrivalsSeconds === undefined) return row;
      const volume = { contacts: (contacts[c] as number) / hours, per: 'hour' } as const;
      return { ...row, arrivalsSeconds: undefined, volume };
    }),
  };
};

/** A week or more before what is counted; the contacts of a starting backlog are part of what there is at the start. */
export const settledStart: SwitchedOff = (plan) => {
  const { horizon } = plan;
  if (horizon.days === undefined) return plan;
  const more = settlingDays(plan);
  return {
    ...plan,
    startingBacklog: [],
    horizon: {
      ...horizon,
      days: horizon.days + more,
      warmUpDays: horizon.warmUpDays + more,
      warmUpContacts: 0,
    },
  };
};

/** Days do not differ from their forecast. */
export const evenDays: SwitchedOff = (plan) => ({
  ...plan,
  volumeModel: { ...plan.volumeModel, busyDayCv: 0 },
});

/**
 * Always open, and all contacts and people of the horizon spread evenly over the time in which people are there (the mean over
 * the groups): who has 10 people for 50 hours of a week and 600 contacts gets 12 contacts an hour before 10 people. People are
 * whole; more than 3 % fewer would change what they can carry, so then there is one more.
 */
export const noChange: SwitchedOff = (plan, compiled) => {
  const model = compiled(plan);
  const presence = groupPresence(model);
  const all = presence.reduce((sum, { agentSeconds }) => sum + agentSeconds, 0);
  if (!(all > 0)) return plan;
  const staffed =
    presence.reduce((sum, { agentSeconds, staffedSeconds }) => sum + agentSeconds * staffedSeconds, 0) / all;
  const contacts = classContacts(model);
  const stretch = horizonSeconds(model) / staffed;
  return {
    ...plan,
    calendars: plan.calendars.map(({ id, name }) => ({
      id,
      name,
      alwaysOpen: true,
      weekly: [],
      exceptions: [],
    })),
    demand: plan.demand.map((row, c) => ({
      ...row,
      arrivalsSeconds: undefined,
      profile: undefined,
      growthPerYear: 0,
      volume: { contacts: ((contacts[c] as number) / staffed) * 3600, per: 'hour' as const },
    })),
    internalWork: plan.internalWork.map((work) => ({
      ...work,
      hoursPerWeek: amount(work.hoursPerWeek) * stretch,
    })),
    duties: stretchedDuties(plan, stretch),
    startingBacklog: [],
    teams: withAgents(
      plan,
      presence.map(({ agentSeconds }) => wholeAgents(agentSeconds / staffed)),
    ),
  };
};

/** Their hours as internal work; what goes with contacts follows from these. */
const stretchedDuties = (plan: Plan, stretch: number): Plan['duties'] =>
  plan.duties?.map((duty) => {
    const { time } = duty;
    if (time?.kind === 'hours')
      return { ...duty, time: { ...time, hoursPerWeek: amount(time.hoursPerWeek) * stretch } };
    if (time?.kind === 'pieces')
      return { ...duty, time: { ...time, perWeek: amount(time.perWeek) * stretch } };
    return duty;
  });

export function wholeAgents(agents: number): number {
  const nearest = Math.round(agents);
  return nearest < 0.97 * agents ? nearest + 1 : nearest;
}

/** The teams with so many agents in each group, at all hours of the team. */
function withAgents(plan: Plan, agents: readonly number[]): Plan['teams'] {
  let g = 0;
  return plan.teams.map((team) => ({
    ...team,
    groups: team.groups.map((group) => {
      const { leaving } = group.staffing;
      const staffing = { kind: 'hours', agents: agents[g] ?? 0, leaving } as const;
      g += 1;
      return { ...group, staffing };
    }),
  }));
}
