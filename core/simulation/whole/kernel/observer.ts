// The observer of contacts: it only ever adds to the tally and never changes what happens. As model/observer.ts and
// model/observeAnswers.ts, in the same order of sums.
import { answerWaits, binAt, countIn, firstResponses, handlings, resolutions } from './bins.ts';
import { countedSpan, intervalOf } from './clock.ts';
import * as at from './counters.ts';
import {
  answered,
  atHead,
  attemptCounted,
  begun,
  clearFlag,
  counted,
  isFlagged,
  reached,
  responded,
  setFlag,
} from './flags.ts';
import { abandonedAnswer, decideEndOfWait, decideResolution, decideWait } from './promises.ts';
import type { ChannelCounts, Class, Contact, Stage, Team } from './rows.ts';
import { changeBy, changeIn, fallNow, riseNow } from './series.ts';
import { add, addTwo, s, sizeOf } from './state.ts';

/* inline */ export function addToClass(entry: Class, counter: usize, amount: f64): void {
  add(entry.counters + counter, amount);
}

/* inline */ export function addToTeam(team: Team, counter: usize, amount: f64): void {
  add(team.counters + counter, amount);
}

/** Counts a duration of a kind of a class and of a team; how many there were is added up from these counts at the end. */
/* inline */ function countDuration(entry: Class, team: Team, kind: usize, seconds: f64): void {
  const bin = kind + binAt(seconds);
  countIn(entry.bins + bin);
  countIn(team.bins + bin);
}

/** The row of the class's channel in an interval of the reported axis, by where its counts stand. */
/* inline */ function channelCounts(entry: Class, columnAt: i32): ChannelCounts {
  return changetype<ChannelCounts>(entry.channelCounts + <usize>columnAt);
}

/** A new attempt of a contact reaches the channel: from here on its clock runs. */
/* inline */ export function observeAttempt(slot: Contact): void {
  slot.clockStart = s.now;
  slot.clockInterval = s.intervalAt;
  slot.clockColumn = s.columnAt;
  clearFlag(slot, attemptCounted | reached | answered | begun | atHead);
  if (s.now >= s.warmStart && s.now < s.horizonEnd) setFlag(slot, attemptCounted);
}

/** A first arrival; in the end it is among those offered, too. */
/* inline */ export function observeFresh(entry: Class, isCounted: bool): void {
  entry.fresh += 1;
  if (!isCounted) addToClass(entry, at.classOffered, -1);
}

/** A customer comes back. */
/* inline */ export function observeReturn(slot: Contact): void {
  if (s.now > s.horizonEnd) return;
  const entry = slot.entry;
  add(entry.offered + ((<usize>s.column) << 3), 1);
  if (s.now < s.warmStart) return;
  setFlag(slot, counted);
  addToClass(entry, at.classOffered, 1);
  addToClass(entry, at.classReturned, 1);
}

/** The clock leaves an interval of the reported axis: its first arrivals are added to those of the same one before. */
export function passFresh(): void {
  for (let row = s.classes; row < s.classesEnd; row += sizeOf<Class>()) {
    const entry = changetype<Class>(row);
    add(entry.freshCounts + ((<usize>s.column) << 3), <f64>entry.fresh);
    entry.fresh = 0;
  }
}

/** Adds first arrivals, by interval and in all, to those offered. */
export function countFresh(): void {
  passFresh();
  for (let row = s.classes; row < s.classesEnd; row += sizeOf<Class>()) {
    const entry = changetype<Class>(row);
    let sum: f64 = 0;
    for (let column: usize = 0; column < <usize>s.columns; column += 1) {
      const fresh = load<f64>(entry.freshCounts + (column << 3));
      add(entry.offered + (column << 3), fresh);
      sum += fresh;
    }
    addToClass(entry, at.classOffered, sum);
  }
}

/** Counts of a contact as a whole (by its first arrival), for a class counter. */
export function observeContact(slot: Contact, counter: usize): void {
  if (isFlagged(slot, counted)) addToClass(slot.entry, counter, 1);
}

/** A visit asks for so much work of its home team on average. */
/* inline */ export function observeWork(team: Team, seconds: f64): void {
  if (s.now >= s.warmStart && s.now < s.horizonEnd) team.offeredWorkSeconds += seconds;
}

/** A visit of the home team: those who are served at once are counted apart. */
/* inline */ export function observeVisit(slot: Contact, stage: Stage): void {
  stage.visits += isFlagged(slot, attemptCounted) ? 1 : 0;
}

/** The visit did not come about. */
export function takeVisitBack(slot: Contact, stage: Stage, workSeconds: f64): void {
  stage.visits -= isFlagged(slot, attemptCounted) ? 1 : 0;
  observeWork(stage.homeTeam, -workSeconds);
}

/** No room for the present attempt. */
export function observeBlocked(slot: Contact, team: Team): void {
  if (!isFlagged(slot, attemptCounted)) return;
  addToClass(slot.entry, at.classBlocked, 1);
  addToTeam(team, at.teamBlocked, 1);
  channelCounts(slot.entry, slot.clockColumn).blocked += 1;
}

export function observeQueueBegin(slot: Contact, team: Team): void {
  if (slot.queue.live === 0) team.deferredWaiting += 1;
  if (s.now >= s.horizonEnd) return;
  if (s.looksLate === 0) {
    riseNow(team.queueSeries);
    riseNow(slot.entry.queueSeries);
    return;
  }
  changeBy(team.queueSeries, 1);
  changeBy(slot.entry.queueSeries, 1);
}

/** A wait ends at `until` (not later than now): by an answer, or by giving up. */
/* inline */ export function observeQueueEnd(slot: Contact, team: Team, until: f64): void {
  const from = slot.waitSince;
  if (slot.queue.live === 0) team.deferredWaiting -= 1;
  if (until > from) {
    const seconds = countedSpan(from, until);
    team.queueSeconds += seconds;
    slot.entry.queueSeconds += seconds;
  }
  if (from >= s.horizonEnd || until >= s.horizonEnd) return;
  if (s.looksLate === 0 && until === s.now) {
    fallNow(team.queueSeries);
    fallNow(slot.entry.queueSeries);
    return;
  }
  const interval = until === s.now ? s.interval : intervalOf(until);
  changeIn(interval, team.queueSeries, until, -1);
  changeIn(interval, slot.entry.queueSeries, until, -1);
}

/** The visit's wait ends with an answer now. */
/* inline */ export function observeAnswer(slot: Contact, team: Team): void {
  const flags = slot.flags;
  if ((flags & atHead) !== 0) {
    observeFurtherWait(slot, team, s.now, true);
    return;
  }
  if ((flags & attemptCounted) !== 0) {
    const wait = s.now - slot.queueEntry;
    const entry = slot.entry;
    const ofChannel = channelCounts(entry, slot.clockColumn);
    ofChannel.answered += 1;
    ofChannel.waitSeconds += wait;
    addTwo(changetype<usize>(entry) + offsetof<Class>('waitSeconds'), wait, wait);
    addTwo(changetype<usize>(team) + offsetof<Team>('waitSeconds'), wait, wait);
    countDuration(entry, team, answerWaits, wait);
    decideWait(slot, slot.stage);
  }
}

/** The contact is answered as it comes in. */
/* inline */ export function observeAtOnce(slot: Contact, stage: Stage): void {
  if (isFlagged(slot, attemptCounted)) {
    stage.servedAtOnce += 1;
    channelCounts(slot.entry, slot.clockColumn).answered += 1;
    decideWait(slot, stage);
  }
}

/** The contact gives up at an instant. */
/* rare */ export function observeAbandonment(slot: Contact, team: Team, until: f64): void {
  if (isFlagged(slot, atHead)) {
    observeFurtherWait(slot, team, until, false);
    return;
  }
  if (isFlagged(slot, attemptCounted)) {
    const wait = until - slot.queueEntry;
    const entry = slot.entry;
    const ofChannel = channelCounts(entry, slot.clockColumn);
    ofChannel.abandoned += 1;
    ofChannel.waitSeconds += wait;
    addToClass(entry, at.classWaitsEnded, 1);
    addToClass(entry, at.classAbandoned, 1);
    entry.waitSeconds += wait;
    addToTeam(team, at.teamWaitsEnded, 1);
    addToTeam(team, at.teamAbandoned, 1);
    team.waitSeconds += wait;
    decideEndOfWait(slot, slot.stage, slot.queueEntry, until, abandonedAnswer);
  }
}

/** The wait of an interrupted handling goes on that of its visit, whose answer has been counted. */
function observeFurtherWait(slot: Contact, team: Team, until: f64, isAnswered: bool): void {
  if (!isFlagged(slot, attemptCounted)) return;
  const wait = until - slot.waitSince;
  slot.entry.waitSeconds += wait;
  team.waitSeconds += wait;
  const ofChannel = channelCounts(slot.entry, slot.clockColumn);
  ofChannel.waitSeconds += wait;
  if (isAnswered) return;
  addToClass(slot.entry, at.classAbandoned, 1);
  addToTeam(team, at.teamAbandoned, 1);
  ofChannel.abandoned += 1;
}

/** A wait that ended otherwise than by an answer or by giving up: a call-back that is tried, a contact that is moved. */
/* rare */ export function observeWaitOnly(slot: Contact, team: Team, how: i32): void {
  const isFurther = isFlagged(slot, atHead);
  const entry = isFurther ? slot.waitSince : slot.queueEntry;
  if (isFlagged(slot, attemptCounted)) {
    if (!isFurther) {
      addToClass(slot.entry, at.classWaitsEnded, 1);
      addToTeam(team, at.teamWaitsEnded, 1);
    }
    slot.entry.waitSeconds += s.now - entry;
    team.waitSeconds += s.now - entry;
  }
  if (!isFurther) decideEndOfWait(slot, slot.stage, entry, s.now, how);
}

/** A person answers the present attempt: the first response as a measure, to the class and to the team that gave it. */
/* inline */ export function observeFirstResponse(slot: Contact, stage: Stage): void {
  const flags = slot.flags;
  slot.flags = flags | answered | responded;
  if ((flags & (responded | counted)) !== counted) return;
  const seconds = s.now - slot.clockStart;
  const entry = slot.entry;
  const ofChannel = channelCounts(entry, slot.clockColumn);
  ofChannel.firstResponses += 1;
  // Many are answered at once.
  if (!(seconds > 0)) {
    stage.respondedAtOnce += 1;
    return;
  }
  const team = stage.homeTeam;
  ofChannel.firstResponseSeconds += seconds;
  entry.firstResponseSeconds += seconds;
  team.firstResponseSeconds += seconds;
  countDuration(entry, team, firstResponses, seconds);
}

/* inline */ export function observeResolution(slot: Contact, team: Team, comesBack: bool): void {
  decideResolution(slot, slot.stage);
  if (!isFlagged(slot, counted)) return;
  const seconds = s.now - slot.firstClockStart;
  const handling = slot.handlingSeconds;
  const entry = slot.entry;
  addTwo(changetype<usize>(entry) + offsetof<Class>('resolutionSeconds'), seconds, handling);
  countIn(entry.bins + handlings + binAt(handling));
  const ofChannel = channelCounts(entry, slot.firstClockColumn);
  ofChannel.resolved += 1;
  ofChannel.resolutionSeconds += seconds;
  team.resolutionSeconds += seconds;
  const isLater = slot.generation !== 0;
  entry.resolvedLater += isLater ? 1 : 0;
  entry.notForGood += isLater || comesBack ? 1 : 0;
  countDuration(entry, team, resolutions, seconds);
}

/** The clock passes from one interval of the reported axis to another: work by surprise is added up in the teams' rows. */
export function passSurplus(from: i32, to: i32): void {
  for (let row = s.teams; row < s.teamsEnd; row += sizeOf<Team>()) {
    const team = changetype<Team>(row);
    store<f64>(team.workSurplus + ((<usize>from) << 3), team.surplus);
    team.surplus = load<f64>(team.workSurplus + ((<usize>to) << 3));
  }
}
