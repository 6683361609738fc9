import { amount } from '../../../core/plan/amount.ts';
import type { ContactFilter } from '../../../core/plan/schema/elements.ts';
import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { memoCard, partsOfFilters } from '../at/memoCard.ts';
import { useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { ManyField } from '../fields/ManyField.tsx';
import { ShareField } from '../fields/ShareField.tsx';
import classes from './PromiseCard.module.css';
import { setField, setFilter } from './promiseEdits.ts';

const clocks = ['firstResponse', 'resolution', 'wait'] as const;
const measuredIn = ['elapsed', 'businessHours'] as const;
const longestTarget = 366 * 86_400;

/** '80 % of contacts by chat of any priority get a first answer within 40 s of opening hours', with a field at each place. */
function Sentence({ plan, promise }: { plan: Plan; promise: PlanPromise }) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const editPart = usePartEdit();
  const disabled = !useCanEdit();
  const { id, applies } = promise;
  const choose = (list: keyof ContactFilter) => (chosen: readonly string[]) =>
    editPart('promises', id, (now) => setFilter(now, list, chosen));
  const parts = (list: readonly { readonly id: string; readonly name: Plan['name'] }[]) =>
    list.map((part) => ({ value: part.id, label: say(part.name) }));
  const priorities = [
    ...new Set([...plan.issueTypes, ...plan.demand].flatMap(({ priority }) => priority ?? [])),
  ]
    .sort((a, b) => a - b)
    .map((priority) => ({ value: String(priority), label: format.integer(priority) }));
  const where = promise.clock === 'wait' ? 'teams' : 'issueTypes';
  return (
    <div className={classes.sentence}>
      <FilledSentence
        of={where === 'teams' ? 'app.promises.sentenceInTeam' : 'app.promises.sentence'}
        fields={{
          share: (
            <ShareField
              label={t('app.promises.share')}
              place={`promises/${id}/shareToAttain`}
              disabled={disabled}
              hideLabel
              low={0}
              high={1}
              width={84}
              value={amount(promise.shareToAttain)}
              onCommit={(share) => void edit(setField(id, 'shareToAttain', share))}
            />
          ),
          channels: (
            <ManyField
              label={t('report.part.channels')}
              place={`promises/${id}/applies/channels`}
              disabled={disabled}
              none={t('app.promises.allChannels')}
              options={parts(plan.channels)}
              value={applies.channels ?? []}
              onChange={choose('channels')}
            />
          ),
          about: (
            <ManyField
              label={t(where === 'teams' ? 'report.part.teams' : 'report.part.issueTypes')}
              place={`promises/${id}/applies/${where}`}
              disabled={disabled}
              none={t(where === 'teams' ? 'app.promises.allTeams' : 'app.promises.allIssueTypes')}
              options={parts(where === 'teams' ? plan.teams : plan.issueTypes)}
              value={applies[where] ?? []}
              onChange={choose(where)}
            />
          ),
          priorities: (
            <ManyField
              label={t('app.promises.priorities')}
              place={`promises/${id}/applies/priorities`}
              disabled={disabled}
              none={t('app.promises.anyPriority')}
              options={priorities}
              value={(applies.priorities ?? []).map(String)}
              onChange={choose('priorities')}
            />
          ),
          clock: (
            <ChoiceField
              label={t('app.promises.clock')}
              place={`promises/${id}/clock`}
              disabled={disabled}
              hideLabel
              width={212}
              options={clocks.map((value) => ({ value, label: t(`app.promises.clocks.${value}`) }))}
              value={promise.clock}
              onChange={(clock) => void edit(setField(id, 'clock', clock))}
            />
          ),
          target: (
            <DurationField
              label={t('app.promises.target')}
              place={`promises/${id}/targetSeconds`}
              disabled={disabled}
              hideLabel
              low={0}
              high={longestTarget}
              width={150}
              value={promise.targetSeconds}
              onCommit={(seconds) => void edit(setField(id, 'targetSeconds', seconds))}
            />
          ),
          hours: (
            <ChoiceField
              label={t('app.promises.measuredIn')}
              place={`promises/${id}/measuredIn`}
              disabled={disabled}
              hideLabel
              width={190}
              options={measuredIn.map((value) => ({ value, label: t(`app.promises.hours.${value}`) }))}
              value={promise.measuredIn}
              onChange={(value) => void edit(setField(id, 'measuredIn', value))}
            />
          ),
        }}
      />
    </div>
  );
}

export const PromiseSentence = memoCard(Sentence, partsOfFilters);
