import type { Estimate } from '../../core/measures/result.ts';
import { verdictOf } from '../../core/report/verdict.ts';
import { estimateText } from '../text/estimateText.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './IntervalBar.module.css';

const percent = (fraction: number): string => `${Math.min(1, Math.max(0, fraction)) * 100}%`;

/** An attained share with its interval, on a line from 0 to 100 %, against the share that was asked. */
export function IntervalBar({ attained, asked }: { attained: Estimate; asked: number }) {
  const { t, format } = useText();
  const verdict = verdictOf(attained, asked);
  const label = t('app.promise.barLabel', {
    attained: estimateText(format, attained, 'fraction'),
    asked: format.percent(asked, 0),
  });
  const { value } = attained;
  const half = attained.halfWidth ?? 0;
  return (
    <div className={classes.bar} data-verdict={verdict} role="img" aria-label={label}>
      <span className={classes.track} />
      {value !== null && (
        <>
          <span className={classes.fill} style={{ inlineSize: percent(value) }} />
          <span
            className={classes.interval}
            style={{ insetInlineStart: percent(value - half), insetInlineEnd: percent(1 - value - half) }}
          />
          <span className={classes.dot} style={{ insetInlineStart: percent(value) }} />
        </>
      )}
      <span className={classes.asked} style={{ insetInlineStart: percent(asked) }} />
    </div>
  );
}
