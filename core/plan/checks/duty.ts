// Teams need hours, and people in them.
import { type PlanFault, planFault } from '../planFault.ts';
import { amount } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { Group, Team } from '../schema/team.ts';
import { dutySpans, mostAtOnce, openSpans, overlap } from './weekSpans.ts';

const calendarOf = (plan: Pick<Plan, 'calendars'>, team: Team) =>
  plan.calendars.find((calendar) => calendar.id === team.hours);

/** A team whose calendar never opens, neither in the week nor on a single date. */
export const teamHours = (plan: Pick<Plan, 'teams' | 'calendars'>): PlanFault[] =>
  plan.teams.flatMap((team, i) => {
    const calendar = calendarOf(plan, team);
    if (calendar === undefined || calendar.alwaysOpen || calendar.weekly.length > 0) return [];
    if (calendar.exceptions.some((exception) => exception.spans.length > 0)) return [];
    return [planFault('teamWithoutHours', ['teams', i, 'hours'], { team: team.id, calendar: calendar.id })];
  });

/** Duty that lies wholly outside the hours of the team; calendars that open only on single dates are not compared. */
export const staffingInHours = (plan: Pick<Plan, 'teams' | 'calendars' | 'shifts'>): PlanFault[] =>
  plan.teams.flatMap((team, i) => {
    const open = openSpans(calendarOf(plan, team));
    if (open === undefined || open.length === 0) return [];
    return team.groups.flatMap((group, j) => {
      const duty = dutySpans(plan, group);
      if (duty === undefined || duty.length === 0 || overlap(duty, open)) return [];
      const params = { group: group.id, calendar: team.hours ?? '' };
      return [planFault('staffingOutsideHours', ['teams', i, 'groups', j, 'staffing'], params)];
    });
  });

const mostOnDuty = (plan: Pick<Plan, 'shifts'>, group: Group): number =>
  group.staffing.kind === 'hours' ? amount(group.staffing.agents) : mostAtOnce(dutySpans(plan, group) ?? []);

export const someoneOnDuty = (plan: Pick<Plan, 'teams' | 'shifts'>): PlanFault[] =>
  plan.teams.flatMap((team, i) =>
    team.groups.some((group) => mostOnDuty(plan, group) > 0)
      ? []
      : [planFault('nobodyOnDuty', ['teams', i, 'groups'], { team: team.id })],
  );

export const headcounts = (plan: Pick<Plan, 'teams' | 'shifts'>): PlanFault[] =>
  plan.teams.flatMap((team, i) =>
    team.groups.flatMap((group, j) => {
      const onDuty = Math.round(mostOnDuty(plan, group) * 100) / 100;
      if (group.headcount === undefined || group.headcount >= onDuty) return [];
      const params = { headcount: group.headcount, onDuty };
      return [planFault('headcountBelowDuty', ['teams', i, 'groups', j, 'headcount'], params)];
    }),
  );

export const shiftLengths = (plan: Pick<Plan, 'shifts'>): PlanFault[] =>
  plan.shifts.flatMap((shift, i) =>
    shift.start === shift.end
      ? [planFault('shiftWithoutLength', ['shifts', i, 'end'], { time: shift.end })]
      : [],
  );
