// Live lines in one step: what their station is asked, and what its answer means for each; as in core/evaluate/stationQuestions.ts,
// liveLine.ts and promiseShares.ts.
import { station } from './host.ts';
import { pow } from './powers.ts';
import { noteWait } from './resolutions.ts';
import type { Group, Line, LinePromise, Set, Share } from './rows.ts';
import {
  abandoned,
  add,
  addTo,
  answered,
  answerWaitSeconds,
  blocked,
  channelAt,
  f64At,
  firstResponseSeconds,
  firstResponses,
  lost,
  onAbandoned,
  onAnswered,
  onBlocked,
  onFirstResponseSeconds,
  onFirstResponses,
  onQueueSeconds,
  onWaitSeconds,
  put,
  queueSeconds,
  sizeOf,
  teamQueueSeconds,
  w,
  waitSeconds,
} from './state.ts';

export const mostSettled: f64 = 0.97;
const mostPatience: f64 = 1e9;

let own: f64 = 0;
let occupied: f64 = 0;
let agentsAsked: f64 = 0;

export function serveLive(set: Set, k: i32): void {
  let rate: f64 = 0;
  let leaving: f64 = 0;
  let came: f64 = 0;
  let varied: f64 = 0;
  let balked: f64 = 0;
  let isBehind = false;
  let first: usize = 0;
  let shortest: f64 = Infinity;
  own = 0;
  for (let rank = 0; rank < set.ranks; rank += 1) put(set.came, rank, 0);
  for (let at = set.live; at < set.liveEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    const weight = line.joining;
    const waiting = line.total;
    if (!(weight > 0 || line.load > 1e-9 || waiting > 0)) continue;
    if (first === 0) first = load<i32>(at);
    if (waiting > 0) isBehind = true;
    own += line.load;
    rate += line.load / max<f64>(1e-9, line.seconds);
    came += weight;
    add(set.came, line.rank, weight);
    leaving += weight / line.patience;
    varied += weight * line.variation;
    balked += weight * line.passing;
    shortest = min<f64>(shortest, line.patience);
  }
  if (first === 0) return;
  let agents: f64 = 0;
  let onLive: f64 = 0;
  let onDeferred: f64 = 0;
  let reserve: f64 = 0;
  let waits = false;
  let isSpared = false;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    const group = changetype<Group>(share.group);
    agents += group.agents * share.weight;
    onLive += group.liveOn * share.weight;
    if (group.agents <= 0) continue;
    reserve += share.reserve * share.weight;
    if (group.isWaiting !== 0) {
      waits = true;
      onDeferred += max<f64>(0, group.agents - group.liveOn) * share.weight;
    } else {
      isSpared = true;
      onDeferred += group.deferredOn * share.weight;
    }
  }
  const isFull = waits && !isSpared;
  const one = changetype<Line>(first);
  const isMixed = set.isMixed !== 0;
  const mean = isMixed ? (leaving > 0 ? came / leaving : shortest) : one.patience;
  const total = set.isAlone !== 0 ? own : max<f64>(own, onLive);
  w.askedAgents = agents;
  w.askedLoad = total;
  w.askedHandling = isMixed && rate > 0 ? own / rate : one.seconds;
  w.askedVariation = isMixed ? (came > 0 ? varied / came : 1) : one.variation;
  w.askedPatience = mean > mostPatience ? Infinity : mean;
  w.askedBalking = isMixed ? (came > 0 ? balked / came : 0) : one.passing;
  w.askedDeferred = isFull ? Infinity : onDeferred;
  w.askedReserve = floor(reserve + 0.5);
  station(set.index);
  // The law may be another one than was asked for.
  const handling = w.askedHandling;
  const patience = w.askedPatience;
  const balking = w.askedBalking;
  const stays = 1 - balking;
  const share = 1 - w.abandonment * stays - w.waitProbability * balking - w.blocking;
  agentsAsked = agents;
  occupied = isFull || agents <= 0 ? 1 : min<f64>(1, (total * share + onDeferred) / agents);
  rankFactors(set, agents, handling);
  if ((isBehind || w.isStable === 0) && patience === Infinity) return;
  set.blocked = w.deferredBlocked;
  set.held = w.deferredHeld;
  const roof = agents > 0 ? min<f64>(1, w.mostBusy / agents) : 0;
  // Agents with few chats are busy all the same.
  const part = w.busy >= 0 && own > 0 ? max<f64>(share, w.busy / own) : share;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const each = changetype<Share>(at);
    const group = changetype<Group>(each.group);
    group.roof = min<f64>(group.roof, roof);
  }
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const each = changetype<Share>(at);
    const group = changetype<Group>(each.group);
    const weight = own * each.weight;
    group.offered += weight;
    group.worked += weight * part;
  }
  for (let at = set.live; at < set.liveEnd; at += 4) {
    const line = changetype<Line>(load<i32>(at));
    if (line.joining > 0 || line.load > 1e-9) countLive(line, fullOf(line), f64At(set.factors, line.rank), k);
  }
}

/** How much longer or shorter the lines of each rank wait than the mean of all. */
function rankFactors(set: Set, agents: f64, handling: f64): void {
  const ranks = set.ranks;
  if (ranks < 2 || agents <= 0) {
    for (let rank = 0; rank < ranks; rank += 1) put(set.factors, rank, 1);
    return;
  }
  let before: f64 = 0;
  let all: f64 = 0;
  let weighted: f64 = 0;
  for (let rank = 0; rank < ranks; rank += 1) {
    const came = f64At(set.came, rank);
    const after = min<f64>(mostSettled, before + ((came / w.stepSeconds) * handling) / agents);
    const weight = 1 / ((1 - before) * (1 - after));
    put(set.factors, rank, weight);
    all += came;
    weighted += came * weight;
    before = after;
  }
  for (let rank = 0; rank < ranks; rank += 1)
    put(set.factors, rank, weighted > 0 ? (f64At(set.factors, rank) * all) / weighted : 1);
}

function fullOf(line: Line): f64 {
  if (line.places === 1 || w.busy >= 0 || occupied >= 1) return 1;
  const onChats = own > 0 ? (line.load / own) * agentsAsked : agentsAsked;
  return pow(max<f64>(1e-9, occupied), onChats * <f64>(line.places - 1));
}

function countLive(line: Line, full: f64, factor: f64, k: i32): void {
  const balking = line.balking;
  const came = line.joining;
  const turned = w.blocking;
  const waiting = w.waitProbability * full;
  const left = min<f64>(waiting, w.abandonment * full * factor) * (1 - balking) + waiting * balking;
  const taken = max<f64>(0, 1 - left - turned);
  line.answeredShare = taken;
  line.taken = came * taken;
  line.lost = came * (1 - taken);
  line.blocked = came * turned;
  if (came === 0 || k >= w.count) return;
  const weight = f64At(w.counted, k);
  const meanWait = w.meanWait * full * factor * (1 - balking);
  const wait = came * meanWait;
  const answerWait = w.meanWaitOfServed * full * factor;
  const counts = came * taken;
  const sums = line.sums;
  const responds = line.isFirst !== 0 && line.answersAtBegin !== 0;
  add(sums, answered, counts * weight);
  add(sums, abandoned, came * left * weight);
  add(sums, blocked, came * turned * weight);
  add(sums, waitSeconds, wait * weight);
  add(sums, answerWaitSeconds, counts * answerWait * weight);
  add(sums, queueSeconds, wait * weight);
  if (responds) {
    add(sums, firstResponses, counts * weight);
    add(sums, firstResponseSeconds, counts * (answerWait + line.before) * weight);
  }
  const channel = channelAt(line.channelRow, k);
  add(channel, onAnswered, counts);
  add(channel, onAbandoned, came * left);
  add(channel, onBlocked, came * turned);
  add(channel, onWaitSeconds, wait);
  add(channel, onQueueSeconds, wait);
  if (responds) {
    add(channel, onFirstResponses, counts);
    add(channel, onFirstResponseSeconds, counts * (answerWait + line.before));
  }
  addTo(w.teamSeries, line.teamRow, teamQueueSeconds, k, wait);
  if (line.resolutions < line.resolutionsEnd && weight > 0) noteWait(line, counts, -1, 0, answerWait);
  if (w.ages !== 0 && weight > 0) add(sums, lost, came * (1 - taken));
  for (let place = line.promises; place < line.promisesEnd; place += sizeOf<LinePromise>())
    countPromised(
      line,
      changetype<LinePromise>(place),
      left,
      turned,
      waiting,
      taken,
      full,
      factor,
      came,
      k,
      weight,
    );
}

function countPromised(
  line: Line,
  one: LinePromise,
  left: f64,
  turned: f64,
  waiting: f64,
  taken: f64,
  full: f64,
  factor: f64,
  came: f64,
  k: i32,
  weight: f64,
): void {
  if (one.target < 0) {
    // No time is left.
    const all = 1 - (one.blockedMissed !== 0 ? 0 : turned);
    countPromise(line, one.place, k, weight, came * one.weight * all, came * one.weight * 0);
    return;
  }
  const balking = line.balking;
  const leftInTime = min<f64>(
    left,
    f64At(w.leftInTime, one.target) * full * (1 - balking) + waiting * balking,
  );
  const late = (1 - turned - f64At(w.inTime, one.target)) * full;
  const tail = waiting > 0 ? min<f64>(1, late / waiting) : 0;
  const scaled = factor === 1 ? tail : tail <= 0 ? 0 : pow(tail, 1 / factor);
  const inTime = min<f64>(taken, 1 - waiting - turned + waiting * (1 - scaled) * (1 - balking));
  const counted = 1 - (one.leftOut !== 0 ? leftInTime : 0) - (one.blockedMissed !== 0 ? 0 : turned);
  const met = min<f64>(counted, inTime + (one.metWithinTarget !== 0 ? leftInTime : 0));
  countPromise(line, one.place, k, weight, came * one.weight * counted, came * one.weight * met);
}

/** Adds to a promise of a line, by its place in the unit. */
export function countPromise(line: Line, p: i32, k: i32, weight: f64, counted: f64, met: f64): void {
  const at = (line.place * w.promises + p) * 2;
  add(w.promiseLines, at, counted * weight);
  add(w.promiseLines, at + 1, met * weight);
  add(w.promiseSeries, p * 2 * w.count + k, counted);
  add(w.promiseSeries, (p * 2 + 1) * w.count + k, met);
}
