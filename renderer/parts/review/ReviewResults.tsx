import { Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import { reviewedContent } from '../../state/reviewSlice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Note } from '../Note.tsx';
import { MissChart } from './MissChart.tsx';
import { NewBase } from './NewBase.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import classes from './review.module.css';
import { useReviewText } from './useReviewText.ts';

/** The plan held against what was measured: the table, each miss taken apart, and the way to the next plan. */
export function ReviewResults({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { plan } = open;
  const text = useReviewText(plan);
  const review = useSession((session) => session.review);
  const reviewing = useSession((session) => session.reviewing);
  const failure = useSession((session) => session.reviewFailure);
  const start = useSession((session) => session.startReview);
  const stop = useSession((session) => session.stopReview);
  const content = useMemo(() => (review === null ? '' : reviewedContent(plan)), [review, plan]);
  const hasFigures = (plan.reviews?.periods ?? []).some(({ measured }) => measured.length > 0);
  if (!hasFigures) return null;
  const isStale = review !== null && review.content !== content;
  const periods = review?.result.periods ?? [];
  return (
    <>
      <div className={classes.work}>
        {reviewing === null ? (
          <Button
            disabled={open.planHash === null}
            leftSection={<IconScale size={18} stroke={1.75} aria-hidden />}
            data-hold
            onClick={() => void start()}
          >
            {t('review.work')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={stop}>
              {t('review.stop')}
            </Button>
            <Text size="sm" role="status">
              {t('review.working', reviewing)}
            </Text>
          </>
        )}
        {open.planHash === null && <Text size="sm">{t('review.faulty')}</Text>}
        {isStale && reviewing === null && (
          <Text size="sm" c="dimmed" role="status">
            {t('review.stale')}
          </Text>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {review !== null && (
        <div className={classes.results} data-reviewed data-old={isStale}>
          <ReviewTable plan={plan} periods={periods} />
          {periods.map((one) => (
            <section key={one.period} className={classes.period} aria-labelledby={`miss-${one.period}`}>
              <Title order={2} id={`miss-${one.period}`} size="h4">
                {text.period(plan.reviews?.periods.find(({ id }) => id === one.period) ?? one)}
              </Title>
              {one.unused.map((figure) => (
                <Note
                  key={text.name(figure.figure, figure)}
                  tone="risk"
                  icon={IconAlertTriangle}
                  title={t(`review.unused.${figure.reason}`, { what: text.name(figure.figure, figure) })}
                />
              ))}
              {one.misses.length === 0 && <p className={classes.hint}>{t('review.miss.nothing')}</p>}
              {one.misses.map((miss) => (
                <MissChart key={`${miss.of} ${miss.id}`} plan={plan} review={one} miss={miss} />
              ))}
              <NewBase plan={plan} review={one} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}
