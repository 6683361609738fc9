// The instant at which a promise to a contact is kept or broken, and how the count of each is kept.
import type { PromiseModel } from './compiledModel.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { axisInterval } from './observer.ts';
import { pausedSeconds } from './pauses.ts';
import { clockSeconds } from './promiseClock.ts';
import { contactState, noOne, type ReplicationState } from './replicationState.ts';

/** How a promise is decided: kept if in time, or by the promise's own rule for those who went away; open: only missed if late. */
export const answer = { given: 0, abandoned: 1, blocked: 2, turnedAway: 3, lost: 4, open: 5 } as const;

/** Decides every promise on this clock that is about the contact. `homeTeam` is where it was decided. */
export function decidePromises(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  clock: PromiseModel['clock'],
  from: number,
  to: number,
  how: number,
  beginOnly: 'begin' | 'end' | 'any' = 'any',
): void {
  const flag = clock === 'resolution' ? contactFlag.clockCounted : contactFlag.attemptCounted;
  if (!isFlagged(s, slot, flag)) return;
  const { promises } = s.model;
  const c = s.classIndex[slot] as number;
  const asked = s.promisesOf[clock][c] as Int32Array;
  for (let i = 0; i < asked.length; i += 1) {
    const p = asked[i] as number;
    const promise = promises[p] as PromiseModel;
    // Without a team (turned away before any queue) the filter by team cannot fit.
    if (homeTeam === noOne || promise.ofTeam[homeTeam] === 0) continue;
    if (beginOnly !== 'any' && promise.beginCounts !== (beginOnly === 'begin')) continue;
    const earlier =
      promise.cumulates && (s.attempt[slot] as number) > 0 ? (s.waitedBefore[slot] as number) : 0;
    const paused = s.pausing.length === 0 ? 0 : pausedSeconds(s, slot, p);
    const passed = clockSeconds(s, promise, c, from, to) + earlier - paused;
    const inTime = passed <= promise.targetSeconds;
    let met = inTime ? 1 : 0;
    if (how === answer.abandoned) {
      if (inTime && promise.abandoned === 'leftOut') continue;
      met = inTime && promise.abandoned === 'metWithinTarget' ? 1 : 0;
    } else if (how === answer.blocked) {
      if (!promise.blockedMissed) continue;
      met = 0;
    } else if (how === answer.turnedAway) {
      if (!promise.turnedAwayMissed) continue;
      met = 0;
    } else if (how === answer.open) {
      if (inTime) continue;
    } else if (how === answer.lost) met = 0;
    const interval = clock === 'resolution' ? s.firstClockInterval[slot] : s.clockInterval[slot];
    countPromise(s, p, c, homeTeam, interval as number, met);
  }
}

/** Decides the promises of first response that are still open, for a contact that gets none. */
export function decideOpenResponse(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  at: number,
  how: number,
): void {
  if (isFlagged(s, slot, contactFlag.answered)) return;
  // Where the beginning counts, that of a handling under way, or of an interrupted one, has decided.
  const hasBegun = s.state[slot] === contactState.handled || isFlagged(s, slot, contactFlag.begun);
  const open = hasBegun ? 'end' : 'any';
  decidePromises(s, slot, homeTeam, 'firstResponse', s.clockStart[slot] as number, at, how, open);
}

function countPromise(
  s: ReplicationState,
  p: number,
  c: number,
  team: number,
  interval: number,
  met: number,
): void {
  const { layout, values } = s;
  const add = (at: number): void => {
    values[at] = (values[at] as number) + 1;
    values[at + 1] = (values[at + 1] as number) + met;
  };
  add(layout.promiseClassAt + (p * layout.classes + c) * 2);
  add(layout.promiseTeamAt + (p * layout.teams + team) * 2);
  add(layout.promiseSeriesAt + (p * layout.intervals + axisInterval(s, interval)) * 2);
  const { periods, periodOfInterval } = s.model.promises[p] as PromiseModel;
  if (periods > 0) add((layout.promisePeriodAt[p] as number) + (periodOfInterval[interval] as number) * 2);
}
