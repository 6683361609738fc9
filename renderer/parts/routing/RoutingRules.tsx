import type { ContactPath } from '../../../core/plan/contactPath.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ContactFacts } from '../../../core/plan/serving.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
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
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const counting = new Set(path.queues.map(({ rule }) => rule));
  return (
    <>
      <ol className={classes.rules}>
        {plan.routing.map((rule, position) => {
          const place = rule.id ?? position;
          const number = format.integer(position + 1);
          return (
            <RuleCard
              key={place}
              label={t('routing.routing.rule', { number })}
              list={['routing']}
              id={rule.id}
              position={position}
              count={plan.routing.length}
              applies={counting.has(position)}
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
                  onAdd={() => void edit(addEntry(plan, rule, place))}
                />
              </div>
            </RuleCard>
          );
        })}
      </ol>
      <div>
        <AddButton
          list="routing"
          label={t('routing.routing.add')}
          onAdd={() => void edit(addRoutingRule(plan, facts, path.queues[0]))}
        />
      </div>
    </>
  );
}
