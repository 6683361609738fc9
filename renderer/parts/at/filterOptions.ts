import type { ContactFilter } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { languagesOf } from './languagesOf.ts';
import { type Option, partsOf } from './partsOf.ts';

const priorities = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What a list of a filter can name in this plan. */
export function filterOptions(
  plan: Plan,
  list: keyof ContactFilter,
  say: Parameters<typeof partsOf>[1],
  number: (value: number) => string,
  language: (code: string) => string,
): Option[] {
  switch (list) {
    case 'priorities':
      return priorities.map((one) => ({ value: String(one), label: number(one) }));
    case 'languages':
      return languagesOf(plan).map((one) => ({ value: one, label: language(one) }));
    case 'segments':
      return partsOf(plan.company.personas, say);
    default:
      return partsOf(plan[list], say);
  }
}

/** A filter with another choice in one of its lists; an empty one stands for all, and is left out. */
export function withList(
  filter: ContactFilter | undefined,
  list: keyof ContactFilter,
  chosen: readonly (string | number)[],
): ContactFilter {
  const { [list]: _, ...rest } = filter ?? {};
  return chosen.length === 0
    ? rest
    : { ...rest, [list]: list === 'priorities' ? chosen.map(Number) : chosen };
}
