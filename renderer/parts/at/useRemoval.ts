import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { isList, valueOfPlace } from '../../../core/plan/edits/findPlace.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useShownPlan } from '../../state/shownPlan.ts';
import { usePlanEdit } from './usePlanEdit.ts';

/**
 * Takes a part out of a list whose parts have no name but their position: the part that was drawn there, wherever it stands by
 * now. Pressed twice before the first was drawn, the second takes out nothing. `least`: so many parts stay.
 */
export function useRemoval(least = 0): (at: Place) => Promise<boolean> {
  const drawn = useShownPlan();
  const edit = usePlanEdit();
  return (at) => edit((plan) => (drawn === null ? [] : removalOf(drawn, plan, at, least)));
}

/** `at` is the place in the plan that was drawn. Worked example: of [a, b, c] c was pressed, and a has gone since: the place 1. */
export function removalOf(drawn: Plan, plan: Plan, at: Place, least = 0): readonly Command[] {
  const list = at.slice(0, -1);
  const before = partsAt(drawn, list);
  const now = partsAt(plan, list);
  if (now.length <= least) return [];
  // Without one more or less a part that was edited since stands where it stood.
  const place = before.length === now.length ? at.at(-1) : now.indexOf(before[Number(at.at(-1))]);
  return place === undefined || place === -1 ? [] : [{ change: 'remove', at: [...list, place] }];
}

function partsAt(plan: Plan, list: Place): readonly unknown[] {
  const parts = valueOfPlace(plan, list);
  return isList(parts) ? parts : [];
}
