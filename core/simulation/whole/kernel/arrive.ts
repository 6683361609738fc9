// First arrivals (rules 1-3): what becomes of them has been drawn ahead, so who is helped by self-service is only counted.
import * as at from './counters.ts';
import { delay } from './delays.ts';
import {
  delayAhead,
  flagsAhead,
  isContained,
  isHelped,
  knowsAssistant,
  knowsAssistantTime,
  knowsSelfServiceTime,
  meets,
  needsMore,
  passOn,
  staysWithUs,
  tries,
} from './firstDraws.ts';
import { attemptCounted, clockCounted, counted } from './flags.ts';
import { afterAssistantAs, goToPeople } from './journey.ts';
import { classUniform, drawOf } from './keyedDraws.ts';
import { addToClass, observeFresh } from './observer.ts';
import { freshContact, newContact } from './pools.ts';
import * as purpose from './purposes.ts';
import { enterStage } from './queueEntry.ts';
import type { Class, Contact, State } from './rows.ts';
import { s, toChannel } from './state.ts';

/** A customer with a new matter: self-service first, where some are helped; then the channel, where the clock starts. */
export function arrive(entry: Class, row: usize, known: i32): void {
  const ahead = (known & needsMore) === 0 ? known : drawnNow(entry);
  const isCounted = s.now >= s.warmStart;
  observeFresh(entry, isCounted);
  if ((ahead & (tries | isHelped)) === (tries | isHelped)) {
    if (isCounted) addToClass(entry, at.classDeflected, 1);
    return;
  }
  const slot = freshContact(entry, entry.ordinal - 1, 0);
  passOn(row, slot, ahead);
  if ((ahead & tries) !== 0) {
    slot.flags = isCounted ? counted : 0;
    const seconds =
      (ahead & knowsSelfServiceTime) !== 0
        ? delayAhead(row)
        : drawOf(entry.selfServiceDelayLaw, slot, purpose.selfServiceDelay, 0);
    delay(slot, seconds, toChannel);
    return;
  }
  // Nobody arrives at the end of the horizon or later, except where it has been moved to now.
  slot.flags = isCounted ? (s.now < s.horizonEnd ? counted | attemptCounted | clockCounted : counted) : 0;
  slot.clockStart = s.now;
  slot.firstClockStart = s.now;
  // Both of both clocks stand side by side.
  const present = v128.load64_splat(changetype<usize>(s) + offsetof<State>('intervalAt'));
  v128.store(changetype<usize>(slot) + offsetof<Contact>('clockInterval'), present);
  if ((ahead & meets) !== 0) {
    const seconds =
      (ahead & knowsAssistantTime) !== 0
        ? delayAhead(row)
        : drawOf(entry.assistantTimeLaw, slot, purpose.assistantTime, 0);
    delay(slot, seconds, afterAssistantAs(ahead));
    return;
  }
  goToPeople(slot, entry);
}

/** The decisions of an arrival for which nothing is drawn ahead. */
function drawnNow(entry: Class): i32 {
  let flags = knowsAssistant;
  if (entry.selfServiceTried > 0 && classUniform(entry, purpose.selfServiceTried) < entry.selfServiceTried) {
    flags |= tries;
    if (classUniform(entry, purpose.selfServiceDeflected) < entry.selfServiceDeflected) flags |= isHelped;
  }
  if (entry.assistantShare > 0 && classUniform(entry, purpose.assistantMet) < entry.assistantShare) {
    const end = classUniform(entry, purpose.assistantEnd);
    flags |= meets;
    if (end < entry.assistantResolved) flags |= isContained;
    if (end < entry.assistantResolved + entry.assistantHandedOver) flags |= staysWithUs;
  }
  return flags;
}

/** A piece of internal work comes to the line of its team. */
/* rare */ export function beginPiece(entry: Class, row: usize): void {
  const slot = newContact(entry, entry.ordinal - 1, 0);
  passOn(row, slot, flagsAhead(row) & ~needsMore);
  slot.stage = entry.firstStage;
  slot.clockStart = s.now;
  slot.firstClockStart = s.now;
  enterStage(slot, false);
}
