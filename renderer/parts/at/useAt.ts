import type { Place } from '../../../core/plan/edits/command.ts';
import { valueOfPlace } from '../../../core/plan/edits/findPlace.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { settingAt } from './settingAt.ts';
import { useEditAt } from './useEditAt.ts';

/** What every field that is bound to a place of the plan takes. */
export interface AtProps {
  /** Path to what is edited, parts of lists by their id. */
  readonly at: Place;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly width?: number | string;
}

export interface Bound {
  /** One step: the place gets the value; undefined leaves it to its default. True where it is saved. */
  readonly give: (value: unknown) => Promise<boolean>;
  /** The same for a value that is made of what stands there by then. */
  readonly change: (make: (before: unknown) => unknown) => Promise<boolean>;
  /** While an edit waits for a decision, or where nothing can be kept. */
  readonly disabled: boolean;
  /** The place as the attribute `data-at` has it. */
  readonly place: string;
}

export const placeText = (at: Place): string => at.join('/');

/** Whether the shown plan can be changed now. */
export const useCanEdit = (): boolean =>
  useSession(({ open, conflict, unsaved }) => open?.kept != null && conflict === null && unsaved === null);

/** Binds a field to a place of the shown plan. */
export function useAt(at: Place): Bound {
  const editAt = useEditAt();
  const canEdit = useCanEdit();
  return {
    give: (value) => editAt(at, (plan, now) => [settingAt(plan, now, value)]),
    change: (make) => editAt(at, (plan, now) => [settingAt(plan, now, make(valueOfPlace(plan, now)))]),
    disabled: !canEdit,
    place: placeText(at),
  };
}
