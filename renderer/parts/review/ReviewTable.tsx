import { useMemo, useState } from 'react';
import type { PeriodReview, ReviewRow } from '../../../core/measures/review.ts';
import { measuredKey } from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { ManyField } from '../fields/ManyField.tsx';
import { Panel } from '../Panel.tsx';
import { useReviewText } from './useReviewText.ts';

interface ReviewTableProps {
  readonly plan: Plan;
  readonly periods: readonly PeriodReview[];
}

/** Periods side by side: every measured figure beside what the plan foresaw, and the difference. */
export function ReviewTable({ plan, periods }: ReviewTableProps) {
  const { t } = useText();
  const text = useReviewText(plan);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const named = useMemo(
    () =>
      periods.map((period) => ({
        period,
        name: text.period(plan.reviews?.periods.find(({ id }) => id === period.period) ?? period),
      })),
    [periods, plan, text],
  );
  const shown = named.filter(({ period }) => chosen.length === 0 || chosen.includes(period.period));
  const rows = new Map<string, ReviewRow>();
  const found = new Map<string, ReviewRow>();
  for (const { period } of shown)
    for (const row of period.rows) {
      const key = measuredKey(row.figure, row);
      if (!rows.has(key)) rows.set(key, row);
      found.set(`${period.period} ${key}`, row);
    }
  const heads = ['planned', 'actual', 'difference', 'asked'] as const;
  return (
    <Panel
      title={t('review.table.title')}
      explanation={t(rows.size === 0 ? 'review.table.none' : 'review.table.intro')}
      controls={
        named.length > 1 && (
          <ManyField
            label={t('review.table.shown')}
            hideLabel={false}
            none={t('review.table.allPeriods')}
            options={named.map(({ period, name }) => ({ value: period.period, label: name }))}
            value={chosen}
            onChange={setChosen}
            width={420}
          />
        )
      }
    >
      {rows.size > 0 && (
        <DataTable
          caption={t('review.table.title')}
          rowHead={t('review.table.figure')}
          groups={shown.map(({ period, name }) => ({ key: period.period, head: name, span: heads.length }))}
          columns={shown.flatMap(({ period }) =>
            heads.map((head) => ({ key: `${period.period} ${head}`, head: t(`review.table.${head}`) })),
          )}
          rows={[...rows].map(([key, row]) => ({
            key,
            head: <bdi>{text.name(row.figure, row)}</bdi>,
            cells: shown.flatMap(({ period }) => {
              const one = found.get(`${period.period} ${key}`);
              if (one === undefined) return heads.map(() => '');
              const { figure, planned, actual, asked } = one;
              const difference = planned.value === null ? null : actual - planned.value;
              return [
                text.value(figure, planned.value),
                text.value(figure, actual),
                text.difference(figure, difference),
                asked === null
                  ? ''
                  : t(`review.table.${asked.side}`, { value: text.value(figure, asked.threshold) }),
              ];
            }),
          }))}
        />
      )}
    </Panel>
  );
}
