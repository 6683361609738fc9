import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { MeasureGrid } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
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
        cells: cells.map(({ measure, unit, estimate }) => {
          const text = estimateText(format, estimate ?? undefined, unit);
          if (estimate === null) return text;
          const subject = part === null || grid.scope === 'total' ? whole : partSubject(grid.scope, part.id);
          return <Figure key={measure} measure={measure} subject={subject} text={text} />;
        }),
      }))}
    />
  );
}
