// The tables of the report with their cells written out.
import { measures } from '../../../core/measures/catalogue.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type {
  AttainmentGrid,
  GoalLine,
  MeasureCell,
  MeasureGrid,
  PromiseLine,
} from '../../../core/report/report.ts';
import type { Verdict } from '../../../core/report/verdict.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import type { TableColumn } from './table.ts';
import type { Style, Terminal } from './terminal.ts';

export interface ReportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

export const words = (header: string): TableColumn => ({ header, align: 'start' });
export const numbers = (header: string): TableColumn => ({ header, align: 'end' });

const icons: Readonly<Record<Verdict, string>> = {
  kept: '\u2713',
  atRisk: '!',
  missed: '\u2717',
  undecided: '?',
};
const styles: Readonly<Record<Verdict, Style>> = {
  kept: 'good',
  atRisk: 'warning',
  missed: 'bad',
  undecided: 'dim',
};

/** By icon, word and colour together. */
const verdictText = ({ t }: Speech, terminal: Terminal, verdict: Verdict): string =>
  terminal.styled(`${icons[verdict]} ${t(`report.verdict.${verdict}`)}`, styles[verdict]);

interface PromiseRow {
  readonly name: Text;
  readonly target: Parameters<typeof targetText>[1];
  readonly asked: number;
  readonly attained: string;
  /** What stands in the further columns. */
  readonly more: readonly string[];
}

/** Promises one under another: what each says, what is asked of it and what is attained, and whatever else is known. */
export function promiseTable(
  speech: Speech,
  rows: readonly PromiseRow[],
  more: readonly TableColumn[],
): ReportTable {
  const { t, format, name } = speech;
  return {
    columns: [
      words(t('report.column.promise')),
      words(t('report.column.target')),
      numbers(t('report.column.asked')),
      numbers(t('report.column.attained')),
      ...more,
    ],
    rows: rows.map((row, at) => [
      format.composite(() => t('report.numbered', { number: at + 1, name: name(row.name) })),
      targetText(speech, row.target),
      format.percent(row.asked, wholePercent(row.asked) ? 0 : 1),
      row.attained,
      ...row.more,
    ]),
  };
}

/** The promises of a report with their verdicts. */
export function verdictTable(speech: Speech, terminal: Terminal, lines: readonly PromiseLine[]): ReportTable {
  const { t, format } = speech;
  return promiseTable(
    speech,
    lines.map((line) => ({
      name: line.promise.name,
      target: line,
      asked: line.shareToAttain,
      attained: estimateText(format, 'fraction', line.attained),
      more: [verdictText(speech, terminal, line.verdict), keptInText(speech, line)],
    })),
    [words(t('report.column.verdict')), numbers(t('report.column.keptIn'))],
  );
}

function keptInText({ t, format }: Speech, { period, keptInPeriodFraction }: PromiseLine): string {
  const { value } = keptInPeriodFraction;
  return value === null ? NO_VALUE : t(`report.keptIn.${period}`, { share: format.percent(value, 0) });
}

/** The costs of the whole that are known, one below the other. */
export function costTable({ t, format }: Speech, cells: readonly MeasureCell[]): ReportTable {
  return {
    columns: [words(t('report.column.measure')), numbers('')],
    rows: cells.map(({ measure, unit, estimate }) => [
      t(`measures.${measure}.name`),
      estimateText(format, unit, estimate),
    ]),
  };
}

export function goalTable(speech: Speech, terminal: Terminal, lines: readonly GoalLine[]): ReportTable {
  const { t, format, name } = speech;
  return {
    columns: [
      words(t('report.column.goal')),
      words(t('report.column.teams')),
      words(t('report.column.threshold')),
      numbers(t('report.column.attained')),
      words(t('report.column.verdict')),
    ],
    rows: lines.map(({ measure, unit, team, side, threshold, estimate, verdict }) => [
      t(`measures.${measure}.name`),
      team === null ? t('report.column.whole') : name(team.name),
      threshold === null
        ? NO_VALUE
        : t(`report.side.${side}`, {
            threshold: estimateText(format, unit, { value: threshold, halfWidth: null }),
          }),
      estimateText(format, unit, estimate),
      verdictText(speech, terminal, verdict),
    ]),
  };
}

const wholePercent = (share: number): boolean => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;

function targetText(
  { t, format }: Speech,
  line: Pick<PromiseLine, 'clock' | 'measuredIn' | 'targetSeconds'>,
): string {
  const target =
    line.measuredIn === 'businessHours'
      ? t('report.businessHours', { target: format.workingTime(line.targetSeconds) })
      : format.duration(line.targetSeconds);
  return t(`report.clock.${line.clock}`, { target });
}

export function measureTable(speech: Speech, grid: MeasureGrid): ReportTable {
  const { t, format, name } = speech;
  return {
    columns: [
      words(t(`report.column.${grid.scope as 'channels' | 'tiers' | 'teams'}`)),
      ...grid.columns.map((measure) => numbers(t(`measures.${measure}.short`))),
    ],
    rows: grid.rows.map(({ part, cells }) => [
      part === null ? t('report.column.whole') : name(part.name),
      ...cells.map(({ unit, estimate }) => (estimate === null ? '' : estimateText(format, unit, estimate))),
    ]),
  };
}

/** One row a place, one column a promise under its number; promises that reach no place are left out. */
export function attainmentTable({ t, format, name }: Speech, grid: AttainmentGrid): ReportTable {
  const reaching = grid.promises
    .map((_, at) => at)
    .filter((at) => grid.rows.some(({ attained }) => (attained[at] ?? null) !== null));
  return {
    columns: [
      words(t(`report.column.${grid.scope}`)),
      ...reaching.map((at) => numbers(format.integer(at + 1))),
    ],
    rows: grid.rows.map(({ part, attained }) => [
      name(part.name),
      ...reaching.map((at) => {
        const estimate = attained[at] ?? null;
        return estimate === null ? '' : estimateText(format, measures.serviceLevelFraction.unit, estimate);
      }),
    ]),
  };
}
