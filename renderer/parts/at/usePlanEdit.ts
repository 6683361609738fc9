import { useCallback, useContext } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { SessionContext } from '../../state/SessionProvider.tsx';

/** An edit that is made of the plan as it stands when it is asked for; what comes to no command is no edit. */
export function usePlanEdit(): (make: (plan: Plan) => readonly Command[]) => void {
  const store = useContext(SessionContext);
  return useCallback(
    (make) => {
      if (store === null) return;
      const { open, edit } = store.getState();
      const commands = open === null ? [] : make(open.plan);
      if (commands.length > 0) void edit(commands);
    },
    [store],
  );
}
