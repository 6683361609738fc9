import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { RoutingRule } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ContactFacts } from '../../../core/plan/serving.ts';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { memoCard, partsOfFilters } from '../at/memoCard.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { RoutingEntry } from './RoutingEntry.tsx';
import { RuleCard } from './RuleCard.tsx';
import { RuleFilter } from './RuleFilter.tsx';
import classes from './routing.module.css';
import { addEntry, addRoutingRule } from './ruleEdits.ts';

/** Before a team has taken a contact, no rule can ask for one. */
const askable = ['issueTypes', 'channels', 'tiers', 'priorities', 'segments', 'languages'] as const;

interface RoutingRulesProps {
  readonly plan: Plan;
  /** The contact that is looked at; a new rule is about it. */
  readonly facts: ContactFacts;
  readonly path: ContactPath;
}

/** Who takes what first, and who after which time. */
export function RoutingRules({ plan, facts, path }: RoutingRulesProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  const counting = new Set(path.queues.map(({ rule }) => rule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.routing.map((rule, position) => (
          <RoutingRuleCard
            key={rule.id ?? position}
            plan={plan}
            rule={rule}
            position={position}
            count={plan.routing.length}
            applies={counting.has(position)}
          />
        ))}
      </ol>
      <div>
        <AddButton
          list="routing"
          label={t('routing.routing.add')}
          onAdd={() => edit((now) => addRoutingRule(now, facts, path.queues[0]))}
        />
      </div>
    </>
  );
}

interface RuleCardProps {
  readonly plan: Plan;
  readonly rule: RoutingRule;
  readonly position: number;
  readonly count: number;
  readonly applies: boolean;
}

const RoutingRuleCard = memoCard(({ plan, rule, position, count, applies }: RuleCardProps) => {
  const { t, format } = useText();
  const edit = usePlanEdit();
  const place = rule.id ?? position;
  const number = format.integer(position + 1);
  return (
    <RuleCard
      label={t('routing.routing.rule', { number })}
      list={['routing']}
      id={rule.id}
      position={position}
      count={count}
      applies={applies}
      head={
        <FilledSentence
          of="routing.routing.sentence"
          fields={{
            filter: (
              <RuleFilter
                at={['routing', place, 'when']}
                label={t('routing.about')}
                plan={plan}
                value={rule.when}
                lists={askable}
              />
            ),
          }}
        />
      }
    >
      <ol className={classes.inner}>
        {rule.entries.map((_, entry) => (
          <RoutingEntry
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id; their place is what they are known by.
            key={entry}
            plan={plan}
            rule={rule}
            place={place}
            position={entry}
          />
        ))}
      </ol>
      <div>
        <AddButton
          list={`routing/${place}/entries`}
          label={t('routing.routing.addEntry')}
          onAdd={() => edit((now) => addEntry(now, rule, place))}
        />
      </div>
    </RuleCard>
  );
}, partsOfFilters);
