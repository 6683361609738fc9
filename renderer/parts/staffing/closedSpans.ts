// When a team is closed, row by row of the timeline: people planned then have nothing to do.
import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { minutesPerDay } from './dayTime.ts';
import type { Span } from './WeekTimeline.tsx';

/** Nothing where the team is always open, or opens on single dates only. */
export function closedSpans(plan: Plan, team: Team): (day: Weekday) => readonly Span[] {
  const calendar = plan.calendars.find(({ id }) => id === team.hours);
  if (calendar === undefined || calendar.alwaysOpen || calendar.weekly.length === 0) return () => [];
  return (day) => {
    const open = calendar.weekly
      .filter(({ weekdays }) => weekdays.includes(day))
      .flatMap(({ spans }) => spans.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })))
      .sort((a, b) => a.from - b.from);
    const closed: Span[] = [];
    let at = 0;
    for (const { from, to } of open) {
      if (from > at) closed.push({ from: at, to: from });
      at = Math.max(at, to);
    }
    if (at < minutesPerDay) closed.push({ from: at, to: minutesPerDay });
    return closed;
  };
}
