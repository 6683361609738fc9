// What matters most, in a terminal: for each promise the table of inputs, the tornado of what is not known, and what to measure.

import { inputKinds } from '../../../core/measures/inputKinds.ts';
import type {
  PromiseSensitivity,
  SensitivityResult,
  SensitivityRow,
} from '../../../core/measures/sensitivity.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import { inputName, inputValue } from './inputName.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './textReport.ts';

/** Rows of a table; the rest is in the JSON. */
const mostRows = 12;
const barCells = 16;
/** Less than this share of a point is no effect that a person would care for. */
const noEffect = 5e-5;

interface Page {
  readonly result: SensitivityResult;
  readonly plan: Plan;
  readonly speech: Speech;
  readonly out: Terminal;
}

export function writeSensitivity(result: SensitivityResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const page = { result, plan, speech, out };
  out.paragraph(t('sensitivity.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(t('sensitivity.intro'));
  if (result.replications > 0) {
    const [replications, seed] = [format.integer(result.replications), format.integer(result.seed)];
    out.paragraph(t('sensitivity.introChecked', { replications, seed }));
  }
  for (const promise of result.promises) writePromise(promise, page);
}

function writePromise(of: PromiseSensitivity, page: Page): void {
  const { plan, speech, out } = page;
  const { t, format, name } = speech;
  const promise = name(plan.promises.find(({ id }) => id === of.promise)?.name ?? of.promise);
  out.line();
  if (of.level === null) {
    out.paragraph(t('sensitivity.noFormula', { promise }), { style: 'bold' });
    return;
  }
  const [level, asked] = [format.percent(of.level, 1), format.percent(of.shareToAttain, 0)];
  out.paragraph(t('sensitivity.promise', { promise, level, asked }), { style: 'bold' });
  writeElasticities(of, page);
  writeTornado(of, page);
  writeChecks(of, page);
}

const nameOf = (row: SensitivityRow, { result, plan, speech }: Page): string => {
  const input = result.inputs[row.input];
  return input === undefined ? '' : inputName(input, plan, speech);
};
const valueOf = (row: SensitivityRow, value: number, { result, speech }: Page): string =>
  inputValue(result.inputs[row.input]?.unit ?? 'factor', value, speech);

function writeElasticities({ rows }: PromiseSensitivity, page: Page): void {
  const { result, speech, out } = page;
  const { t, format } = speech;
  const moving = rows.filter(({ elasticity }) => Math.abs(elasticity ?? 0) >= 100 * noEffect);
  const columns = [
    { header: t('sensitivity.column.input'), align: 'start' },
    { header: t('sensitivity.column.value'), align: 'end' },
    { header: t('sensitivity.column.elasticity'), align: 'end' },
  ] as const;
  out.line();
  out.line(t('sensitivity.table'));
  writeTable(out, {
    columns,
    rows: moving
      .slice(0, mostRows)
      .map((row) => [
        nameOf(row, page),
        valueOf(row, result.inputs[row.input]?.value ?? 0, page),
        format.percent((row.elasticity ?? 0) / 100, 2),
      ]),
  });
  const rest = rows.length - Math.min(mostRows, moving.length);
  if (rest > 0) out.paragraph(t('sensitivity.rest', { count: rest }), { style: 'dim' });
}

function writeTornado(of: PromiseSensitivity, page: Page): void {
  const { result, speech, out } = page;
  const { t, format } = speech;
  out.line();
  out.line(t('sensitivity.tornado'));
  if (of.tornado.length === 0) {
    out.paragraph(t('sensitivity.tornadoEmpty'));
    return;
  }
  const bars = of.tornado
    .map((place) => of.rows[place] as SensitivityRow)
    .filter(({ swing }) => (swing ?? 0) >= noEffect);
  const longest = Math.max(...bars.map(({ swing }) => swing ?? 0));
  const columns = [
    { header: t('sensitivity.column.input'), align: 'start' },
    { header: t('sensitivity.column.range'), align: 'end' },
    { header: t('sensitivity.column.ends'), align: 'end' },
    { header: '', align: 'start' },
  ] as const;
  writeTable(out, {
    columns,
    rows: bars.slice(0, mostRows).map((row) => {
      const belief = result.inputs[row.input]?.belief;
      const range = format.range(belief?.low ?? 0, belief?.high ?? 0, (end) => valueOf(row, end, page));
      const ends = format.range(row.levelAtLow ?? 0, row.levelAtHigh ?? 0, (end) => format.percent(end, 1));
      const bar = '\u2588'.repeat(Math.max(1, Math.round((barCells * (row.swing ?? 0)) / longest)));
      return [
        nameOf(row, page),
        belief?.basis === 'assumed' ? t('sensitivity.assumed', { range }) : range,
        ends,
        bar,
      ];
    }),
  });
  const rest = of.tornado.length - Math.min(mostRows, bars.length);
  if (rest > 0) out.paragraph(t('sensitivity.rest', { count: rest }), { style: 'dim' });
  writeNext(of, page);
}

function writeNext({ rows, nextToMeasure }: PromiseSensitivity, page: Page): void {
  const { result, speech, out } = page;
  const { t, format } = speech;
  const row = rows[nextToMeasure ?? -1];
  const input = result.inputs[row?.input ?? -1];
  if (row === undefined || input?.belief == null) return;
  const { low, high, basis } = input.belief;
  out.line();
  out.paragraph(
    t('sensitivity.next', {
      input: nameOf(row, page),
      low: valueOf(row, low, page),
      high: valueOf(row, high, page),
      points: format.number(100 * (row.swing ?? 0), { decimals: 1 }),
    }),
    { style: 'bold' },
  );
  if (row.decides) out.paragraph(t('sensitivity.decides'));
  if (basis === 'assumed') {
    const { reason } = inputKinds[input.kind];
    out.paragraph(t('sensitivity.why', { reason: t(`inputs.reason.${reason}`) }));
  }
}

function writeChecks({ rows }: PromiseSensitivity, page: Page): void {
  const { speech, out } = page;
  const { t, format } = speech;
  const checked = rows.filter(({ simulated }) => simulated !== null);
  if (checked.length === 0) return;
  out.line();
  out.line(t('sensitivity.check'));
  const columns = [
    { header: t('sensitivity.column.input'), align: 'start' },
    { header: t('sensitivity.column.range'), align: 'end' },
    { header: t('sensitivity.column.formula'), align: 'end' },
    { header: t('sensitivity.column.simulated'), align: 'end' },
  ] as const;
  writeTable(out, {
    columns,
    rows: checked.map((row) => {
      const {
        from = 0,
        to = 0,
        formulaDifference = null,
        difference = null,
        halfWidth = null,
      } = row.simulated ?? {};
      return [
        nameOf(row, page),
        format.range(from, to, (end) => valueOf(row, end, page)),
        formulaDifference === null ? NO_VALUE : isolate(format.percent(formulaDifference, 1)),
        estimateText(format, 'fraction', { value: difference, halfWidth }),
      ];
    }),
  });
}
