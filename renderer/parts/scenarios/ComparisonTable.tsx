import { type MeasureId, measures } from '../../../core/measures/catalogue.ts';
import type { ComparedMeasure, ComparedValue, Comparison } from '../../../core/measures/comparison.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { MeasureName } from '../MeasureName.tsx';
import { ComparisonVerdict } from './ComparisonVerdict.tsx';
import { differenceText, pointText } from './differenceText.ts';
import classes from './scenarios.module.css';

interface ComparisonTableProps {
  readonly comparison: Comparison;
  readonly rows: readonly ComparedMeasure[];
  readonly caption: string;
  readonly maxHeight?: number;
}

/** Plans as columns; in each cell the value, how far it is from the first plan, and how sure that is. */
export function ComparisonTable({ comparison, rows, caption, maxHeight }: ComparisonTableProps) {
  const { t } = useText();
  return (
    <DataTable
      caption={caption}
      rowHead={t('compare.column.measure')}
      {...(maxHeight !== undefined && { maxHeight })}
      columns={comparison.plans.map(({ name }, place) => ({
        key: String(place),
        head: <PlanText of={name} />,
      }))}
      rows={rows.map((row) => ({
        key: `${row.scope} ${row.id} ${row.measure}`,
        head: <RowName row={row} />,
        cells: row.values.map((value, place) => (
          <Cell key={String(place)} measure={row.measure} value={value} />
        )),
      }))}
    />
  );
}

function RowName({ row: { measure, name } }: { row: ComparedMeasure }) {
  if (measure === 'serviceLevelFraction' && name !== null) return <PlanText of={name} />;
  return (
    <>
      {name !== null && (
        <>
          <PlanText of={name} />
          {': '}
        </>
      )}
      <MeasureName measure={measure} />
    </>
  );
}

function Cell({ measure, value }: { measure: MeasureId; value: ComparedValue | null }) {
  const texts = useText();
  const { unit } = measures[measure];
  return (
    <span className={classes.cell}>
      <bdi>{pointText(texts, unit, value)}</bdi>
      {value?.difference != null && (
        <span className={classes.difference}>
          <bdi>{differenceText(texts, unit, value.difference)}</bdi>{' '}
          {value.verdict !== null && <ComparisonVerdict verdict={value.verdict} />}
        </span>
      )}
    </span>
  );
}
