import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';

/** So long the fields wait for figures that do not come. */
const patienceMs = 250;
/** Until the figures are painted. */
const paintMs = 20;

/**
 * The plan as a screen shows it: after an edit that of before, until the figures at the edge stand there. Drawing all fields anew takes
 * as long as the answer itself, and whoever edits looks at what comes of it. What is dragged or drawn cannot wait: without
 * `waits` the screen follows as soon as there is nothing more urgent.
 */
export function useFieldsLater(open: OpenPlan, waits: boolean): OpenPlan {
  const soon = useDeferredValue(open);
  const [settled, setSettled] = useState(open);
  const isAwaited = useSession(
    ({ figures, figuresFailure }) =>
      waits && open.planHash !== null && figuresFailure === null && figures?.planHash !== open.planHash,
  );
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(open)), isAwaited ? patienceMs : paintMs);
    return () => clearTimeout(timer);
  }, [open, isAwaited]);
  const shown = waits ? settled : soon;
  return shown.key === open.key ? shown : open;
}
