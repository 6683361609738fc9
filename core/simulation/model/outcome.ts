// After handling (rules 13, 15): resolved, escalated, to another department, to the lead; some resolved ones come back.
import { purpose } from '../engine/streams.ts';
import { agentInt } from './agentFields.ts';
import {
  type OutcomeRow,
  outcomeKind,
  type PairModel,
  type QueueModel,
  type StageModel,
} from './compiledModel.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { clearFlag, contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer, decidePromises } from './decidePromises.ts';
import { delay, scheduleReturn } from './delays.ts';
import { note } from './note.ts';
import { observeFirstResponse, observeResolution } from './observeAnswers.ts';
import { addToTeam, observeContact } from './observer.ts';
import { beginPause } from './pauses.ts';
import { promiseClock } from './promiseTables.ts';
import { groupOf, joinStep, noOne, type ReplicationState } from './replicationState.ts';
import { classCounter, teamCounter } from './tallyLayout.ts';
import { hold } from './warmHandOver.ts';

/** The conversation is over: the contact is resolved, or goes on; the agent may still have wrap-up. */
export function endTalk(s: ReplicationState, slot: number, agent: number): void {
  const stage = s.model.stages[s.contactInts[(slot << 6) | contactInt.stage] as number] as StageModel;
  const queue = s.model.queues[s.contactInts[(slot << 6) | contactInt.queue] as number] as QueueModel;
  const group = groupOf(s, agent);
  note(s, slot, 'talkEnd', s.agentInts[(agent << 6) | agentInt.group] as number);
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  if (queue.holdsPlace) s.channelInService[queue.channel] = (s.channelInService[queue.channel] as number) - 1;
  if (!isFlagged(s, slot, contactFlag.answered)) {
    setFlag(s, slot, contactFlag.answered);
    const from = s.contactFloats[(slot << 5) | contactFloat.clockStart] as number;
    decidePromises(s, slot, stage.homeTeam, promiseClock.firstResponse, from, s.now, answer.given, 'end');
    observeFirstResponse(s, slot, stage.homeTeam);
  }
  const passesOn = s.hasTriggers && isFlagged(s, slot, contactFlag.passesOn);
  if (stage.nextStage !== noOne || passesOn) {
    clearFlag(s, slot, contactFlag.passesOn);
    const begunAt = passesOn
      ? (s.model.stages[s.contactInts[(slot << 6) | contactInt.beginStage] as number] as StageModel)
      : stage;
    countVisit(s, slot, group.team);
    handOver(s, slot, stageAfterDispatch(s, slot, begunAt), 0);
    return;
  }
  const pair = s.model.pairs[c * s.layout.teams + group.team] as PairModel;
  const k = s.contactInts[(slot << 6) | contactInt.outcome] as number;
  if (k !== noOne) {
    // Drawn by the team that began; another may have ended the talk.
    const by = s.model.interrupts
      ? (s.contactInts[(slot << 6) | contactInt.outcomeTeam] as number)
      : group.team;
    const { outcomes } = s.model.pairs[c * s.layout.teams + by] as PairModel;
    escalate(s, slot, outcomes[k] as OutcomeRow, group.team, agent);
    return;
  }
  const comesBack = pair.returnShare > 0 && s.draw(slot, group.team, purpose.returning, 0) < pair.returnShare;
  observeResolution(s, slot, stage.homeTeam, comesBack);
  note(s, slot, 'resolved');
  if (comesBack) {
    scheduleReturn(s, slot, s.drawOf(pair.returnDelayLaw, slot, group.team, purpose.returnDelay, 0));
  }
  s.release(slot);
}

function stageAfterDispatch(s: ReplicationState, slot: number, stage: StageModel): number {
  if (stage.wrongTeamShare <= 0 || s.draw(slot, noOne, purpose.wrongTeam, 0) >= stage.wrongTeamShare)
    return stage.nextStage;
  const u = s.draw(slot, noOne, purpose.wrongTeamChoice, 0);
  return stage.wrongTeamStages[Math.floor(u * stage.wrongTeamStages.length)] as number;
}

function escalate(s: ReplicationState, slot: number, row: OutcomeRow, team: number, agent: number): void {
  if (row.kind === outcomeKind.otherDepartment) {
    observeContact(s, slot, classCounter.otherDepartment);
    note(s, slot, 'otherDepartment');
    if (isFlagged(s, slot, contactFlag.counted)) addToTeam(s, team, teamCounter.otherDepartment, 1);
    s.contactInts[(slot << 6) | contactInt.handlingLaw] = row.handlingLaw;
    const seconds = s.drawOf(row.law, slot, team, purpose.turnaround, 0);
    countVisit(s, slot, team);
    beginPause(s, slot);
    handOver(s, slot, row.stage, seconds);
    return;
  }
  const isLead = row.kind === outcomeKind.toLead;
  observeContact(s, slot, isLead ? classCounter.toLead : classCounter.escalated);
  observeContact(s, slot, classCounter.transfers);
  note(s, slot, isLead ? 'toLead' : 'escalated');
  if (isFlagged(s, slot, contactFlag.counted)) {
    addToTeam(s, team, isLead ? teamCounter.toLead : teamCounter.escalated, 1);
  }
  hold(s, slot, agent, row.warmSeconds);
  countVisit(s, slot, team);
  handOver(s, slot, row.stage, 0);
}

/** One handling more of the contact by the team. */
export function countVisit(s: ReplicationState, slot: number, team: number): void {
  if (s.visits.length === 0) return;
  const at = slot * s.layout.teams + team;
  s.visits[at] = (s.visits[at] as number) + 1;
}

/** Goes on to another stage; work for a team that is closed then becomes deferred. */
function handOver(s: ReplicationState, slot: number, stage: number, seconds: number): void {
  s.contactInts[(slot << 6) | contactInt.stage] = stage;
  delay(s, slot, seconds, joinStep.stage);
}
