// After handling (rules 13, 15): resolved, escalated, to another department, to the lead; some resolved ones come back.
import * as at from './counters.ts';
import { delay, scheduleReturn } from './delays.ts';
import { hasAhead, knowsReturn, returns } from './firstDraws.ts';
import { answered, clearFlag, counted, isFlagged, ownLaw, passesOn, setFlag } from './flags.ts';
import { comesBack } from './handlingDraws.ts';
import { drawFor, pairOf, uniformOf } from './keyedDraws.ts';
import { holdLine } from './leaving.ts';
import { addToTeam, observeFirstResponse, observeResolution } from './observer.ts';
import { isForLead, isForOtherDepartment, isResolved, passes } from './outcomeKinds.ts';
import { beginPause } from './pauses.ts';
import { release } from './pools.ts';
import { decideAtEnd } from './promises.ts';
import * as purpose from './purposes.ts';
import type { Agent, Contact, Outcome, Stage, Team } from './rows.ts';
import { named, noLaw, s, toStage } from './state.ts';
import { hold } from './warmHandOver.ts';

/** The conversation is over: the contact is resolved, or goes on; the agent may still have wrap-up. */
/* inline */ export function endTalk(slot: Contact, agent: Agent): void {
  const stage = slot.stage;
  if (s.limitsLines !== 0) holdLine(slot.queue, -1);
  const flags = slot.flags;
  if ((flags & (answered | passesOn)) !== answered) {
    if ((flags & answered) === 0) {
      decideAtEnd(slot, stage);
      observeFirstResponse(slot, stage);
    }
    // Said of a handling that was begun elsewhere, even if that was never ended.
    if ((flags & passesOn) !== 0) {
      goHome(slot, stage, agent.group.team);
      return;
    }
  }
  // Drawn by the team that began; another may have ended the talk.
  if (slot.outcome.kind !== isResolved) {
    escalate(slot, slot.outcome, agent.group.team, agent);
    return;
  }
  if (!hasAhead(slot, knowsReturn)) drawReturn(slot, agent.group.team);
  const isBack = hasAhead(slot, returns);
  observeResolution(slot, stage.homeTeam, isBack);
  if (isBack) returnLater(slot, agent.group.team);
  release(slot);
}

/** Who ends the talk is perhaps not who began it. */
/* rare */ function drawReturn(slot: Contact, team: Team): void {
  slot.ahead = comesBack(slot, pairOf(slot.entry, team), team) ? returns : 0;
}

function returnLater(slot: Contact, team: Team): void {
  const law = pairOf(slot.entry, team).returnDelayLaw;
  scheduleReturn(slot, drawFor(law, slot, team, purpose.returnDelay, 0));
}

/** From a dispatcher or a wrong team on to the team that is meant. */
/* rare */ function goHome(slot: Contact, stage: Stage, team: Team): void {
  const begunAt = isFlagged(slot, passesOn) ? slot.beginStage : stage;
  clearFlag(slot, passesOn);
  countVisit(slot, team);
  handOver(slot, stageAfterDispatch(slot, begunAt), 0);
}

function stageAfterDispatch(slot: Contact, stage: Stage): Stage {
  const row = stage.dispatch;
  if (row.wrongTeamShare <= 0 || uniformOf(slot, purpose.wrongTeam, 0) >= row.wrongTeamShare)
    return stage.nextStage;
  const u = uniformOf(slot, purpose.wrongTeamChoice, 0);
  const k = <i32>floor(u * <f64>row.wrongTeams);
  return named<Stage>(row.wrongTeamStages + ((<usize>k) << 2));
}

function escalate(slot: Contact, row: Outcome, team: Team, agent: Agent): void {
  if (row.kind === passes) {
    goHome(slot, slot.stage, team);
    return;
  }
  const isCounted = isFlagged(slot, counted);
  if (isCounted) row.times += 1;
  if (row.kind === isForOtherDepartment) {
    if (isCounted) addToTeam(team, at.teamOtherDepartment, 1);
    clearFlag(slot, ownLaw);
    if (row.handlingLaw !== noLaw) {
      setFlag(slot, ownLaw);
      slot.handlingLaw = row.handlingLaw;
    }
    const seconds = drawFor(row.law, slot, team, purpose.turnaround, 0);
    countVisit(slot, team);
    beginPause(slot);
    handOver(slot, row.stage, seconds);
    return;
  }
  if (isCounted) addToTeam(team, row.kind === isForLead ? at.teamToLead : at.teamEscalated, 1);
  if (row.warmSeconds >= 0) hold(slot, agent, row.warmSeconds);
  countVisit(slot, team);
  handOver(slot, row.stage, 0);
}

/** One handling more of the contact by the team. */
export function countVisit(slot: Contact, team: Team): void {
  // Nothing holds any more of what was drawn for a first one.
  slot.ahead = 0;
  if (s.revisits === 0) return;
  const place = changetype<usize>(slot) + <usize>s.visitsAt + ((<usize>team.index) << 1);
  store<u16>(place, load<u16>(place) + 1);
}

/** Goes on to another stage; work for a team that is closed then becomes deferred. */
function handOver(slot: Contact, stage: Stage, seconds: f64): void {
  slot.stage = stage;
  delay(slot, seconds, toStage);
}
