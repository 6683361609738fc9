import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { ShareAt } from '../at/ShareAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addTrigger } from './ruleEdits.ts';

const nowhere = '';

/** What happens to contacts that wait too long, or come once more. */
export function Triggers({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const counting = new Set(path.handlings.flatMap(({ triggers }) => triggers));
  return (
    <>
      <ol className={classes.rules}>
        {plan.waitingTriggers.map((trigger, position) => {
          const at = ['waitingTriggers', position];
          return (
            <RuleCard
              // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
              key={position}
              label={t('routing.triggers.rule', { number: format.integer(position + 1) })}
              list={['waitingTriggers']}
              position={position}
              count={plan.waitingTriggers.length}
              applies={counting.has(position)}
              head={
                <FilledSentence
                  of="routing.triggers.sentence"
                  fields={{
                    filter: (
                      <RuleFilter
                        at={[...at, 'when']}
                        label={t('routing.about')}
                        plan={plan}
                        value={trigger.when}
                      />
                    ),
                  }}
                />
              }
            >
              <FieldGrid>
                <ShareAt
                  at={[...at, 'afterShareOfPromise']}
                  label={t('routing.triggers.afterShare')}
                  width="100%"
                  low={0.01}
                  high={100}
                  optional
                  value={trigger.afterShareOfPromise}
                />
                <NumberAt
                  at={[...at, 'atAttempt']}
                  label={t('routing.triggers.atAttempt')}
                  width="100%"
                  low={2}
                  high={100}
                  whole
                  optional
                  value={trigger.atAttempt}
                />
                <NumberAt
                  at={[...at, 'raisePriorityTo']}
                  label={t('routing.triggers.priority')}
                  width="100%"
                  low={1}
                  high={9}
                  whole
                  optional
                  value={trigger.raisePriorityTo}
                />
                <ChoiceField<string>
                  label={t('routing.triggers.moveTo')}
                  width="100%"
                  options={[
                    { value: nowhere, label: t('routing.triggers.stays') },
                    ...partsOf(plan.teams, say),
                  ]}
                  value={trigger.moveTo?.team ?? nowhere}
                  disabled={!canEdit}
                  place={`${at.join('/')}/moveTo`}
                  onChange={(team) =>
                    void edit([
                      team === nowhere
                        ? { change: 'remove', at: [...at, 'moveTo'] }
                        : { change: 'set', at: [...at, 'moveTo'], value: { team } },
                    ])
                  }
                />
              </FieldGrid>
            </RuleCard>
          );
        })}
      </ol>
      <div>
        <AddButton
          list="waitingTriggers"
          label={t('routing.triggers.add')}
          onAdd={() => void edit(addTrigger())}
        />
      </div>
    </>
  );
}
