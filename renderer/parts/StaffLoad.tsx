import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import type { Subject } from '../../core/measures/explanation.ts';
import type { MeasureTable, SimulationResult } from '../../core/measures/result.ts';
import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { estimateText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { DataTable, type Row } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import { MeasureHead } from './MeasureHead.tsx';
import { Panel } from './Panel.tsx';
import { ShareCell } from './ShareCell.tsx';

const columns = [
  'agentsOnDutyMean',
  'occupancyFraction',
  'loadFraction',
  'queueLengthMeanContacts',
  'queueLengthAtEndContacts',
  'queueGrowthContactsPerDay',
] as const satisfies readonly MeasureId[];

/** How busy each tier and its teams are, and whether their queues grow. */
export function StaffLoad({ plan, result }: { plan: Plan; result: SimulationResult }) {
  const { t, format } = useText();
  const overloaded = new Set(result.overloadedTeams.map(({ team }) => team));

  const cells = (subject: Subject, table: MeasureTable, isOver: boolean): Row['cells'] =>
    columns.map((measure) => {
      const text = estimateText(format, table[measure], measures[measure].unit);
      const share = measures[measure].unit === 'fraction' && (
        <ShareCell estimate={table[measure]} isOver={isOver && measure === 'loadFraction'} />
      );
      if (table[measure] === undefined) return share || text;
      return (
        <Figure key={measure} measure={measure} subject={subject} text={text}>
          {share || text}
        </Figure>
      );
    });
  const teamRow = (team: Plan['teams'][number], inset: boolean): Row => ({
    key: `team/${team.id}`,
    head: <PlanText of={team.name} />,
    inset,
    cells: cells(partSubject('teams', team.id), result.teams[team.id] ?? {}, overloaded.has(team.id)),
  });
  const rows: readonly Row[] = [
    ...plan.tiers.flatMap((tier): readonly Row[] => [
      {
        key: `tier/${tier.id}`,
        head: <PlanText of={tier.name} />,
        strong: true,
        cells: cells(partSubject('tiers', tier.id), result.tiers[tier.id] ?? {}, false),
      },
      ...plan.teams.filter((team) => team.tier === tier.id).map((team) => teamRow(team, true)),
    ]),
    ...plan.teams.filter((team) => team.tier === undefined).map((team) => teamRow(team, false)),
    { key: 'whole', head: t('report.column.whole'), strong: true, cells: cells(whole, result.total, false) },
  ];

  return (
    <Panel title={t('app.staff.title')} explanation={t('app.staff.explain')}>
      <DataTable
        caption={t('app.staff.title')}
        rowHead={t('app.staff.place')}
        columns={columns.map((measure) => ({ key: measure, head: <MeasureHead measure={measure} /> }))}
        rows={rows}
      />
    </Panel>
  );
}
