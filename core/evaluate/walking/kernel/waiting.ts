// Lines that work through a backlog in one step; as in core/evaluate/waitingLine.ts and promiseClock.ts.
import { countPromise, mostSettled } from './live.ts';
import { exp, pow } from './powers.ts';
import { between, noteWait } from './resolutions.ts';
import type { Group, Line, LinePromise, Set, Share } from './rows.ts';
import {
  add,
  addTo,
  answered,
  answerWaitSeconds,
  backlogSteps,
  channelAt,
  f64At,
  firstResponseSeconds,
  firstResponses,
  i32At,
  onAnswered,
  onFirstResponseSeconds,
  onFirstResponses,
  onQueueSeconds,
  onWaitSeconds,
  put,
  queueSeconds,
  sizeOf,
  teamBacklogSteps,
  teamQueueSeconds,
  w,
  waitSeconds,
} from './state.ts';

const mostSteps: f64 = 8;

let lateShare: f64 = 0;
let lateSeconds: f64 = 0;

/** Puts contacts that come in a step behind those who wait. */
export function join(line: Line, step: i32, amount: f64): void {
  if (amount <= 0) return;
  store<i32>(line.came + ((<usize>line.end) << 2), step);
  put(line.amounts, line.end, amount);
  line.end += 1;
  line.total += amount;
}

/** Takes so much out of the oldest; true where that is used up. */
function takeOldest(line: Line, part: f64): boolean {
  const here = f64At(line.amounts, line.head);
  line.total -= part;
  if (part < here) {
    put(line.amounts, line.head, here - part);
    return false;
  }
  line.head += 1;
  if (line.head === line.end) {
    line.total = 0;
    line.head = 0;
    line.end = 0;
  }
  return true;
}

export function serveWaiting(line: Line, k: i32): void {
  const came = line.joining;
  if (line.taken > 0 || (line.isLive !== 0 && line.patience !== Infinity)) return;
  const before = line.total;
  join(line, k, came);
  const set = changetype<Set>(line.set);
  if (set.isOut !== 0 && line.seconds > 0) {
    stand(line, 0, before, 0, k);
    return;
  }
  let room: f64 = 0;
  let agents: f64 = 0;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const group = changetype<Group>(changetype<Share>(at).group);
    room += group.left;
    agents += group.agents;
  }
  const asked = line.total * line.seconds;
  const used = min<f64>(asked, room);
  const amount = line.seconds > 0 ? used / line.seconds : agents > 0 ? line.total : 0;
  lateShare = 0;
  lateSeconds = 0;
  if (room > 0 && (asked <= room || line.isLive !== 0)) waitByChance(line, set, agents, room, used);
  if (used > 0) {
    const rest = used - spendTime(set, true, used, k);
    if (rest > 0) spendTime(set, false, rest, k);
  }
  const byChance = lateShare * lateSeconds;
  let left = min<f64>(amount, line.total);
  while (left > 1e-12 && line.head !== line.end) {
    const cameInStep = i32At(line.came, line.head);
    const part = min<f64>(left, f64At(line.amounts, line.head));
    if (line.isInternal === 0 && cameInStep >= 0 && cameInStep < w.count)
      begin(line, k, cameInStep, part, byChance);
    left -= part;
    if (!takeOldest(line, part)) break;
  }
  stand(line, amount, before, byChance, k);
}

/** Counts who stands in a line in a step in which so many were taken out of it. */
function stand(line: Line, amount: f64, before: f64, byChance: f64, k: i32): void {
  line.taken = amount;
  line.answeredShare = 1;
  if (k >= w.count) return;
  const weight = f64At(w.counted, k);
  const standing = ((before + line.total) / 2) * w.stepSeconds + amount * byChance;
  add(line.sums, queueSeconds, standing * weight);
  addTo(w.teamSeries, line.teamRow, teamQueueSeconds, k, standing);
  if (line.isInternal !== 0) return;
  add(channelAt(line.channelRow, k), onQueueSeconds, standing);
  if (line.isLive !== 0) return;
  add(line.sums, backlogSteps, line.total * weight);
  addTo(w.teamSeries, line.teamRow, teamBacklogSteps, k, line.total);
}

/** Uses the time of the groups that serve from the first, or of those that take over later; says how much was used. */
function spendTime(set: Set, isFirst: boolean, wanted: f64, k: i32): f64 {
  let here: f64 = 0;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    if ((share.isFirst !== 0) === isFirst) here += changetype<Group>(share.group).left;
  }
  const worked = min<f64>(wanted, here);
  if (worked <= 0) return 0;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    if ((share.isFirst !== 0) !== isFirst) continue;
    const group = changetype<Group>(share.group);
    const part = (worked * group.left) / here;
    group.left -= part;
    countBusy(group, part, k);
  }
  return worked;
}

export function countBusy(group: Group, amount: f64, k: i32): void {
  if (k >= w.count || amount === 0) return;
  add(w.groupSums, group.row, amount * f64At(w.counted, k));
  add(w.groupSeries, group.row * w.count + k, amount);
}

/** Counts contacts that came in one step and begin in another. */
function begin(line: Line, k: i32, cameInStep: i32, part: f64, byChance: f64): void {
  const wait = <f64>max<i32>(0, k - cameInStep) * w.stepSeconds + byChance;
  const weight = f64At(w.counted, cameInStep);
  add(line.sums, answered, part * weight);
  add(line.sums, waitSeconds, part * wait * weight);
  add(line.sums, answerWaitSeconds, part * wait * weight);
  const channel = channelAt(line.channelRow, cameInStep);
  add(channel, onAnswered, part);
  add(channel, onWaitSeconds, part * wait);
  if (line.isFirst !== 0) {
    const response = wait + (line.answersAtBegin !== 0 ? 0 : line.spanSeconds) + line.before;
    add(line.sums, firstResponses, part * weight);
    add(line.sums, firstResponseSeconds, part * response * weight);
    add(channel, onFirstResponses, part);
    add(channel, onFirstResponseSeconds, part * response);
  }
  if (weight > 0) noteWait(line, part, cameInStep, k, byChance);
  for (let at = line.promises; at < line.promisesEnd; at += sizeOf<LinePromise>()) {
    const one = changetype<LinePromise>(at);
    const contacts = part * one.weight;
    countPromise(line, one.place, cameInStep, weight, contacts, contacts * kept(one, cameInStep, k));
  }
}

/** The share that is in time of those who came in one step and begin in another. */
function kept(one: LinePromise, came: i32, begun: i32): f64 {
  const rest = one.targetSeconds - between(one.open, came, begun);
  if (rest < 0) return 0;
  const done = one.withHandling !== 0 ? shareWithin(one, rest) : 1;
  const chance = lateSeconds > 0 ? lateShare * exp(-rest / lateSeconds) : 0;
  return done * (1 - chance);
}

function shareWithin(one: LinePromise, seconds: f64): f64 {
  let at = one.atoms;
  while (at < one.atomsEnd && load<f64>(at) <= seconds) at += 8;
  return <f64>((at - one.atoms) >> 3) / <f64>((one.atomsEnd - one.atoms) >> 3);
}

/** Who waits by chance although there is time for all, and how long. */
function waitByChance(line: Line, set: Set, agents: f64, room: f64, used: f64): void {
  if (set.blocked >= 0 && line.isLive === 0) {
    const rest = 1 - min<f64>(mostSettled, used / room);
    lateShare = set.blocked;
    lateSeconds = min<f64>(
      mostSteps * w.stepSeconds,
      (((1 + line.variation) / 2) * set.held * line.seconds) / rest,
    );
    return;
  }
  if (agents <= 0) return;
  const count = max<f64>(1, agents);
  const busy = max<f64>(0, agents * w.stepSeconds - room) / (agents * w.stepSeconds);
  const rho = min<f64>(mostSettled, busy + ((1 - busy) * used) / room);
  lateShare = pow(rho, sqrt<f64>(2 * (count + 1)) - 1);
  const spread = (1 + line.variation) / 2;
  lateSeconds = min<f64>(
    w.stepSeconds,
    (spread * line.seconds) / (count * (1 - rho) * max<f64>(0.2, 1 - busy)),
  );
}
