import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { isList, valueOfPlace } from '../../../core/plan/edits/findPlace.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useEditAt } from './useEditAt.ts';

export interface RemovalRules {
  /** So many parts stay; none unless told. */
  readonly least?: number;
  /** What is done in the place of taking out the only part that is left. */
  readonly ofLast?: (at: Place) => readonly Command[];
}

/** The list goes along with its last part, where it may not be empty. */
export const withItsList = (at: Place): readonly Command[] => [{ change: 'remove', at: at.slice(0, -1) }];

/**
 * Takes the part that is drawn at a place out of its list, wherever it stands by now. Pressed twice before the first was drawn, the
 * second takes out nothing.
 */
export function useRemoval(rules: RemovalRules = {}): (at: Place) => Promise<boolean> {
  const editAt = useEditAt();
  return (at) => editAt(at, (plan, now) => removalAt(plan, now, rules));
}

export function removalAt(plan: Plan, at: Place, { least = 0, ofLast }: RemovalRules): readonly Command[] {
  const parts = valueOfPlace(plan, at.slice(0, -1));
  const count = isList(parts) ? parts.length : 0;
  if (count <= least) return [];
  return count === 1 && ofLast !== undefined ? ofLast(at) : [{ change: 'remove', at }];
}
