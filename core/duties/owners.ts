// Duties that nobody answers for, that several answer for, and that nobody does.
import type { DutyFinding, DutyRemedy, DutyValue } from '../measures/duties.ts';
import { groupsOfHolder, holdersOf } from '../plan/dutyHolders.ts';
import type { Duty, DutyPart } from '../plan/schema/duties.ts';
import type { Plan } from '../plan/schema/plan.ts';

type Role = Plan['roles'][number];

/** Who would usually answer for a duty, and who would do it: the first of these kinds that somebody holds. */
const usualOwners: readonly Role['kind'][] = [
  'lead',
  'manager',
  'operations',
  'projectManager',
  'quality',
  'agent',
];
const usualDoers: readonly Role['kind'][] = ['agent', 'dispatcher', 'lead', 'manager', 'operations', 'other'];

export const nameOfDuty = ({ kind, name }: Duty): DutyValue => ({
  ...{ kind: 'duty', dutyKind: kind, name: name ?? null },
});

export const ownerFindings = (plan: Plan): DutyFinding[] =>
  (plan.duties ?? []).flatMap((duty) => {
    const owners = holdersOf(duty, 'answersFor').filter((holder) => groupsOfHolder(plan, holder).length > 0);
    const doers = holdersOf(duty, 'does').filter((holder) => groupsOfHolder(plan, holder).length > 0);
    const values = { duty: nameOfDuty(duty) };
    const place = ['duties', duty.id, 'who'];
    const found: DutyFinding[] = [];
    if (owners.length === 0)
      found.push({ code: 'unowned', values, place, remedy: given(plan, duty, 'answersFor', usualOwners) });
    if (owners.length > 1) {
      const number: DutyValue = { kind: 'number', value: owners.length };
      found.push({
        ...{ code: 'ownedTwice', place },
        values: { ...values, number },
        remedy: onlyFirst(plan, duty, owners[0] as Duty['who'][number]),
      });
    }
    if (doers.length === 0)
      found.push({ code: 'undone', values, place, remedy: given(plan, duty, 'does', usualDoers) });
    return found;
  });

/** One more part for the first role of these kinds that somebody holds; null where there is none. */
function given(plan: Plan, duty: Duty, part: DutyPart, kinds: readonly Role['kind'][]): DutyRemedy | null {
  const held = plan.roles.filter(({ id }) =>
    plan.teams.some(({ groups }) => groups.some((group) => group.role === id)),
  );
  const role = kinds.flatMap((kind) => held.filter((one) => one.kind === kind))[0] ?? held[0];
  if (role === undefined) return null;
  const known = duty.who.find((holder) => holder.role === role.id && holder.team === undefined);
  const who =
    known === undefined
      ? [...duty.who, { role: role.id, parts: [part] }]
      : duty.who.map((holder) => (holder === known ? { ...holder, parts: [...holder.parts, part] } : holder));
  return {
    kind: part === 'does' ? 'letDo' : 'letAnswer',
    values: { role: { kind: 'name', name: role.name } },
    commands: [{ change: 'set', at: ['duties', duty.id, 'who'], value: who }],
  };
}

/** The first owner alone answers; the others are told, unless they have another part. */
function onlyFirst(plan: Plan, duty: Duty, first: Duty['who'][number]): DutyRemedy {
  const who = duty.who.map((holder) => {
    if (holder === first || !holder.parts.includes('answersFor')) return holder;
    const parts = holder.parts.filter((part) => part !== 'answersFor');
    return { ...holder, parts: parts.length === 0 ? ['isTold' as const] : parts };
  });
  const role = plan.roles.find(({ id }) => id === first.role)?.name;
  const team = plan.teams.find(({ id }) => id === first.team)?.name;
  return {
    kind: 'onlyFirst',
    values: { role: { kind: 'name', name: role ?? team ?? '' } },
    commands: [{ change: 'set', at: ['duties', duty.id, 'who'], value: who }],
  };
}
