import { useEffect } from 'react';
import type { Failure } from '../../core/contract/failures.ts';
import type { Requirement } from '../../core/measures/requirement.ts';
import { useSession } from './SessionProvider.tsx';
import type { OpenPlan } from './session.ts';

interface ShownRequirement {
  /** Of the team; null until it is known. */
  readonly requirement: Requirement | null;
  /** It is that of the content before the last edit. */
  readonly isOld: boolean;
  readonly failure: Failure | null;
}

/** Edits that follow one another quickly are answered together. */
const waitMs = 250;

/** What a team needs, kept up to date while it is shown. */
export function useRequirement(open: OpenPlan, team: string): ShownRequirement {
  const requirement = useSession((session) => session.requirement);
  const failure = useSession((session) => session.requirementFailure);
  const ask = useSession((session) => session.askRequirement);
  const { planHash } = open;
  useEffect(() => {
    if (planHash === null) return;
    const timer = setTimeout(() => void ask(team), waitMs);
    return () => clearTimeout(timer);
  }, [planHash, team, ask]);
  const mine = requirement?.team === team ? requirement : null;
  return { requirement: mine, isOld: mine !== null && mine.planHash !== planHash, failure };
}
