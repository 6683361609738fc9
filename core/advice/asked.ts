// What a company asks: its needs, how its plans are shown, and what there is today.
import type { Text } from '../plan/schema/elements.ts';
import type { Needs } from '../plan/schema/needs.ts';
import type { Plan } from '../plan/schema/plan.ts';

export interface AdviceAsked {
  readonly needs: Needs;
  readonly locale: Plan['locale'];
  /** Ids of the plans begin with it. */
  readonly id: string;
  readonly name?: Text | undefined;
  readonly start?: string | undefined;
  readonly present?: Plan | undefined;
  /** By how many minutes the clock of one time zone is ahead of that of another; undefined: unknown. */
  readonly clock?: ((timeZone: string, than: string) => number | undefined) | undefined;
}
