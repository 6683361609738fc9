import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { Report } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { goalReason } from '../text/goalReason.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import classes from './Goals.module.css';
import { MeasureName } from './MeasureName.tsx';
import { Panel } from './Panel.tsx';
import { VerdictFigure } from './VerdictFigure.tsx';

/** The goals of the plan with their traffic lights. */
export function Goals({ report }: { report: Report }) {
  const texts = useText();
  const { t, format, say } = texts;
  if (report.goals.length === 0) return null;
  const unkept = report.goals.filter(({ verdict }) => verdict !== 'kept');
  return (
    <Panel title={t('report.section.goals')} explanation={t('report.intro.goals')}>
      <DataTable
        caption={t('report.section.goals')}
        rowHead={t('report.column.goal')}
        columns={[
          { key: 'verdict', head: t('report.column.verdict'), numeric: false },
          { key: 'attained', head: t('report.column.attained') },
          { key: 'threshold', head: t('report.column.threshold') },
          { key: 'team', head: t('report.column.teams'), numeric: false },
        ]}
        rows={report.goals.map((line) => {
          const { goal, measure, unit, team, side, threshold, estimate, verdict } = line;
          return {
            key: `${goal}/${team?.id ?? ''}`,
            head: <MeasureName measure={measure} label={t(`measures.${measure}.name`)} />,
            cells: [
              <VerdictFigure
                key="verdict"
                verdict={verdict}
                measure={measure}
                subject={team === null ? whole : partSubject('teams', team.id)}
              />,
              <Figure
                key="attained"
                measure={measure}
                subject={team === null ? whole : partSubject('teams', team.id)}
                text={estimateText(format, estimate, unit)}
              />,
              threshold === null
                ? ''
                : t(`report.side.${side}`, {
                    threshold: estimateText(format, { value: threshold, halfWidth: null }, unit),
                  }),
              team === null ? t('report.column.whole') : <PlanText key="team" of={team.name} />,
            ],
          };
        })}
      />
      {unkept.length > 0 && (
        <ul className={classes.reasons} aria-label={t('goals.why')}>
          {unkept.map((line) => (
            <li key={`${line.goal}/${line.team?.id ?? ''}`} data-verdict={line.verdict}>
              {line.team === null ? '' : `${say(line.team.name)}: `}
              {goalReason(texts, line, 'simulation')}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
