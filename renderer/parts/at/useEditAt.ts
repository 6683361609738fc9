import { useCallback, useContext } from 'react';
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { placeNow } from '../../../core/plan/edits/placeNow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { documentOf, isAboutDocument } from '../../state/openPlan.ts';
import { DrawnPlan } from '../../state/shownPlan.ts';
import { usePlanEdit } from './usePlanEdit.ts';

/** Given the plan as the edits before have left it (of scenarios: the one that holds them), and where what is edited stands in it. */
export type MakeAt = (plan: Plan, at: Place) => readonly Command[];

export type EditAt = (at: Place, make: MakeAt) => Promise<boolean>;

/**
 * Edits what is drawn at a place, wherever it stands by now: a part of a list without a name may have another position since another one
 * went. What has gone itself is not edited.
 */
export function useEditAt(): EditAt {
  const drawn = useContext(DrawnPlan);
  const edit = usePlanEdit();
  return useCallback(
    (at, make) => {
      // As it is when the person acts; the edits before may take a moment.
      const seen = drawn.current;
      return edit((plan, document) =>
        isAboutDocument(at)
          ? commandsAt(seen === null ? null : documentOf(seen).plan, document, at, make)
          : commandsAt(seen?.plan ?? null, plan, at, make),
      );
    },
    [drawn, edit],
  );
}

/** `at` is the place in the plan that was seen; null: in this one. */
export function commandsAt(seen: Plan | null, plan: Plan, at: Place, make: MakeAt): readonly Command[] {
  const now = seen === null ? at : placeNow(seen, plan, at);
  return now === null ? [] : make(plan, now);
}
