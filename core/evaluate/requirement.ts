// How many people a team needs, interval by interval, so that the promises that rest on it are kept: the inverse of the answer
// to the plan, by the same formulas.
import type { RequiredDay, RequiredInterval, Requirement } from '../measures/requirement.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { isoDateOf, TimeAxis } from '../simulation/compile/timeAxis.ts';
import type { CompiledModel, TimeZoneOffsets } from '../simulation/index.ts';
import { staffOf } from './requirement/staff.ts';
import { teamNeeds } from './requirement/teamNeeds.ts';
import { type Steps, stepsOf } from './steps.ts';

export interface RequirementAsked {
  readonly team: string;
  /** Local day of the horizon, from 0 on; absent: the first that is counted. */
  readonly day?: number | undefined;
  /** Absent: a week. */
  readonly days?: number | undefined;
}

const secondsPerDay = 86_400;
const daysPerWeek = 7;

/**
 * What a team needs in the days asked for; days beyond the horizon are left out. Live work: the fewest whole agents with which each live
 * promise on its lines is kept in that interval, everybody else as planned (of its groups as they are planned among each other).
 * Deferred work: the least number more, the same in all hours in which the team is open, with which the deadlines of what comes in
 * these days are kept in the time that live work leaves; and so many more that live contacts do not wait behind it. Undefined: the plan has no such team. Range: plans without
 * faults, of at most `mostIntervals`. Example: 80 calls in half an hour of 180 s each, 80 % within 20 s and nobody leaving: 8 Erlangs, 11
 * agents.
 */
export function requirementOf(
  plan: Plan,
  model: CompiledModel,
  offsets: TimeZoneOffsets,
  { team, day, days = daysPerWeek }: RequirementAsked,
): Requirement | undefined {
  const t = model.teams.findIndex(({ id }) => id === team);
  if (t === -1) return undefined;
  const steps = stepsOf(model);
  const axis = new TimeAxis(plan.horizon.start, plan.locale.timeZone, offsets);
  const startOf = (d: number): number => axis.elapsed(axis.timeZone, axis.firstDay + d, 0);
  const firstDay = day ?? firstCounted(steps, startOf);
  const stepOf = (d: number): number =>
    Math.min(steps.count, Math.max(0, Math.ceil(startOf(d) / steps.seconds - 1e-9)));
  const first = stepOf(firstDay);
  const last = stepOf(firstDay + days);
  // Deferred work of the week before may still wait.
  const lead = Math.round((daysPerWeek * secondsPerDay) / steps.seconds);
  const needs = teamNeeds(model, steps, t, { first: Math.max(0, first - lead), last }, first);
  const staff = staffOf(plan, model, steps, t, needs.agents);
  const intervalAt = (k: number, start: number): RequiredInterval => {
    const { forLive, forDeferred, ...seen } = needs.at(k);
    const { plannedAgents, agents, presentShare } = staff.at(k);
    const required = forLive === null || forDeferred === null ? null : forLive + forDeferred;
    return {
      startMinute: Math.round((k * steps.seconds - start) / 60),
      ...seen,
      plannedAgents,
      agents,
      requiredAgents: required,
      requiredForLive: forLive,
      requiredForDeferred: forDeferred,
      requiredPlannedAgents:
        required === null || presentShare <= 0 ? null : Math.ceil((required / presentShare) * (1 - 1e-9)),
      isKept: required !== null && agents >= required - 1e-6,
    };
  };
  const found: RequiredDay[] = [];
  for (let d = firstDay; d < firstDay + days && stepOf(d) < stepOf(d + 1); d += 1) {
    const intervals = Array.from({ length: stepOf(d + 1) - stepOf(d) }, (_, i) =>
      intervalAt(stepOf(d) + i, startOf(d)),
    );
    const hours = (of: (one: RequiredInterval) => number): number =>
      (intervals.reduce((sum, one) => sum + of(one), 0) * steps.seconds) / 3600;
    found.push({
      ...{ day: d, date: isoDateOf(axis.firstDay + d), intervals },
      plannedHours: hours(({ plannedAgents }) => plannedAgents),
      presentHours: hours(({ agents }) => agents),
      requiredHours: intervals.some(({ requiredAgents }) => requiredAgents === null)
        ? null
        : hours(({ requiredAgents }) => requiredAgents ?? 0),
    });
  }
  const { promises, basis } = needs;
  return { team, planHash: model.planHash, intervalSeconds: steps.seconds, promises, basis, days: found };
}

/** The first local day of which anything is counted. */
function firstCounted({ warmUpSeconds, horizonSeconds }: Steps, startOf: (day: number) => number): number {
  let day = 0;
  while (startOf(day + 1) <= warmUpSeconds && startOf(day + 1) < horizonSeconds) day += 1;
  return day;
}
