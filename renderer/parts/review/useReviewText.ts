// Measured figures in words, digits and units of the window.
import { useMemo } from 'react';
import type { MeasuredSubject, ReviewFigure } from '../../../core/plan/reviewFigures.ts';
import { reviewFigureFacts, reviewSubjects } from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ReviewPeriod } from '../../../core/plan/schema/review.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useText } from '../../text/TextProvider.tsx';

export interface ReviewText {
  readonly value: (figure: ReviewFigure, value: number | null) => string;
  /** With a sign; shares in points. */
  readonly difference: (figure: ReviewFigure, value: number | null) => string;
  /** 'Handling time: Orders, Phone'. */
  readonly name: (figure: ReviewFigure, about: MeasuredSubject) => string;
  readonly period: (period: Pick<ReviewPeriod, 'name' | 'from' | 'to'>) => string;
}

export function useReviewText(plan: Plan): ReviewText {
  const texts = useText();
  return useMemo((): ReviewText => {
    const { t, format, say } = texts;
    const value: ReviewText['value'] = (figure, amount) => {
      if (amount === null) return NO_VALUE;
      switch (reviewFigureFacts[figure].unit) {
        case 'contacts':
          return format.number(amount, { decimals: 0 });
        case 'seconds':
          return format.duration(amount);
        case 'people':
          return format.number(amount, { decimals: 1, trim: true });
        case 'share':
          return format.percent(amount, 1);
        case 'score':
          return format.number(amount, { decimals: 2, trim: true });
        case 'money':
          return format.money(amount);
      }
    };
    return {
      value,
      difference: (figure, amount) => {
        if (amount === null) return NO_VALUE;
        const { unit } = reviewFigureFacts[figure];
        if (unit === 'share')
          return t('review.table.points', {
            number: format.number(amount * 100, { decimals: 1, sign: 'always' }),
          });
        const plus = amount > 0 ? '+' : '';
        return unit === 'contacts' || unit === 'people' || unit === 'score'
          ? format.number(amount, { decimals: unit === 'contacts' ? 0 : 2, trim: true, sign: 'always' })
          : `${plus}${value(figure, amount)}`;
      },
      name: (figure, about) => {
        const parts = reviewSubjects.flatMap((subject) => {
          const id = about[subject];
          const found = id === undefined ? undefined : plan[`${subject}s`].find((one) => one.id === id);
          return id === undefined ? [] : [found === undefined ? id : say(found.name)];
        });
        const name = t(`review.figure.${figure}`);
        return parts.length === 0 ? name : `${name}: ${parts.join(' · ')}`;
      },
      period: ({ name, from, to }) =>
        name === undefined || say(name) === ''
          ? t('review.days', { from: format.date(from), to: format.date(to) })
          : say(name),
    };
  }, [texts, plan]);
}
