import { Button } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { PeriodReview } from '../../../core/measures/review.ts';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import { planChanges } from '../../../core/plan/edits/planChanges.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChangeList } from '../ChangeList.tsx';
import { Disclosure } from '../Disclosure.tsx';
import classes from './review.module.css';
import { newBase } from './reviewEdits.ts';
import { useReviewText } from './useReviewText.ts';

/** What was measured becomes what the plan states: as one step, told beforehand. */
export function NewBase({ plan, review }: { plan: Plan; review: PeriodReview }) {
  const { t, language, format } = useText();
  const text = useReviewText(plan);
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const { from, to } = review;
  const period = text.period(plan.reviews?.periods.find(({ id }) => id === review.period) ?? review);
  const source = t('review.base.source', { from: format.date(from), to: format.date(to) });
  const commands = useMemo(
    () => newBase(plan, review.base, nameIn(language, source)),
    [plan, review, language, source],
  );
  const changes = useMemo(() => {
    const applied = commands.length === 0 ? null : applyCommands(plan, commands);
    return applied?.ok === true ? planChanges(plan, applied.value.document as Plan) : [];
  }, [plan, commands]);
  if (changes.length === 0) return <p className={classes.hint}>{t('review.base.nothing')}</p>;
  return (
    <div className={classes.base} data-base={review.period}>
      <Button
        variant="default"
        disabled={!canEdit}
        leftSection={<IconFlag size={18} stroke={1.75} aria-hidden />}
        aria-label={t('review.base.makeOf', { period })}
        data-new-base
        onClick={() => void edit(commands)}
      >
        {t('review.base.make')}
      </Button>
      <p className={classes.hint}>{t('review.base.intro')}</p>
      <Disclosure title={t('review.base.changes', { number: changes.length })} name="base">
        <ChangeList changes={changes} />
      </Disclosure>
    </div>
  );
}
