// What the kernel offers.
import { startArrivals } from './arrivalOrder.ts';
import { startCalendar } from './calendar.ts';
import { addAgent } from './pools.ts';
import type { Group } from './rows.ts';

export { placeBacklog } from './backlog.ts';
export { close } from './closing.ts';
export { run, start } from './run.ts';

/** Makes the first arrivals and an empty calendar. */
export function begin(): void {
  startCalendar();
  startArrivals();
}

/** Puts so many named agents into a group. */
export function addAgents(group: usize, count: i32): void {
  for (let number = 0; number < count; number += 1) addAgent(changetype<Group>(group), number);
}

/** Where its constants end: before the rows that the program lays down. */
export function constantsEnd(): usize {
  return __heap_base;
}
