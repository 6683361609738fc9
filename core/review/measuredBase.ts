// What the plan would state if a period were its measure: the plan's own figures times what was measured.
import type { MeasuredBase } from '../measures/review.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { handlingTimes, scaledPresence, scaledStaffing } from './exchanged.ts';
import type { MeasuredLevels } from './measuredLevels.ts';

/** Digits that a figure keeps: more than anybody measures, and none that only rounding made. */
const kept = (value: number): number => Number(value.toPrecision(6));

/** `plan` as it stands, not that of the period: the base is for what comes. */
export function measuredBase(plan: Plan, levels: MeasuredLevels): MeasuredBase {
  const { volume, mix, handling, staffing, presence } = levels;
  return {
    volumes: plan.demand.flatMap(({ id, volume: stated }, d) => {
      const factor = volume * (mix[d] as number);
      if (stated === undefined || factor === 1) return [];
      return [{ demand: id, contacts: kept(amount(stated.contacts) * factor) }];
    }),
    handling: handling.every((factor) => factor === 1) ? null : handlingTimes(plan, handling),
    staffing: plan.teams.flatMap((team, t) => {
      const factor = staffing[t] as number;
      if (factor === 1) return [];
      return team.groups.map((group) => ({
        ...{ team: team.id, group: group.id },
        staffing: scaledStaffing(group.staffing, factor),
      }));
    }),
    shrinkage: plan.teams.flatMap((team, t) => {
      const factor = presence[t] as number;
      if (factor === 1) return [];
      return team.groups.map((group) => {
        const { plannedShrinkage, unplannedAbsence } = scaledPresence(group, factor);
        return {
          ...{ team: team.id, group: group.id },
          plannedShrinkage: kept(amount(plannedShrinkage)),
          unplannedAbsence: kept(amount(unplannedAbsence)),
        };
      });
    }),
  };
}
