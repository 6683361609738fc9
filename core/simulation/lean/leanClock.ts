// What happens seldom in the lean loop: the change of intervals, the marks of the horizon, and what the kernel is told of it.
import { decisionSeconds } from '../model/decisionSeconds.ts';
import * as at from './kernelLayout.ts';
import type { LeanState } from './leanState.ts';

const forever = Number.POSITIVE_INFINITY;
/** Arrivals from one telling of the progress to the next. */
const arrivalsBetweenReports = 1024;

export class LeanClock {
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
  private nextReport = arrivalsBetweenReports;
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
    s.setInt(at.arrivedAt, 0);
    s.setFloat(at.nowAt, 0);
    s.setFloat(at.intervalSecondsAt, axis.intervalSeconds);
    s.setInt(at.intervalsAt, this.intervals);
    s.memory.kernel.startArrivals(s.rows.classes, model.classes.length, at.classBytes);
    this.tellKernel();
  }

  get now(): number {
    return this.s.floatAt(at.nowAt);
  }

  get arrived(): number {
    return this.s.intAt(at.arrivedAt);
  }

  /** Arrivals of a class so far. */
  arrivedOf(c: number): number {
    return this.s.intAt(this.s.rows.classes + c * at.classBytes + at.classArrived);
  }

  /** What the kernel has to know of the time; after every change. */
  tellKernel(): void {
    const { s } = this;
    s.setInt(at.intervalAt, this.interval);
    s.setFloat(at.intervalStartAt, this.intervalStart);
    s.setFloat(at.intervalEndAt, this.intervalEnd);
    s.setFloat(at.boundaryAt, this.boundary);
    s.setFloat(at.warmStartAt, this.warmStart);
    s.setFloat(at.horizonEndAt, this.horizonEnd);
    s.setInt(at.isCountingAt, this.isCounting);
    s.setInt(at.hasEndedAt, this.hasEnded ? 1 : 0);
    s.setInt(at.columnAt, this.column * 8);
    s.setInt(at.cellAt, this.isCounting === 1 ? this.column * at.cellBytes : -1);
    s.setInt(at.mostArrivalsAt, Math.min(this.hasEnded ? forever : this.mostArrivals, this.nextReport));
  }

  private setBoundary(): void {
    let next = Math.min(this.intervalEnd, this.stopTime);
    if (this.isCounting === 0 && !this.hasEnded) next = Math.min(next, this.warmStart);
    if (!this.hasGrowthStarted) next = Math.min(next, this.growthStart);
    if (!this.hasEnded) next = Math.min(next, this.horizonEnd);
    this.boundary = next;
  }

  /** Passes every mark up to now, the time of the next event. */
  roll(): void {
    const { now } = this;
    if (now > this.stopTime || now === forever) {
      // Where no end is known and nothing is left to happen, the last event was the end.
      if (this.stopTime === forever) this.stopTime = this.s.floatAt(at.beforeAt);
      this.passTo(this.stopTime);
      if (!this.hasEnded) this.endHorizon(Math.min(this.horizonEnd, this.stopTime));
      this.isOver = true;
    } else this.passTo(now);
    this.tellKernel();
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
    const { offered } = this.s;
    this.ordinalAtInterval.forEach((last, c) => {
      const place = c * this.columns + this.column;
      const next = this.arrivedOf(c);
      offered[place] = (offered[place] as number) + next - last;
      this.ordinalAtInterval[c] = next;
    });
  }

  /** The next arrival is the first that counts. */
  private endWarmUp(time: number): void {
    const { busyBeforeWarmUp, busySeries } = this.s;
    this.warmStart = time;
    this.isCounting = 1;
    this.ordinalAtWarmUp.forEach((_, c) => {
      this.ordinalAtWarmUp[c] = this.arrivedOf(c);
    });
    for (let team = 0; team < busyBeforeWarmUp.length; team += 1)
      busyBeforeWarmUp[team] = busySeries.total(team, time);
    // Work that ends in this interval is in its sum as a whole already.
    this.eachInWork((team, end) => {
      if (end > time && end <= this.intervalEnd)
        busyBeforeWarmUp[team] = (busyBeforeWarmUp[team] as number) - (end - time);
    });
    if (this.s.model.warmUpContacts > 0) this.startGrowth(time);
  }

  /** So many arrivals as the kernel was told: perhaps they make the end of the warm-up or of the horizon. */
  passArrivals(): void {
    const { model } = this.s;
    if (this.arrived === this.nextReport) this.nextReport += arrivalsBetweenReports;
    const isMark = this.arrived === this.mostArrivals && !this.hasEnded;
    if (isMark && this.arrived === model.horizonContacts) this.stopArrivals();
    else if (isMark) {
      this.mostArrivals = model.horizonContacts;
      // The next arrival is the first that counts.
      this.warmStart = this.s.floatAt(at.arrivalTimeAt);
      this.setBoundary();
    }
    this.tellKernel();
  }

  private startGrowth(time: number): void {
    this.hasGrowthStarted = true;
    this.growthStart = time;
    this.countQueues(this.s.queueAtStart, time);
  }

  private endHorizon(time: number): void {
    const { busySeries } = this.s;
    this.horizonEnd = time;
    this.hasEnded = true;
    this.isCounting = 0;
    this.eachInWork((team, end) => {
      const place = team * this.intervals + this.interval;
      if (end > time && end <= this.intervalEnd)
        busySeries.sums[place] = (busySeries.sums[place] as number) - (end - time);
    });
    this.countQueues(this.s.queueAtEnd, time);
    this.setBoundary();
  }

  /** The last contact of a horizon given in contacts has arrived. */
  private stopArrivals(): void {
    const { model } = this.s;
    this.endHorizon(this.now);
    this.stopTime = this.now + decisionSeconds(model.promises, model.windows, this.now);
    this.s.setFloat(at.arrivalTimeAt, forever);
    this.setBoundary();
  }

  private eachInWork(visit: (team: number, workEnd: number) => void): void {
    const { s } = this;
    s.eachRow((row) => {
      if (s.intAt(row + at.contactPhase) < at.phaseWrappingUp) return;
      const team = s.intAt(s.intAt(row + at.contactGroup) + at.groupTeam);
      visit(team, s.floatAt(row + at.contactLeaves));
    });
  }

  private countQueues(into: Int32Array, time: number): void {
    const { s } = this;
    s.model.queues.forEach((queue, q) => {
      let row = s.intAt(s.rows.lines + q * at.lineBytes + at.lineHead);
      while (row !== 0) {
        if (s.floatAt(row + at.contactLeaves) >= time)
          into[queue.homeTeam] = (into[queue.homeTeam] as number) + 1;
        row = s.intAt(row + at.contactNext);
      }
    });
  }
}
