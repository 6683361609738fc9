import { startTransition, useEffect, useState } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';

/** So long the fields wait for figures that do not come. */
const patienceMs = 250;
/** Until the figures are painted. */
const paintMs = 20;

/**
 * The plan as the fields show it: after an edit that of before, until the figures at the edge stand there. Drawing all fields anew takes
 * as long as the answer itself, and whoever edits looks at what comes of it.
 */
export function useFieldsLater(open: OpenPlan): OpenPlan {
  const [shown, setShown] = useState(open);
  const isAwaited = useSession(
    ({ figures, figuresFailure }) =>
      open.planHash !== null && figuresFailure === null && figures?.planHash !== open.planHash,
  );
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setShown(open)), isAwaited ? patienceMs : paintMs);
    return () => clearTimeout(timer);
  }, [open, isAwaited]);
  return shown.key === open.key ? shown : open;
}
