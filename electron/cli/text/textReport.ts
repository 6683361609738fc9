// The one-page report in a terminal: the answer first, then the tables, then what it rests on.
import type { MeasureGrid, Report, Sentence, SentenceValue } from '../../../core/report/report.ts';
import { RLM } from '../../../locales/format/bidi.ts';
import type { Branch, Params } from '../../../locales/translator.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import { type GroupOfFields, groupedParts } from './groupedParts.ts';
import {
  attainmentTable,
  costTable,
  goalTable,
  measureTable,
  type ReportTable,
  verdictTable,
} from './reportTables.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';
import { weekStrip } from './weekStrip.ts';

export function writeReport(report: Report, speech: Speech, terminal: Terminal): void {
  const { t, name } = speech;
  terminal.paragraph(t('report.title', { plan: name(report.facts.plan) }), { style: 'bold' });
  writeFacts(report, speech, terminal);

  heading(terminal, t('report.section.answer'));
  for (const sentence of report.answer) terminal.paragraph(sentenceText(speech, sentence));

  if (report.promises.length > 0) {
    heading(terminal, t('report.section.promises'));
    writeTable(terminal, verdictTable(speech, terminal, report.promises));
    if (report.facts.replications > 1) terminal.paragraph(intervalText(report, speech), { style: 'dim' });
  }
  if (report.overloads.length > 0) {
    heading(terminal, t('report.section.overloads'));
    for (const sentence of report.overloads)
      terminal.paragraph(sentenceText(speech, sentence), { style: 'bad' });
  }
  if (report.goals.length > 0) {
    heading(terminal, t('report.section.goals'));
    writeTable(terminal, goalTable(speech, terminal, report.goals));
  }
  writeGrid(t('report.section.responseTimes'), report.responseTimes, speech, terminal);
  writeGrid(t('report.section.contacts'), report.contacts, speech, terminal);
  for (const grid of report.load) {
    const section = grid.scope === 'tiers' ? 'loadByTier' : 'loadByTeam';
    writeGrid(t(`report.section.${section}`), grid, speech, terminal);
  }
  if (report.backlog !== null) writeGrid(t('report.section.backlog'), report.backlog, speech, terminal);
  writeWeek(report, speech, terminal);
  for (const [at, grid] of report.attainment.entries()) {
    heading(terminal, t(`report.section.${attainmentSection[grid.scope]}`));
    if (at === 0) terminal.paragraph(t('report.intro.attainment'), { style: 'dim' });
    writeTable(terminal, attainmentTable(speech, grid));
  }
  writeGrid(t('report.section.opinions'), report.opinions, speech, terminal, t('report.intro.opinions'));
  writeCosts(report, speech, terminal);
  writeAssumptions(report, speech, terminal);
  writeNotYetSimulated(report, speech, terminal);
}

/** What the half-widths are, and what the service levels have been adjusted by. */
const intervalText = ({ facts }: Report, { t }: Speech): string =>
  [t('report.intro.interval'), ...(facts.usesControls ? [t('report.intro.controls')] : [])].join(' ');

function writeGrid(
  title: string,
  grid: MeasureGrid,
  speech: Speech,
  terminal: Terminal,
  intro?: string,
): void {
  heading(terminal, title);
  if (intro !== undefined) terminal.paragraph(intro, { style: 'dim' });
  writeTable(terminal, measureTable(speech, grid), endsWithWhole(grid));
}

/** What is known of the costs, and the retention that the plan states. */
function writeCosts({ costs, staffCosts, retention }: Report, speech: Speech, terminal: Terminal): void {
  const { t } = speech;
  const known = retention === null ? costs : [...costs, retention];
  if (known.length > 0) {
    heading(terminal, t('report.section.costs'));
    if (costs.length > 0) terminal.paragraph(t('report.intro.costs'), { style: 'dim' });
    writeTable(terminal, costTable(speech, known));
  }
  if (staffCosts !== null) writeGrid(t('report.section.staffCosts'), staffCosts, speech, terminal);
}

const attainmentSection = {
  channels: 'attainmentByChannel',
  tiers: 'attainmentByTier',
  teams: 'attainmentByTeam',
} as const;

const mostNames = 6;

const endsWithWhole = (grid: MeasureGrid): boolean => grid.rows.at(-1)?.part === null;

export function heading(terminal: Terminal, text: string): void {
  terminal.line();
  terminal.paragraph(text, { style: 'bold' });
}

function writeFacts({ facts }: Report, speech: Speech, terminal: Terminal): void {
  const { t, format } = speech;
  const length = format.duration(facts.horizonSeconds);
  terminal.paragraph(
    t('report.fact.period', { length, start: format.weekdayDate(facts.startDate), zone: facts.timeZone }),
  );
  const parts = [
    t('report.fact.replications', { count: facts.replications }),
    t('report.fact.contacts', { count: facts.simulatedContacts }),
    ...(facts.warmUpSeconds > 0
      ? [t('report.fact.warmUp', { length: format.duration(facts.warmUpSeconds) })]
      : []),
    t('report.fact.seed', { seed: format.number(facts.seed, { grouped: false }) }),
    t('report.fact.engine', { version: facts.engineVersion }),
    t('report.fact.plan', { hash: facts.planHashShort }),
  ];
  terminal.paragraph(parts.join(' \u00B7 '), { style: 'dim' });
  if (facts.stop !== 'replicationsDone') {
    const halfWidth = points(speech, facts.precisionFraction ?? 0);
    terminal.paragraph(sentenceCase(t(`report.stop.${facts.stop}`, { halfWidth })), { style: 'dim' });
  }
}

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export function writeTable(terminal: Terminal, { columns, rows }: ReportTable, lastIsWhole = false): void {
  for (const block of tableLines(columns, rows, terminal.width)) {
    for (const line of block.header) terminal.line(terminal.styled(line, 'dim'));
    for (const [at, line] of block.rows.entries()) {
      terminal.line(lastIsWhole && at === block.rows.length - 1 ? terminal.styled(line, 'bold') : line);
    }
  }
}

function writeWeek({ weekLoad }: Report, speech: Speech, terminal: Terminal): void {
  if (weekLoad === null) return;
  const { t, format } = speech;
  heading(terminal, t('report.section.weekLoad'));
  const strip = weekStrip(weekLoad, format, terminal.width);
  if (strip === null || weekLoad.peak === null) {
    terminal.paragraph(t('report.week.empty'));
    return;
  }
  for (const line of strip.lines) terminal.line(line);
  const { none, least, most } = strip.legend;
  // From light to dark in the direction of reading.
  const shades = (terminal.direction === 'rtl' ? RLM : '') + strip.legend.shades;
  const shown = (value: number): string => format.bare(value, 'contacts');
  terminal.paragraph(t('report.week.legend', { none, shades, least: shown(least), most: shown(most) }), {
    style: 'dim',
  });
  const { weekday, hour, value } = weekLoad.peak;
  terminal.paragraph(
    t('report.week.peak', {
      weekday: format.weekday(weekday),
      from: format.clockTime(hour * 3600),
      to: format.clockTime((hour + 1) * 3600),
      contacts: shown(value),
    }),
  );
}

function writeAssumptions({ assumptions }: Report, speech: Speech, terminal: Terminal): void {
  if (assumptions.length === 0) return;
  const { t } = speech;
  heading(terminal, t('report.section.assumptions'));
  terminal.paragraph(t('report.intro.assumptions'));
  for (const group of groupedParts(assumptions, ({ path }) => String(path[0]))) {
    writeGroup(group, t.dynamic('report.part', group.kind), speech, terminal);
  }
}

function writeNotYetSimulated({ notYetSimulated }: Report, speech: Speech, terminal: Terminal): void {
  if (notYetSimulated.length === 0) return;
  const { t } = speech;
  heading(terminal, t('report.section.notYetSimulated'));
  terminal.paragraph(t('report.intro.notYetSimulated'));
  for (const group of groupedParts(notYetSimulated, ({ feature }) => feature)) {
    writeGroup(group, t.dynamic('report.feature', group.kind), speech, terminal);
  }
}

/** Names where there are few of them; else how many. A part that the plan leaves unnamed has only an id to show. */
function writeGroup(
  group: GroupOfFields,
  label: string,
  { t, format, name }: Speech,
  terminal: Terminal,
): void {
  const times = (text: string, count: number): string =>
    count === 1 ? text : format.composite(() => t('report.times', { name: text, number: count }));
  const isNamed = group.parts.every(({ part }) => part.name !== part.id);
  const named = group.parts.map(({ part, fields }) => times(name(part.name), fields));
  const few = named.length > 0 && named.length <= mostNames && isNamed;
  const text = few ? `${label}: ${format.list(named)}` : times(label, group.fields);
  terminal.paragraph(`\u2022 ${text}`, { indent: 1 });
}

function sentenceText(speech: Speech, sentence: Sentence): string {
  const branch: Branch = 'report.sentence';
  const params: Params = Object.fromEntries(
    Object.entries(sentence.values).map(([key, value]) => [key, valueText(speech, value)]),
  );
  return speech.t.dynamic(branch, sentence.key, params);
}

function valueText(speech: Speech, value: SentenceValue): string | number {
  switch (value.kind) {
    case 'count':
      return value.value;
    case 'name':
      return speech.name(value.name);
    case 'share':
      return speech.format.percent(
        value.value,
        Number.isInteger(Math.round(value.value * 1e6) / 1e4) ? 0 : 1,
      );
    case 'points':
      return points(speech, value.value);
    case 'measure':
      return estimateText(speech.format, value.unit, value.estimate);
  }
}

/** A difference of shares in percentage points: 0.0123 is 1.2. */
const points = ({ format }: Speech, difference: number): string => {
  const value = difference * 100;
  return format.number(value, { decimals: value < 1 ? 2 : 1, trim: true });
};
