// A contact's way to the people (rules 1-4): arrival, self-service, assistant, channel; and back in after a delay.
import { purpose } from '../engine/streams.ts';
import type { CompiledModel } from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer } from './decidePromises.ts';
import { delay, scheduleReturn } from './delays.ts';
import { decideLoss } from './leaving.ts';
import { note } from './note.ts';
import { observeArrival, observeAttempt, observeContact, observeOfAttempt } from './observer.ts';
import { endPause } from './pauses.ts';
import { enterStage } from './queueEntry.ts';
import { classOf, joinStep, noOne, type ReplicationState, stageOf } from './replicationState.ts';
import { classCounter } from './tallyLayout.ts';
import { triggerByAttempt } from './triggers.ts';
import { letGo } from './warmHandOver.ts';

/** A customer with a new matter: self-service first, where some are helped. */
export function arrive(s: ReplicationState, classIndex: number, ordinal: number): void {
  const slot = s.newContact(classIndex, ordinal, 0);
  observeArrival(s, slot);
  note(s, slot, 'arrive');
  const entry = classOf(s, slot);
  if (
    entry.selfServiceTried > 0 &&
    s.draw(slot, noOne, purpose.selfServiceTried, 0) < entry.selfServiceTried
  ) {
    if (s.draw(slot, noOne, purpose.selfServiceDeflected, 0) < entry.selfServiceDeflected) {
      observeContact(s, slot, classCounter.deflected);
      note(s, slot, 'deflected');
      s.release(slot);
      return;
    }
    const law = entry.selfServiceDelayLaw;
    const seconds = law === noOne ? 0 : s.drawOf(law, slot, noOne, purpose.selfServiceDelay, 0);
    delay(s, slot, seconds, joinStep.enterChannel);
    return;
  }
  enterChannel(s, slot);
}

/** The contact reaches the channel: the clock starts, the assistant answers first where there is one. */
export function enterChannel(s: ReplicationState, slot: number): void {
  observeAttempt(s, slot);
  note(s, slot, 'channel');
  if (isFlagged(s, slot, contactFlag.attemptCounted)) setFlag(s, slot, contactFlag.clockCounted);
  s.contactFloats[(slot << 5) | contactFloat.firstClockStart] = s.now;
  s.contactInts[(slot << 6) | contactInt.firstClockInterval] = s.interval;
  const entry = classOf(s, slot);
  if (entry.assistantShare > 0 && s.draw(slot, noOne, purpose.assistantMet, 0) < entry.assistantShare) {
    const seconds = s.drawOf(entry.assistantTimeLaw, slot, noOne, purpose.assistantTime, 0);
    delay(s, slot, seconds, joinStep.afterAssistant);
    return;
  }
  enterPeople(s, slot);
}

export function afterAssistant(s: ReplicationState, slot: number): void {
  const entry = classOf(s, slot);
  const u = s.draw(slot, noOne, purpose.assistantEnd, 0);
  if (u < entry.assistantResolved) {
    observeContact(s, slot, classCounter.contained);
    note(s, slot, 'contained');
    s.release(slot);
  } else if (u < entry.assistantResolved + entry.assistantHandedOver) {
    s.contactFloats[(slot << 5) | contactFloat.handlingFactor] = entry.handOverFactor;
    enterPeople(s, slot);
  } else {
    observeContact(s, slot, classCounter.bounced);
    note(s, slot, 'bounced');
    if (entry.bounceDelayLaw !== noOne) {
      scheduleReturn(s, slot, s.drawOf(entry.bounceDelayLaw, slot, noOne, purpose.bounceDelay, 0));
    }
    s.release(slot);
  }
}

/** Toward the first team of people; a live channel that is closed turns the contact away. */
export function enterPeople(s: ReplicationState, slot: number): void {
  const entry = classOf(s, slot);
  const channel = s.model.channels[entry.channel] as CompiledModel['channels'][number];
  s.contactInts[(slot << 6) | contactInt.stage] = entry.firstStage;
  s.contactInts[(slot << 6) | contactInt.handlingLaw] = noOne;
  clearFlag(s, slot, contactFlag.deferred);
  if (entry.live && channel.turnAway && !s.isOpen(channel.windows)) {
    const homeTeam = stageOf(s, slot).homeTeam;
    observeContact(s, slot, classCounter.turnedAway);
    note(s, slot, 'turnedAway');
    decideLoss(s, slot, homeTeam, answer.turnedAway);
    s.release(slot);
    return;
  }
  if (s.hasTriggers) triggerByAttempt(s, slot);
  enterStage(s, slot, false);
}

/** The customer tries again: a new attempt on the same channel. */
export function redial(s: ReplicationState, slot: number): void {
  observeAttempt(s, slot);
  observeOfAttempt(s, slot, classCounter.redials);
  s.forgetVisits(slot);
  note(s, slot, 'redial');
  enterPeople(s, slot);
}

/** Live work that is handed to a team which is closed becomes deferred work. */
function deferIfClosed(s: ReplicationState, slot: number): void {
  const team = s.model.teams[stageOf(s, slot).homeTeam] as CompiledModel['teams'][number];
  if (s.isOpen(team.windows)) return;
  setFlag(s, slot, contactFlag.deferred);
  letGo(s, slot);
}

/** A delay is over. */
export function join(s: ReplicationState, slot: number): void {
  switch (s.contactInts[(slot << 6) | contactInt.step]) {
    case joinStep.enterChannel:
      if ((s.contactInts[(slot << 6) | contactInt.generation] as number) > 0) {
        observeArrival(s, slot);
        note(s, slot, 'arrive');
      }
      enterChannel(s, slot);
      break;
    case joinStep.afterAssistant:
      afterAssistant(s, slot);
      break;
    case joinStep.redial:
      redial(s, slot);
      break;
    case joinStep.callBack:
      enterStage(s, slot, false);
      break;
    default:
      endPause(s, slot);
      deferIfClosed(s, slot);
      enterStage(s, slot, true);
  }
}
