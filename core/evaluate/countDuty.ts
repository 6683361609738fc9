// The time that agents are on duty, which nothing that happens in a step changes.
import type { Steps } from './steps.ts';
import { add, groupSums, ofGroup, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';

/** Counts the agent-seconds on duty of the groups of a unit. */
export function countDuty(
  { groups }: Unit,
  sums: UnitSums,
  agentsOf: readonly Float64Array[],
  { count, counted, seconds }: Steps,
): void {
  for (let i = 0; i < groups.length; i += 1) {
    const series = agentsOf[groups[i] as number] as Float64Array;
    const row = i * groupSums.length + ofGroup.dutySeconds;
    for (let k = 0; k < count; k += 1) {
      const duty = (series[k] as number) * seconds;
      add(sums.groups, row, duty * (counted[k] as number));
      add(sums.groupSeries, row * count + k, duty);
    }
  }
}
