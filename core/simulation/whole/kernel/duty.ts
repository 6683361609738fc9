// Duty (rule 16): agents come on duty and leave, by planned counts or by their own shifts. A busy leaver finishes.
import { delist } from './agentLists.ts';
import { countedSpan } from './clock.ts';
import * as at from './counters.ts';
import { lookForWork, observeOverRun } from './freeAgent.ts';
import { isInTalk, leaveTalk } from './interruption.ts';
import { drawDuty, drawDutyBy } from './keyedDraws.ts';
import { addToTeam } from './observer.ts';
import { addAgent, take } from './pools.ts';
import * as purpose from './purposes.ts';
import type { Absence, Agent, Duty, Group } from './rows.ts';
import { changeNow } from './series.ts';
import { named, noAgent, noTable, s, sizeOf } from './state.ts';
import { goBehind } from './turns.ts';

/** What a busy leaver does, as laid down by ../layRules.ts. */
const finishes: i32 = 0;
const isInterrupted: i32 = 2;

/** The changes of one group at one instant are one event; gives the place of the next change. */
/* rare */ export function changeDutyOfGroup(first: usize): usize {
  const one = changetype<Duty>(first);
  let end = first + sizeOf<Duty>();
  while (
    end < s.dutiesEnd &&
    changetype<Duty>(end).time === one.time &&
    changetype<Duty>(end).group === one.group
  )
    end += sizeOf<Duty>();
  if (one.agent < 0) {
    for (let row = first; row < end; row += sizeOf<Duty>()) changeCount(changetype<Duty>(row));
    return end;
  }
  let last = 0;
  for (let row = first; row < end; row += sizeOf<Duty>()) {
    const duty = changetype<Duty>(row);
    last = max<i32>(last, duty.agent + duty.agents);
  }
  // One agent after the other: who leaves one shift and begins another at this instant does both before the next agent.
  for (let number = one.agent; number < last; number += 1) {
    for (let row = first; row < end; row += sizeOf<Duty>()) {
      const duty = changetype<Duty>(row);
      const place = number - duty.agent;
      if (place >= 0 && place < duty.agents && !isShrunk(duty))
        changeNamed(duty.group, number, duty.value === 1, duty.day);
    }
  }
  return end;
}

/** Applies a change of a planned count: the floor, plus one with the chance of the fraction; less those absent that day. */
function changeCount(duty: Duty): void {
  const group = duty.group;
  const whole = floor(duty.value);
  const rest = duty.value - whole;
  let count = <i32>whole;
  if (rest > 0 && drawDuty(group.key0, group.key1, purpose.plannedCount, 0, duty.ordinal) < rest) count += 1;
  if (group.absenceShare !== 0) {
    count = presentOf(group, count, duty.day);
  }
  setCount(group, count);
}

/** How many of the first agents are there on a day; from one change to the next it is about the same ones. */
function presentOf(group: Group, count: i32, day: i32): i32 {
  let agents = group.plannedDay === day ? group.planned : 0;
  let present = agents === 0 ? 0 : group.present;
  for (; agents < count; agents += 1) if (!isAbsent(group, agents, day)) present += 1;
  for (; agents > count; agents -= 1) if (!isAbsent(group, agents - 1, day)) present -= 1;
  group.plannedDay = day;
  group.planned = count;
  group.present = present;
  return present;
}

/** Whether planned shrinkage takes an agent who would be on duty by chance away from this interval of the shift. */
function isShrunk(duty: Duty): bool {
  if (duty.chance === 1) return false;
  const group = duty.group;
  const u = drawDuty(group.key0, group.key1, purpose.plannedCount, duty.assignment, duty.ordinal);
  return u >= duty.chance;
}

/* inline */ function isAbsent(group: Group, agent: i32, day: i32): bool {
  if (group.absenceShare <= 0) return false;
  // Each change of duty of a day asks for the same again.
  if (agent < group.absenceRoom) {
    const known = absenceOf(group, agent);
    if (known.day === day && known.isDrawn !== 0) return known.isAbsent !== 0;
  }
  return drawAbsence(group, agent, day);
}

/* rare */ function drawAbsence(group: Group, agent: i32, day: i32): bool {
  if (agent >= group.absenceRoom) growAbsences(group, max<i32>(16, 2 * agent));
  const row = absenceOf(group, agent);
  const u = drawDutyBy(changetype<usize>(row), group.key0, group.key1, purpose.absence, agent, day);
  row.day = day;
  row.isDrawn = 1;
  row.isAbsent = u < group.absenceShare ? 1 : 0;
  return row.isAbsent !== 0;
}

/* inline */ function absenceOf(group: Group, agent: i32): Absence {
  return changetype<Absence>(group.absences + <usize>agent * sizeOf<Absence>());
}

function growAbsences(group: Group, room: i32): void {
  const absences = take(<usize>room * sizeOf<Absence>());
  memory.copy(absences, group.absences, <usize>group.absenceRoom * sizeOf<Absence>());
  group.absences = absences;
  group.absenceRoom = room;
}

function changeNamed(group: Group, number: i32, comes: bool, day: i32): void {
  if (isAbsent(group, number, day)) return;
  const agent = agentNumber(group, number);
  const before = agent.duty;
  const after = before + (comes ? 1 : -1);
  if (after < 0) return;
  agent.duty = after;
  if (comes && before === 0) begin(group, agent);
  else if (!comes && after === 0) end(group, agent);
}

/* inline */ function agentNumber(group: Group, number: i32): Agent {
  return named<Agent>(group.agents + ((<usize>number) << 2));
}

function countDuty(group: Group, change: i32): void {
  const team = group.team;
  addToTeam(team, at.teamDutySeconds, <f64>group.onDuty * countedSpan(group.dutySince, s.now));
  group.dutySince = s.now;
  group.onDuty += change;
  if (s.now < s.horizonEnd && change !== 0) changeNow(team.dutySeries, <f64>change);
}

/** Adds up the duty since the last change; at the end of a replication. */
export function finishDuty(): void {
  for (let row = s.groups; row < s.groupsEnd; row += sizeOf<Group>()) countDuty(changetype<Group>(row), 0);
}

function begin(group: Group, agent: Agent): void {
  countDuty(group, 1);
  if (agent.load > 0) {
    // Still busy beyond the last duty: the over-run ends, the work goes on.
    observeOverRun(agent, 0);
    if (agent.table !== noTable) lookForWork(agent);
    return;
  }
  agent.since = s.now;
  agent.assigned = s.now;
  goBehind(agent, group);
  agent.table = noTable;
  lookForWork(agent);
}

function end(group: Group, agent: Agent): void {
  countDuty(group, -1);
  delist(agent);
  agent.leftAt = s.now;
  observeOverRun(agent, 1);
  if (agent.load > 0) {
    if (group.leaving === finishes || !isInTalk(agent)) return;
    leaveTalk(agent, group.leaving === isInterrupted);
  }
  lookForWork(agent);
}

/** Brings a group given as counts to `count` agents on duty; who comes has the smallest number that nobody present has. */
function setCount(group: Group, count: i32): void {
  let number = 0;
  while (group.onDuty < count) {
    while (number < group.agentCount && isPresent(agentNumber(group, number))) number += 1;
    const agent = number < group.agentCount ? agentNumber(group, number) : addAgent(group, number);
    agent.duty = 1;
    begin(group, agent);
  }
  for (let left = 0; group.onDuty > count; left += 1) {
    const agent = group.randomLeavers !== 0 ? randomLeaver(group, left) : leaver(group);
    agent.duty = 0;
    end(group, agent);
  }
}

/* inline */ function isPresent(agent: Agent): bool {
  return agent.duty !== 0 || agent.load !== 0;
}

/** Who leaves first: of the idle the one idle for the shortest time, else who took a contact last, by number among equals. */
function leaver(group: Group): Agent {
  if (group.idleCount > 0) return group.lastIdle;
  let latest = noAgent;
  for (let number = 0; number < group.agentCount; number += 1) {
    const agent = agentNumber(group, number);
    if (agent.duty === 0) continue;
    if (latest === noAgent || agent.assigned > latest.assigned) latest = agent;
  }
  return latest;
}

/** Each on duty is equally likely to leave; `left`: how many have left at this instant. */
function randomLeaver(group: Group, left: i32): Agent {
  const second = <i32>floor(s.now);
  const u = drawDuty(group.key0, group.key1, purpose.leaver, left, second);
  let behind = <i32>floor(u * <f64>group.onDuty);
  for (let number = 0; number < group.agentCount; number += 1) {
    const agent = agentNumber(group, number);
    if (agent.duty === 0) continue;
    if (behind === 0) return agent;
    behind -= 1;
  }
  return noAgent;
}
