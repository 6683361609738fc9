import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { MeanAt } from './MeanAt.tsx';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addHandlingRule } from './ruleEdits.ts';

/** How long a handling takes: rules in their order, each a sentence. */
export function HandlingRules({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const counting = new Set(path.handlings.map(({ handlingRule }) => handlingRule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.handling.map((rule, position) => {
          const at = ['handling', position];
          const number = format.integer(position + 1);
          return (
            <RuleCard
              // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
              key={position}
              label={t('routing.handling.rule', { number })}
              list={['handling']}
              position={position}
              count={plan.handling.length}
              applies={counting.has(position)}
              head={
                <FilledSentence
                  of="routing.handling.sentence"
                  fields={{
                    filter: (
                      <RuleFilter
                        at={[...at, 'when']}
                        label={t('routing.about')}
                        plan={plan}
                        value={rule.when}
                      />
                    ),
                    time: (
                      <MeanAt
                        at={[...at, 'time']}
                        label={t('routing.handling.mean')}
                        hideLabel
                        value={rule.time}
                      />
                    ),
                    wrapUp: (
                      <QuantityAt
                        at={[...at, 'wrapUpShare']}
                        label={t('routing.handling.wrapUp')}
                        hideLabel
                        as="share"
                        width={104}
                        value={rule.wrapUpShare}
                      />
                    ),
                  }}
                />
              }
            >
              <Disclosure title={t('routing.handling.law')}>
                <LawAt at={[...at, 'time']} label={t('routing.handling.time')} hideLabel value={rule.time} />
              </Disclosure>
            </RuleCard>
          );
        })}
      </ol>
      <div>
        <AddButton
          list="handling"
          label={t('routing.handling.add')}
          onAdd={() => void edit(addHandlingRule(plan))}
        />
      </div>
    </>
  );
}
