import { mostAtOnce } from '../../../core/plan/checks/weekSpans.ts';
import { dutyHoursPerWeek } from '../../../core/plan/groupCost.ts';
import { dutyOfGroup, peopleOfGroup } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group, Team } from '../../../core/plan/schema/team.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { GroupName } from '../people/GroupName.tsx';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { useStaffingText } from '../useStaffingText.ts';
import classes from './Staffing.module.css';
import { type GroupPlace, groupAt } from './shiftEdits.ts';

interface StaffTableProps {
  readonly plan: Plan;
  readonly selected: string | undefined;
  readonly onSelect: (group: string) => void;
}

/** How many people each team has and how they are on duty; the chosen group is worked on below. */
export function StaffTable({ plan, selected, onSelect }: StaffTableProps) {
  const { t } = useText();
  const columns = ['group', 'employed', 'pattern', 'atOnce', 'hours', 'used'] as const;
  const label = t('people.staff.table');
  return (
    <ScrollFrame label={label} maxHeight={420}>
      <table className={classes.table}>
        <caption>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={column !== 'group' && column !== 'pattern'}>
                {t(`people.staff.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {plan.teams.map((team) => (
          <tbody key={team.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={classes.team}>
                <PlanText of={team.name} />
              </th>
            </tr>
            {team.groups.map((group) => (
              <StaffRow
                key={group.id}
                plan={plan}
                team={team}
                group={group}
                isSelected={group.id === selected}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollFrame>
  );
}

interface StaffRowProps extends GroupPlace {
  readonly plan: Plan;
  readonly isSelected: boolean;
  readonly onSelect: (group: string) => void;
}

function StaffRow({ plan, team, group, isSelected, onSelect }: StaffRowProps) {
  const { t, format } = useText();
  const staffing = useStaffingText(plan);
  const hours = dutyHoursPerWeek(plan, team, group);
  const pattern = staffing(group.staffing).join(t('people.semicolon'));
  const used = shareOfContract(plan, team, group, hours);
  return (
    <tr data-selected={isSelected} onClick={() => onSelect(group.id)}>
      <th scope="row">
        <button
          type="button"
          className={classes.select}
          data-select={group.id}
          aria-pressed={isSelected}
          onClick={() => onSelect(group.id)}
        >
          <GroupName plan={plan} group={group} />
        </button>
      </th>
      <td data-numeric="true">
        <NumberAt
          at={[...groupAt({ team, group }), 'headcount']}
          label={t('people.group.headcount')}
          hideLabel
          value={group.headcount}
          low={0}
          high={1_000_000}
          whole
          optional
          width={84}
          placeholder={format.integer(peopleOfGroup(plan, team, group))}
        />
      </td>
      <td title={pattern}>
        <span className={classes.pattern}>{pattern}</span>
      </td>
      <td data-numeric="true">
        {format.number(mostAtOnce(dutyOfGroup(plan, team, group)), { decimals: 1, trim: true })}
      </td>
      <td data-numeric="true">{format.number(hours, { decimals: 0 })}</td>
      <td data-numeric="true" data-over={used !== null && used > 1}>
        {used === null ? NO_VALUE : format.percent(used, 0)}
      </td>
    </tr>
  );
}

/** Hours of duty of the hours that the contracts of all people give; null where the contract is not known. */
function shareOfContract(plan: Plan, team: Team, group: Group, hours: number): number | null {
  const contract = plan.contracts.find(({ id }) => id === group.contract);
  const people = peopleOfGroup(plan, team, group);
  return contract === undefined || people === 0 ? null : hours / (people * contract.hoursPerWeek);
}
