import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { keptSpans } from './coverage.ts';
import classes from './WeekTimeline.module.css';
import { spanStyle } from './WeekTimeline.tsx';

interface CoverageLineProps {
  readonly team: Team;
  readonly day: Weekday;
}

/** Below a day of the timeline: where enough people are on duty, and where too few. The chart says it in numbers. */
export function CoverageLine({ team, day }: CoverageLineProps) {
  const { format } = useText();
  const requirement = useSession((session) => session.requirement);
  const found =
    requirement?.team === team.id
      ? requirement.days.find(({ date }) => format.weekdayOf(date) === day)
      : undefined;
  return (
    <div className={classes.cover} aria-hidden="true">
      {found !== undefined &&
        requirement !== null &&
        keptSpans(found, requirement.intervalSeconds / 60).map((span) => (
          <span key={span.from} data-kept={span.isKept} style={spanStyle(span)} />
        ))}
    </div>
  );
}
