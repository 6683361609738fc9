import { amount } from '../../core/plan/amount.ts';
import type { Weekday } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Staffing } from '../../core/plan/schema/team.ts';
import { useText } from '../text/TextProvider.tsx';
import { secondsOf } from './fields/clockText.ts';

/** Who is on duty when, a line each: during the team's hours, by spans of the week, or by named shifts. */
export function useStaffingText(plan: Plan): (staffing: Staffing) => readonly string[] {
  const { t, format, say } = useText();

  const days = (weekdays: readonly Weekday[]): string => {
    const inOrder = format.week().filter((day) => weekdays.includes(day));
    return inOrder.length === 7
      ? t('app.organisation.everyDay')
      : format.list(inOrder.map((day) => format.weekday(day, 'short')));
  };
  const clock = (time: string): string => format.clockTime(secondsOf(time));

  const span = (from: string, to: string): string =>
    format.range(0, 1, (end) => clock(end === 0 ? from : to));

  return (staffing) => {
    switch (staffing.kind) {
      case 'hours':
        return [
          t('app.organisation.duringHours', { agents: format.unit(amount(staffing.agents), 'agents') }),
        ];
      case 'counts': {
        const most = Math.max(...staffing.counts.map(({ agents }) => amount(agents)));
        const [only] = staffing.counts;
        if (staffing.counts.length > 1 || only === undefined) {
          return [t('app.organisation.byCounts', { agents: format.unit(most, 'agents') })];
        }
        return [
          t('app.organisation.inSpan', {
            agents: format.unit(amount(only.agents), 'agents'),
            days: days(only.weekdays),
            hours: span(only.from, only.to),
          }),
        ];
      }
      case 'shifts': {
        const used = plan.shifts.filter(({ id }) => staffing.assignments.some(({ shift }) => shift === id));
        return used.map((shift) => {
          const agents = staffing.assignments
            .filter((one) => one.shift === shift.id)
            .map((one) => one.agents);
          return t('app.organisation.byShifts', {
            shift: say(shift.name),
            hours: span(shift.start, shift.end),
            agents: format.unit(Math.max(...agents), 'agents'),
          });
        });
      }
    }
  };
}
