// What the plan says of each of its lines and teams in a period: the other side of every measured figure.

import { lawMean } from '../plan/lawMean.ts';
import { dutyOfGroup, peopleOfGroup } from '../plan/people.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Team } from '../plan/schema/team.ts';
import { entryTierOf, factsOf, handlingRuleFor, matches, routeFor } from '../plan/serving.ts';
import { staffShareOf } from '../simulation/compile/staffShare.ts';
import { dayNumberOf } from '../simulation/compile/timeAxis.ts';
import type { CompiledModel } from '../simulation/index.ts';

/** Contacts that the plan expects of each row of demand in the counted time. */
export function plannedContacts(plan: Plan, model: CompiledModel): number[] {
  const { warmUpSeconds, horizonSeconds } = model;
  return plan.demand.map((_, d) => {
    const row = model.classes[d];
    if (row?.arrivalsSeconds != null)
      return row.arrivalsSeconds.filter((at) => at >= warmUpSeconds && at < horizonSeconds).length;
    const segments = row?.segments;
    if (segments == null) return 0;
    const { startsSeconds, ratePerSecond } = segments;
    let contacts = 0;
    for (const [i, rate] of ratePerSecond.entries()) {
      const from = Math.max(warmUpSeconds, startsSeconds[i] as number);
      const to = Math.min(horizonSeconds, startsSeconds[i + 1] as number);
      if (to > from) contacts += rate * (to - from);
    }
    return contacts;
  });
}

/**
 * Mean handling time of each row of demand where people take it first: the rule that fits there, over the proficiency of the
 * group that is asked first. 0 where nobody takes it.
 */
export function plannedHandling(plan: Plan): number[] {
  return plan.demand.map((demand) => {
    const facts = factsOf(plan, demand);
    const tier = entryTierOf(plan, facts);
    const [first] = routeFor(plan, { ...facts, tier });
    const position = first?.groups[0];
    const team = plan.teams[position?.teamIndex ?? -1];
    const there = { ...facts, tier: team?.tier, team: team?.id };
    const rule = handlingRuleFor(plan, there);
    if (rule === undefined || team === undefined) return 0;
    const group = team.groups[position?.groupIndex ?? -1];
    const factor = group?.proficiency.find(({ when }) => matches(when, there))?.factor ?? 1;
    const mean = lawMean(rule.time);
    return Number.isFinite(mean) ? mean / factor : 0;
  });
}

export interface PlannedTeam {
  readonly id: string;
  /** Mean number of people who are rostered while anybody is, before shrinkage. */
  readonly onDuty: number;
  readonly employed: number;
  /** Share of the rostered time that is lost, planned shrinkage and absence together. */
  readonly shrinkage: number;
}

/** The teams in the middle of the period. */
export function plannedTeams(plan: Plan): PlannedTeam[] {
  const { start, days, warmUpDays } = plan.horizon;
  const middle = dayNumberOf(start) + Math.floor(((days ?? 1) + warmUpDays) / 2);
  return plan.teams.map((team) => plannedTeam(plan, team, middle));
}

function plannedTeam(plan: Plan, team: Team, day: number): PlannedTeam {
  let hours = 0;
  let lost = 0;
  let employed = 0;
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (const group of team.groups) {
    const share = staffShareOf(plan, team, group)?.at(day) ?? 1;
    const duty = dutyOfGroup(plan, team, group).filter(({ agents }) => agents > 0);
    const own = share * duty.reduce((sum, { from, to, agents }) => sum + (to - from) * agents, 0);
    const kept = (1 - amount(group.plannedShrinkage)) * (1 - amount(group.unplannedAbsence));
    hours += own;
    lost += own * (1 - kept);
    employed += peopleOfGroup(plan, team, group) * share;
    spans.push(...duty);
  }
  const covered = lengthOf(spans);
  return {
    id: team.id,
    onDuty: covered === 0 ? 0 : hours / covered,
    employed,
    shrinkage: hours === 0 ? 0 : lost / hours,
  };
}

/** Minutes that at least one of the spans covers. */
function lengthOf(spans: readonly { readonly from: number; readonly to: number }[]): number {
  let end = Number.NEGATIVE_INFINITY;
  let length = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= end) continue;
    length += to - Math.max(from, end);
    end = to;
  }
  return length;
}
