// The walk through time of one unit after the other: in each step what comes, what is handed over, what each line does with
// it, and what follows.
import type { CompiledModel } from '../simulation/index.ts';
import { Backlog } from './backlog.ts';
import { Delays } from './delays.ts';
import { Front } from './front.ts';
import { HandOvers } from './handOvers.ts';
import { type LineRows, lineRowsOf } from './lineRows.ts';
import type { Line, Network } from './network.ts';
import type { LinePromise, PromiseClock } from './promiseClock.ts';
import { Returns } from './returns.ts';
import { Sets } from './sets.ts';
import type { Stations } from './stations.ts';
import type { Steps } from './steps.ts';
import { add, lineCount, ofLine, onChannel, UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import { backlogsOf, bytesOf, walkByKernel } from './walking/layWalk.ts';
import { endWalk, walkMemory } from './walking/walkMemory.ts';
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
  readonly rows: LineRows;
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
  readonly delays: Delays;
  /** New contacts of those whose problem is back, and further attempts of those who left; their places by line and by class. */
  private readonly returns: Returns;
  private readonly redials: Returns;
  private readonly returnPlace: Int32Array;
  private readonly redialPlace: Int32Array;
  readonly sets: Sets;
  readonly all: number;
  readonly handOvers: HandOvers;
  /** Lines to which nothing can ever come: of live work whose team never closes. */
  readonly isDead: Uint8Array;
  private readonly onlooker: Onlooker | undefined;
  private readonly classOf: Int32Array;
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
    const promisesOf: LinePromise[][] = network.lines.map(() => []);
    const unitOfStage = new Int32Array(model.stages.length).fill(-1);
    units.forEach((unit, u) => {
      unit.lines.forEach((l) => {
        promisesOf[l] = clock.promisesOf(network.lines[l] as Line, unit.promises);
      });
      for (const stage of unit.stages) unitOfStage[stage] = u;
    });
    this.state = {
      ...{ model, steps, network, clock, witness, rows: lineRowsOf(model, network, units) },
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
    this.classOf = Int32Array.from(network.lines, ({ classIndex }) => classIndex);
    const delays = new Delays(model, steps.seconds);
    this.delays = delays;
    this.front = new Front(model, steps, this.all, delays, factor);
    const { returning, atPeople } = this.front;
    const returns = new Returns(delays, (c) => returning[c] as Float64Array);
    const redials = new Returns(delays, (c) => atPeople[c] as Float64Array);
    const { returnLaw } = this.state.rows;
    this.returnPlace = Int32Array.from(network.lines, ({ classIndex }, l) =>
      returns.place(classIndex, returnLaw[l] as number),
    );
    this.redialPlace = Int32Array.from(model.classes, ({ redialDelayLaw }, c) =>
      redials.place(c, redialDelayLaw),
    );
    this.returns = returns;
    this.redials = redials;
    this.sets = new Sets(this.state, stations, agents);
    this.handOvers = new HandOvers(this.state, delays, unitOfStage, this.all);
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
    const { steps, backlogs, resolutionPromises } = this.state;
    const sums = new UnitSums(unit, steps.count, resolutionPromises.length);
    this.sums = sums;
    this.handOvers.begin(unit, sums);
    const isSeen = this.state.witness !== null || this.onlooker !== undefined;
    const memory = isSeen ? null : walkMemory(bytesOf(this, unit));
    this.front.begin(unit, memory === null);
    const lines = unit.lines.filter((l) => this.isDead[l] === 0);
    this.sets.begin(unit, lines, sums);
    if (memory !== null) {
      walkByKernel(memory, this, unit, lines, sums);
      endWalk(memory);
      return sums;
    }
    // They came before the horizon and count nowhere but in the work.
    for (const [l, contacts] of backlogsOf(this.state, unit)) backlogs[l]?.add(-1, contacts);
    for (let k = 0; k < steps.count; k += 1) this.step(unit, lines, sums, k);
    for (const [place, l] of unit.lines.entries())
      sums.lines[place * lineCount + ofLine.queueAtEnd] = (backlogs[l] as Backlog).total;
    for (let k = steps.count; k < this.all && this.hasWorkFromBefore(unit); k += 1)
      this.step(unit, lines, sums, k);
    return sums;
  }

  /** Of contacts: internal work has no promises that would still have to be decided. */
  private hasWorkFromBefore({ lines }: Unit): boolean {
    const { backlogs, network, steps } = this.state;
    for (const l of lines)
      if (!network.lines[l]?.isInternal && (backlogs[l] as Backlog).hasFromBefore(steps.count)) return true;
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
    this.handOvers.handOn(k);
    this.sets.serve(k);
    for (let i = 0; i < lines.length; i += 1) {
      const l = lines[i] as number;
      if (taken[l] === 0 && lost[l] === 0 && this.handOvers.isIdle(l)) continue;
      this.settle(l, k);
    }
    this.returns.send(k);
    this.redials.send(k);
    this.onlooker?.ended(k, lines);
  }

  /** What follows from what the line really did. */
  private settle(l: number, k: number): void {
    const { steps, rows } = this.state;
    const sums = this.sums as UnitSums;
    const isCounted = k < steps.count;
    const weight = isCounted ? (steps.counted[k] as number) : 0;
    const at = (rows.placeOf[l] as number) * lineCount;
    if ((this.state.lost[l] as number) > 0) this.redial(l, at, weight);
    const ends = this.handOvers.settle(l, this.state.taken[l] as number, k, at, weight);
    if (ends === 0 || rows.resolves[l] === 0) return;
    const resolved = ends * (rows.resolvedShare[l] as number);
    const back = resolved * (rows.returnShare[l] as number);
    if (isCounted) {
      const { lines, channelSeries } = sums;
      add(lines, at + ofLine.resolved, resolved * weight);
      add(lines, at + ofLine.resolvedForGood, (resolved - back) * weight);
      add(channelSeries, ((rows.channelRow[l] as number) + onChannel.resolved) * steps.count + k, resolved);
    }
    if (back > 0) {
      this.returns.note(this.returnPlace[l] as number, back);
    }
  }

  /** Of those who leave a line without an answer some try again. */
  private redial(l: number, at: number, weight: number): void {
    const { model, lost, blocked } = this.state;
    const c = this.classOf[l] as number;
    const { redialShare, blockedRedialShare } = model.classes[c] as CompiledModel['classes'][number];
    const turned = blocked[l] as number;
    const redials = ((lost[l] as number) - turned) * redialShare + turned * blockedRedialShare;
    if (redials <= 0) return;
    this.redials.note(this.redialPlace[c] as number, redials);
    add((this.sums as UnitSums).lines, at + ofLine.redials, redials * weight);
  }
}
