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
import { addReturnRule } from './ruleEdits.ts';

/** Who comes back although the contact was resolved, and after how long. */
export function Returns({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const counting = new Set(path.handlings.map(({ returns }) => returns?.rule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.returns.map((rule, position) => {
          const at = ['returns', position];
          return (
            <RuleCard
              // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
              key={position}
              label={t('routing.returns.rule', { number: format.integer(position + 1) })}
              list={['returns']}
              position={position}
              count={plan.returns.length}
              applies={counting.has(position)}
              head={
                <FilledSentence
                  of="routing.returns.sentence"
                  fields={{
                    share: (
                      <QuantityAt
                        at={[...at, 'share']}
                        label={t('routing.returns.share')}
                        hideLabel
                        as="share"
                        width={104}
                        value={rule.share}
                      />
                    ),
                    filter: (
                      <RuleFilter
                        at={[...at, 'when']}
                        label={t('routing.about')}
                        plan={plan}
                        value={rule.when}
                      />
                    ),
                    delay: (
                      <MeanAt
                        at={[...at, 'delay']}
                        label={t('routing.returns.delay')}
                        hideLabel
                        value={rule.delay}
                      />
                    ),
                  }}
                />
              }
            >
              <Disclosure title={t('routing.returns.law')}>
                <LawAt
                  at={[...at, 'delay']}
                  label={t('routing.returns.delay')}
                  hideLabel
                  value={rule.delay}
                />
              </Disclosure>
            </RuleCard>
          );
        })}
      </ol>
      <div>
        <AddButton
          list="returns"
          label={t('routing.returns.add')}
          onAdd={() => void edit((now) => addReturnRule(now))}
        />
      </div>
    </>
  );
}
