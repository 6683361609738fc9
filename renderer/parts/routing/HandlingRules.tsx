import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { HandlingRule } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { memoCard, partsOfFilters } from '../at/memoCard.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Disclosure } from '../Disclosure.tsx';
import { MeanAt } from './MeanAt.tsx';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addHandlingRule } from './ruleEdits.ts';

/** How long a handling takes: rules in their order, each a sentence. */
export function HandlingRules({ plan, path }: { plan: Plan; path: ContactPath }) {
  const { t } = useText();
  const edit = usePlanEdit();
  const counting = new Set(path.handlings.map(({ handlingRule }) => handlingRule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.handling.map((rule, position) => (
          <HandlingRuleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: these rules have no id; their place is what they are known by.
            key={position}
            plan={plan}
            rule={rule}
            position={position}
            count={plan.handling.length}
            applies={counting.has(position)}
          />
        ))}
      </ol>
      <div>
        <AddButton list="handling" label={t('routing.handling.add')} onAdd={() => edit(addHandlingRule)} />
      </div>
    </>
  );
}

interface RuleCardProps {
  readonly plan: Plan;
  readonly rule: HandlingRule;
  readonly position: number;
  readonly count: number;
  readonly applies: boolean;
}

const HandlingRuleCard = memoCard(({ plan, rule, position, count, applies }: RuleCardProps) => {
  const { t, format } = useText();
  const at = ['handling', position];
  const number = format.integer(position + 1);
  return (
    <RuleCard
      label={t('routing.handling.rule', { number })}
      list={['handling']}
      position={position}
      count={count}
      applies={applies}
      head={
        <FilledSentence
          of="routing.handling.sentence"
          fields={{
            filter: (
              <RuleFilter at={[...at, 'when']} label={t('routing.about')} plan={plan} value={rule.when} />
            ),
            time: (
              <MeanAt at={[...at, 'time']} label={t('routing.handling.mean')} hideLabel value={rule.time} />
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
}, partsOfFilters);
