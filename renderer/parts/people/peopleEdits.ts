// Steps of the people screen: groups, roles, contracts and work that is no contact come, move and go.
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import { freeId } from '../at/freeId.ts';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';

export type Role = Plan['roles'][number];

const everyId = (plan: Plan): { readonly id: string }[] => plan.teams.flatMap(({ groups }) => groups);

/** A first team, with one person in it. */
export const newTeam = (id: string, name: Text): Command[] => [
  {
    change: 'add',
    at: ['teams'],
    value: { id, name, groups: [{ id: `${id}-agents`, staffing: { kind: 'hours', agents: 1 } }] },
  },
];

/** A group like the first of its team: the same role and contract, and one person while the team is open. */
export function addGroup(plan: Plan, team: Team, fields: Partial<Group>): Command[] {
  return [{ change: 'add', at: ['teams', team.id, 'groups'], value: groupLike(plan, team, fields) }];
}

export function groupLike(
  plan: Plan,
  team: Team,
  fields: Partial<Group>,
  taken: readonly { readonly id: string }[] = [],
): Partial<Group> {
  const [first] = team.groups;
  const role = first?.role ?? plan.roles.find(({ kind }) => kind === 'agent')?.id ?? plan.roles[0]?.id;
  const contract = first?.contract ?? plan.contracts[0]?.id;
  return {
    id: freeId([...everyId(plan), ...taken], 'group'),
    ...(role === undefined ? {} : { role }),
    ...(contract === undefined ? {} : { contract }),
    staffing: { kind: 'hours', agents: 1, leaving: 'finish' },
    ...fields,
  };
}

/** The group as it is, in another team. */
export const moveGroup = (of: GroupPlace, to: string): Command[] =>
  of.team.id === to
    ? []
    : [
        { change: 'remove', at: groupAt(of) },
        { change: 'add', at: ['teams', to, 'groups'], value: of.group },
      ];

/** The group with what names it: it leads nobody and is in no rule of routing any more, and no scenario changes it. */
export function removeGroup(plan: Plan, { team, group }: GroupPlace): Command[] {
  const { id } = group;
  return planDifference(plan, {
    ...plan,
    teams: plan.teams.map((one) => {
      const { lead, ...rest } = one;
      const isLed = lead === id;
      if (one.id !== team.id && !isLed) return one;
      return {
        ...(isLed ? rest : one),
        groups: one.id === team.id ? one.groups.filter((other) => other.id !== id) : one.groups,
      };
    }),
    routing: plan.routing.flatMap((rule) => {
      if (!rule.entries.some(({ groups }) => groups?.includes(id))) return [rule];
      const entries = entriesWithout(rule.entries, id);
      return entries.length === 0 ? [] : [{ ...rule, entries }];
    }),
    scenarios: plan.scenarios.map((scenario) => {
      const changes = scenario.changes.filter(
        ({ at: [list, there, field, part] }) =>
          list !== 'teams' || there !== team.id || field !== 'groups' || part !== id,
      );
      return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
    }),
  });
}

type Entries = Plan['routing'][number]['entries'];

/** An entry that nobody is left in goes; its overflow time is then waited before the next one. */
function entriesWithout(entries: Entries, id: string): Entries {
  let waitedSeconds = 0;
  return entries.flatMap((entry) => {
    const { groups, ...rest } = entry;
    const left = groups?.filter((group) => group !== id) ?? [];
    const afterSeconds = entry.afterSeconds + waitedSeconds;
    if (left.length === 0 && (entry.teams ?? []).length === 0) {
      waitedSeconds = afterSeconds;
      return [];
    }
    waitedSeconds = 0;
    return [{ ...rest, ...(left.length === 0 ? {} : { groups: left }), afterSeconds }];
  });
}

/** One name a line, as a column of a sheet is pasted; further columns, blanks and list marks are left out. */
export const namesIn = (pasted: string): string[] =>
  pasted
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split('\t')[0] ?? '').replace(/^[\s•·*-]+/, '').trim())
    .filter((name) => name !== '');

/** These people by name, after those who are there. */
export function addPeople(of: GroupPlace, names: readonly string[]): Command[] {
  if (names.length === 0) return [];
  const people = [...(of.group.people ?? [])];
  for (const name of names) people.push({ id: freeId(people, 'person'), name });
  return [{ change: 'set', at: [...groupAt(of), 'people'], value: people }];
}

/** The last one by name takes the list with it: how many there are is then what the head count says. */
export function removePerson(of: GroupPlace, id: string): Command[] {
  const at = [...groupAt(of), 'people'];
  return (of.group.people ?? []).length > 1
    ? [{ change: 'remove', at: [...at, id] }]
    : [{ change: 'remove', at }];
}

export const addRole = (plan: Plan, role: Omit<Role, 'id' | 'contactTimeShare'>): Command[] => [
  { change: 'add', at: ['roles'], value: { id: freeId(plan.roles, 'role'), ...role } },
];

export const addContract = (plan: Plan, name: Text): Command[] => [
  {
    change: 'add',
    at: ['contracts'],
    value: { id: freeId(plan.contracts, 'contract'), name, hoursPerWeek: 40 },
  },
];

export function addWork(plan: Plan, name: Text): Command[] {
  const [team] = plan.teams;
  if (team === undefined) return [];
  const value = { id: freeId(plan.internalWork, 'work'), name, team: team.id, hoursPerWeek: 8 };
  return [{ change: 'add', at: ['internalWork'], value }];
}

/** A list in a group that may be absent gets one more entry. */
export const addTo = (at: Place, list: readonly unknown[] | undefined, value: unknown): Command[] => [
  list === undefined ? { change: 'set', at, value: [value] } : { change: 'add', at, value },
];
