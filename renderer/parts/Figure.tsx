import type { ReactNode } from 'react';
import type { Subject } from '../../core/measures/explanation.ts';
import type { ExplainedId } from '../../core/measures/planFigures.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './Figure.module.css';

interface FigureProps {
  readonly measure: ExplainedId;
  readonly subject: Subject;
  readonly interval?: number;
  readonly by?: 'formula' | 'simulation';
  /** The number as it is written. */
  readonly text: string;
  /** Instead of the bare number. */
  readonly children?: ReactNode;
}

/** A number that tells how it came about. */
export function Figure({ measure, subject, interval, by = 'simulation', text, children }: FigureProps) {
  const { t } = useText();
  const explain = useSession((session) => session.explain);
  return (
    <button
      type="button"
      className={classes.figure}
      aria-label={t('explain.open', { value: text })}
      onClick={() => void explain({ measure, subject, interval: interval ?? null, by })}
    >
      {children ?? text}
    </button>
  );
}
