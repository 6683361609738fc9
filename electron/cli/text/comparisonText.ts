// Plans side by side, in a terminal: what differs in words, the chief measures with the interval of the difference and how sure it
// is, and what each plan costs and keeps.
import { measures, type Unit } from '../../../core/measures/catalogue.ts';
import type { ComparedMeasure, ComparedPlan, Comparison } from '../../../core/measures/comparison.ts';
import type { Estimate } from '../../../core/measures/result.ts';
import { changeText } from '../../../core/plan/edits/changeText.ts';
import { mainMeasures, otherDifferences } from '../../../core/report/mainMeasures.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { sayFaults } from '../sayFailure.ts';
import type { Speech } from '../speech.ts';
import { changeWords } from './changeWords.ts';
import { estimateText } from './estimateText.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

const mostChanges = 12;
const mostOthers = 12;

export function writeComparison(comparison: Comparison, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const [first, ...others] = comparison.plans;
  if (first === undefined) return;
  out.paragraph(t('compare.title', { plan: name(first.name) }), { style: 'bold' });
  out.paragraph(introOf(comparison, speech));
  others.forEach((plan, number) => {
    out.line();
    out.paragraph(
      t('compare.plan', {
        number: format.integer(number + 1),
        plan: name(plan.name),
        people: format.integer(plan.people),
      }),
      { style: 'bold' },
    );
    writeChanges(plan, speech, out);
    if (plan.faults.length > 0) {
      out.paragraph(t('compare.faulty'), { style: 'bad' });
      sayFaults(speech, out, plan.faults);
    } else writeMeasures(comparison, number + 1, speech, out);
  });
  writeCosts(comparison, speech, out);
}

function introOf(
  { by, replications, seed, stop, precisionFraction }: Comparison,
  { t, format }: Speech,
): string {
  if (by === 'formula') return t('compare.byFormula');
  const params = { replications: format.integer(replications), seed: format.integer(seed) };
  const made = t('compare.bySimulation', params);
  if (precisionFraction === null) return made;
  const precision = format.percent(precisionFraction, 2);
  return `${made} ${t(stop === 'precisionReached' ? 'compare.reached' : 'compare.notReached', { precision })}`;
}

function writeChanges({ changes, leftOut }: ComparedPlan, speech: Speech, out: Terminal): void {
  const { t } = speech;
  const words = changeWords(speech);
  if (changes.length === 0) out.paragraph(t('changes.none'), { indent: 2, style: 'dim' });
  for (const change of changes.slice(0, mostChanges))
    out.paragraph(`\u2022 ${changeText(change, words)}`, { indent: 2 });
  const rest = changes.length - mostChanges;
  if (rest > 0) out.paragraph(t('compare.moreChanges', { count: rest }), { indent: 2, style: 'dim' });
  if (leftOut.length > 0) sayFaults(speech, out, leftOut);
}

function nameOf({ measure, name }: ComparedMeasure, { t, name: say }: Speech): string {
  const what = t(`measures.${measure}.name`);
  if (measure === 'serviceLevelFraction') return name === null ? what : say(name);
  return name === null ? what : t('compare.partMeasure', { part: say(name), measure: what });
}

function writeMeasures(comparison: Comparison, place: number, speech: Speech, out: Terminal): void {
  const { t } = speech;
  const columns = [
    { header: t('compare.column.measure'), align: 'start' },
    { header: t('compare.column.first'), align: 'end' },
    { header: t('compare.column.other'), align: 'end' },
    { header: t('compare.column.difference'), align: 'end' },
    { header: t('compare.column.verdict'), align: 'start' },
  ] as const;
  const row = (of: ComparedMeasure): string[] => {
    const { unit } = measures[of.measure];
    const [first, other] = [of.values[0] ?? null, of.values[place] ?? null];
    return [
      nameOf(of, speech),
      pointText(unit, first, speech),
      pointText(unit, other, speech),
      differenceText(unit, other?.difference ?? null, speech),
      other?.verdict == null ? '' : t(`compare.verdict.${other.verdict}`),
    ];
  };
  out.line();
  writeTable(columns, mainMeasures(comparison).map(row), out);
  const rest = otherDifferences(comparison).filter(({ values }) => {
    const verdict = values[place]?.verdict;
    return verdict != null && verdict !== 'same' && verdict !== 'unclear';
  });
  if (rest.length === 0) return;
  out.line();
  out.line(t('compare.others', { count: rest.length }));
  writeTable(columns, rest.slice(0, mostOthers).map(row), out);
}

/** Rounded to what is known, without its own interval: that of the difference is what tells plans apart. */
function pointText(unit: Unit, of: Estimate | null, { format }: Speech): string {
  // Durations and money have their unit behind the interval.
  const alone = unit === 'seconds' || unit === 'hours' || unit === 'money';
  const estimate = of !== null && alone ? { value: of.value, halfWidth: null } : of;
  return estimateText(format, unit, estimate).split(' \u00B1 ')[0] ?? NO_VALUE;
}

/** Shares differ by points: one per cent of a share would be something else. */
function differenceText(unit: Unit, of: Estimate | null, { t, format }: Speech): string {
  if (of === null || of.value === null || unit !== 'fraction') return estimateText(format, unit, of);
  const halfWidth = of.halfWidth === null ? null : 100 * of.halfWidth;
  return t('compare.points', { number: estimateText(format, 'score', { value: 100 * of.value, halfWidth }) });
}

function writeCosts({ plans, measures: rows, promises }: Comparison, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const cost = rows.find(({ scope, measure }) => scope === 'total' && measure === 'costPerMonthMoney');
  if (cost === undefined && promises.length === 0) return;
  out.line();
  out.line(t('compare.costs'));
  writeTable(
    [
      { header: t('compare.column.plan'), align: 'start' },
      { header: t('compare.column.people'), align: 'end' },
      { header: t('compare.column.cost'), align: 'end' },
      ...promises.map((promise) => ({ header: name(promise.name), align: 'end' as const })),
    ],
    plans.map((plan, place) => [
      name(plan.name),
      format.integer(plan.people),
      pointText('money', cost?.values[place] ?? null, speech),
      ...promises.map(({ id }) => {
        const level = rows.find((row) => row.scope === 'promises' && row.id === id)?.values[place];
        return pointText('fraction', level ?? null, speech);
      }),
    ]),
    out,
  );
}
