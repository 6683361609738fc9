import { promiseSubject } from '../../../core/measures/subjects.ts';
import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useStrip } from '../../state/useStrip.ts';
import { estimateText } from '../../text/estimateText.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { NameOfPart } from '../fields/NameOfPart.tsx';
import { VerdictFigure } from '../VerdictFigure.tsx';
import classes from './PromiseCard.module.css';
import { PromiseDetails } from './PromiseDetails.tsx';
import { PromiseSentence } from './PromiseSentence.tsx';
import { removePromise, setField } from './promiseEdits.ts';

interface PromiseCardProps {
  readonly open: OpenPlan;
  readonly promise: PlanPromise;
}

/** One promise: its name, what it says in a sentence, and what comes of it. */
export function PromiseCard({ open, promise }: PromiseCardProps) {
  const { t, say, language } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const name = say(promise.name);
  return (
    <li className={classes.card} data-promise={promise.id}>
      <div className={classes.head}>
        <NameOfPart
          label={t('app.promises.nameOf')}
          value={name}
          width={680}
          place={`promises/${promise.id}/name`}
          disabled={!canEdit}
          onCommit={(said) => void edit(setField(promise.id, 'name', withText(promise.name, language, said)))}
        />
        <RemoveButton
          label={t('app.promises.remove', { promise: name })}
          part={promise.id}
          hasTip
          onRemove={() => void edit(removePromise(open.plan, promise.id))}
        />
      </div>
      <PromiseSentence plan={open.plan} promise={promise} />
      <div className={classes.foot}>
        <Attained open={open} id={promise.id} />
        <Disclosure title={t('app.promises.details')}>
          <PromiseDetails plan={open.plan} promise={promise} />
        </Disclosure>
      </div>
    </li>
  );
}

/** What the plan attains of the promise now; apart, because it changes more often than the promise. */
function Attained({ open, id }: { open: OpenPlan; id: string }) {
  const { t, format } = useText();
  const strip = useStrip(open)?.strip;
  const found = strip?.promises.find(({ promise }) => promise.id === id);
  if (strip === undefined || found === undefined || found.attained.value === null) return null;
  return (
    <p className={classes.found}>
      {t('app.promises.attained', { share: estimateText(format, found.attained, 'fraction') })}
      <VerdictFigure verdict={found.verdict} subject={promiseSubject(id)} by={strip.by} />
    </p>
  );
}
