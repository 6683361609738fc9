// An evaluation in a terminal: promises, channels, teams and costs, each with how exact it is, and then why it is not.
import { type MeasureId, measures } from '../../../core/measures/catalogue.ts';
import {
  type Absence,
  absences,
  type Basis,
  type Departure,
  departures,
  type Evaluation,
  type MarkedTable,
  type MarkedValue,
} from '../../../core/measures/evaluation.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { partOf } from '../../../core/report/partName.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import { numbers, promiseTable, type ReportTable, words } from './reportTables.ts';
import type { Terminal } from './terminal.ts';
import { heading, writeTable } from './textReport.ts';

const shortHash = 12;

const channelMeasures = [
  'offeredContacts',
  'answeredContacts',
  'abandonedFraction',
  'waitMeanSeconds',
  'firstResponseMeanSeconds',
] as const satisfies readonly MeasureId[];
const teamMeasures = [
  'agentsOnDutyMean',
  'loadFraction',
  'occupancyFraction',
  'waitMeanSeconds',
  'queueLengthMeanContacts',
] as const satisfies readonly MeasureId[];
const costMeasures = [
  'totalCostMoney',
  'costPerMonthMoney',
  'costPerContactMoney',
  'costPerResolutionMoney',
] as const satisfies readonly MeasureId[];

export function writeEvaluation(plan: Plan, of: Evaluation, speech: Speech, terminal: Terminal): void {
  const { t, format, name } = speech;
  terminal.paragraph(t('evaluation.title', { plan: name(plan.name) }), { style: 'bold' });
  const length = format.duration(of.horizonSeconds);
  const start = format.weekdayDate(plan.horizon.start);
  terminal.paragraph(t('report.fact.period', { length, start, zone: plan.locale.timeZone }));
  const facts = [
    t(`evaluation.by.${of.by}`),
    t('report.fact.plan', { hash: of.planHash.slice(0, shortHash) }),
  ];
  terminal.paragraph(facts.join(' \u00B7 '), { style: 'dim' });
  if (plan.promises.length > 0) {
    heading(terminal, t('evaluation.section.promises'));
    writeTable(terminal, markedPromises(plan, of, speech));
  }
  const whole = t('report.column.whole');
  heading(terminal, t('evaluation.section.channels'));
  const channels = plan.channels.map((channel): Row => [name(channel.name), of.channels[channel.id]]);
  writeRows(speech, terminal, t('report.column.channels'), channelMeasures, channels, [whole, of.total]);
  heading(terminal, t('evaluation.section.teams'));
  const teams = plan.teams.map((team): Row => [name(team.name), of.teams[team.id]]);
  writeRows(speech, terminal, t('report.column.teams'), teamMeasures, teams, [whole, of.total]);
  writeCosts(of, speech, terminal);
  if (of.by === 'formula') writeReasons(of, speech, terminal);
}

/** The promises with how exact each share is. */
function markedPromises(plan: Plan, of: Evaluation, speech: Speech): ReportTable {
  const { t } = speech;
  const rows = plan.promises.map((promise) => {
    const found = of.promises[promise.id];
    return {
      name: partOf(promise).name,
      target: promise,
      asked: found?.shareToAttain ?? 0,
      attained: valueText(speech, 'serviceLevelFraction', found?.serviceLevelFraction),
      more: [found === undefined ? NO_VALUE : t(`evaluation.mark.${found.serviceLevelFraction.basis.kind}`)],
    };
  });
  return promiseTable(speech, rows, [words(t('evaluation.column.how'))]);
}

type Row = readonly [name: string, table: MarkedTable | undefined];

/** One row a part; of formulas the last column says which one answers and how exact it is. */
function writeRows(
  speech: Speech,
  terminal: Terminal,
  head: string,
  columns: readonly MeasureId[],
  rows: readonly Row[],
  whole: Row,
): void {
  const { t } = speech;
  const cells = ([title, table]: Row): string[] => [
    title,
    ...columns.map((measure) => valueText(speech, measure, table?.[measure])),
    howText(speech, table, columns),
  ];
  writeTable(
    terminal,
    {
      columns: [
        words(head),
        ...columns.map((measure) => numbers(t(`measures.${measure}.short`))),
        words(t('evaluation.column.how')),
      ],
      rows: [...rows.map(cells), ...(rows.length > 1 ? [cells(whole)] : [])],
    },
    rows.length > 1,
  );
}

/** How the values of a row come about: the mark of the first that is not known from the plan alone. */
function howText({ t }: Speech, table: MarkedTable | undefined, columns: readonly MeasureId[]): string {
  const bases = columns.flatMap((measure): Basis[] => {
    const basis = table?.[measure]?.basis;
    return basis === undefined || basis.kind === 'absent' ? [] : [basis];
  });
  const basis = bases.find((one) => !('model' in one && one.model === 'planned-staff'));
  if (basis === undefined) return NO_VALUE;
  const mark = t(`evaluation.mark.${basis.kind}`);
  return 'model' in basis ? `${mark}: ${t(`evaluation.model.${basis.model}`)}` : mark;
}

function writeCosts(of: Evaluation, speech: Speech, terminal: Terminal): void {
  const { t } = speech;
  const known = costMeasures.filter((measure) => (of.total[measure]?.value ?? null) !== null);
  if (known.length === 0) return;
  heading(terminal, t('evaluation.section.costs'));
  writeTable(terminal, {
    columns: [words(t('report.column.measure')), numbers('')],
    rows: known.map((measure) => [
      t(`measures.${measure}.name`),
      valueText(speech, measure, of.total[measure]),
    ]),
  });
}

/** Why values are approximations, and why others are missing. */
function writeReasons(of: Evaluation, speech: Speech, terminal: Terminal): void {
  const { t, format } = speech;
  const found = departuresIn(of);
  heading(terminal, t('evaluation.section.departures'));
  if (found.length === 0) terminal.paragraph(t('evaluation.allExact'));
  for (const departure of found) {
    const name = t(`evaluation.departure.${departure}.name`);
    const text = t(`evaluation.departure.${departure}.text`);
    terminal.paragraph(`\u2022 ${t('evaluation.departureLine', { name, text })}`, { indent: 1 });
  }
  const reasons = absences.flatMap((reason): [Absence, MeasureId[]][] => {
    const absent = (Object.keys(measures) as MeasureId[]).filter((measure) => {
      const basis = of.total[measure]?.basis;
      return basis?.kind === 'absent' && basis.reason === reason;
    });
    return absent.length === 0 ? [] : [[reason, absent]];
  });
  if (reasons.length === 0) return;
  heading(terminal, t('evaluation.section.absences'));
  for (const [reason, absent] of reasons) {
    terminal.paragraph(t(`evaluation.absence.${reason}`));
    terminal.paragraph(format.list(absent.map((measure) => t(`measures.${measure}.name`))), {
      indent: 1,
      style: 'dim',
    });
  }
}

/** Every departure that some value of the evaluation names, in the order of the catalogue. */
export function departuresIn(of: Evaluation): readonly Departure[] {
  const found = new Set<Departure>();
  const note = (value: MarkedValue | undefined): void => {
    if (value?.basis.kind === 'approximation') for (const one of value.basis.departures) found.add(one);
  };
  for (const table of [of.total, ...Object.values(of.teams), ...Object.values(of.channels)])
    for (const value of Object.values(table)) note(value);
  for (const { serviceLevelFraction } of Object.values(of.promises)) note(serviceLevelFraction);
  return departures.filter((departure) => found.has(departure));
}

function valueText({ format }: Speech, measure: MeasureId, marked: MarkedValue | undefined): string {
  if (marked === undefined) return NO_VALUE;
  const halfWidth = marked.basis.kind === 'simulated' ? marked.basis.halfWidth : null;
  return estimateText(format, measures[measure].unit, { value: marked.value, halfWidth });
}
