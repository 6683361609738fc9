import type { MeasureGrid } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { MeasureHead } from './MeasureHead.tsx';

/** A table of the report as it is: one row a place, one column a measure, the whole last. */
export function MeasureGridTable({ caption, grid }: { caption: string; grid: MeasureGrid }) {
  const { t, format } = useText();
  return (
    <DataTable
      caption={caption}
      rowHead={t(`report.column.${grid.scope as 'channels' | 'tiers' | 'teams'}`)}
      columns={grid.columns.map((measure) => ({ key: measure, head: <MeasureHead measure={measure} /> }))}
      rows={grid.rows.map(({ part, cells }) => ({
        key: part?.id ?? '',
        head: part === null ? t('report.column.whole') : <PlanText of={part.name} />,
        strong: part === null,
        cells: cells.map(({ unit, estimate }) => estimateText(format, estimate ?? undefined, unit)),
      }))}
    />
  );
}
