// What the way from one tier to another takes: skills to learn, time, money, and how long until full speed (A3).
import type { CareerReading } from '../measures/duties.ts';
import { amount } from '../plan/amount.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group } from '../plan/schema/team.ts';

type Step = NonNullable<Plan['careerSteps']>[number];

const weeksPerMonth = 365.25 / 12 / 7;

const groupsOfTier = (plan: Plan, tier: string): readonly Group[] =>
  plan.teams.filter((team) => team.tier === tier).flatMap(({ groups }) => groups);

/** Skills of the issue types that a tier's teams serve, or of all that enter there. */
function skillsOfTier(plan: Plan, tier: string): string[] {
  const teams = plan.teams.filter((team) => team.tier === tier);
  const served = new Set(teams.flatMap(({ serves }) => serves.issueTypes ?? []));
  const types = plan.issueTypes.filter(({ id, entryTier }) => served.has(id) || entryTier === tier);
  const own = groupsOfTier(plan, tier).flatMap(({ skills }) => skills);
  return [...new Set([...types.flatMap(({ skills }) => skills), ...own])];
}

/** Pay of an hour by the contracts of these groups, one a group; null where none states a pay. */
function payPerHour(plan: Plan, groups: readonly Group[]): number | null {
  const pays = groups.flatMap(({ contract: id }) => {
    const contract = plan.contracts.find((one) => one.id === id);
    if (contract?.costPerHour !== undefined) return [amount(contract.costPerHour)];
    if (contract?.costPerMonth === undefined) return [];
    return [amount(contract.costPerMonth) / (contract.hoursPerWeek * weeksPerMonth)];
  });
  return pays.length === 0 ? null : pays.reduce((sum, pay) => sum + pay, 0) / pays.length;
}

/**
 * The reading of one step. Example: 40 hours at 10 an hour and a fee of 200 cost 600 for each person; 3 people a year make
 * 120 hours and 1,800.
 */
export function careerReading(plan: Plan, step: Step): CareerReading {
  const from = groupsOfTier(plan, step.from);
  const to = groupsOfTier(plan, step.to);
  const known = new Set(from.flatMap(({ skills }) => skills));
  const hours = step.trainingHours === undefined ? null : amount(step.trainingHours);
  const pay = payPerHour(plan, from);
  const fee = step.fee === undefined ? null : amount(step.fee);
  const paid = hours === null || pay === null ? null : hours * pay;
  const costEach = paid === null && fee === null ? null : (paid ?? 0) + (fee ?? 0);
  const people = step.peoplePerYear === undefined ? null : amount(step.peoplePerYear);
  const curves = to.flatMap(({ learningCurve }) => (learningCurve === undefined ? [] : [learningCurve]));
  return {
    step: step.id,
    skills: skillsOfTier(plan, step.to).filter((skill) => !known.has(skill)),
    costEach,
    startFactor: curves.length === 0 ? null : Math.min(...curves.map(({ startFactor }) => startFactor)),
    weeksToFullSpeed: curves.length === 0 ? null : Math.max(...curves.map(({ weeks }) => weeks)),
    hoursPerYear: people === null || hours === null ? null : people * hours,
    costPerYear: people === null || costEach === null ? null : people * costEach,
  };
}
