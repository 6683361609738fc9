import { useCallback, useRef } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { Point } from '../board/curve.ts';
import { commandsOf, dropAt } from './dropped.ts';
import type { BoardLayout } from './layout.ts';

/** While a box is held, the strip shows what letting go of it here would come to. */
export function useForesight(
  plan: Plan,
  layout: BoardLayout,
): (box: string | null, at: Point | null) => void {
  const preview = useSession((session) => session.preview);
  const shown = useRef('');
  return useCallback(
    (box, at) => {
      const drop = box === null || at === null ? undefined : dropAt(layout, box, at);
      const aim = drop === undefined ? '' : JSON.stringify(drop);
      if (aim === shown.current) return;
      shown.current = aim;
      const commands = drop === undefined ? [] : commandsOf(plan, drop);
      preview(commands.length === 0 ? null : commands);
    },
    [plan, layout, preview],
  );
}
