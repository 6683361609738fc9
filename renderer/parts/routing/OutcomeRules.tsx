import { amount } from '../../../core/plan/amount.ts';
import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { OutcomeNext } from './OutcomeNext.tsx';
import { shareWords } from './pathSentences.ts';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addNext, addOutcomeRule, nextKinds } from './ruleEdits.ts';

/** What follows a handling: escalations, other departments, and what is left. */
export function OutcomeRules({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t, format, language } = useText();
  const edit = useSession((session) => session.edit);
  const counting = new Set(path.handlings.map(({ outcomeRule }) => outcomeRule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.outcomes.map((rule, position) => {
          const left = 1 - rule.next.reduce((sum, { share }) => sum + amount(share), 0);
          const isOver = left < -1e-9;
          return (
            <RuleCard
              // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
              key={position}
              label={t('routing.outcomes.rule', { number: format.integer(position + 1) })}
              list={['outcomes']}
              position={position}
              count={plan.outcomes.length}
              applies={counting.has(position)}
              head={
                <FilledSentence
                  of="routing.outcomes.sentence"
                  fields={{
                    filter: (
                      <RuleFilter
                        at={['outcomes', position, 'when']}
                        label={t('routing.about')}
                        plan={plan}
                        value={rule.when}
                      />
                    ),
                  }}
                />
              }
            >
              <ol className={classes.inner}>
                {rule.next.map((next, index) => (
                  <OutcomeNext
                    // biome-ignore lint/suspicious/noArrayIndexKey: escalations have no id; their place is what they are known by.
                    key={index}
                    plan={plan}
                    next={next}
                    rule={position}
                    position={index}
                    count={rule.next.length}
                  />
                ))}
              </ol>
              <p className={classes.left} data-over={isOver || undefined} data-left={position}>
                {isOver
                  ? t('routing.outcomes.over', { share: shareWords({ format }, 1 - left) })
                  : t('routing.outcomes.left', { share: shareWords({ format }, Math.max(0, left)) })}
              </p>
              <div className={classes.buttons}>
                {nextKinds.map((kind) => (
                  <AddButton
                    key={kind}
                    list={`outcomes/${position}/next/${kind}`}
                    label={t(`routing.outcomes.add.${kind}`)}
                    onAdd={() =>
                      void edit(
                        addNext(plan, position, kind, { [language]: t('routing.departments.newName') }),
                      )
                    }
                  />
                ))}
              </div>
            </RuleCard>
          );
        })}
      </ol>
      <div>
        <AddButton
          list="outcomes"
          label={t('routing.outcomes.addRule')}
          onAdd={() => void edit(addOutcomeRule(plan))}
        />
      </div>
    </>
  );
}
