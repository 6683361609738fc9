import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ReviewPeriod } from '../../../core/plan/schema/review.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { DateAt } from '../at/DateAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { TextListAt } from '../at/TextListAt.tsx';
import { PeriodGrids } from './PeriodGrids.tsx';
import classes from './review.module.css';
import { setSurvey } from './reviewEdits.ts';
import { useReviewText } from './useReviewText.ts';

const most = 1_000_000_000;

/** One period: its days, what was measured in it, and what customers said. */
export function PeriodCard({ plan, period }: { plan: Plan; period: ReviewPeriod }) {
  const { t, language } = useText();
  const text = useReviewText(plan);
  const edit = useSession((session) => session.edit);
  const at = ['reviews', 'periods', period.id];
  const { survey } = period;
  return (
    <PartCard
      at={at}
      label={text.period(period)}
      name={<TextAt at={[...at, 'name']} label={t('review.name')} value={period.name} optional width={360} />}
      onRemove={() => void edit([{ change: 'remove', at }])}
    >
      <FieldGrid>
        <DateAt at={[...at, 'from']} label={t('review.from')} value={period.from} />
        <DateAt at={[...at, 'to']} label={t('review.to')} value={period.to} />
        <TextAt at={[...at, 'source']} label={t('review.source')} value={period.source} optional />
      </FieldGrid>
      <PeriodGrids plan={plan} period={period} />
      <div className={classes.grid}>
        <h3 className={classes.gridTitle}>{t('review.survey')}</h3>
        {survey === undefined ? (
          <AddButton
            label={t('review.addNote')}
            list={`${at.join('/')}/survey`}
            onAdd={() => void edit(setSurvey(period, { notes: [{ [language]: t('review.firstNote') }] }))}
          />
        ) : (
          <>
            <FieldGrid>
              <NumberAt
                at={[...at, 'survey', 'sent']}
                label={t('review.sent')}
                value={survey.sent}
                low={0}
                high={most}
                whole
                optional
              />
              <NumberAt
                at={[...at, 'survey', 'answered']}
                label={t('review.answered')}
                value={survey.answered}
                low={0}
                high={most}
                whole
                optional
              />
            </FieldGrid>
            <TextListAt
              at={[...at, 'survey', 'notes']}
              label={t('review.notes')}
              value={survey.notes}
              first={t('review.firstNote')}
              addLabel={t('review.addNote')}
              long
            />
          </>
        )}
      </div>
    </PartCard>
  );
}
