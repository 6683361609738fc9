// Lines that work through a backlog in one step, from the time that live work leaves to the agents.
import { pow } from '../numerics/pow.ts';
import type { Backlog } from './backlog.ts';
import type { LineRows } from './lineRows.ts';
import { countPromise } from './liveLine.ts';
import type { Line, ServingSet } from './network.ts';
import { mostSettled } from './rankFactors.ts';
import { noteWait } from './resolution.ts';
import { add, lineCount, ofGroup, ofLine, onChannel, onTeam, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

/** So many steps is the longest that deferred work waits by chance: what is busier does not settle. */
const mostSteps = 8;

const nothingLate = { share: 0, seconds: 0 };

/** What the agents of a step have for such lines: `left` agent-seconds by group, which are used up. */
export interface AgentTime {
  readonly agents: Float64Array;
  readonly left: Float64Array;
  /** What the station of a set told in this step of deferred work that cannot begin at once; below 0: nothing. */
  readonly blocked: Float64Array;
  readonly held: Float64Array;
  count(placeOfGroup: number, sum: number, amount: number, k: number): void;
}

/** Deferred work, and live work of the endlessly patient that the agents cannot keep up with: in order, from what is left. */
export function serveWaiting(
  s: WalkState,
  sums: UnitSums,
  unit: Unit,
  time: AgentTime,
  line: Line,
  l: number,
  k: number,
): void {
  const { network, joining, backlogs, taken, steps } = s;
  const came = joining[l] as number;
  const backlog = backlogs[l] as Backlog;
  if (came <= 0 && backlog.total <= 0) return;
  if ((taken[l] as number) > 0 || (line.live && line.patience !== Number.POSITIVE_INFINITY)) return;
  const before = backlog.total;
  backlog.add(k, came);
  const { groups, weights } = network.sets[line.set] as ServingSet;
  let room = 0;
  let agents = 0;
  for (let i = 0; i < groups.length; i += 1) {
    room += time.left[groups[i] as number] as number;
    agents += time.agents[groups[i] as number] as number;
  }
  const asked = backlog.total * line.seconds;
  const used = Math.min(asked, room);
  const amount = line.seconds > 0 ? used / line.seconds : agents > 0 ? backlog.total : 0;
  // Live work that comes faster than it is done waits by chance too, at least as in a team that is nearly full.
  const late =
    room > 0 && (asked <= room || line.live)
      ? heldOf(steps.seconds, line, time, agents, room, used)
      : nothingLate;
  // Groups that take over later get what the first ones leave.
  if (used > 0) {
    const rest = used - spendTime(time, s.rows, groups, weights, true, used, k);
    if (rest > 0) spendTime(time, s.rows, groups, weights, false, rest, k);
  }
  const byChance = late.share * late.seconds;
  s.witness?.waiting({ step: k, line: l, before, came, agents, room, used, begun: amount, late });
  let left = Math.min(amount, backlog.total);
  while (left > 1e-12 && !backlog.isEmpty) {
    const cameInStep = backlog.came[backlog.head] as number;
    const part = Math.min(left, backlog.amounts[backlog.head] as number);
    if (!line.isInternal) begin(s, sums, unit, line, l, k, cameInStep, part, late);
    left -= part;
    if (!backlog.takeOldest(part)) break;
  }
  taken[l] = amount;
  s.answeredShare[l] = 1;
  if (k >= steps.count) return;
  const weight = steps.counted[k] as number;
  const standing = ((before + backlog.total) / 2) * steps.seconds + amount * byChance;
  const { rows } = s;
  const at = (rows.placeOf[l] as number) * lineCount;
  const team = rows.teamRow[l] as number;
  add(sums.lines, at + ofLine.queueSeconds, standing * weight);
  add(sums.teamSeries, (team + onTeam.queueSeconds) * steps.count + k, standing);
  if (line.isInternal) return;
  const channel = rows.channelRow[l] as number;
  add(sums.channelSeries, (channel + onChannel.queueSeconds) * steps.count + k, standing);
  if (line.live) return;
  add(sums.lines, at + ofLine.backlogSteps, backlog.total * weight);
  add(sums.teamSeries, (team + onTeam.backlogSteps) * steps.count + k, backlog.total);
}

/** Uses the time of the groups that serve from the first, or of those that take over later; says how much was used. */
function spendTime(
  time: AgentTime,
  { placeOfGroup }: LineRows,
  groups: readonly number[],
  weights: readonly number[],
  isFirst: boolean,
  wanted: number,
  k: number,
): number {
  let here = 0;
  for (let i = 0; i < groups.length; i += 1)
    if ((weights[i] === 1) === isFirst) here += time.left[groups[i] as number] as number;
  const worked = Math.min(wanted, here);
  if (worked <= 0) return 0;
  for (let i = 0; i < groups.length; i += 1) {
    if ((weights[i] === 1) !== isFirst) continue;
    const g = groups[i] as number;
    const part = (worked * (time.left[g] as number)) / here;
    time.left[g] = (time.left[g] as number) - part;
    time.count(placeOfGroup[g] as number, ofGroup.busySeconds, part, k);
  }
  return worked;
}

/** Counts contacts that came in one step and begin in another. */
function begin(
  s: WalkState,
  sums: UnitSums,
  unit: Unit,
  line: Line,
  l: number,
  k: number,
  cameInStep: number,
  part: number,
  late: { readonly share: number; readonly seconds: number },
): void {
  const { steps, clock, witness } = s;
  const promises = s.promisesOf[l] as WalkState['promisesOf'][number];
  const byChance = late.share * late.seconds;
  const wait = Math.max(0, k - cameInStep) * steps.seconds + byChance;
  if (cameInStep >= 0 && cameInStep < steps.count) {
    const { classIndex: c } = line;
    const weight = steps.counted[cameInStep] as number;
    const { rows } = s;
    const place = rows.placeOf[l] as number;
    const at = place * lineCount;
    const row = rows.channelRow[l] as number;
    const { count } = steps;
    add(sums.lines, at + ofLine.answered, part * weight);
    add(sums.lines, at + ofLine.waitSeconds, part * wait * weight);
    add(sums.lines, at + ofLine.answerWaitSeconds, part * wait * weight);
    add(sums.channelSeries, (row + onChannel.answered) * count + cameInStep, part);
    add(sums.channelSeries, (row + onChannel.waitSeconds) * count + cameInStep, part * wait);
    if (rows.isFirst[l] === 1) {
      const response =
        wait + (rows.answersAtBegin[l] === 1 ? 0 : line.spanSeconds) + (rows.before[l] as number);
      add(sums.lines, at + ofLine.firstResponses, part * weight);
      add(sums.lines, at + ofLine.firstResponseSeconds, part * response * weight);
      add(sums.channelSeries, (row + onChannel.firstResponses) * count + cameInStep, part);
      add(sums.channelSeries, (row + onChannel.firstResponseSeconds) * count + cameInStep, part * response);
    }
    if (weight > 0 && s.resolutionPromises.length > 0)
      noteWait(s, sums, place, c, part, (calendar) => clock.between(calendar, cameInStep, k) + byChance);
    for (let j = 0; j < promises.length; j += 1) {
      const one = promises[j] as (typeof promises)[number];
      const contacts = part * one.weight;
      const met = contacts * clock.kept(line, one, cameInStep, k, late);
      countPromise(sums, unit, count, place, one.place, cameInStep, weight, contacts, met);
    }
  }
  if (witness === null || cameInStep < 0) return;
  const kept = promises.map((one) => clock.kept(line, one, cameInStep, k, late));
  witness.begun({ step: k, line: l, cameInStep, contacts: part, waitSeconds: wait, kept });
}

/** Who waits by chance although there is time for all: as the station of the set told, or as before agents with nothing else to do. */
function heldOf(
  length: number,
  line: Line,
  { blocked, held }: AgentTime,
  agents: number,
  room: number,
  used: number,
): { share: number; seconds: number } {
  const share = blocked[line.set] as number;
  if (share < 0 || line.live) return chanceOf(length, line, agents, room, used);
  const spread = (1 + line.variation) / 2;
  const rest = 1 - Math.min(mostSettled, used / room);
  return {
    share,
    seconds: Math.min(mostSteps * length, (spread * (held[line.set] as number) * line.seconds) / rest),
  };
}

/** Who waits by chance although there is time for all, and how long (Sakasegawa's approximation of the Erlang C wait). */
export function chanceOf(
  length: number,
  line: Line,
  agents: number,
  room: number,
  used: number,
): { share: number; seconds: number } {
  if (agents <= 0 || room <= 0) return nothingLate;
  const count = Math.max(1, agents);
  const busy = Math.max(0, agents * length - room) / (agents * length);
  const rho = Math.min(mostSettled, busy + ((1 - busy) * used) / room);
  const share = pow(rho, Math.sqrt(2 * (count + 1)) - 1);
  const spread = (1 + line.variation) / 2;
  return {
    share,
    seconds: Math.min(length, (spread * line.seconds) / (count * (1 - rho) * Math.max(0.2, 1 - busy))),
  };
}
