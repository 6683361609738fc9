import type { Candidate } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { adviceText } from '../../text/adviceText.ts';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { VerdictMark } from '../VerdictMark.tsx';
import { numbersOf } from './candidateNumbers.ts';
import classes from './candidates.module.css';

/** What a proposal makes of each promise, and why where it does not keep one. */
export function PromiseList({ candidate }: { candidate: Candidate }) {
  const texts = useText();
  const { t, format } = texts;
  const confirmed = useSession((session) => session.confirmed[candidate.id]);
  const { promises } = numbersOf(candidate, confirmed);
  if (promises.length === 0) return null;
  return (
    <div>
      <h4>{t('needs.table.promises')}</h4>
      <ul className={classes.promises}>
        {promises.map(({ promise, attained, verdict }) => (
          <li key={promise.id} data-promise={promise.id}>
            <PlanText of={promise.name} />
            <span className={classes.reached}>
              {attained.value === null
                ? t('needs.promise.unreadable')
                : t('needs.table.attained', {
                    attained: estimateText(format, attained, 'fraction'),
                    asked: shareText(format, promise.shareToAttain),
                  })}
            </span>
            <VerdictMark verdict={verdict} />
            {promise.reason !== null && verdict !== 'kept' && (
              <p className={classes.why}>{adviceText(texts, promise.reason)}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
