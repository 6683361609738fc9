import type { Subject } from '../../core/measures/explanation.ts';
import type { ExplainedId } from '../../core/measures/planFigures.ts';
import type { Verdict } from '../../core/report/verdict.ts';
import { useText } from '../text/TextProvider.tsx';
import { Figure } from './Figure.tsx';
import { VerdictMark } from './VerdictMark.tsx';

interface VerdictFigureProps {
  readonly verdict: Verdict;
  readonly subject: Subject;
  readonly by?: 'formula' | 'simulation';
  /** The number whose chain ends in it; absent: the verdict on a promise itself. */
  readonly measure?: ExplainedId;
}

/** A verdict that tells how it came about. */
export function VerdictFigure({
  verdict,
  subject,
  by = 'simulation',
  measure = 'promiseVerdict',
}: VerdictFigureProps) {
  const { t } = useText();
  return (
    <Figure measure={measure} subject={subject} by={by} text={t(`report.verdict.${verdict}`)}>
      <VerdictMark verdict={verdict} />
    </Figure>
  );
}
