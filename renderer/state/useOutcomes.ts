import { useEffect } from 'react';
import type { Failure } from '../../core/contract/failures.ts';
import type { OutcomesReading } from '../../core/measures/outcomes.ts';
import type { MeasureTable } from '../../core/measures/result.ts';
import { useSession } from './SessionProvider.tsx';
import type { OpenPlan } from './session.ts';

/** Edits that follow one another quickly are answered together. */
const waitMs = 250;

/** What support does to customers, and the measures of the simulation on which it stands; null where the plan was not simulated. */
export function useOutcomes({ planHash }: OpenPlan): {
  readonly reading: OutcomesReading | null;
  readonly isOld: boolean;
  readonly failure: Failure | null;
  readonly told: MeasureTable | null;
} {
  const reading = useSession((session) => session.outcomes);
  const failure = useSession((session) => session.outcomesFailure);
  const ask = useSession((session) => session.askOutcomes);
  const finished = useSession((session) => session.finished);
  const told = finished !== null && finished.planHash === planHash ? finished.result.total : null;
  const staying = told?.stayingFraction?.value ?? null;
  const halfWidth = told?.stayingFraction?.halfWidth ?? 0;
  useEffect(() => {
    if (planHash === null) return;
    const timer = setTimeout(() => void ask(staying === null ? null : { value: staying, halfWidth }), waitMs);
    return () => clearTimeout(timer);
  }, [planHash, staying, halfWidth, ask]);
  return { reading, isOld: reading !== null && reading.planHash !== planHash, failure, told };
}
