import { promiseSubject } from '../../../core/measures/subjects.ts';
import { VerdictFigure } from '../VerdictFigure.tsx';

interface TeamVerdictProps {
  readonly keeps: boolean;
  /** The promise that decides it. */
  readonly promise: string;
  readonly team: string;
}

/** Whether a team keeps what is promised, with the way to the chain of the promise that decides it, at this team. */
export function TeamVerdict({ keeps, promise, team }: TeamVerdictProps) {
  return (
    <VerdictFigure
      verdict={keeps ? 'kept' : 'missed'}
      measure="serviceLevelFraction"
      subject={promiseSubject(promise, 'teams', team)}
      by="formula"
    />
  );
}
