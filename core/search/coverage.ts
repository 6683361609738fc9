// What a search must not take away, however little a promise feels it: somebody there whenever somebody is planned to be, and every
// group that is there at all (who else speaks its languages?). Fewer people is staffing; nobody is another organisation.
import type { WeekSpan } from '../plan/checks/weekSpans.ts';
import { dutyOfGroup } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Team } from '../plan/schema/team.ts';

/**
 * By team, the hours of a week in which fewer than one is on duty though one was planned, and those of groups that are left with
 * nobody. Example: the evening's only agent of four hours on five days taken away: 20.
 */
export const uncoveredHours = (planned: Plan, changed: Plan): number[] =>
  planned.teams.map((team, place) => {
    const then = changed.teams[place];
    if (then === undefined || then === team) return 0;
    const was = spansOf(planned, team);
    const is = spansOf(changed, then);
    return minutesWithout(was, is) / 60 + emptied(was, is) / 60;
  });

const spansOf = (plan: Plan, team: Team): readonly (readonly WeekSpan[])[] =>
  team.groups.map((group) => dutyOfGroup(plan, team, group));

const minutesOf = (spans: readonly WeekSpan[]): number =>
  spans.reduce((sum, { from, to, agents }) => sum + (agents > 0 ? to - from : 0), 0);

const emptied = (was: readonly (readonly WeekSpan[])[], is: readonly (readonly WeekSpan[])[]): number =>
  was.reduce((sum, spans, place) => (minutesOf(is[place] ?? []) > 0 ? sum : sum + minutesOf(spans)), 0);

function minutesWithout(was: readonly (readonly WeekSpan[])[], is: readonly (readonly WeekSpan[])[]): number {
  const before = was.flat();
  const after = is.flat();
  const ends = new Set([...before, ...after].flatMap(({ from, to }) => [from, to]));
  const cuts = [...ends].sort((one, other) => one - other);
  const onDuty = (spans: readonly WeekSpan[], minute: number): number =>
    spans.reduce((sum, { from, to, agents }) => sum + (from <= minute && minute < to ? agents : 0), 0);
  return cuts.slice(0, -1).reduce((sum, from, place) => {
    const planned = Math.min(1, onDuty(before, from));
    const isThere = onDuty(after, from) >= planned - 1e-9;
    return isThere ? sum : sum + ((cuts[place + 1] ?? from) - from);
  }, 0);
}
