import { useEffect } from 'react';
import type { Failure } from '../../core/contract/failures.ts';
import type { DutiesReading } from '../../core/measures/duties.ts';
import { useSession } from './SessionProvider.tsx';
import type { OpenPlan } from './session.ts';

/** Edits that follow one another quickly are answered together. */
const waitMs = 250;

/** What is found out about the duties of the shown plan; while a newer answer is under way, the one before. */
export function useDuties({ planHash }: OpenPlan): {
  readonly reading: DutiesReading | null;
  readonly isOld: boolean;
  readonly failure: Failure | null;
} {
  const reading = useSession((session) => session.duties);
  const failure = useSession((session) => session.dutiesFailure);
  const ask = useSession((session) => session.askDuties);
  const isCurrent = reading?.planHash === planHash;
  useEffect(() => {
    if (planHash === null || isCurrent) return;
    const timer = setTimeout(() => void ask(), waitMs);
    return () => clearTimeout(timer);
  }, [planHash, isCurrent, ask]);
  return { reading, isOld: reading !== null && !isCurrent, failure };
}
