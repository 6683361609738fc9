// What happens seldom in the lean loop, or needs many hands: the change of intervals, the marks of the horizon, waits that
// were waits, promises, losses, agents of tied groups.
import { uniformAt } from '../engine/streams.ts';
import { decisionSeconds } from '../model/decisionSeconds.ts';
import { decideResolution, leaveWaitOpen, missWait } from './leanPromises.ts';
import { cellCounter, cellCounters, contactFloat, contactInt, type LeanState, phase } from './leanState.ts';

const noOne = -1;
const forever = Number.POSITIVE_INFINITY;

export class LeanClock {
  now = 0;
  arrived = 0;
  /** Place of the next arrival in the feed's block. */
  feedAt = 0;
  interval = 0;
  intervalStart = 0;
  intervalEnd: number;
  /** Interval of the reported axis. */
  column: number;
  /** The next time at which `roll` has something to do. */
  boundary = 0;
  /** 1 while arrivals count: after the warm-up, before the end of the horizon. */
  isCounting = 0;
  hasEnded = false;
  isOver = false;
  /** Arrivals after which the loop has to look up: the end of the warm-up or of the horizon. */
  private mostArrivals: number;
  readonly intervals: number;
  readonly columns: number;
  warmStart: number;
  growthStart: number;
  horizonEnd: number;
  stopTime: number;
  private hasGrowthStarted = false;
  /** Ordinals of the next arrivals at the start of the interval, and at the end of the warm-up. */
  private readonly ordinalAtInterval: Int32Array;
  readonly ordinalAtWarmUp: Int32Array;
  private readonly s: LeanState;

  constructor(s: LeanState, growthStart: number) {
    this.s = s;
    const { model } = s;
    const { axis } = model;
    this.intervals = axis.absoluteIntervals;
    this.columns = axis.intervals;
    this.intervalEnd = axis.absoluteIntervals === 1 ? forever : axis.intervalSeconds;
    this.column = axis.kind === 'week' ? axis.firstWeekInterval % axis.intervals : 0;
    this.warmStart = model.warmUpContacts > 0 ? forever : model.warmUpSeconds;
    this.growthStart = growthStart;
    this.horizonEnd = model.horizonSeconds;
    this.stopTime = model.horizonSeconds === forever ? forever : model.horizonSeconds + model.decisionSeconds;
    this.mostArrivals = model.warmUpContacts > 0 ? model.warmUpContacts : model.horizonContacts;
    this.ordinalAtInterval = new Int32Array(model.classes.length);
    this.ordinalAtWarmUp = new Int32Array(model.classes.length);
    if (this.warmStart === 0) this.isCounting = 1;
    if (this.growthStart === 0) this.hasGrowthStarted = true;
    this.setBoundary();
    s.feed.refill(this.mostArrivals);
  }

  private setBoundary(): void {
    let next = Math.min(this.intervalEnd, this.stopTime);
    if (this.isCounting === 0 && !this.hasEnded) next = Math.min(next, this.warmStart);
    if (!this.hasGrowthStarted) next = Math.min(next, this.growthStart);
    if (!this.hasEnded) next = Math.min(next, this.horizonEnd);
    this.boundary = next;
  }

  /** Passes every mark up to `now`, the next event after that at `before`; false if the replication is over. */
  roll(now: number, before: number): boolean {
    if (now > this.stopTime || now === forever) {
      // Where no end is known and nothing is left to happen, the last event was the end.
      if (this.stopTime === forever) this.stopTime = before;
      this.passTo(this.stopTime);
      if (!this.hasEnded) this.endHorizon(Math.min(this.horizonEnd, this.stopTime));
      this.isOver = true;
      return false;
    }
    this.passTo(now);
    return true;
  }

  /** Marks up to and including `time`, in their order. */
  private passTo(time: number): void {
    for (;;) {
      const start = !this.hasGrowthStarted && this.growthStart <= time ? this.growthStart : forever;
      const warm =
        this.isCounting === 0 && !this.hasEnded && this.warmStart <= time ? this.warmStart : forever;
      const end = !this.hasEnded && this.horizonEnd <= time ? this.horizonEnd : forever;
      const mark = Math.min(start, warm, end);
      // An interval is closed before what happens at its end.
      if (this.intervalEnd <= time && this.intervalEnd <= mark) this.nextInterval();
      else if (mark === forever) break;
      else if (mark === warm) this.endWarmUp(mark);
      else if (mark === start) this.startGrowth(mark);
      else this.endHorizon(mark);
    }
    this.setBoundary();
  }

  private nextInterval(): void {
    this.countOffered();
    const { axis } = this.s.model;
    this.interval += 1;
    this.intervalStart = this.interval * axis.intervalSeconds;
    this.intervalEnd =
      this.interval >= axis.absoluteIntervals - 1 ? forever : (this.interval + 1) * axis.intervalSeconds;
    this.column =
      axis.kind === 'week' ? (this.interval + axis.firstWeekInterval) % axis.intervals : this.interval;
  }

  /** Arrivals of the interval so far, from the ordinals. */
  countOffered(): void {
    const { arrived, offered } = this.s;
    arrived.forEach((next, c) => {
      const at = c * this.columns + this.column;
      offered[at] = (offered[at] as number) + next - (this.ordinalAtInterval[c] as number);
      this.ordinalAtInterval[c] = next;
    });
  }

  /** The next arrival is the first that counts. */
  private endWarmUp(at: number): void {
    const { arrived, busyBeforeWarmUp, busySeries } = this.s;
    this.warmStart = at;
    this.isCounting = 1;
    this.ordinalAtWarmUp.set(arrived);
    for (let team = 0; team < busyBeforeWarmUp.length; team += 1)
      busyBeforeWarmUp[team] = busySeries.total(team, at);
    // Work that ends in this interval is in its sum as a whole already.
    this.eachInWork((team, end) => {
      if (end > at && end <= this.intervalEnd)
        busyBeforeWarmUp[team] = (busyBeforeWarmUp[team] as number) - (end - at);
    });
    if (this.s.model.warmUpContacts > 0) this.startGrowth(at);
  }

  /** The block of arrivals is used up: the next one, or the end of the warm-up or the horizon that so many arrivals make. */
  nextBlock(): void {
    const { feed, model } = this.s;
    const isMark = this.arrived === this.mostArrivals;
    if (isMark && this.arrived === model.horizonContacts) this.stopArrivals();
    if (isMark && !this.hasEnded) this.mostArrivals = model.horizonContacts;
    feed.refill(this.hasEnded ? 0 : this.mostArrivals - this.arrived);
    this.feedAt = 0;
    // The next arrival is the first that counts.
    if (isMark && !this.hasEnded) {
      this.warmStart = feed.firstTime();
      this.setBoundary();
    }
  }

  private startGrowth(at: number): void {
    this.hasGrowthStarted = true;
    this.growthStart = at;
    this.countQueues(this.s.queueAtStart, at);
  }

  private endHorizon(at: number): void {
    const { busySeries } = this.s;
    this.horizonEnd = at;
    this.hasEnded = true;
    this.isCounting = 0;
    this.eachInWork((team, end) => {
      const place = team * this.intervals + this.interval;
      if (end > at && end <= this.intervalEnd)
        busySeries.sums[place] = (busySeries.sums[place] as number) - (end - at);
    });
    this.countQueues(this.s.queueAtEnd, at);
    this.setBoundary();
  }

  /** The last contact of a horizon given in contacts has arrived. */
  private stopArrivals(): void {
    const { model } = this.s;
    this.endHorizon(this.now);
    this.stopTime = this.now + decisionSeconds(model.promises, model.windows, this.now);
    this.setBoundary();
  }

  private eachInWork(visit: (team: number, workEnd: number) => void): void {
    const { s } = this;
    const { lean } = s;
    for (let slot = 0; slot < s.usedSlots; slot += 1) {
      if (s.intOf(slot, contactInt.phase) < phase.wrappingUp) continue;
      const group = s.intOf(slot, contactInt.group);
      const workEnd = s.floatOf(slot, contactFloat.leavesAt);
      visit(lean.teamOfGroup[group] as number, workEnd);
    }
  }

  private countQueues(into: Int32Array, at: number): void {
    const { s } = this;
    const { lineHead, model } = s;
    model.queues.forEach((queue, q) => {
      let slot = lineHead[q] as number;
      while (slot !== noOne) {
        if (s.floatOf(slot, contactFloat.leavesAt) >= at)
          into[queue.homeTeam] = (into[queue.homeTeam] as number) + 1;
        slot = s.intOf(slot, contactInt.next);
      }
    });
  }

  /** A wait ended with an answer now: time in the line, where it is not all in this interval and counted. */
  countLine(slot: number): void {
    const { s } = this;
    this.countQueue(s.intOf(slot, contactInt.stage), s.floatOf(slot, contactFloat.entry), this.now);
  }

  /** A patience ended; the contact is lost. */
  abandon(slot: number): void {
    const { s } = this;
    const stage = s.intOf(slot, contactInt.stage);
    const entry = s.floatOf(slot, contactFloat.entry);
    const leaves = s.floatOf(slot, contactFloat.leavesAt);
    this.countQueue(stage, entry, leaves);
    this.lose(slot, stage, leaves - entry);
  }

  /** Whether a contact that no agent takes at once leaves at once. */
  balks(slot: number, stage: number): boolean {
    const { s } = this;
    const { balkingKeys, lean } = s;
    const ordinal = s.intOf(slot, contactInt.ordinal);
    const u = uniformAt(balkingKeys[2 * stage] as number, balkingKeys[2 * stage + 1] as number, ordinal);
    if (u >= (lean.balkingShare[stage] as number)) return false;
    this.lose(slot, stage, 0);
    return true;
  }

  private lose(slot: number, stage: number, wait: number): void {
    const { s } = this;
    const { cells, lost, lean } = s;
    if (s.intOf(slot, contactInt.cell) < 0) return;
    const c = s.intOf(slot, contactInt.classIndex);
    const column = s.intOf(slot, contactInt.cell);
    const cell = stage * this.columns * cellCounters + column;
    cells[cell + cellCounter.abandoned] = (cells[cell + cellCounter.abandoned] as number) + 1;
    cells[cell + cellCounter.abandonWaitSeconds] =
      (cells[cell + cellCounter.abandonWaitSeconds] as number) + wait;
    lost[c] = (lost[c] as number) + 1;
    missWait(s, stage, column, wait);
    if ((lean.resolutionPromiseAt[stage] as number) < (lean.resolutionPromiseAt[stage + 1] as number))
      decideResolution(s, slot, forever, true);
  }

  /** Someone is still waiting when all is decided: promises whose time is over are missed. */
  leaveWaiting(slot: number): void {
    const { s } = this;
    const stage = s.intOf(slot, contactInt.stage);
    const entry = s.floatOf(slot, contactFloat.entry);
    this.countQueue(stage, entry, this.stopTime);
    if (s.intOf(slot, contactInt.cell) < 0) return;
    leaveWaitOpen(s, stage, s.intOf(slot, contactInt.cell), this.stopTime - entry);
  }

  /** Time of people in a line, by interval and as a whole, inside the horizon. */
  private countQueue(stage: number, from: number, until: number): void {
    const { queueSeries, queueSeconds } = this.s;
    const to = Math.min(until, this.horizonEnd);
    if (to <= from) return;
    const counted = to - Math.max(from, this.warmStart);
    if (counted > 0) queueSeconds[stage] = (queueSeconds[stage] as number) + counted;
    const first = queueSeries.intervalOf(from);
    const last = queueSeries.intervalOf(to);
    if (first === last) {
      const at = stage * this.intervals + first;
      queueSeries.sums[at] = (queueSeries.sums[at] as number) + (to - from);
    } else {
      queueSeries.changeIn(first, stage, from, 1);
      queueSeries.changeIn(last, stage, to, -1);
    }
  }
}
