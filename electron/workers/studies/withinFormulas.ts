import type { Failure } from '../../../core/contract/failures.ts';
import { intervalsOf, mostIntervals } from '../../../core/evaluate/index.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { compilePlan } from '../../../core/simulation/index.ts';
import type { Fault } from '../../../core/units/fault.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import { StudyEnded } from '../studyTable.ts';

/** Ends a study before it begins where the formulas do not answer such a plan, or nobody knows its time zone. */
export function withinFormulas(plan: Plan, planHash: string): void {
  const compiled = compilePlan(plan, { planHash, offsets: timeZoneOffsets });
  if (!compiled.ok) throw new StudyEnded(planInvalid(compiled.failure));
  const intervals = intervalsOf(compiled.value);
  if (intervals > mostIntervals)
    throw new StudyEnded({ code: 'formulaTooLarge', params: { intervals, limit: mostIntervals } });
}

export const planInvalid = (faults: readonly Fault[]): Failure => ({
  ...{ code: 'planInvalid', params: { count: faults.length } },
  faults,
});
