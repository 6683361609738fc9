// Call-backs (rule 6): offered to who would wait long, tried until the customer answers or has been tried often enough.
import { planAgent } from './calendar.ts';
import * as at from './counters.ts';
import { delay } from './delays.ts';
import { answered, begun, isFlagged, offeredCallBack, setFlag } from './flags.ts';
import { occupy } from './handling.ts';
import { drawOf, uniformOf } from './keyedDraws.ts';
import { beginNextAttempt, holdLine } from './leaving.ts';
import { observeAttempt, observeContact, observeWaitOnly } from './observer.ts';
import { orderKeyOf } from './orderKey.ts';
import { release } from './pools.ts';
import { decideLoss, given, lostAnswer } from './promises.ts';
import * as purpose from './purposes.ts';
import type { Agent, Contact, Entry, Group, Queue, Stage } from './rows.ts';
import { isHandled, named, noClass, noContact, noTable, s, sizeOf, toCallBack } from './state.ts';
import { placesBefore } from './waitingLine.ts';
import { letGo } from './warmHandOver.ts';

/** Whether a contact that is about to wait live is offered a call-back and accepts; it is offered once. */
/* rare */ export function acceptsCallBack(slot: Contact, stage: Stage): bool {
  const entry = slot.entry;
  if (entry.callBackClass === noClass || isFlagged(slot, offeredCallBack | begun)) return false;
  if (estimatedWait(slot, stage) <= entry.thresholdSeconds) return false;
  setFlag(slot, offeredCallBack);
  return uniformOf(slot, purpose.callBackAccepted, slot.attempt) < entry.acceptedShare;
}

/** (Contacts before it in its line + 1) x nominal mean handling / agents on duty in the groups that may serve it at once. */
function estimatedWait(slot: Contact, stage: Stage): f64 {
  const queue = slot.queue;
  let agents = 0;
  for (let row = queue.entries; row < queue.entriesEnd; row += sizeOf<Entry>()) {
    const entry = changetype<Entry>(row);
    if (entry.afterSeconds > 0) continue;
    for (let place = entry.groups; place < entry.groupsEnd; place += 4) {
      const group = named<Group>(place);
      if (!isIn(queue, row, group)) agents += group.onDuty;
    }
  }
  if (agents === 0) return Infinity;
  const mean = stage.homePair.exists !== 0 ? stage.homePair.handlingLaw.meanSeconds : 0;
  const key = orderKeyOf(slot, queue);
  let before = 0;
  for (let place = queue.sameLine; place < queue.sameLineEnd; place += 4) {
    const line = named<Queue>(place);
    if (line.length > 0) before += placesBefore(line, key);
  }
  return (<f64>(before + 1) * mean) / <f64>agents;
}

/** Whether a group stands in one of the entries before `end` that may serve at once. */
function isIn(queue: Queue, end: usize, group: Group): bool {
  for (let row = queue.entries; row < end; row += sizeOf<Entry>()) {
    const entry = changetype<Entry>(row);
    if (entry.afterSeconds !== 0) continue;
    for (let place = entry.groups; place < entry.groupsEnd; place += 4)
      if (named<Group>(place) === group) return true;
  }
  return false;
}

/** The contact goes on as one of the call-back channel, by a new attempt. */
export function acceptCallBack(slot: Contact, stage: Stage): void {
  observeContact(slot, at.classCallBacks);
  letGo(slot);
  slot.entry = slot.entry.callBackClass;
  // What was drawn ahead was drawn for a contact of the row of demand.
  slot.ahead = 0;
  slot.stage = stage.callBackStage;
  beginNextAttempt(slot, s.now);
  slot.failedTries = 0;
  observeAttempt(slot);
  delay(slot, 0, toCallBack);
}

/** Mean work that the next try of a call-back asks for, where one with the customer takes `handling`. */
export function workOfTry(slot: Contact, handling: f64): f64 {
  const entry = slot.entry;
  if (entry.hasTries === 0 || isFlagged(slot, answered)) return handling;
  const failed = entry.failedAttemptLaw.meanSeconds;
  return entry.unansweredShare * failed + (1 - entry.unansweredShare) * handling;
}

/** Whether the customer does not answer the agent who calls back now. */
/* rare */ export function isInVain(slot: Contact): bool {
  if (slot.entry.hasTries === 0 || isFlagged(slot, answered)) return false;
  return uniformOf(slot, purpose.callBackUnanswered, slot.failedTries) < slot.entry.unansweredShare;
}

/** The agent spends the time of a failed attempt; nobody interrupts that. */
/* rare */ export function beginTry(agent: Agent, slot: Contact, queue: Queue): void {
  observeWaitOnly(slot, slot.stage.homeTeam, given);
  if (s.limitsLines !== 0) holdLine(queue, 1);
  slot.state = isHandled;
  const seconds = drawOf(slot.entry.failedAttemptLaw, slot, purpose.failedAttempt, slot.failedTries);
  slot.handlingSeconds += seconds;
  occupy(agent, slot, agent.group.team);
  agent.table = noTable;
  agent.slot = noContact;
  agent.tried = slot;
  agent.wrapUp = 0;
  agent.eventTime = s.now + seconds;
  planAgent(s.now + seconds, agent);
}

/** The failed attempt is over: the contact is tried again later, or is unreached. */
export function endTry(agent: Agent): void {
  const slot = agent.tried;
  agent.tried = noContact;
  if (s.limitsLines !== 0) holdLine(slot.queue, -1);
  const failed = slot.failedTries;
  if (failed < slot.entry.retries) {
    slot.failedTries = failed + 1;
    delay(slot, drawOf(slot.entry.retryDelayLaw, slot, purpose.retryDelay, failed), toCallBack);
    return;
  }
  observeContact(slot, at.classUnreached);
  decideLoss(slot, slot.stage, lostAnswer);
  release(slot);
}
