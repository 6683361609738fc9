// What a staffing says, as one number of people, and the staffing with another one.
import { amount } from '../plan/schema/elements.ts';
import type { Staffing } from '../plan/schema/team.ts';

/** The most people that any one span, shift or hour of the staffing names. */
export function mostOnDuty(staffing: Staffing): number {
  switch (staffing.kind) {
    case 'hours':
      return amount(staffing.agents);
    case 'counts':
      return Math.max(...staffing.counts.map(({ agents }) => amount(agents)));
    case 'shifts':
      return Math.max(...staffing.assignments.map(({ agents }) => agents));
  }
}

/**
 * So many people more (or fewer) wherever somebody is on duty, never fewer than none. In shifts people are whole.
 * Example: counts of 0, 3 and 5 with one more: 0, 4 and 6.
 */
export function staffedWith(staffing: Staffing, more: number): Staffing {
  const changed = (agents: number): number => (agents > 0 ? Math.max(0, agents + more) : agents);
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: changed(amount(staffing.agents)) };
    case 'counts':
      return {
        ...staffing,
        counts: staffing.counts.map((count) => ({ ...count, agents: changed(amount(count.agents)) })),
      };
    case 'shifts':
      return {
        ...staffing,
        assignments: staffing.assignments.map((one) => ({
          ...one,
          agents: Math.round(changed(one.agents)),
        })),
      };
  }
}
