// The door of the duties: the hours that they take, what is amiss with them, and the ways from tier to tier.
import type { DutiesReading, DutyHours, RoleHours } from '../measures/duties.ts';
import type { Evaluation } from '../measures/evaluation.ts';
import { hoursOfDuty } from '../plan/dutyHours.ts';
import type { Duty } from '../plan/schema/duties.ts';
import type { Quantity } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { ableFindings, spanFindings } from './ablePeople.ts';
import { careerReading } from './careers.ts';
import { type GroupLoad, groupLoads, sumOf } from './load.ts';
import { ownerFindings } from './owners.ts';
import { betweenFindings, contactlessFindings, leadFindings, reservedFindings } from './time.ts';

/** Of a plan without faults; `evaluation` by formula, null where the plan is too large for it. */
export function readDuties(plan: Plan, planHash: string, evaluation: Evaluation | null): DutiesReading {
  const loads = groupLoads(plan, evaluation);
  return {
    planHash,
    hours: (plan.duties ?? []).map((duty) => dutyHours(plan, duty)),
    roles: plan.roles.map(({ id }) => roleHours(id, loads)),
    findings: [
      ...ownerFindings(plan),
      ...reservedFindings(plan, loads),
      ...betweenFindings(plan, evaluation),
      ...contactlessFindings(plan, loads),
      ...leadFindings(plan, loads, evaluation),
      ...spanFindings(plan),
      ...ableFindings(plan),
    ],
    careers: (plan.careerSteps ?? []).map((step) => careerReading(plan, step)),
    isLoadKnown: evaluation !== null,
  };
}

function dutyHours(plan: Plan, duty: Duty): DutyHours {
  const { time } = duty;
  const spending =
    time === undefined
      ? 'unstated'
      : time.kind === 'handling' || time.kind === 'work'
        ? time.kind
        : time.done;
  const hours = hoursOfDuty(plan, duty);
  const figures = figuresOf(plan, duty);
  /** The hours where every figure stands at one end of its range. */
  const at = (end: 'low' | 'high'): number =>
    figures.reduce<number>((product, figure) => {
      if (typeof figure === 'number' || figure.value === 0) return product;
      return product * ((figure[end] ?? figure.value) / figure.value);
    }, hours ?? 0);
  const hasRange = figures.some(
    (figure) => typeof figure !== 'number' && (figure.low !== undefined || figure.high !== undefined),
  );
  return {
    ...{ duty: duty.id, spending, hours },
    low: hasRange && hours !== null ? at('low') : null,
    high: hasRange && hours !== null ? at('high') : null,
    isAssumed: figures.some((figure) => typeof figure !== 'number' && figure.assumed === true),
  };
}

/** The figures whose product the hours are. */
function figuresOf(plan: Plan, { time }: Duty): readonly Quantity[] {
  switch (time?.kind) {
    case 'hours':
      return [time.hoursPerWeek];
    case 'pieces':
      return [time.perWeek, time.secondsEach];
    case 'contacts':
      return [time.secondsEach];
    case 'work':
      return time.work.length === 1
        ? plan.internalWork.filter(({ id }) => id === time.work[0]).map(({ hoursPerWeek }) => hoursPerWeek)
        : [];
    default:
      return [];
  }
}

function roleHours(role: string, loads: readonly GroupLoad[]): RoleHours {
  const held = loads.filter(({ group }) => group.role === role);
  const isKnown = held.every(({ contacts }) => contacts !== null);
  return {
    role,
    people: sumOf(held, ({ people }) => people),
    presence: sumOf(held, ({ presence }) => presence),
    reserved: sumOf(held, ({ presence, contactShare }) => presence * (1 - contactShare)),
    dutiesReserved: sumOf(held, ({ dutiesReserved }) => dutiesReserved),
    contacts: isKnown ? sumOf(held, ({ contacts }) => contacts ?? 0) : null,
    dutiesBetween: sumOf(held, ({ dutiesBetween }) => dutiesBetween),
  };
}
