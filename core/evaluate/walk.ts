// The walk through time of one unit after the other: in each step what comes, what is handed over, what each line does with
// it, and what follows.
import { expm1 } from '../numerics/expm1.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { Backlog } from './backlog.ts';
import { Delays } from './delays.ts';
import { Front } from './front.ts';
import { type Line, type Network, nextOf } from './network.ts';
import type { LinePromise, PromiseClock } from './promiseClock.ts';
import { Sets } from './sets.ts';
import type { Stations } from './station.ts';
import { openShares, type Steps } from './steps.ts';
import { add, channelLines, lineCount, ofLine, onChannel, UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { Witness } from './witness.ts';

/** How long after the horizon waiting work is still followed, until its promises are decided. */
const daysAfter = 10;
/** Contacts under way that count as none. */
const nothing = 1e-9;

/** Where a line hands on to; inside: within its unit and without another department between. */
type Next = ReturnType<typeof nextOf>[number] & {
  readonly isInside: boolean;
  readonly isOwnUnit: boolean;
  readonly isAhead: boolean;
};

/** What the walk knows of the lines of the present unit in the present step; lines have their numbers of the network. */
export interface WalkState {
  readonly model: CompiledModel;
  readonly steps: Steps;
  readonly network: Network;
  readonly clock: PromiseClock;
  readonly promisesOf: readonly (readonly LinePromise[])[];
  readonly witness: Witness | null;
  /** Promises on the resolution, for which the waits of lines are noted. */
  readonly resolutionPromises: readonly number[];
  /** Contacts that join each line in the present step, and that are taken by agents in it. */
  readonly joining: Float64Array;
  readonly taken: Float64Array;
  /** Of who came to a live line: share answered in the step before. */
  readonly answeredShare: Float64Array;
  readonly backlogs: readonly Backlog[];
  /** Work under way that the joining contacts would be without waiting: Erlangs by line, at the start of the step and on average. */
  readonly loadNow: Float64Array;
  readonly load: Float64Array;
  /** Who leaves a line for good in the step: those who abandon, and those who are blocked. */
  readonly lost: Float64Array;
  readonly blocked: Float64Array;
  /** Place of each line in its unit. */
  readonly placeOf: Int32Array;
}

/** The longest that a plan is walked: its horizon, and some days after it where deferred work has promises. */
export function stepsToWalk(model: CompiledModel, steps: Steps, { lines, liveLine }: Network): number {
  const isFollowed = lines.some(
    ({ live, isInternal, stage }) =>
      !live && !isInternal && liveLine[stage] === -1 && model.promises.length > 0,
  );
  return steps.count + (isFollowed ? daysAfter * Math.round(86_400 / steps.seconds) : 0);
}

export class Walk {
  readonly state: WalkState;
  readonly front: Front;
  private readonly delays: Delays;
  private readonly sets: Sets;
  private readonly all: number;
  private readonly nexts: readonly (readonly Next[])[];
  /** Contacts that come to a stage after a delay, in circles, or from another unit. */
  private readonly later: (Float64Array | null)[];
  private readonly under: Float64Array;
  private readonly expected: Float64Array;
  /** Share of what is under way that ends in a step. */
  private readonly gone: Float64Array;
  private readonly isOpen: readonly (Float64Array | null)[];
  private readonly handsOverInside: Uint8Array;
  /** Lines to which nothing can ever come: of live work whose team never closes. */
  private readonly isDead: Uint8Array;
  private unit: Unit | null = null;
  private sums: UnitSums | null = null;

  constructor(
    model: CompiledModel,
    steps: Steps,
    network: Network,
    units: readonly Unit[],
    clock: PromiseClock,
    stations: Stations,
    agents: readonly Float64Array[],
    factor: number,
    witness: Witness | null,
  ) {
    const size = network.lines.length;
    this.all = stepsToWalk(model, steps, network);
    const placeOf = new Int32Array(size);
    const promisesOf: LinePromise[][] = network.lines.map(() => []);
    const unitOfStage = new Int32Array(model.stages.length).fill(-1);
    units.forEach((unit, u) => {
      unit.lines.forEach((l, place) => {
        placeOf[l] = place;
        promisesOf[l] = clock.promisesOf(network.lines[l] as Line, unit.promises);
      });
      for (const stage of unit.stages) unitOfStage[stage] = u;
    });
    this.state = {
      ...{ model, steps, network, clock, witness, placeOf },
      promisesOf,
      resolutionPromises: model.promises.flatMap((promise, p) => (promise.clock === 'resolution' ? [p] : [])),
      joining: new Float64Array(size),
      taken: new Float64Array(size),
      answeredShare: new Float64Array(size).fill(1),
      backlogs: network.lines.map(() => new Backlog()),
      loadNow: new Float64Array(size),
      load: new Float64Array(size),
      lost: new Float64Array(size),
      blocked: new Float64Array(size),
    };
    this.delays = new Delays(model, steps.seconds);
    this.front = new Front(model, steps, this.all, this.delays, factor);
    this.sets = new Sets(this.state, stations, agents);
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
    this.later = model.stages.map(() => null);
    this.under = new Float64Array(size);
    this.expected = new Float64Array(size);
    this.gone = Float64Array.from(network.lines, (line) => -expm1(-steps.seconds / spanOf(line)));
    this.isOpen = model.teams.map(({ windows }) =>
      windows === 0 ? null : openShares(model.windows[windows] as CompiledModel['windows'][number], steps),
    );
    const startsWith = new Set(model.classes.map(({ backlog }) => backlog?.stage ?? -1));
    this.isDead = Uint8Array.from(network.lines, ({ live, stage, team }) =>
      !live && network.liveLine[stage] !== -1 && this.isOpen[team] === null && !startsWith.has(stage) ? 1 : 0,
    );
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

  run(unit: Unit): UnitSums {
    const { steps, model, network, backlogs, resolutionPromises } = this.state;
    const sums = new UnitSums(unit, steps.count, resolutionPromises.length);
    this.unit = unit;
    this.sums = sums;
    this.front.begin(unit);
    const lines = unit.lines.filter((l) => this.isDead[l] === 0);
    this.sets.begin(unit, lines, sums);
    model.classes.forEach(({ backlog }) => {
      if (backlog === null) return;
      const deferred = network.deferredLine[backlog.stage] ?? -1;
      const at = deferred === -1 ? (network.liveLine[backlog.stage] ?? -1) : deferred;
      // They came before the horizon and count nowhere but in the work.
      if (at !== -1 && unit.lines.includes(at)) backlogs[at]?.add(-1, backlog.contacts);
    });
    for (let k = 0; k < steps.count; k += 1) this.step(unit, lines, sums, k);
    for (const [place, l] of unit.lines.entries())
      sums.lines[place * lineCount + ofLine.queueAtEnd] = (backlogs[l] as Backlog).total;
    for (let k = steps.count; k < this.all && this.hasWorkFromBefore(unit); k += 1)
      this.step(unit, lines, sums, k);
    return sums;
  }

  private hasWorkFromBefore({ lines }: Unit): boolean {
    for (const l of lines)
      if ((this.state.backlogs[l] as Backlog).hasFromBefore(this.state.steps.count)) return true;
    return false;
  }

  private step(unit: Unit, lines: readonly number[], sums: UnitSums, k: number): void {
    const { model, network, joining, lost, blocked, taken, witness } = this.state;
    const { classes, stages } = unit;
    for (let i = 0; i < lines.length; i += 1) {
      const l = lines[i] as number;
      joining[l] = 0;
      lost[l] = 0;
      blocked[l] = 0;
      taken[l] = 0;
    }
    for (let place = 0; place < classes.length; place += 1) {
      const { firstStage } = model.classes[classes[place] as number] as CompiledModel['classes'][number];
      if (firstStage < 0) continue;
      const coming = this.front.reaching(unit, sums, place, k);
      if (coming === 0) continue;
      const live = network.liveLine[firstStage] as number;
      add(joining, live === -1 ? (network.deferredLine[firstStage] as number) : live, coming);
    }
    for (let i = 0; i < stages.length; i += 1) {
      const stage = stages[i] as number;
      const later = this.later[stage] ?? null;
      if (later !== null) this.handOver(stage, later, k);
      this.expectEnds(network.liveLine[stage] as number, k);
      this.expectEnds(network.deferredLine[stage] as number, k);
    }
    this.sets.serve(k);
    for (let i = 0; i < lines.length; i += 1) this.settle(lines[i] as number, k);
    witness?.ended(k, lines);
  }

  /** Puts contacts that are handed over into the lines of a stage: live where its team is open. */
  private handOver(stage: number, later: Float64Array, k: number): void {
    const amount = later[k] as number;
    if (amount === 0) return;
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
    const limit = (begun / this.state.steps.seconds) * spanOf(this.state.network.lines[l] as Line);
    // A plan starts as if it had gone on before.
    if (k === 0) this.under[l] = limit;
    return begun - (limit - (this.under[l] as number)) * (this.gone[l] as number);
  }

  /** Hand-overs within the unit that are expected of a line in this step, before its service is known. */
  private expectEnds(l: number, k: number): void {
    if (l === -1) return;
    const { joining, answeredShare, backlogs, loadNow } = this.state;
    this.expected[l] = 0;
    if (this.handsOverInside[l] === 0) return;
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
    for (const next of this.nexts[l] as readonly Next[]) {
      if (!next.isInside) continue;
      const later = this.laterOf(next.stage);
      const at = next.isAhead && !isLate ? k : k + 1;
      if (at < later.length) add(later, at, ends * next.share);
    }
  }

  /** What follows from what the line really did. */
  private settle(l: number, k: number): void {
    const { model, network, taken, lost, blocked, steps, placeOf } = this.state;
    const sums = this.sums as UnitSums;
    const line = network.lines[l] as Line;
    const c = line.classIndex;
    const isCounted = k < steps.count;
    const weight = isCounted ? (steps.counted[k] as number) : 0;
    const at = (placeOf[l] as number) * lineCount;
    const gone = lost[l] as number;
    if (gone > 0) {
      const { redialShare, blockedRedialShare, redialDelayLaw } = model.classes[
        c
      ] as CompiledModel['classes'][number];
      const turned = blocked[l] as number;
      const redials = (gone - turned) * redialShare + turned * blockedRedialShare;
      if (redials > 0) {
        this.delays.deposit(this.front.atPeople[c] as Float64Array, k, redials, redialDelayLaw, k + 1);
        add(sums.lines, at + ofLine.redials, redials * weight);
      }
    }
    const begun = taken[l] as number;
    const nexts = this.nexts[l] as readonly Next[];
    const expected = this.expected[l] as number;
    if (begun === 0 && (this.under[l] as number) < nothing) {
      this.under[l] = 0;
      if (expected !== 0) this.passOnInside(l, -expected, k, true);
      return;
    }
    const ends = this.ends(l, begun, k);
    this.state.witness?.handled(k, l, ends);
    this.under[l] = Math.max(0, (this.under[l] as number) + begun - ends);
    // Expected too much or too little: the next step makes it good.
    if (ends !== expected && this.handsOverInside[l] === 1) this.passOnInside(l, ends - expected, k, true);
    for (let i = 0; i < nexts.length; i += 1)
      this.passOn(nexts[i] as Next, ends * (nexts[i] as Next).share, k, at, weight);
    if (line.isInternal || (model.stages[line.stage]?.nextStage ?? -1) !== -1) return;
    const pair = model.pairs[line.pair] ?? null;
    const resolved = ends * (pair?.resolvedBelow ?? 1);
    const back = resolved * (pair?.returnShare ?? 0);
    if (isCounted) {
      add(sums.lines, at + ofLine.resolved, resolved * weight);
      add(sums.lines, at + ofLine.resolvedForGood, (resolved - back) * weight);
      const row = (this.unit as Unit).channels.indexOf(line.channel) * channelLines.length;
      add(sums.channelSeries, (row + onChannel.resolved) * steps.count + k, resolved);
    }
    if (back > 0) {
      const returning = this.front.returning[c] as Float64Array;
      this.delays.deposit(returning, k, back, pair?.returnDelayLaw ?? -1, k + 1);
    }
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
