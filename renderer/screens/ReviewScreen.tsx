import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { monthOf } from '../../locales/format/monthOf.ts';
import { AddMenu } from '../parts/at/AddMenu.tsx';
import { Section, Sections } from '../parts/at/Section.tsx';
import { Decisions } from '../parts/review/Decisions.tsx';
import { ImportActuals } from '../parts/review/ImportActuals.tsx';
import { PeriodCard } from '../parts/review/PeriodCard.tsx';
import { ReviewResults } from '../parts/review/ReviewResults.tsx';
import classes from '../parts/review/review.module.css';
import { addPeriod } from '../parts/review/reviewEdits.ts';
import { useReviewText } from '../parts/review/useReviewText.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { dayAfter } from '../text/planDays.ts';
import { useText } from '../text/TextProvider.tsx';

/** What really happened, held against the plan: figures by period, misses taken apart, decisions, the next base. */
export function ReviewScreen({ open }: { open: OpenPlan }) {
  const { t, format } = useText();
  const { plan } = open;
  const text = useReviewText(plan);
  const edit = useSession((session) => session.edit);
  const periods = plan.reviews?.periods ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = periods.find(({ id }) => id === chosen) ?? periods.at(-1);
  const { calendar } = format.settings;
  const add = (part: 'whole' | 'half'): void => {
    const last = periods.at(-1);
    const first = last === undefined ? plan.horizon.start : dayAfter(last.to, 1);
    setChosen(null);
    void edit((now) => addPeriod(now, monthOf(first, calendar, part)));
  };
  return (
    <Sections>
      <Section title={t('review.title')} intro={t(periods.length === 0 ? 'review.empty' : 'review.intro')}>
        <ImportActuals plan={plan} />
        <ReviewResults open={open} />
      </Section>
      <Section title={t('review.periods')}>
        <ul className={classes.periods}>
          {periods.map((period) => (
            <li key={period.id}>
              <Button
                variant={period.id === shown?.id ? 'light' : 'default'}
                size="sm"
                aria-pressed={period.id === shown?.id}
                data-select={period.id}
                onClick={() => setChosen(period.id)}
              >
                <bdi>{text.period(period)}</bdi>
              </Button>
            </li>
          ))}
          <li>
            <AddMenu label={t('review.addPeriod')} list="periods">
              <Menu.Item data-period="whole" onClick={() => add('whole')}>
                {t('review.month')}
              </Menu.Item>
              <Menu.Item data-period="half" onClick={() => add('half')}>
                {t('review.half')}
              </Menu.Item>
            </AddMenu>
          </li>
        </ul>
        {shown !== undefined && <PeriodCard key={shown.id} plan={plan} period={shown} />}
      </Section>
      <Decisions plan={plan} />
    </Sections>
  );
}
