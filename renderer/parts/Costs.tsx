import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { MeasureGrid, Report } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { measureWords } from '../text/measureWords.ts';
import { useText } from '../text/TextProvider.tsx';
import { BarRows } from './BarRows.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { DataTable } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import { MeasureHead } from './MeasureHead.tsx';
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
      {staffCosts !== null && <StaffCosts grid={staffCosts} />}
    </Panel>
  );
}

const costInk = '--chart-1';

/** What the presence of each team costs over the period, the dearest first. */
function StaffCosts({ grid }: { grid: MeasureGrid }) {
  const { t, say, format } = useText();
  const rows = grid.rows.flatMap(({ part, cells }) => {
    const cost = cells.find(({ measure }) => measure === 'staffCostMoney')?.estimate?.value ?? null;
    return part === null || cost === null ? [] : [{ part, cells, cost }];
  });
  return (
    <ChartFrame
      plain
      title={t('report.section.staffCosts')}
      explanation={t('results.costs.explain')}
      about={{ measure: 'staffCostMoney', subject: whole }}
      table={() => ({
        rowHead: t('report.column.teams'),
        columns: grid.columns.map((measure) => ({
          key: measure,
          head: <MeasureHead measure={measure} />,
          name: measureWords(t, measure),
        })),
        rows: grid.rows.map(({ part, cells }) => {
          const name = part === null ? t('report.column.whole') : say(part.name);
          return {
            key: part?.id ?? '',
            head: name,
            name,
            strong: part === null,
            cells: cells.map(({ measure, unit, estimate }) => {
              const text = estimateText(format, estimate ?? undefined, unit);
              const subject = part === null ? whole : partSubject('teams', part.id);
              const value = estimate?.value ?? null;
              return {
                value,
                shown:
                  estimate === null ? (
                    text
                  ) : (
                    <Figure key={measure} measure={measure} subject={subject} text={text} />
                  ),
              };
            }),
          };
        }),
      })}
    >
      <BarRows
        rows={rows
          .toSorted((a, b) => b.cost - a.cost)
          .map(({ part, cost }) => ({
            key: part.id,
            name: say(part.name),
            parts: [{ key: 'cost', value: cost, ink: costInk }],
            total: (
              <Figure
                measure="staffCostMoney"
                subject={partSubject('teams', part.id)}
                text={format.money(cost)}
              />
            ),
          }))}
        legend={[]}
      />
    </ChartFrame>
  );
}
