// The steps of the promise editor: each a list of commands on the plan.
import type { Command } from '../../../core/plan/edits/command.ts';
import { withoutMeasured } from '../../../core/plan/edits/withoutMeasured.ts';
import type { ContactFilter, Text } from '../../../core/plan/schema/elements.ts';
import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { withList } from '../at/filterOptions.ts';
import { freeId } from '../at/freeId.ts';

/** Gives one field of a promise a value; undefined: back to its default. */
export function setField<Field extends keyof PlanPromise>(
  promise: string,
  field: Field,
  value: PlanPromise[Field],
): Command[] {
  const at = ['promises', promise, field];
  return [value === undefined ? { change: 'remove', at } : { change: 'set', at, value }];
}

/** Which contacts the promise is about; a list that is empty stands for all, and is left out. */
export function setFilter(
  { id, applies }: PlanPromise,
  list: keyof ContactFilter,
  chosen: readonly (string | number)[],
): Command[] {
  return [{ change: 'set', at: ['promises', id, 'applies'], value: withList(applies, list, chosen) }];
}

/** A promise that most support teams make first; everything in it can be changed. */
export function addPromise(plan: Plan, name: Text): Command[] {
  const value = {
    id: freeId(plan.promises, 'promise'),
    name,
    clock: 'firstResponse',
    targetSeconds: 60,
    shareToAttain: 0.8,
  };
  return [{ change: 'add', at: ['promises'], value }];
}

/** With what was measured of it. */
export function removePromise(plan: Plan, promise: string): Command[] {
  const { reviews } = withoutMeasured(plan, { promise: (id) => id === promise });
  const isMeasured = plan.reviews?.periods.some(({ measured }) =>
    measured.some((one) => one.promise === promise),
  );
  return [
    { change: 'remove', at: ['promises', promise] },
    ...(isMeasured === true ? [{ change: 'set' as const, at: ['reviews'], value: reviews }] : []),
  ];
}
