import type { AdviceDecision, Candidate } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { adviceText } from '../../text/adviceText.ts';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { VerdictMark } from '../VerdictMark.tsx';
import { numbersOf } from './candidateNumbers.ts';
import classes from './candidates.module.css';
import { Reason } from './Reason.tsx';

interface PromiseListProps {
  readonly candidate: Candidate;
  /** Of a part of the proposal, as `promises/quick`. */
  readonly decisionsOf: (part: string) => readonly AdviceDecision[];
}

/** What a proposal makes of each promise, and why where it does not keep one. */
export function PromiseList({ candidate, decisionsOf }: PromiseListProps) {
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
            <div className={classes.why}>
              {promise.reason !== null && verdict !== 'kept' && <p>{adviceText(texts, promise.reason)}</p>}
              <Reasons decisions={decisionsOf(`promises/${promise.id}`)} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reasons({ decisions }: { decisions: readonly AdviceDecision[] }) {
  const texts = useText();
  const { t } = texts;
  if (decisions.length === 0) return null;
  return (
    <Disclosure title={t('needs.why')}>
      {decisions.map((decision) => (
        <div key={decision.id}>
          <h5 className={classes.chosen}>{adviceText(texts, decision.chosen)}</h5>
          <Reason decision={decision} />
        </div>
      ))}
    </Disclosure>
  );
}
