// Steps that shape teams and tiers: each a list of commands, one step of the history.
import type { Command } from '../../../core/plan/edits/command.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Quantity, Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import { freeId } from '../at/freeId.ts';

const groupsOf = (plan: Plan): readonly Group[] => plan.teams.flatMap(({ groups }) => groups);
export const teamOf = (plan: Plan, id: string): Team | undefined => plan.teams.find((team) => team.id === id);

/** A team with one agent during its hours. */
export function addTeam(plan: Plan, name: Text, tier: string | undefined): Command[] {
  const role = plan.roles.find(({ kind }) => kind === 'agent')?.id;
  const group = {
    id: freeId(groupsOf(plan), 'group'),
    ...(role === undefined ? {} : { role }),
    staffing: { kind: 'hours', agents: 1 },
  };
  const value = {
    id: freeId(plan.teams, 'team'),
    name,
    ...(tier === undefined ? {} : { tier }),
    groups: [group],
  };
  return [{ change: 'add', at: ['teams'], value }];
}

/** After the last tier, or before the one that is named. */
export function addTier(plan: Plan, name: Text, before?: string): Command[] {
  const position = plan.tiers.findIndex(({ id }) => id === before);
  const value = { id: freeId(plan.tiers, 'tier'), name };
  return [{ change: 'add', at: ['tiers'], value, ...(position < 0 ? {} : { position }) }];
}

/** A tier one place nearer to the first or to the last; nothing where there is no such place. */
export function moveTier(plan: Plan, tier: string, by: -1 | 1): Command[] {
  const position = plan.tiers.findIndex(({ id }) => id === tier) + by;
  if (position < 0 || position >= plan.tiers.length) return [];
  return [{ change: 'move', at: ['tiers', tier], position }];
}

export const removeTier = (plan: Plan, tier: string): Command[] => withoutPart(plan, 'tiers', tier);
export const removeTeam = (plan: Plan, team: string): Command[] => withoutPart(plan, 'teams', team);

/** Into another tier, and there before a team or after all; undefined: outside of the tiers. */
export function moveTeam(plan: Plan, id: string, tier: string | undefined, before?: string): Command[] {
  const team = teamOf(plan, id);
  if (team === undefined) return [];
  if (team.tier === tier && before === undefined) return [];
  const at = ['teams', id, 'tier'];
  const commands: Command[] = [];
  if (team.tier !== tier)
    commands.push(tier === undefined ? { change: 'remove', at } : { change: 'set', at, value: tier });
  const from = plan.teams.indexOf(team);
  const others = plan.teams.filter((one) => one !== team);
  const last = others.findLastIndex((one) => one.tier === tier);
  const next = before === undefined ? last + 1 : others.findIndex((one) => one.id === before);
  if (next > 0 || before !== undefined) {
    const position = next < 0 ? others.length : next;
    if (position !== from) commands.push({ change: 'move', at: ['teams', id], position });
  }
  return commands;
}

/** The lane next to that of a team, towards the first tier or the last; the last lane is that outside of the tiers. */
export function laneBeside(plan: Plan, id: string, by: -1 | 1): { readonly tier: string | undefined } | null {
  const lanes = [...plan.tiers.map((tier) => tier.id), undefined];
  const at = lanes.indexOf(teamOf(plan, id)?.tier) + by;
  return at < 0 || at >= lanes.length ? null : { tier: lanes[at] };
}

/** One place up or down among the teams of its tier. */
export function shiftTeam(plan: Plan, id: string, by: -1 | 1): Command[] {
  const team = teamOf(plan, id);
  if (team === undefined) return [];
  const beside = plan.teams.filter(({ tier }) => tier === team.tier);
  const other = beside[beside.indexOf(team) + by];
  if (other === undefined) return [];
  return [{ change: 'move', at: ['teams', id], position: plan.teams.indexOf(other) }];
}

const both = (
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): string[] | undefined =>
  one === undefined || other === undefined ? undefined : [...new Set([...one, ...other])];

/**
 * One team of two: the people of the second join the first, which then serves what either served, and whatever named the
 * second names the first. Escalations from the one to the other end.
 */
export function mergeTeams(plan: Plan, into: string, gone: string): Command[] {
  const first = teamOf(plan, into);
  const second = teamOf(plan, gone);
  if (first === undefined || second === undefined || first === second) return [];
  const serves = {
    issueTypes: both(first.serves.issueTypes, second.serves.issueTypes),
    channels: both(first.serves.channels, second.serves.channels),
    languages: both(first.serves.languages, second.serves.languages),
  };
  const { reportsTo, ...rest } = first;
  const merged: Team = {
    ...rest,
    ...(reportsTo === undefined || reportsTo === gone ? {} : { reportsTo }),
    serves: Object.fromEntries(Object.entries(serves).filter(([, list]) => list !== undefined)),
    groups: [...first.groups, ...second.groups],
  };
  const teams = plan.teams.flatMap((team) => (team === second ? [] : team === first ? [merged] : [team]));
  const isOfBoth = (ids: readonly string[] | undefined): boolean =>
    ids?.every((id) => id === into || id === gone) === true;
  const outcomes = plan.outcomes.map((rule) => {
    if (!isOfBoth(rule.when.teams)) return rule;
    const next = rule.next.filter(
      (one) => one.kind === 'otherDepartment' || typeof one.to !== 'object' || !isOfBoth([one.to.team]),
    );
    return next.length === rule.next.length ? rule : { ...rule, next };
  });
  const scenarios = plan.scenarios.map((scenario) => {
    const changes = scenario.changes.filter(({ at: [list, id] }) => list !== 'teams' || id !== gone);
    return changes.length === scenario.changes.length ? scenario : { ...scenario, changes };
  });
  const after = redirected({ ...plan, teams, outcomes, scenarios }, gone, into);
  return planDifference(plan, keepLists(plan, after as Plan));
}

/** Lists whose parts are all as before are the same lists. */
function keepLists(before: Plan, after: Plan): Plan {
  const old = before as Readonly<Record<string, unknown>>;
  const fields = Object.entries(after).map(([field, value]) => {
    const was = old[field];
    const isSame =
      Array.isArray(was) &&
      Array.isArray(value) &&
      was.length === value.length &&
      value.every((part, i) => part === was[i]);
    return [field, isSame ? was : value];
  });
  return Object.fromEntries(fields) as Plan;
}

/** The same with one team named in the place of another; what does not name it is the same object. */
function redirected(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => redirected(part, from, to));
    return parts.every((part, i) => part === value[i]) ? value : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([field, part]) => [field, renamed(field, part, from, to)] as const,
  );
  const fields = value as Readonly<Record<string, unknown>>;
  return entries.every(([field, part]) => part === fields[field]) ? value : Object.fromEntries(entries);
}

function renamed(field: string, part: unknown, from: string, to: string): unknown {
  if (field === 'team' || field === 'reportsTo') return part === from ? to : redirected(part, from, to);
  if (field === 'teams' && Array.isArray(part) && part.includes(from))
    return [...new Set(part.map((id) => (id === from ? to : id)))];
  return redirected(part, from, to);
}

/** Who goes into the new team: whole groups, or half of the people of the only one. */
export type SplitOff = { readonly groups: readonly string[] } | 'half';

/**
 * Two teams of one: the new one has the same service, hours, tier and rules, and the people who are split off. Rules that
 * name the team name both. Undefined where nobody would be left in one of the two.
 */
export function splitTeam(plan: Plan, id: string, off: SplitOff, name: Text): Command[] | undefined {
  const team = teamOf(plan, id);
  if (team === undefined) return undefined;
  const parted = off === 'half' ? halves(plan, team) : byGroups(team, off.groups);
  if (parted === undefined) return undefined;
  const { streamKey: _, lead, ...same } = team;
  const added: Team = { ...same, id: freeId(plan.teams, 'team'), name, groups: [...parted.gone] };
  const at = plan.teams.indexOf(team);
  const parts = plan.teams.with(at, { ...team, groups: [...parted.stays] }).toSpliced(at + 1, 0, {
    ...added,
    ...(lead === undefined ? {} : { lead }),
  });
  const teams = alsoNamed(parts, id, added.id) as Team[];
  const { teams: __, ...rest } = plan;
  const named = alsoNamed(rest, id, added.id) as Omit<Plan, 'teams'>;
  return planDifference(plan, keepLists(plan, { ...named, teams }));
}

function alsoNamed(value: unknown, id: string, added: string): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => alsoNamed(part, id, added));
    return parts.every((part, i) => part === value[i]) ? value : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([field, part]) =>
    field === 'teams' && Array.isArray(part) && part.includes(id)
      ? ([field, part.toSpliced(part.indexOf(id) + 1, 0, added)] as const)
      : ([field, alsoNamed(part, id, added)] as const),
  );
  const fields = value as Readonly<Record<string, unknown>>;
  return entries.every(([field, part]) => part === fields[field]) ? value : Object.fromEntries(entries);
}

interface Parted {
  readonly stays: readonly Group[];
  readonly gone: readonly Group[];
}

function byGroups({ groups }: Team, ids: readonly string[]): Parted | undefined {
  const gone = groups.filter((group) => ids.includes(group.id));
  const stays = groups.filter((group) => !ids.includes(group.id));
  return gone.length === 0 || stays.length === 0 ? undefined : { stays, gone };
}

function halves(plan: Plan, { groups }: Team): Parted | undefined {
  const [group] = groups;
  if (group === undefined || groups.length > 1) return undefined;
  const { streamKey: _, ...rest } = group;
  return {
    stays: [halfOf(group, 'larger')],
    gone: [{ ...halfOf(rest as Group, 'smaller'), id: freeId(groupsOf(plan), 'group') }],
  };
}

type Half = 'larger' | 'smaller';

/** Half of a number; of whole numbers the one half is larger where they are odd. */
function halfOfNumber(count: number, half: Half): number {
  if (!Number.isInteger(count)) return count / 2;
  return half === 'larger' ? Math.ceil(count / 2) : Math.floor(count / 2);
}

function halfOfQuantity(quantity: Quantity, half: Half): Quantity {
  if (typeof quantity === 'number') return halfOfNumber(quantity, half);
  const { low, high } = quantity;
  return {
    ...quantity,
    value: halfOfNumber(quantity.value, half),
    ...(low === undefined ? {} : { low: halfOfNumber(low, half) }),
    ...(high === undefined ? {} : { high: halfOfNumber(high, half) }),
  };
}

function halfOf(group: Group, half: Half): Group {
  const { headcount, people, staffing } = group;
  const middle = Math.ceil((people?.length ?? 0) / 2);
  return {
    ...group,
    ...(headcount === undefined ? {} : { headcount: halfOfNumber(headcount, half) }),
    ...(people === undefined
      ? {}
      : { people: half === 'larger' ? people.slice(0, middle) : people.slice(middle) }),
    staffing:
      staffing.kind === 'hours'
        ? { ...staffing, agents: halfOfQuantity(staffing.agents, half) }
        : staffing.kind === 'counts'
          ? {
              ...staffing,
              counts: staffing.counts.map((count) => ({
                ...count,
                agents: halfOfQuantity(count.agents, half),
              })),
            }
          : {
              ...staffing,
              assignments: staffing.assignments.map((one) => ({
                ...one,
                agents: halfOfNumber(one.agents, half),
              })),
            },
  };
}

export type Served = 'channels' | 'issueTypes';

/** Gives a channel or an issue type to a team: one that served all of them then serves this one, else this one more. */
export function serveBy(plan: Plan, team: string, kind: Served, id: string): Command[] {
  const serves = teamOf(plan, team)?.serves;
  if (serves === undefined || serves[kind]?.includes(id) === true) return [];
  const value = { ...serves, [kind]: [...(serves[kind] ?? []), id] };
  return [{ change: 'set', at: ['teams', team, 'serves'], value }];
}

/** To whom a team reports; undefined: to nobody. */
export function reportTo(plan: Plan, team: string, to: string | undefined): Command[] {
  const at = ['teams', team, 'reportsTo'];
  const before = teamOf(plan, team)?.reportsTo;
  if (before === to || team === to) return [];
  return [to === undefined ? { change: 'remove', at } : { change: 'set', at, value: to }];
}
