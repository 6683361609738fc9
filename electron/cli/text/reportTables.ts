// The tables of the report with their cells written out.
import { measures } from '../../../core/measures/catalogue.ts';
import type { AttainmentGrid, MeasureGrid, PartName, PromiseLine } from '../../../core/report/report.ts';
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

const words = (header: string): TableColumn => ({ header, align: 'start' });
const numbers = (header: string): TableColumn => ({ header, align: 'end' });

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

export function promiseTable(speech: Speech, terminal: Terminal, lines: readonly PromiseLine[]): ReportTable {
  const { t, format, name } = speech;
  return {
    columns: [
      words(t('report.column.promise')),
      words(t('report.column.target')),
      numbers(t('report.column.asked')),
      numbers(t('report.column.attained')),
      words(t('report.column.verdict')),
      numbers(t('report.column.keptIn')),
    ],
    rows: lines.map((line) => [
      name(line.promise.name),
      targetText(speech, line),
      format.percent(line.shareToAttain, wholePercent(line.shareToAttain) ? 0 : 1),
      estimateText(format, 'fraction', line.attained),
      verdictText(speech, terminal, line.verdict),
      line.keptFraction.value === null ? NO_VALUE : format.percent(line.keptFraction.value, 0),
    ]),
  };
}

const wholePercent = (share: number): boolean => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;

function targetText({ t, format }: Speech, line: PromiseLine): string {
  const time = format.duration(line.targetSeconds);
  const target = line.measuredIn === 'businessHours' ? t('report.businessHours', { target: time }) : time;
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

/** One row a place, one column a promise. */
export function attainmentTable(speech: Speech, grid: AttainmentGrid): ReportTable {
  const { t, format, name } = speech;
  const place = words(t(`report.column.${grid.scope}`));
  const unit = measures.serviceLevelFraction.unit;
  const said = (part: PartName): string => name(part.name);
  return {
    columns: [place, ...grid.promises.map(({ promise }) => numbers(said(promise)))],
    rows: grid.rows.map(({ part, attained }) => [
      said(part),
      ...attained.map((estimate) => (estimate === null ? '' : estimateText(format, unit, estimate))),
    ]),
  };
}
