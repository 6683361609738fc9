import { whole } from '../../core/measures/subjects.ts';
import type { Report } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { useText } from '../text/TextProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import { MeasureGridTable } from './MeasureGridTable.tsx';
import { MeasureName } from './MeasureName.tsx';
import { Panel } from './Panel.tsx';

/** What the organisation costs, as far as its plan says, whole and by team. */
export function Costs({ report }: { report: Report }) {
  const { t, format } = useText();
  const { costs, staffCosts, retention } = report;
  const known = retention === null ? costs : [...costs, retention];
  if (known.length === 0) return null;
  return (
    <Panel title={t('report.section.costs')} explanation={t('report.intro.costs')}>
      <DataTable
        caption={t('report.section.costs')}
        rowHead={t('report.column.measure')}
        columns={[{ key: 'value', head: t('report.column.whole') }]}
        rows={known.map(({ measure, unit, estimate }) => ({
          key: measure,
          head: <MeasureName measure={measure} label={t(`measures.${measure}.name`)} />,
          cells: [
            <Figure
              key={measure}
              measure={measure}
              subject={whole}
              text={estimateText(format, estimate ?? undefined, unit)}
            />,
          ],
        }))}
      />
      {staffCosts !== null && <MeasureGridTable caption={t('report.section.staffCosts')} grid={staffCosts} />}
    </Panel>
  );
}
