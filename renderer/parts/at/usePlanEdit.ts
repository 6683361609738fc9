import { useCallback, useContext } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { SessionContext } from '../../state/SessionProvider.tsx';

/**
 * An edit that is made of the plan as the edits before have left it, which can be newer than what the screen shows; what comes
 * to no command is no edit. Settles as an edit does: true where it is saved.
 */
export function usePlanEdit(): (make: (plan: Plan) => readonly Command[]) => Promise<boolean> {
  const store = useContext(SessionContext);
  return useCallback(async (make) => (await store?.getState().edit(make)) ?? false, [store]);
}
