// The walk through time of one unit after the other: in each step what comes, what is handed over, what each line does with
// it, and what follows.
import type { CompiledModel } from '../simulation/index.ts';
import { Backlog } from './backlog.ts';
import { countFlows } from './flowSums.ts';
import { Front } from './front.ts';
import type { Ground } from './ground.ts';
import { HandOvers } from './handOvers.ts';
import type { LineRows } from './lineRows.ts';
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
import { workingLines } from './workingLines.ts';

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
  readonly rows: LineRows;
  /** Empty where the kernel walks, which has all this of its own: contacts that join each line in the present step, and that are taken by agents in it. */
  joining: Float64Array;
  taken: Float64Array;
  /** Of who came to a live line: share answered in the step before. */
  answeredShare: Float64Array;
  backlogs: readonly Backlog[];
  /** Work under way that the joining contacts would be without waiting: Erlangs by line, at the start of the step and on average. */
  loadNow: Float64Array;
  load: Float64Array;
  /** Who leaves a line for good in the step: those who abandon, and those who are blocked. */
  lost: Float64Array;
  blocked: Float64Array;
}

export class Walk {
  readonly ground: Ground;
  readonly state: WalkState;
  readonly front: Front;
  readonly sets: Sets;
  readonly handOvers: HandOvers;
  /** New contacts of those whose problem is back, and further attempts of those who left; their places by line and by class. */
  private readonly returns: Returns;
  private readonly redials: Returns;
  private returnPlace = new Int32Array(0);
  private redialPlace = new Int32Array(0);
  private readonly onlooker: Onlooker | undefined;
  private sums: UnitSums | null = null;

  constructor(
    ground: Ground,
    stations: Stations,
    agents: readonly Float64Array[],
    factor: number,
    witness: Witness | null,
    onlooker: Onlooker | undefined,
  ) {
    const { model, steps, network, clock, rows, promisesOf, resolutionPromises, ways, delays, all } = ground;
    this.ground = ground;
    this.onlooker = onlooker;
    this.state = {
      ...{ model, steps, network, clock, witness, rows, promisesOf, resolutionPromises },
      ...{ joining: none, taken: none, answeredShare: none, backlogs: [] },
      ...{ loadNow: none, load: none, lost: none, blocked: none },
    };
    this.front = new Front(ground, factor);
    const { returning, atPeople } = this.front;
    this.returns = new Returns(delays, (c) => returning[c] as Float64Array);
    this.redials = new Returns(delays, (c) => atPeople[c] as Float64Array);
    this.sets = new Sets(this.state, stations, agents, ways.gone, ground.setLines, ground.targetsOf);
    this.handOvers = new HandOvers(this.state, ways, delays, all);
    if (this.isSeen) this.prepare();
  }

  /** What is seen is walked step by step. */
  private get isSeen(): boolean {
    return this.state.witness !== null || this.onlooker !== undefined;
  }

  /** Makes ready what is noted step by step. */
  private prepare(): void {
    const { state, returns, redials } = this;
    if (state.joining !== none) return;
    const { lines } = state.network;
    const size = lines.length;
    state.joining = new Float64Array(size);
    state.taken = new Float64Array(size);
    state.answeredShare = new Float64Array(size).fill(1);
    state.backlogs = lines.map(() => new Backlog());
    state.loadNow = new Float64Array(size);
    state.load = new Float64Array(size);
    state.lost = new Float64Array(size);
    state.blocked = new Float64Array(size);
    this.returnPlace = Int32Array.from(lines, ({ classIndex }, l) =>
      returns.place(classIndex, state.rows.returnLaw[l] as number),
    );
    this.redialPlace = Int32Array.from(state.model.classes, ({ redialDelayLaw }, c) =>
      redials.place(c, redialDelayLaw),
    );
  }

  run(unit: Unit): UnitSums {
    const { steps, resolutionPromises } = this.state;
    const sums = new UnitSums(unit, steps.count, resolutionPromises.length);
    this.sums = sums;
    const memory = this.isSeen ? null : walkMemory(bytesOf(this.ground, unit));
    if (memory === null) this.prepare();
    this.handOvers.begin(unit, sums, memory === null);
    this.front.begin(unit, memory === null);
    const working = workingLines(this.ground, unit);
    const { lines } = working;
    this.sets.begin(unit, working, sums);
    if (memory !== null) {
      walkByKernel(memory, this, unit, lines, sums);
      endWalk(memory);
    } else this.walkSteps(unit, lines, sums);
    countFlows(unit, sums, this.state, this.ground.ways);
    return sums;
  }

  private walkSteps(unit: Unit, lines: readonly number[], sums: UnitSums): void {
    const { steps } = this.state;
    const { backlogs } = this.state;
    // They came before the horizon and count nowhere but in the work.
    for (const [l, contacts] of backlogsOf(this.state, unit)) backlogs[l]?.add(-1, contacts);
    for (let k = 0; k < steps.count; k += 1) this.step(unit, lines, sums, k);
    for (const [place, l] of unit.lines.entries())
      sums.lines[place * lineCount + ofLine.queueAtEnd] = (backlogs[l] as Backlog).total;
    for (let k = steps.count; k < this.ground.all && this.hasWorkFromBefore(unit); k += 1)
      this.step(unit, lines, sums, k);
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
      const row = (rows.channelRow[l] as number) + onChannel.resolved;
      add(sums.channelSeries, row * steps.count + k, resolved);
    }
    if (back > 0) this.returns.note(this.returnPlace[l] as number, back);
  }

  /** Of those who leave a line without an answer some try again. */
  private redial(l: number, at: number, weight: number): void {
    const { model, network, lost, blocked } = this.state;
    const c = (network.lines[l] as Line).classIndex;
    const { redialShare, blockedRedialShare } = model.classes[c] as CompiledModel['classes'][number];
    const turned = blocked[l] as number;
    const redials = ((lost[l] as number) - turned) * redialShare + turned * blockedRedialShare;
    if (redials <= 0) return;
    this.redials.note(this.redialPlace[c] as number, redials);
    add((this.sums as UnitSums).lines, at + ofLine.redials, redials * weight);
  }
}

const none = new Float64Array(0);
