// Work that is no contact: pieces arrive in the team's open hours and wait for anybody of the team.
import { log } from '../../../core/numerics/log.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import { purpose } from '../../../core/simulation/engine/streams.ts';
import { rank } from './agenda.ts';
import { newPiece } from './contacts.ts';
import { comeToStage } from './queues.ts';
import type { World } from './world.ts';

export function planInternalWork(world: World): void {
  for (const work of world.plan.internalWork) {
    const teamIndex = world.plan.teams.findIndex((team) => team.id === work.team);
    const key = work.streamKey ?? work.id;
    const seconds = (work.pieceMinutes ?? 30) * 60;
    const weeks = (world.plan.horizon.days ?? 364) / 7;
    const pieces = (amount(work.hoursPerWeek) * 3600 * weeks) / seconds;
    arrivalTimes(world, teamIndex, key, pieces).forEach((at, ordinal) => {
      const piece = newPiece(key, ordinal, at, seconds);
      const stage = world.stages.wholeTeam(work.team);
      world.agenda.plan(at, rank.arrival, piece, () => comeToStage(world, piece, stage));
    });
  }
}

/** A Poisson process of constant rate while the team is open, so many pieces being expected before the end. */
function arrivalTimes(world: World, teamIndex: number, key: string, pieces: number): number[] {
  const open = (world.teamOpen[teamIndex] ?? [])
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(world.horizonEnd, to) }))
    .filter(({ from, to }) => to > from);
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
  return times;
}
