// The steps of the editors of rules: each a list of commands on the plan. A new rule first says what holds already, so that
// nothing changes until it is filled in. What has no figure yet starts with one that is marked as assumed.
import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import type { ContactFilter, Quantity, Text } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ContactFacts } from '../../../core/plan/serving.ts';
import { freeId } from '../at/freeId.ts';

export type RuleList = 'routing' | 'handling' | 'outcomes' | 'returns' | 'waitingTriggers';
export type Next = Plan['outcomes'][number]['next'][number];

const assumed = (value: number): Quantity => ({ value, assumed: true });
const lognormal = (meanSeconds: number, cv: number): Law => ({
  law: 'lognormal',
  meanSeconds,
  cv,
  assumed: true,
});

const isForAll = (filter: ContactFilter): boolean => Object.keys(filter).length === 0;

/** Before the first rule that is for all contacts: behind it none would count. */
function beforeCommon(rules: readonly { readonly when: ContactFilter }[]): number {
  const common = rules.findIndex(({ when }) => isForAll(when));
  return common < 0 ? rules.length : common;
}

/** A copy of the rule for all contacts, to be narrowed down; without one the first figure is a guess. */
export function addHandlingRule({ handling }: Plan): Command[] {
  const position = beforeCommon(handling);
  const value = handling[position] ?? { when: {}, time: lognormal(360, 0.8), wrapUpShare: 0 };
  return [{ change: 'add', at: ['handling'], position, value }];
}

export function addOutcomeRule({ outcomes, tiers }: Plan): Command[] {
  const position = beforeCommon(outcomes);
  // The last tier has no next one to pass anything on to.
  const lower = tiers.slice(0, -1).map(({ id }) => id);
  const when = lower.length === 0 ? {} : { tiers: lower };
  const value = outcomes[position] ?? { when, next: [] };
  return [{ change: 'add', at: ['outcomes'], position, value }];
}

export function addReturnRule({ returns }: Plan): Command[] {
  const position = beforeCommon(returns);
  const value = returns[position] ?? { when: {}, share: assumed(0.05), delay: lognormal(86_400, 1) };
  return [{ change: 'add', at: ['returns'], position, value }];
}

export const addTrigger = (): Command[] => [
  {
    change: 'add',
    at: ['waitingTriggers'],
    value: { when: {}, afterShareOfPromise: 0.8, raisePriorityTo: 1 },
  },
];

/** A rule for contacts like these in the queue of a tier, that says who takes them now; it counts before all others. */
export function addRoutingRule(
  plan: Plan,
  { issueType, channel }: ContactFacts,
  queue: ContactPath['queues'][number] | undefined,
): Command[] {
  const [someTeam] = plan.teams;
  if (someTeam === undefined) return [];
  let before = 0;
  const entries = (queue?.entries ?? []).map(({ teams, groups, afterSeconds }) => {
    const entry = {
      ...(teams.length > 0 && { teams: [...teams] }),
      ...(groups.length > 0 && { groups: [...groups] }),
      afterSeconds: afterSeconds - before,
    };
    before = afterSeconds;
    return entry;
  });
  const value = {
    id: freeId(
      plan.routing.flatMap(({ id }) => (id === undefined ? [] : [{ id }])),
      'rule',
    ),
    when: {
      issueTypes: [issueType],
      channels: [channel],
      ...(queue?.tier !== undefined && { tiers: [queue.tier] }),
    },
    entries: entries.length > 0 ? entries : [{ teams: [someTeam.id] }],
  };
  return [{ change: 'add', at: ['routing'], position: 0, value }];
}

/** One more entry, after half a minute: a team that no entry names yet, of the tier of the others where there is one. */
export function addEntry({ teams }: Plan, rule: Plan['routing'][number], place: string | number): Command[] {
  const named = new Set(rule.entries.flatMap((entry) => entry.teams ?? []));
  const tiers = new Set(teams.filter(({ id }) => named.has(id)).map(({ tier }) => tier));
  const free = teams.filter(({ id }) => !named.has(id));
  const team = free.find(({ tier }) => tiers.has(tier)) ?? free[0] ?? teams[0];
  if (team === undefined) return [];
  return [
    {
      change: 'add',
      at: ['routing', place, 'entries'],
      value: { teams: [team.id], afterSeconds: 30 },
    },
  ];
}

/** Who stands in an entry; one of both is always named. */
export function setEntryMembers(
  rule: Plan['routing'][number],
  place: string | number,
  position: number,
  members: { readonly teams: readonly string[]; readonly groups: readonly string[] },
): Command[] {
  const entry = rule.entries[position];
  if (entry === undefined || members.teams.length + members.groups.length === 0) return [];
  const value = {
    ...(members.teams.length > 0 && { teams: [...members.teams] }),
    ...(members.groups.length > 0 && { groups: [...members.groups] }),
    afterSeconds: entry.afterSeconds,
  };
  return [{ change: 'set', at: ['routing', place, 'entries', position], value }];
}

export const nextKinds = [
  'functional',
  'otherDepartment',
  'hierarchical',
] as const satisfies readonly Next['kind'][];

/** A step of a kind with usual values, and what must be there first; undefined: a team is missing. */
function startOfNext(
  plan: Plan,
  kind: Next['kind'],
  departmentName: Text,
): { readonly next: object; readonly before: Command[] } | undefined {
  if (kind === 'functional') {
    const to = plan.tiers.length > 1 ? 'nextTier' : 'sameTeam';
    return { next: { kind, to }, before: [] };
  }
  if (kind === 'hierarchical') {
    const team = plan.teams.findLast(({ tier }) => tier === undefined) ?? plan.teams.at(-1);
    return team === undefined ? undefined : { next: { kind, to: { team: team.id } }, before: [] };
  }
  const [department] = plan.departments;
  if (department !== undefined) return { next: { kind, department: department.id }, before: [] };
  const id = freeId(plan.departments, 'department');
  return { next: { kind, department: id }, before: addDepartment(plan, departmentName) };
}

/** What may follow a handling; a department is made where there is none yet. */
export function addNext(plan: Plan, rule: number, kind: Next['kind'], departmentName: Text): Command[] {
  const start = startOfNext(plan, kind, departmentName);
  if (start === undefined) return [];
  const value = { ...start.next, share: assumed(0.05) };
  return [...start.before, { change: 'add', at: ['outcomes', rule, 'next'], value }];
}

/** Another kind of step for the same share. */
export function setNextKind(
  plan: Plan,
  at: Place,
  { share }: Next,
  kind: Next['kind'],
  departmentName: Text,
): Command[] {
  const start = startOfNext(plan, kind, departmentName);
  if (start === undefined) return [];
  return [...start.before, { change: 'set', at, value: { ...start.next, share } }];
}

export function addDepartment({ departments }: Plan, name: Text): Command[] {
  const value = { id: freeId(departments, 'department'), name, turnaround: lognormal(86_400, 1) };
  return [{ change: 'add', at: ['departments'], value }];
}

/** Where an escalation goes, as one word: 'nextTier', 'sameTeam' or the id of a team behind a mark. */
export const targetWord = (to: Exclude<Next, { kind: 'otherDepartment' }>['to']): string =>
  typeof to === 'string' ? to : `team:${to.team}`;

export const targetOfWord = (word: string): Exclude<Next, { kind: 'otherDepartment' }>['to'] =>
  word === 'nextTier' || word === 'sameTeam' ? word : { team: word.slice('team:'.length) };

/** Warm: the first agent stays until the second has taken over. */
export function setWarm(at: Place, isWarm: boolean): Command[] {
  const place = [...at, 'warm'];
  return isWarm
    ? [{ change: 'set', at: place, value: { overlapSeconds: 60 } }]
    : [{ change: 'remove', at: place }];
}

/** Some are recognised at once, after a short look; a share and its time come and go together. */
export function setRecognised(
  { recognition: _, ...next }: Extract<Next, { kind: 'functional' }>,
  at: Place,
  isSome: boolean,
): Command[] {
  const value = {
    ...next,
    recognisedAtOnceShare: isSome ? assumed(0.2) : 0,
    ...(isSome && { recognition: lognormal(60, 0.5) }),
  };
  return [{ change: 'set', at, value }];
}

/** How many rules send contacts to a department. */
export const usesOfDepartment = ({ outcomes }: Plan, id: string): number =>
  outcomes
    .flatMap(({ next }) => next)
    .filter((one) => one.kind === 'otherDepartment' && one.department === id).length;
