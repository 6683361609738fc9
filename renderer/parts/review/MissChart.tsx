import { useMemo } from 'react';
import type { Attribution, PeriodReview } from '../../../core/measures/review.ts';
import type { ReviewFigure } from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { WaterfallChart } from '../../charts/WaterfallChart.tsx';
import { waterfall } from '../../charts/waterfallBars.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import classes from './review.module.css';
import { useReviewText } from './useReviewText.ts';

const figureOf = {
  promise: 'attained',
  contacts: 'contacts',
  cost: 'cost',
} as const satisfies Record<Attribution['of'], ReviewFigure>;

/** A higher figure is better, worse, or neither. */
const goodSide = { promise: 1, contacts: 0, cost: -1 } as const;

interface MissChartProps {
  readonly plan: Plan;
  readonly review: PeriodReview;
  readonly miss: Attribution;
}

/** One miss as a way from the plan to what happened: what each factor changed. */
export function MissChart({ plan, review, miss }: MissChartProps) {
  const { t, say, format } = useText();
  const text = useReviewText(plan);
  const figure = figureOf[miss.of];
  const promise = plan.promises.find(({ id }) => id === miss.id);
  const what =
    miss.of === 'promise'
      ? promise === undefined
        ? miss.id
        : say(promise.name)
      : t(`review.miss.${miss.of}`);
  const period = text.period(plan.reviews?.periods.find(({ id }) => id === review.period) ?? review);
  const nameOf = (key: string): string =>
    key === 'planned' || key === 'actual' ? t(`review.miss.${key}`) : t.dynamic('review.factor', key);
  const of = useMemo(
    () =>
      waterfall(
        { key: 'planned', value: miss.planned },
        miss.parts.map(({ factor, value }) => ({ key: factor, value })),
        { key: 'actual', value: miss.actual },
        miss.asked === null ? [] : [miss.asked],
      ),
    [miss],
  );
  const by = miss.actual - miss.planned;
  // Of the parts that led the same way as the whole.
  const largest = [...miss.parts].sort((one, other) => (other.value - one.value) * Math.sign(by))[0];
  const good = goodSide[miss.of];
  const direction = good === 0 ? (by > 0 ? 'more' : 'less') : by * good > 0 ? 'better' : 'worse';
  const isSame = text.difference(figure, Math.abs(by)) === text.difference(figure, 0);
  const sentence = isSame
    ? t('review.miss.same', { what })
    : t(`review.miss.${direction}`, {
        what,
        by: text.difference(figure, Math.abs(by)).replace('+', ''),
        factor: t(`review.factor.${largest?.factor ?? 'model'}`),
      });
  const table = (): ChartTable => {
    const head = (key: 'value' | 'half') => ({
      key,
      head: t(`review.miss.${key}`),
      name: t(`review.miss.${key}`),
    });
    const total = (key: 'planned' | 'actual', value: number) => ({
      ...{ key, head: nameOf(key), name: nameOf(key), strong: true },
      cells: [
        { shown: text.value(figure, value), value },
        { shown: '', value: null },
      ],
    });
    return {
      rowHead: t('review.miss.part'),
      columns: [head('value'), head('half')],
      rows: [
        total('planned', miss.planned),
        ...miss.parts.map(({ factor, value, halfWidth }) => ({
          ...{ key: factor, head: nameOf(factor), name: nameOf(factor) },
          cells: [
            { shown: text.difference(figure, value), value },
            {
              shown: halfWidth === null ? '' : text.difference(figure, halfWidth).replace('+', ''),
              value: halfWidth,
            },
          ],
        })),
        total('actual', miss.actual),
      ],
    };
  };
  return (
    <ChartFrame
      title={t('review.miss.title', { what, period })}
      explanation={sentence}
      table={table}
      notes={
        <p className={classes.hint}>
          {t('review.miss.explain')} {t('review.miss.order')}{' '}
          {of.low > 0 && t('review.miss.axis', { low: text.value(figure, of.low) })}
        </p>
      }
    >
      <div data-miss={miss.of} data-of={miss.id}>
        <WaterfallChart
          of={of}
          nameOf={nameOf}
          textOf={(key, value) =>
            key === 'planned' || key === 'actual' ? text.value(figure, value) : text.difference(figure, value)
          }
          toneOf={(_, value) => (good === 0 || value === 0 ? 'plain' : value * good > 0 ? 'good' : 'bad')}
          {...(miss.asked !== null && {
            mark: {
              value: miss.asked,
              text: t('review.miss.asked', { value: format.percent(miss.asked, 0) }),
            },
          })}
        />
      </div>
    </ChartFrame>
  );
}
