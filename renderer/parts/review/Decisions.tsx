import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import atClasses from '../at/at.module.css';
import { DateAt } from '../at/DateAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { addDecision } from './reviewEdits.ts';

/** What was decided, and when the next look is due. */
export function Decisions({ plan }: { plan: Plan }) {
  const { t, say, language } = useText();
  const edit = useSession((session) => session.edit);
  const { reviews } = plan;
  const decisions = reviews?.decisions ?? [];
  const today = (): string => new Date().toISOString().slice(0, 10);
  return (
    <Section
      title={t('review.decisions.title')}
      intro={t(decisions.length === 0 ? 'review.decisions.none' : 'review.decisions.intro')}
    >
      {reviews !== undefined && (
        <DateAt at={['reviews', 'nextDate']} label={t('review.nextDate')} value={reviews.nextDate} optional />
      )}
      <ul className={atClasses.list}>
        {decisions.map((decision) => {
          const at = ['reviews', 'decisions', decision.id];
          return (
            <li key={decision.id}>
              <PartCard
                at={at}
                label={say(decision.what)}
                name={
                  <TextAt
                    at={[...at, 'what']}
                    label={t('review.decisions.what')}
                    value={decision.what}
                    width="100%"
                  />
                }
                onRemove={() => void edit([{ change: 'remove', at }])}
              >
                <FieldGrid>
                  <DateAt at={[...at, 'date']} label={t('review.decisions.date')} value={decision.date} />
                  <TextAt
                    at={[...at, 'why']}
                    label={t('review.decisions.why')}
                    value={decision.why}
                    optional
                  />
                  <TextAt
                    at={[...at, 'who']}
                    label={t('review.decisions.who')}
                    value={decision.who}
                    optional
                  />
                </FieldGrid>
              </PartCard>
            </li>
          );
        })}
      </ul>
      <div>
        <AddButton
          label={t('review.decisions.add')}
          list="decisions"
          onAdd={() =>
            void edit((now) => addDecision(now, { [language]: t('review.decisions.new') }, today()))
          }
        />
      </div>
    </Section>
  );
}
