// Owners without time: duties in reserved time that is too short, duties between contacts where there is no time between them,
// and leads whom escalations leave no time to lead.

import type { DutyFinding, DutyRemedy } from '../measures/duties.ts';
import type { Evaluation } from '../measures/evaluation.ts';
import { groupsHolding } from '../plan/dutyHolders.ts';
import type { Command } from '../plan/edits/command.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';
import { spanOf } from '../report/spans.ts';
import { type GroupLoad, sumOf } from './load.ts';
import { nameOfDuty } from './owners.ts';

/** Hours a week that leading one person takes where no duty says so: assumed. */
export const leadingHoursEach = 1;
/** Hours that are no shortage, only rounding. */
const slack = 0.05;

/** Where what a role has to do in its reserved time does not fit into it. */
export const reservedFindings = (plan: Plan, loads: readonly GroupLoad[]): DutyFinding[] =>
  plan.roles.flatMap((role): DutyFinding[] => {
    const held = loads.filter(({ group }) => group.role === role.id);
    const needed = sumOf(held, (load) => load.dutiesReserved);
    const presence = sumOf(held, (load) => load.presence);
    const there = sumOf(held, (load) => load.presence * (1 - load.contactShare));
    if (needed <= there + slack) return [];
    return [
      {
        code: 'reservedTooShort',
        values: {
          role: { kind: 'name', name: role.name },
          needed: { kind: 'hours', value: needed },
          there: { kind: 'hours', value: there },
        },
        place: ['roles', role.id, 'contactTimeShare'],
        remedy: reserved(role.id, needed, presence),
      },
    ];
  });

/** The largest share of contact time, in whole percent, that leaves so many hours; null where presence is shorter. */
function reserved(role: string, needed: number, presence: number): DutyRemedy | null {
  const share = Math.floor(100 * (1 - needed / presence) + 1e-9) / 100;
  if (!(presence > 0) || share <= 0) return null;
  return {
    kind: 'reserve',
    values: { share: { kind: 'share', value: share } },
    commands: [{ change: 'set', at: ['roles', role, 'contactTimeShare'], value: share }],
  };
}

/** Teams with more work than time that do or answer for duties of their own time. */
export function betweenFindings(plan: Plan, evaluation: Evaluation | null): DutyFinding[] {
  return plan.teams.flatMap((team, t): DutyFinding[] => {
    const load = evaluation?.teams[team.id]?.loadFraction?.value ?? null;
    if (load === null || load <= 1) return [];
    const here = (plan.duties ?? []).filter((duty) => {
      const { time } = duty;
      if (time === undefined || time.kind === 'handling') return false;
      if (time.kind === 'work')
        return plan.internalWork.some((work) => work.team === team.id && time.work.includes(work.id));
      const does = groupsHolding(plan, duty, 'does').some(({ teamIndex }) => teamIndex === t);
      return does && time.done === 'between';
    });
    return here.map((duty) => ({
      code: 'noTimeBetween',
      values: {
        duty: nameOfDuty(duty),
        team: { kind: 'name', name: team.name },
        load: { kind: 'share', value: load },
      },
      place: ['duties', duty.id, 'time'],
      remedy: oneMore('onePerson', team, team.groups[0]),
    }));
  });
}

/**
 * One more of a group, employed, and on duty where a number says who is; null where neither is stated as a number. Whoever is on
 * duty by a roster has to be put into it by a person.
 */
export function oneMore(
  kind: 'onePerson' | 'oneLead',
  team: Team,
  group: Group | undefined,
): DutyRemedy | null {
  if (group === undefined) return null;
  const at = ['teams', team.id, 'groups', group.id];
  const commands: Command[] = [];
  if (group.staffing.kind === 'hours') {
    const { agents } = group.staffing;
    const value = typeof agents === 'number' ? agents + 1 : { ...agents, value: agents.value + 1 };
    commands.push({ change: 'set', at: [...at, 'staffing', 'agents'], value });
  }
  if (group.headcount !== undefined)
    commands.push({ change: 'set', at: [...at, 'headcount'], value: group.headcount + 1 });
  if (commands.length === 0) return null;
  return { kind, values: { group: { kind: 'name', name: group.name ?? team.name } }, commands };
}

/** Duties between contacts whose doers spend no time on contacts: there is nothing between which they could be done. */
export const contactlessFindings = (plan: Plan, loads: readonly GroupLoad[]): DutyFinding[] =>
  (plan.duties ?? []).flatMap((duty): DutyFinding[] => {
    const { time } = duty;
    if (time === undefined || !('done' in time) || time.done === 'reserved') return [];
    const doers = new Set(
      groupsHolding(plan, duty, 'does').map((at) => plan.teams[at.teamIndex]?.groups[at.groupIndex]),
    );
    const held = loads.filter(({ group }) => doers.has(group));
    if (held.length === 0 || held.some(({ contactShare }) => contactShare > 0)) return [];
    return [
      {
        code: 'noContactTime',
        values: { duty: nameOfDuty(duty) },
        place: ['duties', duty.id, 'time', 'done'],
        remedy: {
          ...{ kind: 'inReserved', values: {} },
          commands: [{ change: 'set', at: ['duties', duty.id, 'time', 'done'], value: 'reserved' }],
        },
      },
    ];
  });

const leadingKinds: ReadonlySet<string> = new Set(['guiding', 'helping', 'managing', 'training']);

/**
 * Groups that lead teams and take escalations: what contacts leave of their time, against what leading takes. That is their
 * duties of guiding, helping, managing and training, and where none states its time an hour a week for each person led.
 * Example: a lead of 8 with 40 hours, 35 of them with escalated contacts, has 5 hours for 8 people.
 */
export function leadFindings(
  plan: Plan,
  loads: readonly GroupLoad[],
  evaluation: Evaluation | null,
): DutyFinding[] {
  return loads.flatMap((load): DutyFinding[] => {
    const led = plan.teams.filter(({ lead }) => lead === load.group.id);
    const escalated = sumOf(
      (evaluation?.flows ?? []).filter(({ kind, to }) => kind === 'hierarchical' && to === load.team.id),
      ({ contactsPerDay }) => contactsPerDay,
    );
    if (led.length === 0 || !(escalated > 0) || load.contacts === null) return [];
    const span = spanOf(plan, led[0] as Team);
    const people = (span?.peoplePerLead ?? 0) * load.people;
    const stated = statedLeading(plan, load);
    const needed = stated > 0 ? stated : people * leadingHoursEach;
    const left = Math.max(0, load.presence - load.contacts);
    if (needed <= left + slack) return [];
    const role = plan.roles.find(({ id }) => id === load.group.role);
    return [
      {
        code: 'leadWithoutTime',
        values: {
          group: { kind: 'name', name: load.group.name ?? load.team.name },
          escalated: { kind: 'number', value: escalated },
          left: { kind: 'hours', value: left },
          needed: { kind: 'hours', value: needed },
        },
        place: ['teams', load.team.id, 'groups', load.group.id, 'role'],
        remedy:
          role === undefined
            ? oneMore('oneLead', load.team, load.group)
            : reserved(role.id, needed, load.presence),
      },
    ];
  });
}

/** Hours of leading that this group's duties state. */
function statedLeading(plan: Plan, load: GroupLoad): number {
  const has = (plan.duties ?? []).some(
    (duty) =>
      leadingKinds.has(duty.kind) &&
      duty.time !== undefined &&
      duty.time.kind !== 'handling' &&
      groupsHolding(plan, duty, 'does').some(
        ({ teamIndex, groupIndex }) => plan.teams[teamIndex]?.groups[groupIndex] === load.group,
      ),
  );
  return has ? load.dutiesReserved + load.dutiesBetween : 0;
}
