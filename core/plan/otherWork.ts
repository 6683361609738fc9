// All work of a plan that is no contact and waits in the line of a team: what the plan states as internal work, and the time of
// duties that are done between contacts. Formulas and simulation both read it here, so that neither counts anything twice.
import { amount } from './amount.ts';
import { groupsHolding } from './dutyHolders.ts';
import { hoursOfDuty } from './dutyHours.ts';
import { dutyHoursPerWeek } from './groupCost.ts';
import type { Path } from './planFault.ts';
import type { Duty } from './schema/duties.ts';
import type { Text } from './schema/elements.ts';
import type { Plan } from './schema/plan.ts';
import type { Group } from './schema/team.ts';

export interface OtherWork {
  /** Of internal work its own id; of a duty one that no internal work can have. */
  readonly id: string;
  readonly streamKey: string;
  readonly name: Text;
  readonly team: string;
  /** Places in the team of the groups that do it; null: any of the team. */
  readonly groups: readonly number[] | null;
  readonly hoursPerWeek: number;
  readonly pieceSeconds: number;
  /** Where the plan says it. */
  readonly path: Path;
}

const usualPieceSeconds = 1800;

/**
 * Internal work first, in the order of the plan, then duties by team. Time that is part of handling, that is stated as internal
 * work, or that lies in the time which a role keeps free of contacts is no work of its own. A duty that groups of several
 * teams do is shared out by their planned hours. Example: 10 hours a week, done by agents on duty for 120 hours in one team
 * and 40 in another, are 7.5 and 2.5 hours.
 */
export const otherWorkOf = (plan: Plan): readonly OtherWork[] => [
  ...plan.internalWork.map(
    ({ id, streamKey, name, team, hoursPerWeek, pieceMinutes }, place): OtherWork => ({
      ...{ id, streamKey: streamKey ?? id, name, team, groups: null },
      hoursPerWeek: amount(hoursPerWeek),
      pieceSeconds: pieceMinutes === undefined ? usualPieceSeconds : pieceMinutes * 60,
      path: ['internalWork', place],
    }),
  ),
  ...(plan.duties ?? []).flatMap((duty, place) => workOfDuty(plan, duty, ['duties', place])),
];

function workOfDuty(plan: Plan, duty: Duty, path: Path): OtherWork[] {
  const { time } = duty;
  if (time === undefined || time.kind === 'handling' || time.kind === 'work' || time.done === 'reserved')
    return [];
  const hours = hoursOfDuty(plan, duty) ?? 0;
  const pieceSeconds = pieceOf(time);
  const doers = groupsHolding(plan, duty, 'does');
  if (!(hours > 0) || !(pieceSeconds > 0) || doers.length === 0) return [];
  const teams = [...new Set(doers.map(({ teamIndex }) => teamIndex))].map((teamIndex) => ({
    team: plan.teams[teamIndex] as Plan['teams'][number],
    places: doers.filter((doer) => doer.teamIndex === teamIndex).map(({ groupIndex }) => groupIndex),
  }));
  const presence = teams.map(({ team, places }) =>
    places.reduce((sum, place) => sum + dutyHoursPerWeek(plan, team, team.groups[place] as Group), 0),
  );
  const whole = presence.reduce((sum, one) => sum + one, 0);
  return teams.map(({ team, places }, i) => ({
    id: `duty/${duty.id}/${team.id}`,
    streamKey: `duty/${duty.streamKey ?? duty.id}/${team.streamKey ?? team.id}`,
    name: duty.name ?? duty.kind,
    team: team.id,
    groups: places.length === team.groups.length ? null : places,
    hoursPerWeek: hours * (whole > 0 ? (presence[i] as number) / whole : 1 / teams.length),
    pieceSeconds,
    path,
  }));
}

function pieceOf(time: Exclude<NonNullable<Duty['time']>, { kind: 'handling' | 'work' }>): number {
  if (time.kind !== 'hours') return amount(time.secondsEach);
  return time.pieceMinutes === undefined ? usualPieceSeconds : time.pieceMinutes * 60;
}
