// The walk through time: in each step what comes, what is handed over, what each line does with it, and what follows.
import { expm1 } from '../numerics/expm1.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { Backlog } from './backlog.ts';
import { Delays } from './delays.ts';
import { Front } from './front.ts';
import { type Network, nextOf } from './network.ts';
import type { LinePromise } from './promiseClock.ts';
import { PromiseClock } from './promiseClock.ts';
import type { Resolution } from './resolution.ts';
import { Sets } from './sets.ts';
import type { Stations } from './station.ts';
import { openShares, type Steps } from './steps.ts';
import { ofClass, ofTeam, type Tallies } from './tallies.ts';
import type { Witness } from './witness.ts';

/** How long after the horizon waiting work is still followed, until its promises are decided. */
const daysAfter = 10;
/** Contacts under way that count as none. */
const nothing = 1e-9;

type Next = ReturnType<typeof nextOf>;

/** What the walk knows of its lines in the present step. */
export interface WalkState {
  readonly model: CompiledModel;
  readonly steps: Steps;
  readonly network: Network;
  readonly tallies: Tallies;
  readonly clock: PromiseClock;
  readonly promisesOf: readonly (readonly LinePromise[])[];
  readonly resolution: Resolution;
  readonly witness: Witness | null;
  /** Contacts that join each line in the present step, and that are taken by agents in it. */
  readonly joining: Float64Array;
  readonly taken: Float64Array;
  readonly takenBefore: Float64Array;
  /** Of who came to a live line: share answered in the step before. */
  readonly answeredShare: Float64Array;
  readonly backlogs: readonly Backlog[];
  /** Work under way that the joining contacts would be without waiting: Erlangs by line, at the start of the step and on average. */
  readonly loadNow: Float64Array;
  readonly load: Float64Array;
  /** Who leaves a line for good in the step: abandoned and blocked. */
  readonly lost: Float64Array;
}

export class Walk {
  private readonly s: WalkState;
  private readonly front: Front;
  private readonly delays: Delays;
  private readonly sets: Sets;
  private readonly all: number;
  private readonly nexts: readonly Next[];
  /** Contacts that come to a stage after a delay, or in circles. */
  private readonly later: Float64Array[];
  private readonly under: Float64Array;
  private readonly expected: Float64Array;
  private readonly isOpen: readonly (Float64Array | null)[];

  constructor(
    model: CompiledModel,
    steps: Steps,
    network: Network,
    tallies: Tallies,
    stations: Stations,
    agents: readonly Float64Array[],
    resolution: Resolution,
    factor: number,
    witness: Witness | null = null,
  ) {
    const perDay = Math.round(86_400 / steps.seconds);
    const needsMore = network.lines.some(({ live }, l) => !live && isUsed(model, network, l));
    this.all = steps.count + (needsMore ? daysAfter * perDay : 0);
    const size = network.lines.length;
    const clock = new PromiseClock(model, steps.seconds, this.all);
    this.s = {
      ...{ model, steps, network, tallies, clock, resolution, witness },
      promisesOf: network.lines.map((line) => clock.promisesOf(line)),
      joining: new Float64Array(size),
      taken: new Float64Array(size),
      takenBefore: new Float64Array(size),
      answeredShare: new Float64Array(size).fill(1),
      backlogs: network.lines.map(() => new Backlog()),
      loadNow: new Float64Array(size),
      load: new Float64Array(size),
      lost: new Float64Array(size),
    };
    this.delays = new Delays(model, steps.seconds);
    this.front = new Front(model, steps, this.all, tallies, this.delays, factor);
    witness?.begin(this.s, this.front, factor, tallies.weight);
    this.sets = new Sets(this.s, stations, agents);
    this.nexts = network.lines.map(({ stage, pair }) => nextOf(model, stage, pair));
    this.later = model.stages.map(() => new Float64Array(this.all + 1));
    this.under = new Float64Array(size);
    this.expected = new Float64Array(size);
    this.isOpen = model.teams.map(({ windows }) =>
      windows === 0 ? null : openShares(model.windows[windows] as CompiledModel['windows'][number], steps),
    );
  }

  run(): void {
    const { steps, network, model } = this.s;
    model.classes.forEach(({ backlog }) => {
      if (backlog === null) return;
      const line = network.deferredLine[backlog.stage] ?? -1;
      const at = line === -1 ? (network.liveLine[backlog.stage] ?? -1) : line;
      // They came before the horizon and count nowhere but in the work.
      if (at !== -1) this.s.backlogs[at]?.add(-1, backlog.contacts);
    });
    for (let k = 0; k < this.all; k += 1) {
      if (k >= steps.count && !this.s.backlogs.some((backlog) => backlog.hasFromBefore(steps.count))) break;
      if (k === steps.count) this.closeQueues();
      this.step(k);
    }
    if (this.all === steps.count) this.closeQueues();
  }

  /** Contacts that still wait at the end. */
  private closeQueues(): void {
    const { tallies, network, backlogs } = this.s;
    network.lines.forEach(({ team }, l) => {
      tallies.queueAtEnd[team] =
        (tallies.queueAtEnd[team] as number) + (backlogs[l] as Backlog).total * tallies.weight;
    });
  }

  private step(k: number): void {
    const { model, network, steps, joining } = this.s;
    joining.fill(0);
    this.s.lost.fill(0);
    this.s.takenBefore.set(this.s.taken);
    this.s.taken.fill(0);
    if (k < steps.count || this.all > steps.count) {
      model.classes.forEach((entry, c) => {
        if (entry.firstStage < 0) return;
        const coming = this.front.reaching(c, k);
        if (coming === 0) return;
        const live = network.liveLine[entry.firstStage] as number;
        const line = live === -1 ? (network.deferredLine[entry.firstStage] as number) : live;
        joining[line] = (joining[line] as number) + coming;
      });
    }
    for (const stage of network.order) {
      this.handOver(stage, this.later[stage]?.[k] ?? 0, k);
      this.expectEnds(network.liveLine[stage] as number, k);
      this.expectEnds(network.deferredLine[stage] as number, k);
    }
    this.sets.serve(k);
    for (let l = 0; l < network.lines.length; l += 1) this.settle(l, k);
    this.s.witness?.ended(k);
  }

  /** Puts contacts that are handed over into the lines of a stage: live where its team is open. */
  private handOver(stage: number, amount: number, k: number): void {
    if (amount === 0) return;
    if (amount < 0) {
      // More was expected before than came: the next step makes it good.
      const later = this.later[stage] as Float64Array;
      if (k + 1 < later.length) later[k + 1] = (later[k + 1] as number) + amount;
      return;
    }
    const { network, joining, model } = this.s;
    const live = network.liveLine[stage] as number;
    const deferred = network.deferredLine[stage] as number;
    const open = this.isOpen[model.stages[stage]?.homeTeam ?? 0]?.[k] ?? 1;
    const share = live === -1 ? 0 : deferred === -1 ? 1 : open > 0 ? 1 : 0;
    if (share > 0) joining[live] = (joining[live] as number) + amount;
    else joining[deferred] = (joining[deferred] as number) + amount;
  }

  /** Handlings that end in a step in which so many begin evenly: what is under way decays by its mean length. */
  private ends(l: number, begun: number, k: number): number {
    const { seconds } = this.s.steps;
    const span = Math.max(1e-3, this.s.network.lines[l]?.spanSeconds ?? 0);
    const limit = (begun / seconds) * span;
    const gone = -expm1(-seconds / span);
    // A plan starts as if it had gone on before.
    if (k === 0) this.under[l] = limit;
    const before = this.under[l] as number;
    return begun - (limit - before) * gone;
  }

  /** Hand-overs that are expected of a line in this step, before its service is known. */
  private expectEnds(l: number, k: number): void {
    if (l === -1) return;
    const { joining, answeredShare, backlogs } = this.s;
    const waiting = (backlogs[l] as Backlog).total;
    const nexts = this.nexts[l] as Next;
    this.expected[l] = 0;
    if (nexts.length === 0) return;
    if (waiting === 0 && (joining[l] as number) === 0 && (this.under[l] as number) < nothing) return;
    const begun =
      waiting > 1e-6
        ? Math.min(waiting + (joining[l] as number), this.s.loadNow[l] as number)
        : (joining[l] as number) * (answeredShare[l] as number);
    const ends = this.ends(l, begun, k);
    this.expected[l] = ends;
    this.passOn(l, ends, k);
  }

  /** Moves ended handlings to the next stages; those behind this one in the order wait for the next step. */
  private passOn(l: number, ends: number, k: number): void {
    const { network } = this.s;
    const stage = network.lines[l]?.stage ?? 0;
    for (const next of this.nexts[l] as Next) {
      if (next.kind === outcomeKind.otherDepartment) continue;
      const later = this.later[next.stage] as Float64Array;
      const isAhead = (network.placeOf[next.stage] as number) > (network.placeOf[stage] as number);
      const at = isAhead ? k : k + 1;
      if (at < later.length) later[at] = (later[at] as number) + ends * next.share;
    }
  }

  /** What follows from what the line really did. */
  private settle(l: number, k: number): void {
    const { model, network, taken, tallies, lost } = this.s;
    const line = network.lines[l] as Network['lines'][number];
    const entry = model.classes[line.classIndex] as CompiledModel['classes'][number];
    const gone = lost[l] as number;
    if (gone > 0 && entry.redialShare > 0) {
      const redials = gone * entry.redialShare;
      const people = this.front.atPeople[line.classIndex] as Float64Array;
      this.delays.deposit(people, k, redials, entry.redialDelayLaw, k + 1);
      tallies.class(ofClass.redials, line.classIndex, k, redials);
    }
    const begun = taken[l] as number;
    if (begun === 0 && (this.under[l] as number) < nothing) {
      this.under[l] = 0;
      if ((this.expected[l] as number) !== 0) this.passOnDifference(l, -(this.expected[l] as number), k);
      return;
    }
    const ends = this.ends(l, begun, k);
    this.s.witness?.handled(k, l, ends);
    this.under[l] = Math.max(0, (this.under[l] as number) + begun - ends);
    // Expected too much or too little: the next step makes it good.
    if ((this.nexts[l] as Next).length > 0) this.passOnDifference(l, ends - (this.expected[l] as number), k);
    const c = line.classIndex;
    const pair = model.pairs[line.pair] ?? null;
    const isPassing = (model.stages[line.stage]?.nextStage ?? -1) !== -1;
    for (const next of this.nexts[l] as Next) {
      const count = ends * next.share;
      if (next.kind === outcomeKind.otherDepartment) {
        this.delays.deposit(this.later[next.stage] as Float64Array, k, count, next.law, k + 1);
        tallies.class(ofClass.otherDepartment, c, k, count);
        tallies.team(ofTeam.otherDepartment, line.team, k, count);
      } else if (next.kind === outcomeKind.toLead) {
        tallies.class(ofClass.toLead, c, k, count);
        tallies.team(ofTeam.toLead, line.team, k, count);
      } else if (next.kind !== 0) {
        tallies.class(ofClass.escalated, c, k, count);
        tallies.team(ofTeam.escalated, line.team, k, count);
      }
      tallies.class(ofClass.transfers, c, k, count);
    }
    if (isPassing || line.isInternal) return;
    const resolved = ends * (pair?.resolvedBelow ?? 1);
    const back = resolved * (pair?.returnShare ?? 0);
    tallies.class(ofClass.resolved, c, k, resolved);
    tallies.class(ofClass.resolvedForGood, c, k, resolved - back);
    if (back > 0)
      this.delays.deposit(
        this.front.returning[c] as Float64Array,
        k,
        back,
        pair?.returnDelayLaw ?? -1,
        k + 1,
      );
  }

  private passOnDifference(l: number, difference: number, k: number): void {
    for (const next of this.nexts[l] as Next) {
      if (next.kind === outcomeKind.otherDepartment) continue;
      const later = this.later[next.stage] as Float64Array;
      if (k + 1 < later.length) later[k + 1] = (later[k + 1] as number) + difference * next.share;
    }
  }
}

/** Whether a deferred line is anything but the place of live work whose team has closed. */
function isUsed(model: CompiledModel, { lines, liveLine }: Network, l: number): boolean {
  const line = lines[l];
  return line !== undefined && !line.isInternal && liveLine[line.stage] === -1 && model.promises.length > 0;
}
