// From what a company needs to organisations that differ in kind.
import type { Advice } from '../measures/advice.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Needs } from '../plan/schema/needs.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { TimeZoneOffsets } from '../simulation/index.ts';

export interface AdviceAsked {
  readonly needs: Needs;
  readonly locale: Plan['locale'];
  /** Ids of the plans begin with it. */
  readonly id: string;
  readonly name?: Text | undefined;
  readonly start?: string | undefined;
  readonly present?: Plan | undefined;
}

/** Same needs, same advice, on every host. */
export function propose(_asked: AdviceAsked, _offsets: TimeZoneOffsets): Advice {
  return { candidates: [], decisions: [], assumptions: [], toMeasure: [], unkept: [] };
}
