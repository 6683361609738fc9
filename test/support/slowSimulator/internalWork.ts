// Work that is no contact: pieces arrive in the team's open hours and wait for anybody of the team.
import { log } from '../../../core/numerics/log.ts';
import { otherWorkOf } from '../../../core/plan/otherWork.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { rank } from './agenda.ts';
import { newPiece } from './contacts.ts';
import { openWindows, type Window } from './openTimes.ts';
import { comeToStage } from './queues.ts';
import type { World } from './world.ts';

export function planInternalWork(world: World): void {
  for (const work of otherWorkOf(world.plan)) {
    const key = work.streamKey;
    const seconds = work.pieceSeconds;
    const days = world.plan.horizon.days ?? 364;
    const weeks = days / 7;
    const pieces = (work.hoursPerWeek * 3600 * weeks) / seconds;
    arrivalTimes(world, openTime(world, work.team, days), key, pieces).forEach((at, ordinal) => {
      const piece = newPiece(key, ordinal, at, seconds);
      const stage = world.stages.wholeTeam(work.team, work.groups);
      world.agenda.plan(at, rank.arrival, piece, () => comeToStage(world, piece, stage));
    });
  }
}

/** When a team is open in the first days. */
function openTime(world: World, id: string, days: number): Window[] {
  const { plan, axis } = world;
  const team = plan.teams.find((candidate) => candidate.id === id);
  const calendar = plan.calendars.find((candidate) => candidate.id === team?.hours);
  const zone = team?.site?.timeZone ?? plan.locale.timeZone;
  const end = axis.elapsed(plan.locale.timeZone, axis.firstDay + days, 0);
  return openWindows(calendar, axis, zone, axis.firstDay - 2, axis.firstDay + days + 2)
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(end, to) }))
    .filter(({ from, to }) => to > from);
}

/** A Poisson process of constant rate in open time, so many pieces being expected in all of it; those before the end. */
function arrivalTimes(world: World, open: readonly Window[], key: string, pieces: number): number[] {
  const openSeconds = open.reduce((sum, { from, to }) => sum + to - from, 0);
  const perSecond = pieces / openSeconds;
  const times: number[] = [];
  let due = 0;
  let done = 0;
  const next = (): void => {
    due += -log(1 - world.draws.uniform(purpose.arrival, { classKey: key, ordinal: times.length }));
  };
  next();
  for (const { from, to } of open) {
    const expected = (to - from) * perSecond;
    while (due < done + expected) {
      times.push(from + (due - done) / perSecond);
      next();
    }
    done += expected;
  }
  return times.filter((at) => at < world.horizonEnd);
}
