// A freed agent (rules 9, 10, 16): takes the next contact by the group's own order, waits, or goes home.
import { enlist, enlistIdle, idleOf, isEnd } from './agentLists.ts';
import { countedSpan } from './clock.ts';
import * as at from './counters.ts';
import { serve } from './handling.ts';
import { nextWork, workOf } from './nextWork.ts';
import { addToTeam } from './observer.ts';
import type { Agent, Group } from './rows.ts';
import { changeNow, fallNow } from './series.ts';
import { noContact, noList, noTable, s } from './state.ts';

/** The agent's work is over, or was cut short: from now on without work. */
/* inline */ export function stopWork(agent: Agent): void {
  const now = s.now;
  agent.since = now;
  if (now >= s.horizonEnd) {
    observeBusy(agent, now);
    return;
  }
  const team = agent.group.team;
  const from = agent.busySince > s.warmStart ? agent.busySince : s.warmStart;
  if (now > from) team.busySeconds += now - from;
  fallNow(team.busySeries);
}

/** The work of an agent is over: the next contact is taken if anybody waits, else the agent waits, or goes home. */
/* inline */ export function findWork(agent: Agent): void {
  const group = agent.group;
  if (waitingFor(group) === 0 && agent.duty > 0) enlistIdle(agent, group);
  else lookAtLines(agent, group);
}

/** Lines whose head one more without work may take: live ones only as long as deferred work has to wait for the reserve. */
/* inline */ function waitingFor(group: Group): i32 {
  const isReserve = group.idleCount < group.reservedForLive;
  return isReserve && group.resumedBySameAgent === 0 ? group.liveTaken : group.linesTaken;
}

/** Lets an agent with room, if there is any, take what waits; then it stands in its list, or leaves if its duty is over. */
export function lookForWork(agent: Agent): void {
  if (agent.load === 0 || hasRoomBeside(agent)) lookAtLines(agent, agent.group);
}

function lookAtLines(agent: Agent, group: Group): void {
  const isOnDuty = agent.duty > 0;
  do {
    const slot = nextWork(agent, group, isOnDuty);
    if (slot === noContact) {
      findsNone(agent, group, isOnDuty);
      return;
    }
    serve(agent, slot);
  } while (hasRoomBeside(agent));
}

/** Whether an agent who has work has room for one more chat. */
/* inline */ function hasRoomBeside(agent: Agent): bool {
  return agent.table !== noTable && agent.load < agent.table.limit;
}

/** Nobody waits whom the agent may take. */
/* inline */ function findsNone(agent: Agent, group: Group, isOnDuty: bool): void {
  if (agent.load > 0) {
    if (isOnDuty && agent.list === noList) enlist(agent);
    return;
  }
  if (!isOnDuty) {
    observeOverRun(agent, 0);
    return;
  }
  enlistIdle(agent, group);
  if (group.resumedBySameAgent !== 0 && group.reservedForLive > 0) offerOwnWork(group);
}

/** One more is without work: another who waits, too, may now resume the own deferred work in spite of the reserve. */
function offerOwnWork(group: Group): void {
  const idle = idleOf(group);
  let agent = idle.head;
  while (!isEnd(idle, agent)) {
    const next = agent.next;
    const slot = workOf(agent, group, true);
    if (slot !== noContact) serve(agent, slot);
    agent = next;
  }
}

/** An agent's over-run begins (the duty is over) or ends (gone home, or on duty again). */
export function observeOverRun(agent: Agent, runs: i32): void {
  if (agent.overRuns === runs) return;
  agent.overRuns = runs;
  const team = agent.group.team;
  if (runs === 0) addToTeam(team, at.teamOverRunSeconds, countedSpan(agent.leftAt, s.now));
  if (s.now < s.horizonEnd && (runs !== 0 || agent.leftAt < s.horizonEnd))
    changeNow(team.overRunSeries, runs !== 0 ? 1 : -1);
}

export function observeBusy(agent: Agent, until: f64): void {
  agent.group.team.busySeconds += countedSpan(agent.busySince, until);
}
