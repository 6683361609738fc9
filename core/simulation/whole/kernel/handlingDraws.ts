// What is drawn when a handling begins, and has not been drawn ahead (rules 11-13): its outcome, the time that belongs to it, and
// whether the customer comes back.
import { knowsReturn, returns } from './firstDraws.ts';
import { clearFlag, isFlagged, ownLaw } from './flags.ts';
import { drawFor, uniformFor } from './keyedDraws.ts';
import * as purpose from './purposes.ts';
import type { Contact, Outcome, Pair, Stage, Team } from './rows.ts';
import { noLaw, noOutcome, s, sizeOf } from './state.ts';

/** Kinds of outcomes: as in model/compiledModel.ts, and of those who are resolved. */
const isResolved: i32 = 0;

/** The time of a handling, whose outcome may be known; the mean of its law is told in the state. */
export function drawTime(slot: Contact, stage: Stage, pair: Pair, team: Team, isKnown: bool): f64 {
  if (!isKnown) drawEnd(slot, stage, pair, team);
  const outcome = slot.outcome;
  let law = outcome.talkLaw;
  if (isFlagged(slot, ownLaw) && stage.passing === noOutcome) {
    clearFlag(slot, ownLaw);
    if (outcome.aim === purpose.handling) law = slot.handlingLaw;
  }
  s.drawnMean = law === noLaw ? 0 : law.meanSeconds;
  return drawFor(law, slot, team, outcome.aim, 0);
}

/** What follows the handling, and whether the customer comes back after it. */
function drawEnd(slot: Contact, stage: Stage, pair: Pair, team: Team): void {
  const outcome = stage.passing === noOutcome ? drawOutcome(slot, pair, team) : stage.passing;
  slot.outcome = outcome;
  slot.ahead = knowsReturn;
  if (outcome.kind === isResolved && comesBack(slot, pair, team)) slot.ahead = knowsReturn | returns;
}

/** What follows the handling: as many thresholds as the uniform reaches stand before it. */
function drawOutcome(slot: Contact, pair: Pair, team: Team): Outcome {
  let reached = 0;
  if (pair.thresholds !== pair.thresholdsEnd) {
    const uniform = f64x2.splat(uniformFor(slot, team, purpose.outcome, 0));
    for (let at = pair.thresholds; at < pair.thresholdsEnd; at += 32) {
      const two = f64x2.ge(uniform, v128.load(at));
      const four = i64x2.add(two, f64x2.ge(uniform, v128.load(at, 16)));
      reached -= <i32>(i64x2.extract_lane(four, 0) + i64x2.extract_lane(four, 1));
    }
  }
  return changetype<Outcome>(pair.outcomes + <usize>reached * sizeOf<Outcome>());
}

/** Whether the customer comes back after being told that the matter is settled. */
export function comesBack(slot: Contact, pair: Pair, team: Team): bool {
  return pair.returnShare > 0 && uniformFor(slot, team, purpose.returning, 0) < pair.returnShare;
}
