// The share of customers that the company keeps, from the figures of its plan.
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

/**
 * (customers at the end - customers gained) / customers at the start; null where the plan does not state them or begins
 * without customers. Source: article 001 (fact R1). Example: (210 - 46) / 200 is 0.82.
 */
export function retentionRateOf(plan: Plan): number | null {
  const stated = plan.company.retention;
  if (stated === undefined) return null;
  const start = amount(stated.customersAtStart);
  if (start <= 0) return null;
  return (amount(stated.customersAtEnd) - amount(stated.customersGained)) / start;
}
