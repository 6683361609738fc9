// What is under way at the lines, how it ends in each step, and where it goes on to: within a unit at once or one step later, to
// other units as a series that they find when their turn comes.
import { expm1 } from '../numerics/expm1.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import type { Backlog } from './backlog.ts';
import type { Delays } from './delays.ts';
import { type Line, nextOf } from './network.ts';
import { openShares } from './steps.ts';
import { add, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

/** Contacts under way that count as none. */
const nothing = 1e-9;

/** Where a line hands on to; inside: within its unit and without another department between. */
type Next = ReturnType<typeof nextOf>[number] & {
  readonly isInside: boolean;
  readonly isOwnUnit: boolean;
  readonly isAhead: boolean;
};

export class HandOvers {
  private readonly state: WalkState;
  private readonly delays: Delays;
  private readonly all: number;
  private readonly stepSeconds: number;
  private readonly nexts: readonly (readonly Next[])[];
  /** Contacts that come to a stage after a delay, in circles, or from another unit. */
  readonly later: (Float64Array | null)[];
  private readonly under: Float64Array;
  private readonly expected: Float64Array;
  /** Share of what is under way that ends in a step. */
  readonly gone: Float64Array;
  /** Share of each step in which a team is open; null: always. */
  readonly isOpen: readonly (Float64Array | null)[];
  readonly handsOverInside: Uint8Array;
  /** Of each line what stays within its unit, in the order of its next stages: from one place to that of the next line. */
  private readonly insideFrom: Int32Array;
  private readonly insideStage: Int32Array;
  private readonly insideShare: Float64Array;
  private readonly insideIsAhead: Uint8Array;
  readonly span: Float64Array;
  private sums: UnitSums | null = null;
  /** Stages of the unit to which work is handed, or whose lines hand work on within it; these lines, -1 for none. */
  busyStages = new Int32Array(0);
  private busyLive = new Int32Array(0);
  private busyDeferred = new Int32Array(0);

  constructor(state: WalkState, delays: Delays, unitOfStage: Int32Array, all: number) {
    const { model, network, steps } = state;
    this.state = state;
    this.delays = delays;
    this.all = all;
    this.stepSeconds = steps.seconds;
    this.nexts = network.lines.map(({ stage, pair }) =>
      nextOf(model, stage, pair).map((next): Next => {
        const isOwnUnit = unitOfStage[next.stage] === unitOfStage[stage];
        const isAhead = (network.placeOf[next.stage] as number) > (network.placeOf[stage] as number);
        return {
          ...next,
          isOwnUnit,
          isAhead,
          isInside: isOwnUnit && next.kind !== outcomeKind.otherDepartment,
        };
      }),
    );
    this.handsOverInside = Uint8Array.from(this.nexts, (nexts) =>
      nexts.some(({ isInside }) => isInside) ? 1 : 0,
    );
    const inside = this.nexts.map((nexts) => nexts.filter(({ isInside }) => isInside));
    this.insideFrom = new Int32Array(inside.length + 1);
    inside.forEach((nexts, l) => {
      this.insideFrom[l + 1] = (this.insideFrom[l] as number) + nexts.length;
    });
    this.insideStage = Int32Array.from(inside.flatMap((nexts) => nexts.map(({ stage }) => stage)));
    this.insideShare = Float64Array.from(inside.flatMap((nexts) => nexts.map(({ share }) => share)));
    this.insideIsAhead = Uint8Array.from(
      inside.flatMap((nexts) => nexts.map(({ isAhead }) => (isAhead ? 1 : 0))),
    );
    this.later = model.stages.map(() => null);
    this.under = new Float64Array(network.lines.length);
    this.expected = new Float64Array(network.lines.length);
    this.span = Float64Array.from(network.lines, spanOf);
    this.gone = this.span.map((span) => -expm1(-steps.seconds / span));
    this.isOpen = model.teams.map(({ windows }) =>
      windows === 0 ? null : openShares(model.windows[windows] as CompiledModel['windows'][number], steps),
    );
  }

  nextsOf(l: number): readonly Next[] {
    return this.nexts[l] ?? [];
  }

  begin({ stages, lines }: Unit, sums: UnitSums): void {
    this.sums = sums;
    const comesFromInside = new Set<number>();
    for (const l of lines)
      for (const { stage, isOwnUnit } of this.nextsOf(l)) if (isOwnUnit) comesFromInside.add(stage);
    const { liveLine, deferredLine } = this.state.network;
    const hands = (l: number | undefined): boolean => l !== undefined && this.handsOverInside[l] === 1;
    const busy = stages.filter(
      (stage) =>
        (this.later[stage] ?? null) !== null ||
        comesFromInside.has(stage) ||
        hands(liveLine[stage]) ||
        hands(deferredLine[stage]),
    );
    const handing = (lineOf: Int32Array) =>
      Int32Array.from(busy, (stage) => (hands(lineOf[stage]) ? (lineOf[stage] as number) : -1));
    this.busyStages = Int32Array.from(busy);
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
    const open = this.isOpen[model.stages[stage]?.homeTeam ?? 0]?.[k] ?? 1;
    add(joining, live !== -1 && (deferred === -1 || open > 0) ? live : deferred, amount);
  }

  /** Handlings that end in a step in which so many begin evenly: what is under way decays by its mean length. */
  private ends(l: number, begun: number, k: number): number {
    const limit = (begun / this.stepSeconds) * (this.span[l] as number);
    // A plan starts as if it had gone on before.
    if (k === 0) this.under[l] = limit;
    return begun - (limit - (this.under[l] as number)) * (this.gone[l] as number);
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
    const end = this.insideFrom[l + 1] as number;
    for (let i = this.insideFrom[l] as number; i < end; i += 1) {
      const later = this.laterOf(this.insideStage[i] as number);
      const at = this.insideIsAhead[i] === 1 && !isLate ? k : k + 1;
      if (at < later.length) later[at] = (later[at] as number) + ends * (this.insideShare[i] as number);
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
    if (ends !== expected && this.handsOverInside[l] === 1) this.passOnInside(l, ends - expected, k, true);
    const nexts = this.nexts[l] as readonly Next[];
    for (let i = 0; i < nexts.length; i += 1)
      this.passOn(nexts[i] as Next, ends * (nexts[i] as Next).share, k, at, weight);
    return ends;
  }

  /** Counts what goes on to another stage, and sends it there where it leaves the unit or is away for a time. */
  private passOn(next: Next, count: number, k: number, at: number, weight: number): void {
    const sums = this.sums as UnitSums;
    const { kind, stage, isOwnUnit } = next;
    if (kind === outcomeKind.otherDepartment) {
      const into = isOwnUnit ? this.laterOf(stage) : this.outgoingTo(stage);
      this.delays.deposit(into, k, count, next.law, k + 1);
      add(sums.lines, at + ofLine.otherDepartment, count * weight);
    } else if (kind === outcomeKind.toLead) add(sums.lines, at + ofLine.toLead, count * weight);
    else if (kind !== 0) add(sums.lines, at + ofLine.escalated, count * weight);
    if (kind !== 0 && kind !== outcomeKind.otherDepartment)
      add(sums.lines, at + ofLine.transfers, count * weight);
    if (kind !== outcomeKind.otherDepartment && !isOwnUnit) add(this.outgoingTo(stage), k, count);
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

const spanOf = ({ spanSeconds }: Line): number => Math.max(1e-3, spanSeconds);
