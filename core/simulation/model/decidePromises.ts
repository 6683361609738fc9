// The instant at which a promise to a contact is kept or broken, and how the count of each is kept.
import type { PromiseModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged } from './contactFlags.ts';
import { pausedSeconds } from './pauses.ts';
import { clockSeconds } from './promiseClock.ts';
import { promiseClock, promiseRule } from './promiseTables.ts';
import { contactState, noOne, type ReplicationState } from './replicationState.ts';

/** How a promise is decided: kept if in time, or by the promise's own rule for those who went away; open: only missed if late. */
export const answer = { given: 0, abandoned: 1, blocked: 2, turnedAway: 3, lost: 4, open: 5 } as const;

/** Decides every promise on this clock that is about the contact. `homeTeam` is where it was decided. */
export function decidePromises(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  clock: number,
  from: number,
  to: number,
  how: number,
  beginOnly: 'begin' | 'end' | 'any' = 'any',
): void {
  const { promises } = s;
  const { askedAt, asked, ofTeam, rules, teams, classes } = promises;
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  const row = clock * classes + c;
  const last = askedAt[row + 1] as number;
  let i = askedAt[row] as number;
  // Without a team (turned away before any queue) the filter by team cannot fit.
  if (i === last || homeTeam === noOne) return;
  const isResolution = clock === promiseClock.resolution;
  if (!isFlagged(s, slot, isResolution ? contactFlag.clockCounted : contactFlag.attemptCounted)) return;
  const interval = (
    isResolution
      ? s.contactInts[(slot << 6) | contactInt.firstClockInterval]
      : s.contactInts[(slot << 6) | contactInt.clockInterval]
  ) as number;
  for (; i < last; i += 1) {
    const p = asked[i] as number;
    if (ofTeam[p * teams + homeTeam] === 0) continue;
    const rule = rules[p] as number;
    if (beginOnly !== 'any' && ((rule & promiseRule.beginCounts) !== 0) !== (beginOnly === 'begin')) continue;
    const cumulates =
      (rule & promiseRule.cumulates) !== 0 && (s.contactInts[(slot << 6) | contactInt.attempt] as number) > 0;
    const earlier = cumulates ? (s.contactFloats[(slot << 5) | contactFloat.waitedBefore] as number) : 0;
    const paused = s.pausing.length === 0 ? 0 : pausedSeconds(s, slot, p);
    const passed = clockSeconds(s, p, c, from, to) + earlier - paused;
    const inTime = passed <= (promises.targetSeconds[p] as number);
    let met = inTime ? 1 : 0;
    if (how !== answer.given) {
      if (how === answer.abandoned) {
        if (inTime && (rule & promiseRule.abandonedLeftOut) !== 0) continue;
        met = inTime && (rule & promiseRule.abandonedMetInTime) !== 0 ? 1 : 0;
      } else if (how === answer.blocked) {
        if ((rule & promiseRule.blockedMissed) === 0) continue;
        met = 0;
      } else if (how === answer.turnedAway) {
        if ((rule & promiseRule.turnedAwayMissed) === 0) continue;
        met = 0;
      } else if (how === answer.open) {
        if (inTime) continue;
      } else met = 0;
    }
    countPromise(s, p, c, homeTeam, interval, met);
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
  const hasBegun =
    s.contactInts[(slot << 6) | contactInt.state] === contactState.handled ||
    isFlagged(s, slot, contactFlag.begun);
  const open = hasBegun ? 'end' : 'any';
  decidePromises(
    s,
    slot,
    homeTeam,
    promiseClock.firstResponse,
    s.contactFloats[(slot << 5) | contactFloat.clockStart] as number,
    at,
    how,
    open,
  );
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
  const column = s.promises.columnOf[interval] as number;
  count(values, layout.promiseClassAt + (p * layout.classes + c) * 2, met);
  count(values, layout.promiseTeamAt + (p * layout.teams + team) * 2, met);
  count(values, layout.promiseSeriesAt + (p * layout.intervals + column) * 2, met);
  const { periods, periodOfInterval } = s.model.promises[p] as PromiseModel;
  if (periods > 0)
    count(values, (layout.promisePeriodAt[p] as number) + (periodOfInterval[interval] as number) * 2, met);
}

function count(values: Float64Array, at: number, met: number): void {
  values[at] = (values[at] as number) + 1;
  values[at + 1] = (values[at + 1] as number) + met;
}
