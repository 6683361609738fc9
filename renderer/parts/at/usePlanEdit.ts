import { useCallback } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';

/**
 * An edit that is made of the plan as the edits before have left it, which can be newer than what the screen shows; what comes
 * to no command is no edit. Settles as an edit does: true where it is saved.
 */
export const usePlanEdit = (): ((
  make: (plan: Plan, document: Plan) => readonly Command[],
) => Promise<boolean>) => useSession((session) => session.edit);

type PartOf<Field extends keyof Plan> =
  NonNullable<Plan[Field]> extends readonly (infer Part extends { readonly id: string })[] ? Part : never;

/** The same of one part of a list; no edit where it is gone. */
export function usePartEdit(): <Field extends keyof Plan>(
  field: Field,
  id: string,
  make: (part: PartOf<Field>, plan: Plan) => readonly Command[],
) => Promise<boolean> {
  const edit = usePlanEdit();
  return useCallback(
    (field, id, make) =>
      edit((plan) => {
        const parts = (plan[field] ?? []) as readonly PartOf<typeof field>[];
        const part = parts.find((one) => one.id === id);
        return part === undefined ? [] : make(part, plan);
      }),
    [edit],
  );
}
