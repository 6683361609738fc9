import type { ReactNode } from 'react';
import { type NeedsQuestionId, needsQuestions } from '../../../core/plan/needsQuestions.ts';
import type { Needs } from '../../../core/plan/schema/needs.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { answerPlace, inputName } from '../../text/adviceText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { valueWithRange } from './assumedText.ts';
import classes from './needs.module.css';
import { dontKnow } from './needsEdits.ts';

interface QuestionProps {
  readonly id: NeedsQuestionId;
  readonly needs: Needs;
  readonly children: ReactNode;
}

export type QuestionState = 'open' | 'answered' | 'unknown';

/** An answer counts more than an earlier "I don't know". */
export function stateOf(needs: Needs, id: NeedsQuestionId): QuestionState {
  const fields: readonly (keyof Needs)[] = needsQuestions.find((one) => one.id === id)?.fields ?? [];
  if (fields.some((field) => needs[field] !== undefined)) return 'answered';
  return needs.unknown?.includes(id) === true ? 'unknown' : 'open';
}

/** One question: what it is for, its fields, and a way not to know; without an answer it says what is assumed. */
export function Question({ id, needs, children }: QuestionProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const state = stateOf(needs, id);
  return (
    <li className={classes.question} data-question={id} data-state={state}>
      <div className={classes.questionHead}>
        <h3>{t(`needs.question.${id}`)}</h3>
        <button
          type="button"
          className={classes.unknown}
          aria-pressed={state === 'unknown'}
          aria-label={t('needs.unknownOf', { question: t(`needs.question.${id}`) })}
          disabled={!canEdit}
          data-at="needs/unknown"
          data-unknown={id}
          onClick={() => edit((plan) => dontKnow(plan, id))}
        >
          {t('needs.unknown')}
        </button>
        <p className={classes.purpose}>{t(`needs.purpose.${id}`)}</p>
      </div>
      {children}
      {state !== 'answered' && <Assumed id={id} />}
    </li>
  );
}

const mostAssumed = 4;

/** What the proposals take for an answer that is not there. */
function Assumed({ id }: { id: NeedsQuestionId }) {
  const texts = useText();
  const { t } = texts;
  const assumptions = useSession((session) => session.advice?.advice.assumptions);
  const fields: readonly string[] = needsQuestions.find((one) => one.id === id)?.fields ?? [];
  const own = (assumptions ?? []).filter(
    ({ field }) => field !== null && fields.includes(String(answerPlace(field)[1])),
  );
  if (own.length === 0) return null;
  // One kind of figure after the other, in the order in which they are first named.
  const names = [...new Set(own.map(({ name }) => name))];
  const ordered = names.flatMap((name) => own.filter((input) => input.name === name));
  return (
    <ul className={classes.assumed} data-assumed={id}>
      {ordered.slice(0, mostAssumed).map((input) => (
        <li key={JSON.stringify([input.name, input.of, input.field])}>
          {t('needs.assumedIs', { name: inputName(texts, input), value: valueWithRange(texts, input) })}
        </li>
      ))}
      {own.length > mostAssumed && <li>{t('needs.assumedMore', { count: own.length - mostAssumed })}</li>}
    </ul>
  );
}
