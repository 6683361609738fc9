// Which of a comparison's hundreds of rows one looks at first: every promise, what it costs, and what customers and people notice.
import type { MeasureId } from '../measures/catalogue.ts';
import type { ComparedMeasure, Comparison } from '../measures/comparison.ts';

const first: readonly MeasureId[] = [
  'costPerMonthMoney',
  'firstResponseMeanSeconds',
  'resolutionMeanSeconds',
  'abandonedFraction',
  'firstContactResolutionFraction',
  'transfersPerContact',
  'occupancyFraction',
  'satisfactionScore',
  'stayingFraction',
];

/** The promises in the order of the plan, then the chief measures of the whole. */
export function mainMeasures({ measures }: Pick<Comparison, 'measures'>): ComparedMeasure[] {
  const isSaid = ({ values }: ComparedMeasure): boolean =>
    values.some((value) => (value?.value ?? null) !== null);
  return [
    ...measures.filter(({ scope }) => scope === 'promises'),
    ...first.flatMap((id) => measures.filter(({ scope, measure }) => scope === 'total' && measure === id)),
  ].filter(isSaid);
}

/** All other rows that differ for sure between the first plan and one of the others. */
export function otherDifferences(comparison: Pick<Comparison, 'measures'>): ComparedMeasure[] {
  const shown = new Set(mainMeasures(comparison));
  return comparison.measures.filter(
    (row) =>
      !shown.has(row) &&
      row.values.some(
        (value) => value?.verdict != null && value.verdict !== 'same' && value.verdict !== 'unclear',
      ),
  );
}
