// The walk through time of one unit after the other: in each step what comes, what is handed over, what each line does with
// it, and what follows.
import type { CompiledModel } from '../simulation/index.ts';
import { Backlog } from './backlog.ts';
import { Delays } from './delays.ts';
import { Front } from './front.ts';
import { HandOvers } from './handOvers.ts';
import type { Line, Network } from './network.ts';
import type { LinePromise, PromiseClock } from './promiseClock.ts';
import { Sets } from './sets.ts';
import type { Stations } from './stations.ts';
import type { Steps } from './steps.ts';
import { add, channelLines, lineCount, ofLine, onChannel, UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { Onlooker, Witness } from './witness.ts';

/** How long after the horizon waiting work is still followed, until its promises are decided. */
const daysAfter = 10;
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
  readonly sets: Sets;
  readonly all: number;
  readonly handOvers: HandOvers;
  /** Lines to which nothing can ever come: of live work whose team never closes. */
  readonly isDead: Uint8Array;
  private readonly onlooker: Onlooker | undefined;
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
    onlooker: Onlooker | undefined,
  ) {
    this.onlooker = onlooker;
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
    this.handOvers = new HandOvers(this.state, this.delays, unitOfStage, this.all);
    const startsWith = new Set(model.classes.map(({ backlog }) => backlog?.stage ?? -1));
    this.isDead = Uint8Array.from(network.lines, ({ live, stage, team }) =>
      !live &&
      network.liveLine[stage] !== -1 &&
      this.handOvers.isOpen[team] === null &&
      !startsWith.has(stage)
        ? 1
        : 0,
    );
  }

  run(unit: Unit): UnitSums {
    const { steps, model, network, backlogs, resolutionPromises } = this.state;
    const sums = new UnitSums(unit, steps.count, resolutionPromises.length);
    this.unit = unit;
    this.sums = sums;
    this.handOvers.begin(unit, sums);
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
    const { model, network, joining, lost, blocked, taken } = this.state;
    const { classes } = unit;
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
    const { busyStages } = this.handOvers;
    for (let i = 0; i < busyStages.length; i += 1) {
      const stage = busyStages[i] as number;
      this.handOvers.arrive(stage, k);
      this.handOvers.expectEnds(network.liveLine[stage] as number, k);
      this.handOvers.expectEnds(network.deferredLine[stage] as number, k);
    }
    this.sets.serve(k);
    for (let i = 0; i < lines.length; i += 1) {
      const l = lines[i] as number;
      if (taken[l] === 0 && lost[l] === 0 && this.handOvers.isIdle(l)) continue;
      this.settle(l, k);
    }
    this.onlooker?.ended(k, lines);
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
    const ends = this.handOvers.settle(l, begun, k, at, weight);
    if (ends === 0) return;
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
}
