import { lazy, Suspense } from 'react';
import type { Requirement } from '../../../core/measures/requirement.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import type { OpenPlan } from '../../state/session.ts';
import { useRequirement } from '../../state/useRequirement.ts';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { Disclosure } from '../Disclosure.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { coverageOf } from './coverage.ts';
import classes from './Staffing.module.css';

const CoverageChart = lazy(async () => ({
  default: (await import('../../charts/CoverageChart.tsx')).CoverageChart,
}));

/** People on duty of a team beside those whom its promises require, interval by interval of a week. */
export function CoveragePanel({ open, team }: { open: OpenPlan; team: Team }) {
  const texts = useText();
  const { t, say } = texts;
  const { requirement, isOld, failure } = useRequirement(open, team.id);
  const explanation = useExplanation(open.plan, requirement);
  const title = t('people.coverage.title', { team: say(team.name) });
  if (open.planHash === null) return <p className={classes.hint}>{t('people.coverage.faulty')}</p>;
  if (failure !== null && requirement === null) return <FailureNote failure={failure} />;
  return (
    <div data-coverage={team.id} data-old={isOld} aria-busy={isOld || requirement === null}>
      <ChartFrame
        title={title}
        explanation={explanation}
        {...(requirement !== null && {
          table: () => coverageTable(texts, requirement),
          notes: <Grounds requirement={requirement} />,
        })}
      >
        {requirement === null ? (
          <div className={classes.waiting} />
        ) : (
          <Suspense fallback={<div className={classes.waiting} aria-busy="true" />}>
            <CoverageChart requirement={requirement} />
          </Suspense>
        )}
      </ChartFrame>
    </div>
  );
}

/** One sentence: enough or not, and where it is least. */
function useExplanation(plan: Plan, requirement: Requirement | null): string {
  const { t, format } = useText();
  if (requirement === null) return t('people.coverage.asking');
  if (requirement.promises.length === 0 && plan.promises.length > 0) return t('people.coverage.noPromise');
  const { presentHours, requiredHours, needed, short, worst } = coverageOf(requirement);
  const whole = (hours: number): string => format.number(hours, { decimals: 0 });
  if (worst === null)
    return t('people.coverage.enough', {
      present: whole(presentHours),
      required: whole(requiredHours ?? 0),
    });
  const where = {
    short: format.integer(short),
    needed: format.integer(needed),
    day: format.weekdayDate(worst.date),
    time: format.clockTime(worst.startMinute * 60),
  };
  return worst.missing === null
    ? t('people.coverage.never', where)
    : t('people.coverage.short', {
        ...where,
        missing: format.unit(Math.round(worst.missing * 10) / 10, 'agents'),
      });
}

/** What the figures rest on, and what the formulas leave out. */
function Grounds({ requirement: { basis } }: { requirement: Requirement }) {
  const { t } = useText();
  if (basis.kind !== 'approximation') return null;
  return (
    <Disclosure title={t('people.coverage.approximate')}>
      <ul className={classes.grounds}>
        {basis.departures.map((departure) => (
          <li key={departure}>
            {t('evaluation.departureLine', {
              name: t.dynamic('evaluation.departure', `${departure}.name`),
              text: t.dynamic('evaluation.departure', `${departure}.text`),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function coverageTable({ t, format }: Texts, { days }: Requirement): ChartTable {
  const minutes = [...new Set(days.flatMap(({ intervals }) => intervals.map((one) => one.startMinute)))].sort(
    (a, b) => a - b,
  );
  const people = (value: number): string => format.number(value, { decimals: 1, trim: true });
  const weekday = (date: string): string => {
    const day = format.weekdayOf(date);
    return day === undefined ? date : format.weekday(day);
  };
  return {
    rowHead: t('people.coverage.time'),
    maxHeight: 480,
    columns: days.map(({ date }) => ({ key: date, head: weekday(date), name: weekday(date) })),
    rows: minutes.map((minute) => ({
      key: String(minute),
      head: format.clockTime(minute * 60),
      name: format.clockTime(minute * 60),
      cells: days.map(({ date, intervals }) => {
        const one = intervals.find(({ startMinute }) => startMinute === minute);
        if (one === undefined) return { value: null, shown: null };
        const text =
          one.requiredAgents === null
            ? t('people.coverage.cellNever', { agents: people(one.agents) })
            : t('people.coverage.cell', {
                agents: people(one.agents),
                required: people(one.requiredAgents),
              });
        return { value: text, shown: one.isKept ? text : <strong key={date}>{text}</strong> };
      }),
    })),
  };
}
