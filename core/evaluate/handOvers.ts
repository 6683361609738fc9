// What is under way at the lines, how it ends in each step, and where it goes on to: within a unit at once or one step later, to
// other units as a series that they find when their turn comes.
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import type { Backlog } from './backlog.ts';
import type { Delays } from './delays.ts';
import { add, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';
import type { Next, Ways } from './ways.ts';

/** Contacts under way that count as none. */
const nothing = 1e-9;

export class HandOvers {
  private readonly state: WalkState;
  private readonly delays: Delays;
  private readonly all: number;
  private readonly stepSeconds: number;
  private readonly ways: Ways;
  /** Contacts that come to a stage after a delay, in circles, or from another unit. */
  readonly later: (Float64Array | null)[];
  private under: Float64Array = none;
  private expected: Float64Array = none;
  private sums: UnitSums | null = null;
  /** Stages of the unit to which work is handed, or whose lines hand work on within it; these lines, -1 for none. */
  busyStages: readonly number[] = [];
  private busyLive = new Int32Array(0);
  private busyDeferred = new Int32Array(0);

  constructor(state: WalkState, ways: Ways, delays: Delays, all: number) {
    this.state = state;
    this.ways = ways;
    this.delays = delays;
    this.all = all;
    this.stepSeconds = state.steps.seconds;
    this.later = state.model.stages.map(() => null);
  }

  begin({ stages }: Unit, sums: UnitSums, isFollowed: boolean): void {
    this.sums = sums;
    const { isBusy } = this.ways;
    this.busyStages = stages.filter((stage) => isBusy[stage] === 1);
    if (isFollowed) this.prepare();
  }

  /** Makes ready what the kernel has of its own. */
  private prepare(): void {
    const { liveLine, deferredLine, lines } = this.state.network;
    const { handsOverInside } = this.ways;
    if (this.under === none) {
      this.under = new Float64Array(lines.length);
      this.expected = new Float64Array(lines.length);
    }
    const handing = (lineOf: Int32Array) =>
      Int32Array.from(this.busyStages, (stage) => {
        const l = lineOf[stage] as number;
        return l !== -1 && handsOverInside[l] === 1 ? l : -1;
      });
    this.busyLive = handing(liveLine);
    this.busyDeferred = handing(deferredLine);
  }

  /** Work that comes to the stages of a unit from the units before it. */
  incoming(unit: Unit): readonly (Float64Array | null)[] {
    return unit.stages.map((stage) => this.later[stage] ?? null);
  }

  /** Lets the work that a unit hands on come to where it goes. */
  deliver(sums: UnitSums): void {
    for (const [stage, series] of sums.outgoing) {
      const into = this.laterOf(stage);
      for (let k = 0; k < into.length; k += 1) into[k] = (into[k] as number) + (series[k] as number);
    }
  }

  /** Lets what is handed over come to the lines of the unit, and expects what they hand on in this step. */
  handOn(k: number): void {
    const { busyStages, busyLive, busyDeferred } = this;
    for (let i = 0; i < busyStages.length; i += 1) {
      const stage = busyStages[i] as number;
      const later = this.later[stage] as Float64Array | null;
      if (later !== null && later[k] !== 0) this.arrive(later, stage, k);
      const live = busyLive[i] as number;
      if (live !== -1) this.expectEnds(live, k);
      const deferred = busyDeferred[i] as number;
      if (deferred !== -1) this.expectEnds(deferred, k);
    }
  }

  /** Puts contacts that are handed over into the lines of a stage: live where its team is open. */
  private arrive(later: Float64Array, stage: number, k: number): void {
    const amount = later[k] as number;
    if (amount < 0) {
      // More was expected before than came: the next step makes it good.
      if (k + 1 < later.length) add(later, k + 1, amount);
      return;
    }
    const { network, joining, model } = this.state;
    const live = network.liveLine[stage] as number;
    const deferred = network.deferredLine[stage] as number;
    const open = this.ways.isOpen[model.stages[stage]?.homeTeam ?? 0]?.[k] ?? 1;
    add(joining, live !== -1 && (deferred === -1 || open > 0) ? live : deferred, amount);
  }

  /** Handlings that end in a step in which so many begin evenly: what is under way decays by its mean length. */
  private ends(l: number, begun: number, k: number): number {
    const limit = (begun / this.stepSeconds) * (this.ways.span[l] as number);
    // A plan starts as if it had gone on before.
    if (k === 0) this.under[l] = limit;
    return begun - (limit - (this.under[l] as number)) * (this.ways.gone[l] as number);
  }

  /** Hand-overs within the unit that are expected of a line in this step, before its service is known. */
  private expectEnds(l: number, k: number): void {
    const { joining, answeredShare, backlogs, loadNow } = this.state;
    this.expected[l] = 0;
    const waiting = (backlogs[l] as Backlog).total;
    const came = joining[l] as number;
    if (waiting === 0 && came === 0 && (this.under[l] as number) < nothing) return;
    const begun =
      waiting > 1e-6 ? Math.min(waiting + came, loadNow[l] as number) : came * (answeredShare[l] as number);
    const ends = this.ends(l, begun, k);
    this.expected[l] = ends;
    this.passOnInside(l, ends, k, false);
  }

  /** Moves ended handlings to the next stages of the unit; those behind this one in the order wait for the next step. */
  private passOnInside(l: number, ends: number, k: number, isLate: boolean): void {
    const { insideFrom, insideStage, insideShare, insideIsAhead } = this.ways;
    const end = insideFrom[l + 1] as number;
    for (let i = insideFrom[l] as number; i < end; i += 1) {
      const later = this.laterOf(insideStage[i] as number);
      const at = insideIsAhead[i] === 1 && !isLate ? k : k + 1;
      if (at < later.length) later[at] = (later[at] as number) + ends * (insideShare[i] as number);
    }
  }

  /** Whether nothing is under way at a line, and nothing was expected of it. */
  isIdle(l: number): boolean {
    return this.under[l] === 0 && this.expected[l] === 0;
  }

  /** Ends what ends of a line in a step in which so many began, and lets it go on; says how many ended. */
  settle(l: number, begun: number, k: number, at: number, weight: number): number {
    const expected = this.expected[l] as number;
    if (begun === 0 && (this.under[l] as number) < nothing) {
      this.under[l] = 0;
      if (expected !== 0) this.passOnInside(l, -expected, k, true);
      return 0;
    }
    const ends = this.ends(l, begun, k);
    this.state.witness?.handled(k, l, ends);
    this.under[l] = Math.max(0, (this.under[l] as number) + begun - ends);
    // Expected too much or too little: the next step makes it good.
    if (ends !== expected && this.ways.handsOverInside[l] === 1)
      this.passOnInside(l, ends - expected, k, true);
    add((this.sums as UnitSums).lines, at + ofLine.handled, ends * weight);
    const nexts = this.ways.outside[l] as readonly Next[];
    for (let i = 0; i < nexts.length; i += 1)
      this.passOn(nexts[i] as Next, ends * (nexts[i] as Next).share, k);
    return ends;
  }

  /** Sends on what leaves the unit or is away for a time. */
  private passOn({ kind, stage, isOwnUnit, law }: Next, count: number, k: number): void {
    const into = isOwnUnit ? this.laterOf(stage) : this.outgoingTo(stage);
    if (kind === outcomeKind.otherDepartment) this.delays.deposit(into, k, count, law, k + 1);
    else add(into, k, count);
  }

  private laterOf(stage: number): Float64Array {
    let later = this.later[stage] ?? null;
    if (later === null) {
      later = new Float64Array(this.all + 1);
      this.later[stage] = later;
    }
    return later;
  }

  private outgoingTo(stage: number): Float64Array {
    const { outgoing } = this.sums as UnitSums;
    let series = outgoing.get(stage);
    if (series === undefined) {
      series = new Float64Array(this.all + 1);
      outgoing.set(stage, series);
    }
    return series;
  }
}

const none = new Float64Array(0);
