import type { AdviceDecision } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { adviceText, answerPlace, inputName } from '../../text/adviceText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { valueWithRange } from './assumedText.ts';
import classes from './reason.module.css';

/** Why a decision was taken: its rule and reasons in words, what it used, where the rule comes from, what would change it. */
export function Reason({ decision }: { decision: AdviceDecision }) {
  const texts = useText();
  const { t } = texts;
  const goTo = useSession((session) => session.goTo);
  const { rule, reasons, inputs, sources, changes } = decision;
  return (
    <div className={classes.reason} data-reason={decision.id}>
      <p className={classes.rule}>{t('needs.reason.rule', { rule: t.dynamic('advice.rule', rule) })}</p>
      {reasons.map((reason) => (
        <p key={JSON.stringify(reason)}>{adviceText(texts, reason)}</p>
      ))}
      {inputs.length > 0 && (
        <>
          <h5>{t('needs.reason.inputs')}</h5>
          <ul className={classes.inputs}>
            {inputs.map((input) => {
              const { field } = input;
              return (
                <li key={JSON.stringify([input.name, input.of, field])}>
                  <span>{inputName(texts, input)}</span>
                  <span className={classes.value}>{valueWithRange(texts, input)}</span>
                  <span className={classes.origin}>
                    <span data-status={input.status}>
                      {input.status === 'assumed' && input.source !== null
                        ? adviceText(texts, input.source)
                        : t(`needs.reason.status.${input.status}`)}
                    </span>
                    {input.status !== 'assumed' && input.source !== null && (
                      <span>{adviceText(texts, input.source)}</span>
                    )}
                    {field !== null && (
                      <button
                        type="button"
                        className={classes.link}
                        onClick={() => goTo('needs', answerPlace(field))}
                      >
                        {t('needs.reason.toAnswer')}
                      </button>
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {changes.length > 0 && (
        <>
          <h5>{t('needs.reason.changes')}</h5>
          <ul className={classes.list}>
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{adviceText(texts, change)}</li>
            ))}
          </ul>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h5>{t('needs.reason.sources')}</h5>
          <ul className={classes.list}>
            {sources.map((source) => (
              <li key={JSON.stringify(source)}>{adviceText(texts, source)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
