import type { Estimate } from '../../core/measures/result.ts';
import { estimateText } from '../text/estimateText.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './ShareCell.module.css';

/** A share in a table: the number, and a small bar from 0 to 100 %. */
export function ShareCell({ estimate, isOver }: { estimate: Estimate | undefined; isOver: boolean }) {
  const { format } = useText();
  const value = estimate?.value ?? null;
  return (
    <span className={classes.cell} data-over={isOver}>
      <span className={classes.number}>{estimateText(format, estimate, 'fraction')}</span>
      <span className={classes.track} aria-hidden="true">
        {value !== null && <span style={{ inlineSize: `${Math.min(1, Math.max(0, value)) * 100}%` }} />}
      </span>
    </span>
  );
}
