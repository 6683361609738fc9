// What the agents of each set of a unit do in one step: live lines by the station formulas, deferred ones and those that
// cannot keep up from what time is left, highest rank first.
import { advanceLoad } from './advanceLoad.ts';
import type { Backlog } from './backlog.ts';
import { countDuty } from './countDuty.ts';
import type { LinesOfSets } from './linesOfSets.ts';
import { countLive } from './liveLine.ts';
import type { Line, ServingSet } from './network.ts';
import { StationQuestions } from './stationQuestions.ts';
import type { Stations } from './stations.ts';
import { add, groupSums, lineCount, ofGroup, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import { serveWaiting } from './waitingLine.ts';
import type { WalkState } from './walk.ts';
import type { WorkingLines } from './workingLines.ts';

const secondsPerWeek = 604_800;

export class Sets {
  private readonly s: WalkState;
  readonly questions: StationQuestions;
  readonly agentsOf: readonly Float64Array[];
  /** Share of its way to its limit that the load of a live line goes in a step. */
  readonly gone: Float64Array;
  readonly agents: Float64Array;
  /** Agent-seconds of each group that are left for deferred work in this step. */
  readonly left: Float64Array;
  readonly blocked: Float64Array;
  readonly held: Float64Array;
  /** Share of each group that deferred work can fill; live load offered to it and done by it. */
  private readonly roof: Float64Array;
  private readonly offered: Float64Array;
  private readonly worked: Float64Array;
  private unit: Unit | null = null;
  private sums: UnitSums | null = null;
  private lines: readonly number[] = [];
  byRank: readonly number[] = [];

  constructor(
    s: WalkState,
    stations: Stations,
    agentsOf: readonly Float64Array[],
    gone: Float64Array,
    lines: LinesOfSets,
    targets: StationQuestions['targetsOf'],
  ) {
    this.s = s;
    this.questions = new StationQuestions(s, stations, lines, targets);
    this.agents = this.questions.agents;
    this.agentsOf = agentsOf;
    this.gone = gone;
    const groups = s.model.groups.length;
    this.left = new Float64Array(groups);
    this.blocked = new Float64Array(s.network.sets.length);
    this.held = new Float64Array(s.network.sets.length);
    this.roof = new Float64Array(groups);
    this.offered = new Float64Array(groups);
    this.worked = new Float64Array(groups);
  }

  begin(unit: Unit, { lines, byRank }: WorkingLines, sums: UnitSums): void {
    this.lines = lines;
    this.byRank = byRank;
    this.unit = unit;
    this.sums = sums;
    countDuty(unit, sums, this.agentsOf, this.s.steps);
  }

  serve(k: number): void {
    const { network, steps } = this.s;
    const { sets: own, groups } = this.unit as Unit;
    this.present(k);
    this.offer(k);
    this.questions.layLoads(this.unit as Unit);
    for (let i = 0; i < own.length; i += 1)
      this.serveLive(network.sets[own[i] as number] as ServingSet, own[i] as number, k);
    for (let i = 0; i < groups.length; i += 1) {
      const g = groups[i] as number;
      const here = this.agents[g] as number;
      const offered = this.offered[g] as number;
      const share = offered > 0 ? (this.worked[g] as number) / offered : 0;
      const worked = Math.min(here, (this.questions.liveOn[g] as number) * share);
      this.count(i, ofGroup.busySeconds, worked * steps.seconds, k);
      this.left[g] = Math.max(0, here * (this.roof[g] as number) - worked) * steps.seconds;
    }
    for (let i = 0; i < this.byRank.length; i += 1) {
      const l = this.byRank[i] as number;
      if ((this.s.joining[l] as number) <= 0 && (this.s.backlogs[l] as Backlog).total <= 0) continue;
      serveWaiting(this.s, this.sums as UnitSums, this.unit as Unit, this, network.lines[l] as Line, l, k);
    }
  }

  /** Adds to a sum of a group, by its place in the unit. */
  count(place: number, sum: number, amount: number, k: number): void {
    const { count, counted } = this.s.steps;
    if (k >= count || amount === 0) return;
    const { groups, groupSeries } = this.sums as UnitSums;
    const row = place * groupSums.length + sum;
    add(groups, row, amount * (counted[k] as number));
    add(groupSeries, row * count + k, amount);
  }

  /** Who is on duty, with nothing asked of them yet; after the horizon the same week goes on. */
  private present(k: number): void {
    const { steps } = this.s;
    const { groups, sets } = this.unit as Unit;
    const { isWaiting, liveLoads, deferredLoads } = this.questions;
    const length = steps.count;
    const week = Math.round(secondsPerWeek / steps.seconds);
    const at = k < length ? k : length >= week ? length - week + ((k - length) % week) : k % length;
    for (let i = 0; i < groups.length; i += 1) {
      const g = groups[i] as number;
      this.agents[g] = this.agentsOf[g]?.[at] as number;
      isWaiting[g] = 0;
      this.roof[g] = 1;
      this.offered[g] = 0;
      this.worked[g] = 0;
    }
    for (let i = 0; i < sets.length; i += 1) {
      liveLoads[sets[i] as number] = 0;
      deferredLoads[sets[i] as number] = 0;
      this.blocked[sets[i] as number] = -1;
    }
  }

  /** The loads of the lines on their sets. */
  private offer(k: number): void {
    const { network, joining, backlogs, steps, load, rows } = this.s;
    const own = this.lines;
    const { isWaiting, liveLoads, deferredLoads } = this.questions;
    const sums = this.sums as UnitSums;
    const weight = k < steps.count ? (steps.counted[k] as number) : 0;
    for (let i = 0; i < own.length; i += 1) {
      const l = own[i] as number;
      const line = network.lines[l] as Line;
      const came = joining[l] as number;
      const waiting = (backlogs[l] as Backlog).total;
      if (came !== 0 && weight !== 0) {
        const at = (rows.placeOf[l] as number) * lineCount;
        add(sums.lines, at + ofLine.visits, came * weight);
      }
      if (line.live && !(waiting > 0)) {
        advanceLoad(this.s, line, l, this.gone[l] as number, k);
        add(liveLoads, line.set, load[l] as number);
        continue;
      }
      if (came + waiting === 0) continue;
      add(deferredLoads, line.set, ((came + waiting) * line.seconds) / steps.seconds);
      if (waiting > 0.5) for (const g of network.sets[line.set]?.groups ?? []) isWaiting[g] = 1;
    }
  }

  private serveLive(set: ServingSet, at: number, k: number): void {
    const { network, joining, load, witness } = this.s;
    const { questions } = this;
    const input = questions.ask(at);
    if (input === null) return;
    const { outcome, factors } = questions;
    if ((questions.isBehind || !outcome.isStable) && input.patience === Number.POSITIVE_INFINITY) return;
    const roof = input.agents > 0 ? Math.min(1, outcome.mostBusy / input.agents) : 0;
    for (let i = 0; i < set.groups.length; i += 1) {
      const g = set.groups[i] as number;
      this.roof[g] = Math.min(this.roof[g] as number, roof);
    }
    this.blocked[at] = outcome.deferredBlocked;
    this.held[at] = outcome.deferredHeld;
    questions.addWork(set, this.offered, this.worked);
    const live = questions.liveOf[at] as readonly number[];
    for (let i = 0; i < live.length; i += 1) {
      const l = live[i] as number;
      if (!((joining[l] as number) > 0 || (load[l] as number) > 1e-9)) continue;
      const factor = factors[i] as number;
      const full = questions.fullOf(network.lines[l] as Line, l);
      if (witness !== null) {
        const { inTime, leftInTime } = outcome;
        const kept = { ...outcome, inTime: inTime.slice(), leftInTime: leftInTime.slice() };
        witness.live({ step: k, line: l, set: at, input: { ...input }, outcome: kept, full, factor });
      }
      countLive(this.s, this.sums as UnitSums, this.unit as Unit, l, input.targets, outcome, full, factor, k);
    }
  }
}
