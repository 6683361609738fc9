// Steps of the duties screen: duties and their holders come, change and go; ways from tier to tier too.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Duty, DutyKind, DutyPart } from '../../../core/plan/schema/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { usualCareer, usualDuties } from '../../../core/plan/usualDuties.ts';
import { freeId } from '../at/freeId.ts';

type Holder = Duty['who'][number];
export type CareerStep = NonNullable<Plan['careerSteps']>[number];

/** Whom a column of the matrix is about: a role, a team, or a role in a team. */
export interface Who {
  readonly role?: string | undefined;
  readonly team?: string | undefined;
}

export const whoKey = ({ role, team }: Who): string => `${role ?? ''}/${team ?? ''}`;

/** The usual duties of the plan's roles, as one step. */
export const makeUsual = (plan: Plan): Command[] => [
  { change: 'set', at: ['duties'], value: usualDuties(plan) },
];

export const makeCareer = (plan: Plan): Command[] => [
  { change: 'set', at: ['careerSteps'], value: usualCareer(plan) },
];

const added = (list: string, present: readonly unknown[] | undefined, value: unknown): Command[] => [
  present === undefined
    ? { change: 'set', at: [list], value: [value] }
    : { change: 'add', at: [list], value },
];

export function addDuty(plan: Plan, kind: DutyKind): Command[] {
  const duties = plan.duties ?? [];
  const id = kind !== 'own' && !duties.some((duty) => duty.id === kind) ? kind : freeId(duties, 'duty');
  return added('duties', plan.duties, { id, kind, who: [] });
}

/** The last one takes the list with it: a plan without duties says nothing of them. */
export const removeDuty = (plan: Plan, id: string): Command[] =>
  (plan.duties?.length ?? 0) > 1
    ? [{ change: 'remove', at: ['duties', id] }]
    : [{ change: 'remove', at: ['duties'] }];

/** The parts that these have in a duty, in the order of the list of parts. */
export const partsIn = (duty: Duty, who: Who): readonly DutyPart[] =>
  duty.who.find((holder) => whoKey(holder) === whoKey(who))?.parts ?? [];

/** These have these parts from now on; whoever has none is no holder. */
export function setParts(duty: Duty, who: Who, parts: readonly DutyPart[]): Command[] {
  const at = duty.who.findIndex((holder) => whoKey(holder) === whoKey(who));
  const holder: Holder = {
    ...(who.role !== undefined && { role: who.role }),
    ...(who.team !== undefined && { team: who.team }),
    parts: [...parts],
  };
  const others = (position: number): boolean => position !== at;
  const next =
    parts.length === 0
      ? duty.who.filter((_, position) => others(position))
      : at === -1
        ? [...duty.who, holder]
        : duty.who.map((one, position) => (others(position) ? one : holder));
  return [{ change: 'set', at: ['duties', duty.id, 'who'], value: next }];
}

export const toggled = (parts: readonly DutyPart[], part: DutyPart): readonly DutyPart[] =>
  parts.includes(part) ? parts.filter((one) => one !== part) : [...parts, part];

/** Columns of the matrix: every role, the teams where they are asked for, and whoever else holds something. */
export function columnsOf(plan: Plan, withTeams: boolean): readonly Who[] {
  const columns = new Map<string, Who>();
  const add = (who: Who): void => void columns.set(whoKey(who), who);
  for (const { id } of plan.roles) add({ role: id });
  if (withTeams) for (const { id } of plan.teams) add({ team: id });
  for (const { who } of plan.duties ?? []) for (const { role, team } of who) add({ role, team });
  return [...columns.values()];
}

export const timeKinds = ['unstated', 'handling', 'work', 'hours', 'pieces', 'contacts'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** Time of another kind, with figures to be written over; what is done when stays as it was. */
export function setTimeKind(plan: Plan, duty: Duty, kind: TimeKind): Command[] {
  const at = ['duties', duty.id, 'time'];
  const { time } = duty;
  const done = time !== undefined && 'done' in time ? time.done : 'between';
  const assumed = (value: number) => ({ value, assumed: true });
  switch (kind) {
    case 'unstated':
      return time === undefined ? [] : [{ change: 'remove', at }];
    case 'handling':
      return [{ change: 'set', at, value: { kind } }];
    case 'work': {
      const [work] = plan.internalWork;
      return work === undefined ? [] : [{ change: 'set', at, value: { kind, work: [work.id] } }];
    }
    case 'hours':
      return [{ change: 'set', at, value: { kind, hoursPerWeek: assumed(4), done } }];
    case 'pieces':
      return [{ change: 'set', at, value: { kind, perWeek: assumed(10), secondsEach: assumed(900), done } }];
    case 'contacts':
      return [{ change: 'set', at, value: { kind, secondsEach: assumed(60), done } }];
  }
}

export function addCareerStep(plan: Plan): Command[] {
  const [from, to] = plan.tiers;
  if (from === undefined) return [];
  const steps = plan.careerSteps ?? [];
  const value = { id: freeId(steps, 'step'), from: from.id, to: (to ?? from).id };
  return added('careerSteps', plan.careerSteps, value);
}

export const removeCareerStep = (plan: Plan, id: string): Command[] =>
  (plan.careerSteps?.length ?? 0) > 1
    ? [{ change: 'remove', at: ['careerSteps', id] }]
    : [{ change: 'remove', at: ['careerSteps'] }];
