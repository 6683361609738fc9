// A review in a terminal: by period the plan beside what happened, then each miss and what it is made of.
import type { Attribution, PeriodReview, ReviewResult, ReviewRow } from '../../../core/measures/review.ts';
import type { ActualsFault } from '../../../core/plan/actuals/readActuals.ts';
import {
  type MeasuredSubject,
  type ReviewFigure,
  reviewFigureFacts,
  reviewSubjects,
} from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { cleanText } from './cleanText.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

export function writeReview(result: ReviewResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  out.paragraph(t('review.cli.title', { plan: name(plan.name) }), { style: 'bold' });
  const [replications, seed] = [format.integer(result.replications), format.integer(result.seed)];
  if (result.periods.length === 0) out.paragraph(t('review.cli.none', { option: '--actuals' }));
  else out.paragraph(t('review.cli.intro', { replications, seed }));
  for (const period of result.periods) writePeriod(period, plan, speech, out);
}

function writePeriod(period: PeriodReview, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format } = speech;
  out.line();
  const [from, to] = [format.date(period.from), format.date(period.to)];
  out.paragraph(t('review.cli.period', { from, to }), { style: 'bold' });
  const columns = [
    { header: t('review.table.figure'), align: 'start' as const },
    ...(['planned', 'actual', 'difference', 'asked'] as const).map((head) => ({
      header: t(`review.table.${head}`),
      align: 'end' as const,
    })),
  ];
  writeTable(
    columns,
    period.rows.map((row) => rowCells(row, plan, speech)),
    out,
  );
  for (const { figure, reason, ...about } of period.unused)
    out.paragraph(t(`review.unused.${reason}`, { what: figureName(figure, about, plan, speech) }), {
      style: 'warning',
    });
  for (const miss of period.misses) writeMiss(miss, plan, speech, out);
}

function rowCells(row: ReviewRow, plan: Plan, speech: Speech): readonly string[] {
  const { figure, planned, actual, asked } = row;
  const difference = planned.value === null ? null : actual - planned.value;
  return [
    figureName(figure, row, plan, speech),
    valueText(figure, planned.value, speech),
    valueText(figure, actual, speech),
    differenceText(figure, difference, speech),
    asked === null
      ? ''
      : speech.t(`review.table.${asked.side}`, { value: valueText(figure, asked.threshold, speech) }),
  ];
}

const figureOf = { promise: 'attained', contacts: 'contacts', cost: 'cost' } as const;

function writeMiss(miss: Attribution, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, name } = speech;
  const figure = figureOf[miss.of];
  const promise = plan.promises.find(({ id }) => id === miss.id);
  const what = miss.of === 'promise' ? name(promise?.name ?? miss.id) : t(`review.miss.${miss.of}`);
  const [planned, actual] = [valueText(figure, miss.planned, speech), valueText(figure, miss.actual, speech)];
  out.line();
  out.paragraph(t('review.cli.miss', { what, planned, actual }));
  out.paragraph(t('review.cli.parts'), { style: 'dim' });
  const columns = [
    { header: t('review.miss.part'), align: 'start' as const },
    { header: t('review.miss.value'), align: 'end' as const },
    { header: t('review.miss.half'), align: 'end' as const },
  ];
  const rows = miss.parts.map(({ factor, value, halfWidth }) => [
    t(`review.factor.${factor}`),
    differenceText(figure, value, speech),
    differenceText(figure, halfWidth, speech).replace('+', ''),
  ]);
  writeTable(columns, rows, out);
}

function figureName(figure: ReviewFigure, about: MeasuredSubject, plan: Plan, { t, name }: Speech): string {
  const parts = reviewSubjects.flatMap((subject) => {
    const id = about[subject];
    if (id === undefined) return [];
    return [name(plan[`${subject}s`].find((one) => one.id === id)?.name ?? id)];
  });
  const word = t(`review.figure.${figure}`);
  return parts.length === 0 ? word : `${word}: ${parts.join(' \u00B7 ')}`;
}

function valueText(figure: ReviewFigure, value: number | null, { format }: Speech): string {
  if (value === null) return NO_VALUE;
  switch (reviewFigureFacts[figure].unit) {
    case 'contacts':
      return format.number(value, { decimals: 0 });
    case 'seconds':
      return format.duration(value);
    case 'people':
      return format.number(value, { decimals: 1, trim: true });
    case 'share':
      return format.percent(value, 1);
    case 'score':
      return format.number(value, { decimals: 2, trim: true });
    case 'money':
      return format.money(value);
  }
}

function differenceText(figure: ReviewFigure, value: number | null, speech: Speech): string {
  const { t, format } = speech;
  if (value === null) return '';
  const { unit } = reviewFigureFacts[figure];
  if (unit === 'share')
    return t('review.table.points', {
      number: format.number(value * 100, { decimals: 1, sign: 'always' }),
    });
  if (unit === 'seconds' || unit === 'money')
    return `${value > 0 ? '+' : ''}${valueText(figure, value, speech)}`;
  return format.number(value, { decimals: unit === 'contacts' ? 0 : 2, trim: true, sign: 'always' });
}

/** Every cell of a table that cannot be taken: where it is, why, and what to do. */
export function writeActualsFaults(
  file: string,
  faults: readonly ActualsFault[],
  { t }: Speech,
  err: Terminal,
): void {
  err.paragraph(t('review.cli.noTable', { name: cleanText(file) }), { style: 'bad' });
  for (const { code, line, head, params } of faults) {
    const said = Object.fromEntries(
      Object.entries(params).map(([key, value]) => [
        key,
        typeof value === 'string' ? cleanText(value) : value,
      ]),
    );
    if (typeof said.reason === 'string') said.reason = t.dynamic('app.unread', said.reason);
    if (typeof said.subject === 'string') said.subject = t.dynamic('review.subject', said.subject);
    const why = t.dynamic('review.fault', code, said);
    err.paragraph(
      head === ''
        ? t('review.atLineOnly', { line, why })
        : t('review.atLine', { line, head: cleanText(head), why }),
      { indent: 2 },
    );
  }
}
