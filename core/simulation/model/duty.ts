// Duty (rule 16): agents come on duty and leave, by planned counts or by their own shifts. A busy leaver finishes.
import { purpose } from '../engine/streams.ts';
import { agentFloat, agentInt } from './agentFields.ts';
import { delist, lastIdleAgent } from './agentLists.ts';
import type { CompiledModel, GroupModel } from './compiledModel.ts';
import { lookForWork } from './freeAgent.ts';
import { isInTalk, leaveTalk } from './interruption.ts';
import { observeOverRun } from './observeAgents.ts';
import { addToTeam, countedSpan } from './observer.ts';
import { noOne, type ReplicationState } from './replicationState.ts';
import { teamCounter } from './tallyLayout.ts';

/** The changes of one group at one instant are one event; gives the number of the next change. */
export function changeDutyOfGroup(s: ReplicationState, first: number): number {
  const { timeSeconds, group, agent, agents } = s.model.duty;
  let end = first + 1;
  while (timeSeconds[end] === timeSeconds[first] && group[end] === group[first]) end += 1;
  if (agent[first] === noOne) {
    for (let at = first; at < end; at += 1) changeCount(s, at);
    return end;
  }
  let last = 0;
  for (let at = first; at < end; at += 1)
    last = Math.max(last, (agent[at] as number) + (agents[at] as number));
  // One agent after the other: who leaves one shift and begins another at this instant does both before the next agent.
  for (let number = agent[first] as number; number < last; number += 1) {
    for (let at = first; at < end; at += 1) {
      const place = number - (agent[at] as number);
      if (place >= 0 && place < (agents[at] as number)) changeAgent(s, at, number);
    }
  }
  return end;
}

/** Applies the duty change number `at` of the model, a planned count. */
function changeCount(s: ReplicationState, at: number): void {
  const { group, value, ordinal, day } = s.model.duty;
  const g = group[at] as number;
  setCount(s, g, plannedCount(s, g, value[at] as number, ordinal[at] as number, day[at] as number));
}

/** Applies the duty change number `at` of the model to one of its named agents. */
function changeAgent(s: ReplicationState, at: number, number: number): void {
  const { group, value, day } = s.model.duty;
  const g = group[at] as number;
  if (!isShrunk(s, g, at)) changeNamed(s, g, number, (value[at] as number) === 1, day[at] as number);
}

/** Whether planned shrinkage takes an agent who would be on duty by chance away from this interval of the shift. */
function isShrunk(s: ReplicationState, g: number, at: number): boolean {
  const { chance, assignment, ordinal } = s.model.duty;
  if (chance === null || assignment === null || chance[at] === 1) return false;
  const { key0, key1 } = s.model.groups[g] as GroupModel;
  const u = s.drawDuty(key0, key1, purpose.plannedCount, assignment[at] as number, ordinal[at] as number);
  return u >= (chance[at] as number);
}

/** Whole agents of a planned count: the floor, plus one with the chance of the fraction; less those absent that day. */
function plannedCount(s: ReplicationState, g: number, planned: number, ordinal: number, day: number): number {
  const group = s.model.groups[g] as GroupModel;
  const floor = Math.floor(planned);
  const rest = planned - floor;
  let count = floor;
  if (rest > 0 && s.drawDuty(group.key0, group.key1, purpose.plannedCount, 0, ordinal) < rest) count += 1;
  if (group.absenceShare === 0) return count;
  let present = 0;
  for (let i = 0; i < count; i += 1) if (!isAbsent(s, group, i, day)) present += 1;
  return present;
}

const isAbsent = (s: ReplicationState, group: GroupModel, agent: number, day: number): boolean =>
  group.absenceShare > 0 &&
  s.drawDuty(group.key0, group.key1, purpose.absence, agent, day) < group.absenceShare;

function changeNamed(s: ReplicationState, g: number, number: number, comes: boolean, day: number): void {
  const group = s.model.groups[g] as GroupModel;
  if (isAbsent(s, group, number, day)) return;
  const agent = s.agentsOf[g]?.[number] as number;
  const before = s.agentInts[(agent << 6) | agentInt.duty] as number;
  const after = before + (comes ? 1 : -1);
  if (after < 0) return;
  s.agentInts[(agent << 6) | agentInt.duty] = after;
  if (comes && before === 0) begin(s, g, agent);
  else if (!comes && after === 0) end(s, g, agent);
}

function countDuty(s: ReplicationState, g: number, change: number): void {
  const team = (s.model.groups[g] as GroupModel).team;
  const count = s.onDuty[g] as number;
  addToTeam(s, team, teamCounter.dutySeconds, count * countedSpan(s, s.dutySince[g] as number, s.now));
  s.dutySince[g] = s.now;
  s.onDuty[g] = count + change;
  if (s.levels !== null && change !== 0) s.levels.duty(s.now, g, count + change);
  if (s.now < s.horizonEnd && change !== 0) s.dutySeries.changeIn(s.interval, team, s.now, change);
}

/** Adds up the duty since the last change; at the end of a replication. */
export function finishDuty(s: ReplicationState): void {
  for (let g = 0; g < s.model.groups.length; g += 1) countDuty(s, g, 0);
}

function begin(s: ReplicationState, g: number, agent: number): void {
  countDuty(s, g, 1);
  if ((s.agentInts[(agent << 6) | agentInt.load] as number) > 0) {
    // Still busy beyond the last duty: the over-run ends, the work goes on.
    observeOverRun(s, agent, false);
    if ((s.agentInts[(agent << 6) | agentInt.table] as number) !== noOne) lookForWork(s, agent);
    return;
  }
  s.agentFloats[(agent << 5) | agentFloat.since] = s.now;
  s.agentFloats[(agent << 5) | agentFloat.assigned] = s.now;
  s.agentInts[(agent << 6) | agentInt.table] = noOne;
  lookForWork(s, agent);
}

function end(s: ReplicationState, g: number, agent: number): void {
  countDuty(s, g, -1);
  delist(s, agent);
  s.agentFloats[(agent << 5) | agentFloat.leftAt] = s.now;
  observeOverRun(s, agent, true);
  if ((s.agentInts[(agent << 6) | agentInt.load] as number) > 0) {
    const { leaving } = s.model.groups[g] as GroupModel;
    if (leaving === 'finish' || !isInTalk(s, agent)) return;
    leaveTalk(s, agent, leaving);
  }
  lookForWork(s, agent);
}

/** Brings a group given as counts to `count` agents on duty; who comes has the smallest number that nobody present has. */
function setCount(s: ReplicationState, g: number, count: number): void {
  const agents = s.agentsOf[g] as number[];
  let number = 0;
  while ((s.onDuty[g] as number) < count) {
    while (number < agents.length && isPresent(s, agents[number] as number)) number += 1;
    const agent = agents[number] ?? s.addAgent(g, number);
    s.agentInts[(agent << 6) | agentInt.duty] = 1;
    begin(s, g, agent);
  }
  const { randomLeavers } = s.model.groups[g] as GroupModel;
  for (let left = 0; (s.onDuty[g] as number) > count; left += 1) {
    const agent = randomLeavers ? randomLeaver(s, g, left) : leaver(s, g);
    s.agentInts[(agent << 6) | agentInt.duty] = 0;
    end(s, g, agent);
  }
}

const isPresent = (s: ReplicationState, agent: number): boolean =>
  s.agentInts[(agent << 6) | agentInt.duty] !== 0 || s.agentInts[(agent << 6) | agentInt.load] !== 0;

/** Who leaves first: of the idle the one idle for the shortest time, else who took a contact last, by number among equals. */
function leaver(s: ReplicationState, g: number): number {
  const idle = lastIdleAgent(s, g);
  if (idle !== noOne) return idle;
  let latest: number = noOne;
  for (const agent of s.agentsOf[g] as number[]) {
    if (s.agentInts[(agent << 6) | agentInt.duty] === 0) continue;
    if (
      latest === noOne ||
      (s.agentFloats[(agent << 5) | agentFloat.assigned] as number) >
        (s.agentFloats[(latest << 5) | agentFloat.assigned] as number)
    )
      latest = agent;
  }
  return latest;
}

/** Each on duty is equally likely to leave; `left`: how many have left at this instant. */
function randomLeaver(s: ReplicationState, g: number, left: number): number {
  const { key0, key1 } = s.model.groups[g] as GroupModel;
  const agents = (s.agentsOf[g] as number[]).filter(
    (agent) => s.agentInts[(agent << 6) | agentInt.duty] !== 0,
  );
  const u = s.drawDuty(key0, key1, purpose.leaver, left, Math.floor(s.now));
  return agents[Math.floor(u * agents.length)] as number;
}

/** Duty changes and closings of channels in one order of time. */
export function closings(model: CompiledModel): {
  readonly times: Float64Array;
  readonly channels: Int32Array;
} {
  const found: { time: number; channel: number }[] = [];
  model.channels.forEach((channel, index) => {
    if (!channel.disconnects) return;
    const { bounds } = model.windows[channel.windows] as CompiledModel['windows'][number];
    for (let i = 1; i < bounds.length; i += 2) {
      if ((bounds[i] as number) !== Number.POSITIVE_INFINITY)
        found.push({ time: bounds[i] as number, channel: index });
    }
  });
  found.sort((a, b) => a.time - b.time || a.channel - b.channel);
  return {
    times: Float64Array.from(found, (entry) => entry.time),
    channels: Int32Array.from(found, (entry) => entry.channel),
  };
}
