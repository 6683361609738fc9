// The walk through time of one unit: in each step what comes, what is handed over, what each line does with it, and what follows; as
// in core/evaluate/walk.ts and sets.ts.
import { reaching } from './front.ts';
import { handOn, settleWork } from './handOvers.ts';
import { serveLive } from './live.ts';
import { layLoads } from './loads.ts';
import type { Back, Class, Group, Line, Set, Share } from './rows.ts';
import {
  add,
  channelAt,
  deposit,
  f64At,
  hasToSettle,
  i32At,
  isEmpty,
  isStill,
  leaveStep,
  onResolved,
  put,
  queueAtEnd,
  redials,
  sizeOf,
  visits,
  w,
} from './state.ts';
import { countBusy, join, serveWaiting } from './waiting.ts';

/** Contacts that wait from before the horizon. */
export function placeBacklog(line: usize, contacts: f64): void {
  join(changetype<Line>(line), -1, contacts);
}

export function run(): void {
  for (let at = w.everyLine; at < w.everyLineEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    line.sums = w.lineSums + ((<usize>line.at) << 3);
  }
  for (let k = 0; k < w.count; k += 1) step(k);
  for (let at = w.everyLine; at < w.everyLineEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    put(line.sums, queueAtEnd, line.total);
  }
  for (let k = w.count; k < w.all && hasWorkFromBefore(); k += 1) step(k);
  for (let row = 0; row < w.channelSums; row += 1)
    for (let k = 0; k < w.count; k += 1)
      put(w.channelSeries, row * w.count + k, load<f64>(channelAt(row, k)));
}

function hasWorkFromBefore(): boolean {
  for (let at = w.everyLine; at < w.everyLineEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    if (line.isInternal !== 0) continue;
    if (line.total > 1e-6 && line.head < line.end && i32At(line.came, line.head) < w.count) return true;
  }
  return false;
}

/** Behind the last of the lines at which something is going on. */
let busyEnd: usize = 0;

function step(k: i32): void {
  for (let at = w.classes; at < w.classesEnd; at += sizeOf<Class>()) {
    const entry = changetype<Class>(at);
    const coming = reaching(entry, k);
    if (coming === 0) continue;
    const line = changetype<Line>(entry.line);
    line.joining += coming;
  }
  handOn(k);
  present(k);
  offer(k);
  layLoads(true);
  layLoads(false);
  for (let at = w.sets; at < w.setsEnd; at += sizeOf<Set>()) serveLive(changetype<Set>(at), k);
  for (let at = w.groups; at < w.groupsEnd; at += sizeOf<Group>()) {
    const group = changetype<Group>(at);
    const share = group.offered > 0 ? group.worked / group.offered : 0;
    const worked = min<f64>(group.agents, group.liveOn * share);
    countBusy(group, worked * w.stepSeconds, k);
    group.left = max<f64>(0, group.agents * group.roof - worked) * w.stepSeconds;
  }
  for (let at = w.sets; at < w.setsEnd; at += sizeOf<Set>()) findOut(changetype<Set>(at));
  for (let at = w.byRank; at < w.byRankEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    if (isEmpty(line)) continue;
    if (line.joining > 0 || line.total > 0) serveWaiting(line, k);
  }
  for (let at = w.busyLines; at < busyEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    if (hasToSettle(line)) settle(line, k);
    line.joining = 0;
    line.blocked = 0;
    leaveStep(line);
  }
  for (let at = w.returns; at < w.returnsEnd; at += sizeOf<Back>()) {
    const back = changetype<Back>(at);
    if (back.amount === 0) continue;
    deposit(back.into, w.all, k, back.amount, back.law, k + 1);
    back.amount = 0;
  }
}

/** Whether any group of a set has time left for those who wait. */
function findOut(set: Set): void {
  set.isOut = 1;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>())
    if (changetype<Group>(changetype<Share>(at).group).left > 0) set.isOut = 0;
}

/** Who is on duty, with nothing asked of them yet; after the horizon the same week goes on. */
function present(k: i32): void {
  const length = w.count;
  const week = w.week;
  const here = k < length ? k : length >= week ? length - week + ((k - length) % week) : k % length;
  for (let at = w.groups; at < w.groupsEnd; at += sizeOf<Group>()) {
    const group = changetype<Group>(at);
    group.agents = f64At(group.agentsOf, here);
    group.isWaiting = 0;
    group.roof = 1;
    group.offered = 0;
    group.worked = 0;
  }
  for (let at = w.sets; at < w.setsEnd; at += sizeOf<Set>()) {
    const set = changetype<Set>(at);
    set.liveLoad = 0;
    set.deferredLoad = 0;
    set.blocked = -1;
  }
}

/** The loads of the lines on their sets; notes at which lines anything is going on. */
function offer(k: i32): void {
  const weight = k < w.count ? f64At(w.counted, k) : 0;
  busyEnd = w.busyLines;
  for (let at = w.lines; at < w.linesEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    if (isStill(line)) continue;
    const came = line.joining;
    const waiting = line.total;
    store<i32>(busyEnd, load<i32>(at));
    busyEnd += 4;
    const set = changetype<Set>(line.set);
    if (came !== 0) add(line.sums, visits, came * weight);
    if (line.isLive !== 0 && !(waiting > 0)) {
      advanceLoad(line, k);
      set.liveLoad += line.load;
      continue;
    }
    if (came + waiting === 0) continue;
    set.deferredLoad += ((came + waiting) * line.seconds) / w.stepSeconds;
    if (waiting > 0.5)
      for (let each = set.shares; each < set.sharesEnd; each += sizeOf<Share>())
        changetype<Group>(changetype<Share>(each).group).isWaiting = 1;
  }
}

function advanceLoad(line: Line, k: i32): void {
  const limit = (line.joining / w.stepSeconds) * line.seconds;
  if (k === 0) line.loadNow = limit;
  const before = line.loadNow;
  if (before === limit) {
    line.load = limit;
    return;
  }
  line.load = limit + ((before - limit) * line.goneOfLoad * max<f64>(1e-3, line.spanSeconds)) / w.stepSeconds;
  line.loadNow = before + (limit - before) * line.goneOfLoad;
}

/** What follows from what the line really did. */
function settle(line: Line, k: i32): void {
  const isCounted = k < w.count;
  const weight = isCounted ? f64At(w.counted, k) : 0;
  if (line.lost > 0) {
    const turned = line.blocked;
    const again = (line.lost - turned) * line.redialShare + turned * line.blockedRedialShare;
    if (again > 0) {
      changetype<Back>(line.again).amount += again;
      add(line.sums, redials, again * weight);
    }
  }
  const ended = settleWork(line, line.taken, k, weight);
  if (ended === 0 || line.resolves === 0) return;
  const solved = ended * line.resolvedShare;
  const back = solved * line.returnShare;
  if (isCounted) add(channelAt(line.channelRow, k), onResolved, solved);
  if (back > 0) changetype<Back>(line.back).amount += back;
}
