// Inputs of the people: how many are on duty, and how much of their time is there for contacts.
import type { InputAbout } from '../measures/inputKinds.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group } from '../plan/schema/team.ts';
import { beliefOf } from './beliefOf.ts';
import type { InputList } from './inputList.ts';
import { usualHiringWeeks } from './leavers.ts';
import { mostOnDuty } from './staffed.ts';

type Path = readonly (string | number)[];

export function addPeople(list: InputList, plan: Plan): void {
  plan.roles.forEach(({ id, contactTimeShare }, r) => {
    if (!plan.teams.some(({ groups }) => groups.some(({ role }) => role === id))) return;
    const about = { roles: [id] };
    list.quantity(['roles', r, 'contactTimeShare'], contactTimeShare, { kind: 'contactTime', about });
  });
  plan.contracts.forEach(({ id, attritionPerYear, hiringWeeks }, c) => {
    if (!plan.teams.some(({ groups }) => groups.some(({ contract }) => contract === id))) return;
    if (attritionPerYear === undefined || amount(attritionPerYear) === 0) return;
    const about = { contracts: [id] };
    list.quantity(['contracts', c, 'attritionPerYear'], attritionPerYear, { kind: 'attrition', about });
    list.quantity(
      ['contracts', c, 'hiringWeeks'],
      hiringWeeks ?? { value: usualHiringWeeks, assumed: true },
      {
        ...{ kind: 'hiring', unit: 'weeks', about },
      },
    );
  });
  plan.teams.forEach((team, t) => {
    team.groups.forEach((group, g) => {
      addGroup(list, group, ['teams', t, 'groups', g], { teams: [team.id], groups: [group.id] });
    });
  });
}

function addGroup(list: InputList, group: Group, path: Path, about: InputAbout): void {
  addStaffing(list, group, path, about);
  list.quantity([...path, 'plannedShrinkage'], group.plannedShrinkage, { kind: 'shrinkage', about });
  list.quantity([...path, 'unplannedAbsence'], group.unplannedAbsence, { kind: 'absence', about });
  group.proficiency.forEach(({ factor }, p) => {
    list.number([...path, 'proficiency', p, 'factor'], factor, {
      kind: 'proficiency',
      unit: 'factor',
      about,
    });
  });
  group.staffChanges?.forEach(({ people, delayDays }, s) => {
    const change = [...path, 'staffChanges', s];
    list.quantity([...change, 'people'], people, { kind: 'staffChanges', unit: 'agents', about });
    list.quantity([...change, 'delayDays'], delayDays, { kind: 'startDate', unit: 'days', about });
  });
  const curve = group.learningCurve;
  if (curve === undefined) return;
  const learning = [...path, 'learningCurve'];
  list.number([...learning, 'startFactor'], curve.startFactor, { kind: 'learning', unit: 'factor', about });
  list.number([...learning, 'weeks'], curve.weeks, { kind: 'learning', unit: 'weeks', about });
  list.quantity([...learning, 'newShare'], curve.newShare, { kind: 'learning', about });
}

/** The group as a whole, in whole people; and each count for which the plan states how sure it is. */
function addStaffing(list: InputList, group: Group, path: Path, about: InputAbout): void {
  const { staffing } = group;
  const field = { kind: 'agents', unit: 'agents', about } as const;
  const most = mostOnDuty(staffing);
  const whole = { ...field, isWhole: Number.isInteger(most) };
  if (staffing.kind === 'hours') {
    const written = typeof staffing.agents === 'number' ? {} : staffing.agents;
    list.add('agents', [...path, 'staffing'], most, beliefOf('agents', most, written), whole);
    return;
  }
  if (most > 0) list.add('agents', [...path, 'staffing'], most, null, whole);
  if (staffing.kind !== 'counts') return;
  staffing.counts.forEach(({ agents }, i) => {
    if (typeof agents === 'number' || beliefOf('agents', amount(agents), agents) === null) return;
    list.quantity([...path, 'staffing', 'counts', i, 'agents'], agents, field);
  });
}
