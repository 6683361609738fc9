import { useEffect } from 'react';
import { CandidatePane } from '../parts/needs/CandidatePane.tsx';
import { NeedsBegin } from '../parts/needs/NeedsBegin.tsx';
import classes from '../parts/needs/needs.module.css';
import { QuestionPane } from '../parts/needs/QuestionPane.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';

/** Questions about the company, and beside them the organisations that fit the answers. */
export function NeedsScreen({ open: { plan } }: { open: OpenPlan }) {
  const { needs, locale } = plan;
  const follow = useSession((session) => session.followNeeds);
  const leave = useSession((session) => session.leaveAdvice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer, and each other way of writing, is followed anew.
  useEffect(() => {
    if (needs === undefined) return;
    follow();
    return leave;
  }, [needs, locale, follow, leave]);
  if (needs === undefined) return <NeedsBegin />;
  return (
    <div className={classes.frame}>
      <div className={classes.panes}>
        <QuestionPane needs={needs} />
        <CandidatePane needs={needs} />
      </div>
    </div>
  );
}
