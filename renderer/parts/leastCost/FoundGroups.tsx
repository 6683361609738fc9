import type { LeastCostResult, LeastCostTotals, StaffedBy } from '../../../core/measures/leastCost.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { valueText } from '../../text/estimateText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { useGroupName } from '../people/GroupName.tsx';
import classes from './leastCost.module.css';

interface FoundGroupsProps {
  readonly result: LeastCostResult;
  readonly plan: Plan;
}

const heads = ['hours', 'people', 'cost'] as const;
type Sums = StaffedBy | LeastCostTotals;

/** Hours, people and cost of each group whose numbers might change, as planned and as found; and of the whole plan. */
export function FoundGroups({ result: { groups, before, after }, plan }: FoundGroupsProps) {
  const { t, say, format } = useText();
  const groupName = useGroupName(plan);
  const nameOf = (team: string, group: string): string => {
    const of = plan.teams.find(({ id }) => id === team);
    const found = of?.groups.find(({ id }) => id === group);
    return t('leastCost.groupOfTeam', {
      group: found === undefined ? group : groupName(found),
      team: say(of?.name ?? team),
    });
  };
  const written = ({ hoursPerWeek, people, costPerMonthMoney }: Sums): readonly string[] => [
    format.number(hoursPerWeek, { decimals: 0 }),
    format.integer(people),
    costPerMonthMoney === null ? NO_VALUE : valueText(format, costPerMonthMoney, 'money'),
  ];
  const cells = (was: Sums, is: Sums) => {
    const now = written(is);
    return written(was).flatMap((text, place) => [
      text,
      <span key={heads[place]} className={classes.now} data-changed={now[place] !== text}>
        {now[place]}
      </span>,
    ]);
  };
  return (
    <DataTable
      caption={t('leastCost.groups')}
      rowHead={t('leastCost.column.group')}
      groups={heads.map((head) => ({ key: head, head: t(`leastCost.column.${head}`), span: 2 }))}
      columns={heads.flatMap((head) =>
        (['asPlanned', 'found'] as const).map((when) => ({
          key: `${head} ${when}`,
          head: t(`leastCost.column.${when}`),
        })),
      )}
      rows={[
        {
          key: 'all',
          head: t('leastCost.column.all'),
          strong: true,
          cells: cells(before, after),
        },
        ...groups
          .filter(({ state }) => state !== 'heldFixed')
          .map((one) => ({
            key: one.group,
            inset: true,
            head: (
              <>
                {nameOf(one.team, one.group)}
                {one.state === 'unfelt' && <span className={classes.unfelt}>{t('leastCost.unfelt')}</span>}
              </>
            ),
            cells: cells(one.before, one.after),
          })),
      ]}
    />
  );
}
