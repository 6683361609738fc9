import type { ReactNode } from 'react';
import { amount } from '../../../core/plan/amount.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Staffing } from '../../../core/plan/schema/team.ts';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { closedSpans } from './closedSpans.ts';
import { levelsOf } from './countEdits.ts';
import { countsOf } from './kindEdits.ts';
import { type GroupPlace, groupAt } from './shiftEdits.ts';
import classes from './WeekTimeline.module.css';
import { spanStyle, WeekTimeline } from './WeekTimeline.tsx';

interface HoursStaffingProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly staffing: Extract<Staffing, { kind: 'hours' }>;
  readonly below?: (day: Weekday) => ReactNode;
}

/** So many people whenever the team is open; the timeline shows when that is. */
export function HoursStaffing({ open, of, staffing, below }: HoursStaffingProps) {
  const { t, format } = useText();
  const counts = countsOf(open.plan, of);
  return (
    <>
      <div>
        <QuantityAt
          at={[...groupAt(of), 'staffing', 'agents']}
          label={t('people.staffing.agents')}
          value={staffing.agents}
          as="number"
          width={200}
        />
      </div>
      <WeekTimeline
        label={t('people.timeline.label')}
        closed={closedSpans(open.plan, of.team)}
        height={() => 34}
        {...(below !== undefined && { below })}
      >
        {(day) =>
          levelsOf(counts, day).map((level) => (
            <span
              key={level.from}
              className={classes.level}
              data-level={level.agents}
              style={{ ...spanStyle(level), blockSize: '85%' }}
            >
              <span>{format.number(amount(staffing.agents))}</span>
            </span>
          ))
        }
      </WeekTimeline>
    </>
  );
}
