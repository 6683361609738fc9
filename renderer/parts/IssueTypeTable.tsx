import type { Plan } from '../../core/plan/schema/plan.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';

/** What customers come with, and where each kind enters. */
export function IssueTypeTable({ plan }: { plan: Plan }) {
  const { t, format } = useText();
  return (
    <Panel title={t('report.part.issueTypes')} explanation={t('app.organisation.issueTypesExplain')}>
      <DataTable
        caption={t('report.part.issueTypes')}
        rowHead={t('app.organisation.issueType')}
        columns={[
          { key: 'complexity', head: t('app.organisation.complexityHead'), numeric: false },
          { key: 'tier', head: t('app.organisation.entryTier'), numeric: false },
          { key: 'priority', head: t('app.organisation.priority') },
        ]}
        rows={plan.issueTypes.map((issue) => {
          const tier = plan.tiers.find(({ id }) => id === issue.entryTier);
          return {
            key: issue.id,
            head: <PlanText of={issue.name} />,
            cells: [
              t(`app.organisation.complexity.${issue.complexity}`),
              tier === undefined ? (
                t('app.organisation.firstServing')
              ) : (
                <PlanText key="tier" of={tier.name} />
              ),
              format.integer(issue.priority),
            ],
          };
        })}
      />
    </Panel>
  );
}
