import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import classes from './People.module.css';
import { addWork } from './peopleEdits.ts';

/** Work that is no contact, which teams do in the time between: articles, reviews, coaching. */
export function OtherWork({ plan }: { plan: Plan }) {
  const { t, say, language, format } = useText();
  const edit = useSession((session) => session.edit);
  return (
    <Section title={t('people.otherWork.title')} intro={t('people.otherWork.intro')}>
      <div className={classes.cards}>
        {plan.internalWork.map((work) => {
          const at = ['internalWork', work.id];
          return (
            <PartCard
              key={work.id}
              label={say(work.name)}
              at={at}
              name={
                <TextAt
                  at={[...at, 'name']}
                  label={t('people.otherWork.name')}
                  value={work.name}
                  width="100%"
                />
              }
              onRemove={() => void edit(withoutPart(plan, 'internalWork', work.id))}
            >
              <div className={classes.row}>
                <ChoiceAt
                  at={[...at, 'team']}
                  label={t('people.group.team')}
                  width={190}
                  value={work.team}
                  options={partsOf(plan.teams, say)}
                />
                <QuantityAt
                  at={[...at, 'hoursPerWeek']}
                  label={t('people.otherWork.hours')}
                  value={work.hoursPerWeek}
                  as="hours"
                  width={160}
                />
                <NumberAt
                  at={[...at, 'pieceMinutes']}
                  label={t('people.otherWork.piece')}
                  value={work.pieceMinutes}
                  low={0.1}
                  high={1440}
                  optional
                  placeholder={t('people.otherWork.usualPiece', { minutes: format.integer(30) })}
                  width={170}
                />
              </div>
            </PartCard>
          );
        })}
      </div>
      {plan.teams.length > 0 && (
        <div>
          <AddButton
            label={t('people.otherWork.add')}
            list="internalWork"
            onAdd={() => void edit((now) => addWork(now, { [language]: t('people.otherWork.newName') }))}
          />
        </div>
      )}
    </Section>
  );
}
