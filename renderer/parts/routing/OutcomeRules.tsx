import { amount } from '../../../core/plan/amount.ts';
import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { OutcomeRule } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { memoCard, partsOfFilters } from '../at/memoCard.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { OutcomeNext } from './OutcomeNext.tsx';
import { shareWords } from './pathSentences.ts';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addNext, addOutcomeRule, nextKinds } from './ruleEdits.ts';

/** What follows a handling: escalations, other departments, and what is left. */
export function OutcomeRules({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t } = useText();
  const edit = usePlanEdit();
  const counting = new Set(path.handlings.map(({ outcomeRule }) => outcomeRule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.outcomes.map((rule, position) => (
          <OutcomeRuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
            key={position}
            plan={plan}
            rule={rule}
            position={position}
            count={plan.outcomes.length}
            applies={counting.has(position)}
          />
        ))}
      </ol>
      <div>
        <AddButton list="outcomes" label={t('routing.outcomes.addRule')} onAdd={() => edit(addOutcomeRule)} />
      </div>
    </>
  );
}

interface RuleCardProps {
  readonly plan: Plan;
  readonly rule: OutcomeRule;
  readonly position: number;
  readonly count: number;
  readonly applies: boolean;
}

const OutcomeRuleCard = memoCard(
  ({ plan, rule, position, count, applies }: RuleCardProps) => {
    const { t, format, language } = useText();
    const edit = usePlanEdit();
    const left = 1 - rule.next.reduce((sum, { share }) => sum + amount(share), 0);
    const isOver = left < -1e-9;
    return (
      <RuleCard
        label={t('routing.outcomes.rule', { number: format.integer(position + 1) })}
        list={['outcomes']}
        position={position}
        count={count}
        applies={applies}
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
                edit((now) => addNext(now, position, kind, { [language]: t('routing.departments.newName') }))
              }
            />
          ))}
        </div>
      </RuleCard>
    );
  },
  [...partsOfFilters, 'departments'],
);
