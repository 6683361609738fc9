import type { PathHandling } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { handlingSentence, nextSentence, shareWords } from './pathSentences.ts';
import { RuleLink } from './RuleLink.tsx';

/** Handling by one team, what follows it, and the rules that say so. */
export function PathHandlingLines({ plan, handling }: { plan: Plan; handling: PathHandling }) {
  const texts = useText();
  const { t, format } = texts;
  const { handlingRule, outcomeRule, returns, triggers } = handling;
  return (
    <>
      <p>
        {handlingSentence(texts, plan, handling)}{' '}
        {handlingRule !== undefined && <RuleLink list="handling" position={handlingRule} />}
      </p>
      {handling.passesOn ? (
        <p>{t('routing.path.passesOn')}</p>
      ) : (
        <ul>
          {handling.next.map((next) => (
            <li key={next.position}>{nextSentence(texts, plan, next)}</li>
          ))}
          <li>
            {t('routing.path.resolved', { share: shareWords(texts, handling.resolvedShare) })}{' '}
            {outcomeRule !== undefined && <RuleLink list="outcomes" position={outcomeRule} />}
          </li>
          {returns !== undefined && (
            <li>
              {t('routing.path.returns', {
                share: shareWords(texts, returns.share),
                time: format.duration(returns.delaySeconds),
              })}{' '}
              <RuleLink list="returns" position={returns.rule} />
            </li>
          )}
        </ul>
      )}
      {triggers.map((position) => (
        <RuleLink key={position} list="waitingTriggers" position={position} />
      ))}
    </>
  );
}
