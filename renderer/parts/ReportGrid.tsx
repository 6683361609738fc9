import type { MeasureGrid } from '../../core/report/report.ts';
import { MeasureGridTable } from './MeasureGridTable.tsx';
import { Panel } from './Panel.tsx';

interface ReportGridProps {
  readonly title: string;
  readonly explanation: string;
  readonly grid: MeasureGrid;
}

/** A panel with one table of the report. */
export function ReportGrid({ title, explanation, grid }: ReportGridProps) {
  return (
    <Panel title={title} explanation={explanation}>
      <MeasureGridTable caption={title} grid={grid} />
    </Panel>
  );
}
