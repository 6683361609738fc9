// What is drawn when a handling begins, and has not been drawn ahead (rules 11-13): its outcome, the time that belongs to it, and
// whether the customer comes back.
import { bitsOf, drawBy } from '../../lean/kernel/draws.ts';
import { backOf, firstWords, frontOf, highWords, lowWords } from '../../lean/kernel/fourWords.ts';
import { knowsReturn, returns } from './firstDraws.ts';
import { clearFlag, isFlagged, ownLaw } from './flags.ts';
import { drawFor, handlingKeys, uniformFor } from './keyedDraws.ts';
import { isResolved } from './outcomeKinds.ts';
import * as purpose from './purposes.ts';
import type { Contact, Law, Outcome, Pair, Stage, Team } from './rows.ts';
import { noLaw, noOutcome, s, sizeOf } from './state.ts';

/** The time of a handling, whose outcome may be known; the mean of its law is told in the state. */
export function drawTime(slot: Contact, stage: Stage, pair: Pair, team: Team, isKnown: bool): f64 {
  if (!isKnown) return drawAll(slot, stage, pair, team);
  const law = lawOf(slot, stage, slot.outcome);
  return drawFor(law, slot, team, slot.outcome.aim, 0);
}

/** The law of the time that belongs to an outcome, whose mean is told in the state. */
/* inline */ function lawOf(slot: Contact, stage: Stage, outcome: Outcome): Law {
  let law = outcome.talkLaw;
  if (isFlagged(slot, ownLaw) && stage.passing === noOutcome) {
    clearFlag(slot, ownLaw);
    if (outcome.aim === purpose.handling) law = slot.handlingLaw;
  }
  s.drawnMean = law === noLaw ? 0 : law.meanSeconds;
  return law;
}

/** What follows the handling, whether the customer comes back after it, and the time: one after the other, by words drawn together. */
function drawAll(slot: Contact, stage: Stage, pair: Pair, team: Team): f64 {
  const keys = handlingKeys(slot, pair, team);
  const k0 = v128.load(keys);
  const k1 = v128.load(keys, 16);
  const first = firstWords(i32x4.splat(slot.ordinal), k0);
  const high = highWords(first, k1);
  const low = lowWords(first, high);
  let outcome = stage.passing;
  if (outcome === noOutcome) outcome = outcomeAt(pair, f64x2.extract_lane(frontOf(low, high), 1));
  slot.outcome = outcome;
  const comes = f64x2.extract_lane(backOf(low, high), 0) < pair.returnShare;
  slot.ahead = outcome.kind === isResolved && comes ? knowsReturn | returns : knowsReturn;
  const law = lawOf(slot, stage, outcome);
  if (outcome.aim !== purpose.handling) return drawFor(law, slot, team, outcome.aim, 0);
  if (law === noLaw) return 0;
  if (law.constant >= 0) return law.constant;
  const word = bitsOf(i32x4.extract_lane(high, 0), i32x4.extract_lane(low, 0));
  const ofKey = i32x4.extract_lane(k0, 0);
  return drawBy(word, law.number, law.table, law.scale, ofKey, i32x4.extract_lane(k1, 0), slot.ordinal);
}

/** What follows the handling: as many thresholds as the uniform reaches stand before it. */
/* inline */ function outcomeAt(pair: Pair, u: f64): Outcome {
  const uniform = f64x2.splat(u);
  let reached = 0;
  for (let at = pair.thresholds; at < pair.thresholdsEnd; at += 32) {
    const two = f64x2.ge(uniform, v128.load(at));
    const four = i64x2.add(two, f64x2.ge(uniform, v128.load(at, 16)));
    reached -= <i32>(i64x2.extract_lane(four, 0) + i64x2.extract_lane(four, 1));
  }
  return changetype<Outcome>(pair.outcomes + <usize>reached * sizeOf<Outcome>());
}

/** Whether the customer comes back after being told that the matter is settled. */
export function comesBack(slot: Contact, pair: Pair, team: Team): bool {
  return pair.returnShare > 0 && uniformFor(slot, team, purpose.returning, 0) < pair.returnShare;
}
