import { type ComponentType, memo } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';

/**
 * A card that is drawn again only when its own props or one of the named parts of the plan have changed. It takes what else it
 * needs of the plan when an edit is made (`usePlanEdit`), not when it is drawn.
 */
export function memoCard<Props extends { readonly plan: Plan }>(
  Card: ComponentType<Props>,
  parts: readonly (keyof Plan)[],
) {
  return memo(Card, (before: Readonly<Props>, after: Readonly<Props>) => {
    const names = Object.keys(after) as (keyof Props)[];
    return (
      names.length === Object.keys(before).length &&
      names.every((name) =>
        name === 'plan'
          ? parts.every((part) => before.plan[part] === after.plan[part])
          : before[name] === after[name],
      )
    );
  });
}

/** What a filter can name. */
export const partsOfFilters = ['issueTypes', 'channels', 'tiers', 'teams', 'company', 'demand'] as const;
