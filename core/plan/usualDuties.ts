// The duties that an organisation with these roles usually has, and the ways from tier to tier: a start, to be changed.
import { amount } from './amount.ts';
import { peopleOf } from './people.ts';
import type { Duty, DutyKind, DutyPart } from './schema/duties.ts';
import type { Plan } from './schema/plan.ts';

type Role = Plan['roles'][number];
type RoleKind = Role['kind'];
type CareerStep = NonNullable<Plan['careerSteps']>[number];

interface UsualDuty {
  readonly kind: DutyKind;
  /** For each part, who has it: the first kind of role that the plan has. */
  readonly does: readonly RoleKind[];
  readonly answersFor: readonly RoleKind[];
  readonly isAsked?: readonly RoleKind[];
  readonly isTold?: readonly RoleKind[];
  /** Its time is that of handling contacts. */
  readonly isHandling?: true;
  /** Only where the plan has a role of the first kind. */
  readonly onlyWith?: RoleKind;
}

const leading: readonly RoleKind[] = ['lead', 'manager'];
const above: readonly RoleKind[] = ['manager', 'lead'];
const agents: readonly RoleKind[] = ['agent', 'dispatcher', 'lead'];

/** Rows R5 and E4 of the source articles, in their order. */
const usual: readonly UsualDuty[] = [
  { kind: 'productQuestions', does: agents, answersFor: leading, isHandling: true },
  { kind: 'orders', does: agents, answersFor: leading, isHandling: true },
  { kind: 'troubleshooting', does: agents, answersFor: leading, isHandling: true },
  { kind: 'offers', does: agents, answersFor: above, isHandling: true },
  { kind: 'proactiveContact', does: agents, answersFor: above },
  { kind: 'complaints', does: agents, answersFor: leading, isTold: ['manager'], isHandling: true },
  { kind: 'feedback', does: ['quality', ...agents], answersFor: above },
  { kind: 'publicReviews', does: ['socialMediaWatch', ...agents], answersFor: leading },
  {
    kind: 'content',
    does: ['trainer', ...agents],
    answersFor: ['operations', ...leading],
    isAsked: ['agent'],
  },
  { kind: 'kpis', does: ['quality', 'lead', 'manager'], answersFor: above, isTold: ['agent'] },
  {
    kind: 'dispatching',
    does: ['dispatcher'],
    answersFor: leading,
    isHandling: true,
    onlyWith: 'dispatcher',
  },
  { kind: 'guiding', does: ['lead'], answersFor: above, onlyWith: 'lead' },
  { kind: 'helping', does: ['lead'], answersFor: leading, onlyWith: 'lead' },
  {
    kind: 'priorityRequests',
    does: ['lead'],
    answersFor: leading,
    isTold: ['manager'],
    isHandling: true,
    onlyWith: 'lead',
  },
  { kind: 'managing', does: ['manager'], answersFor: above, onlyWith: 'manager' },
  {
    kind: 'training',
    does: ['trainer', 'manager'],
    answersFor: above,
    isTold: ['lead'],
    onlyWith: 'manager',
  },
  {
    kind: 'policies',
    does: ['operations', 'manager'],
    answersFor: above,
    isAsked: ['lead'],
    isTold: ['agent'],
    onlyWith: 'manager',
  },
];

/**
 * A duty for each row that the plan's roles can fill. Guiding is given an assumed hour a week for each person led (half an hour to
 * two), in the time that leads keep free of contacts where they keep any; other time is left for the company to say.
 */
export function usualDuties(plan: Plan): Duty[] {
  const held = plan.roles.filter(({ id }) =>
    plan.teams.some(({ groups }) => groups.some(({ role }) => role === id)),
  );
  const rolesOf = (kinds: readonly RoleKind[] | undefined): readonly Role[] => {
    for (const kind of kinds ?? []) {
      const found = held.filter((role) => role.kind === kind);
      if (found.length > 0) return found;
    }
    return [];
  };
  return usual.flatMap((duty): Duty[] => {
    if (duty.onlyWith !== undefined && rolesOf([duty.onlyWith]).length === 0) return [];
    const doers = rolesOf(duty.does);
    // One answers, however many roles are of that kind.
    const [owner] = rolesOf(duty.answersFor);
    const parts = new Map<string, DutyPart[]>();
    const give = (roles: readonly Role[], part: DutyPart): void => {
      for (const { id } of roles) parts.set(id, [...(parts.get(id) ?? []), part]);
    };
    give(doers, 'does');
    give(owner === undefined ? [] : [owner], 'answersFor');
    const informed = (kinds: readonly RoleKind[] | undefined): Role[] =>
      rolesOf(kinds).filter(({ id }) => !parts.has(id));
    give(informed(duty.isAsked), 'isAsked');
    give(informed(duty.isTold), 'isTold');
    const time = timeOf(plan, duty, doers);
    return [
      {
        ...{ id: duty.kind, kind: duty.kind },
        who: [...parts].map(([role, of]) => ({ role, parts: of })),
        ...(time !== undefined && { time }),
      },
    ];
  });
}

function timeOf(plan: Plan, duty: UsualDuty, doers: readonly Role[]): Duty['time'] {
  if (duty.isHandling === true) return { kind: 'handling' };
  if (duty.kind !== 'guiding') return undefined;
  const isLed = new Set(doers.map(({ id }) => id));
  const led = peopleOf({
    ...plan,
    teams: plan.teams.map((team) => ({
      ...team,
      groups: team.lead === undefined ? [] : team.groups.filter(({ role }) => !isLed.has(role ?? '')),
    })),
  }).people;
  if (led === 0) return undefined;
  const keepsTime = doers.some(({ contactTimeShare }) => amount(contactTimeShare) < 1);
  return {
    kind: 'hours',
    hoursPerWeek: { value: led, low: led / 2, high: led * 2, assumed: true },
    done: keepsTime ? 'reserved' : 'between',
  };
}

/** From each tier to the next, with assumed training: a week of hours, over two months. */
export const usualCareer = (plan: Plan): CareerStep[] =>
  plan.tiers.slice(1).map((tier, i) => ({
    ...{ id: `to-${tier.id}`, from: plan.tiers[i]?.id ?? '', to: tier.id },
    trainingHours: { value: 40, low: 20, high: 80, assumed: true },
    weeks: { value: 8, low: 4, high: 16, assumed: true },
  }));
