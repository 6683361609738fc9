// What the agents of each set of a unit do in one step: live lines by the station formulas, deferred ones and those that
// cannot keep up from what time is left, highest rank first.
import { expm1 } from '../numerics/expm1.ts';
import { pow } from '../numerics/pow.ts';
import type { Backlog } from './backlog.ts';
import { countDuty } from './countDuty.ts';
import { loadsOnGroups } from './groupLoads.ts';
import { countLive } from './liveLine.ts';
import type { Line, ServingSet } from './network.ts';
import { placesOf } from './placesOf.ts';
import { haveOneLaw, oneTable, rankFactors, ranksOf } from './rankFactors.ts';
import { type StationInput, stationOutcome } from './station.ts';
import type { Stations } from './stations.ts';
import { add, groupSums, lineCount, ofGroup, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import { serveWaiting } from './waitingLine.ts';
import type { WalkState } from './walk.ts';

const secondsPerWeek = 604_800;
/** Whoever waits for thirty years waits for ever. */
const mostPatience = 1e9;

export class Sets {
  private readonly s: WalkState;
  private readonly stations: Stations;
  readonly agentsOf: readonly Float64Array[];
  private readonly targetsOf: readonly (readonly number[])[];
  private readonly liveOf: readonly (readonly number[])[];
  /** The table of chats of a set whose live lines all have it. */
  private readonly chatsOf: readonly Line['chats'][];
  /** Whether live lines of different laws stand before a set. */
  private readonly isMixed: Uint8Array;
  private readonly ranksOf: readonly (readonly number[])[];
  /** Share by which the load of a live line nears its limit in a step, and the mean of that way. */
  private readonly gone: Float64Array;
  readonly agents: Float64Array;
  private readonly liveLoads: Float64Array;
  private readonly deferredLoads: Float64Array;
  private readonly liveOn: Float64Array;
  private readonly deferredOn: Float64Array;
  /** Agent-seconds of each group that are left for deferred work in this step. */
  readonly left: Float64Array;
  /** Share of each group that deferred work can fill; live load offered to it and done by it. */
  private readonly roof: Float64Array;
  private readonly offered: Float64Array;
  private readonly worked: Float64Array;
  private readonly isWaiting: Uint8Array;
  private readonly factors: Float64Array;
  private readonly outcome = stationOutcome();
  private unit: Unit | null = null;
  private sums: UnitSums | null = null;
  private lines: readonly number[] = [];
  private byRank: readonly number[] = [];

  constructor(s: WalkState, stations: Stations, agentsOf: readonly Float64Array[]) {
    this.s = s;
    this.stations = stations;
    this.agentsOf = agentsOf;
    const { lines, sets } = s.network;
    this.liveOf = sets.map((set) => set.lines.filter((l) => lines[l]?.live === true));
    this.targetsOf = this.liveOf.map((live) =>
      [...new Set(live.flatMap((l) => s.promisesOf[l]?.map((one) => one.targetSeconds) ?? []))].sort(
        (a, b) => a - b,
      ),
    );
    this.isMixed = Uint8Array.from(this.liveOf, (live) => (haveOneLaw(s.network, live) ? 0 : 1));
    this.chatsOf = this.liveOf.map((live) => oneTable(s.network, live));
    this.ranksOf = this.liveOf.map((live) => ranksOf(s.network, live));
    this.gone = Float64Array.from(
      lines,
      ({ spanSeconds }) => -expm1(-s.steps.seconds / Math.max(1e-3, spanSeconds)),
    );
    const groups = s.model.groups.length;
    this.agents = new Float64Array(groups);
    this.liveLoads = new Float64Array(sets.length);
    this.deferredLoads = new Float64Array(sets.length);
    this.liveOn = new Float64Array(groups);
    this.deferredOn = new Float64Array(groups);
    this.left = new Float64Array(groups);
    this.roof = new Float64Array(groups);
    this.offered = new Float64Array(groups);
    this.worked = new Float64Array(groups);
    this.isWaiting = new Uint8Array(groups);
    this.factors = new Float64Array(Math.max(1, ...this.liveOf.map((live) => live.length)));
  }

  begin(unit: Unit, own: readonly number[], sums: UnitSums): void {
    const { lines } = this.s.network;
    this.lines = own;
    this.unit = unit;
    this.sums = sums;
    const rank = (l: number): number => (lines[l]?.live === true ? 0 : 100) + (lines[l]?.priority ?? 0);
    // Live work whose patience ends never waits for what is left of a step.
    this.byRank = own
      .filter((l) => !(lines[l]?.live === true && lines[l].patience !== Number.POSITIVE_INFINITY))
      .sort((a, b) => rank(a) - rank(b));
    countDuty(unit, sums, this.agentsOf, this.s.steps);
  }

  serve(k: number): void {
    const { network, steps } = this.s;
    const { sets: own, groups } = this.unit as Unit;
    this.present(k);
    this.offer(k);
    loadsOnGroups(network.sets, own, groups, this.liveLoads, this.agents, this.liveOn);
    loadsOnGroups(network.sets, own, groups, this.deferredLoads, this.agents, this.deferredOn);
    for (let i = 0; i < own.length; i += 1)
      this.serveLive(network.sets[own[i] as number] as ServingSet, own[i] as number, k);
    for (let i = 0; i < groups.length; i += 1) {
      const g = groups[i] as number;
      const here = this.agents[g] as number;
      const offered = this.offered[g] as number;
      const share = offered > 0 ? (this.worked[g] as number) / offered : 0;
      const worked = Math.min(here, (this.liveOn[g] as number) * share);
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
    const length = steps.count;
    const week = Math.round(secondsPerWeek / steps.seconds);
    const at = k < length ? k : length >= week ? length - week + ((k - length) % week) : k % length;
    for (let i = 0; i < groups.length; i += 1) {
      const g = groups[i] as number;
      this.agents[g] = this.agentsOf[g]?.[at] as number;
      this.isWaiting[g] = 0;
      this.roof[g] = 1;
      this.offered[g] = 0;
      this.worked[g] = 0;
    }
    for (let i = 0; i < sets.length; i += 1) {
      this.liveLoads[sets[i] as number] = 0;
      this.deferredLoads[sets[i] as number] = 0;
    }
  }

  /** The loads of the lines on their sets. */
  private offer(k: number): void {
    const { network, joining, backlogs, steps, load, placeOf } = this.s;
    const own = this.lines;
    const sums = this.sums as UnitSums;
    const weight = k < steps.count ? (steps.counted[k] as number) : 0;
    for (let i = 0; i < own.length; i += 1) {
      const l = own[i] as number;
      const line = network.lines[l] as Line;
      const came = joining[l] as number;
      const waiting = (backlogs[l] as Backlog).total;
      if (came !== 0 && weight !== 0) {
        const at = (placeOf[l] as number) * lineCount;
        if (!line.isInternal) add(sums.lines, at + ofLine.visits, came * weight);
        add(sums.lines, at + ofLine.offeredWork, came * line.nominalSeconds * weight);
      }
      if (line.live && !(waiting > 0)) {
        this.advanceLoad(line, l, k);
        add(this.liveLoads, line.set, load[l] as number);
        continue;
      }
      if (came + waiting === 0) continue;
      add(this.deferredLoads, line.set, ((came + waiting) * line.seconds) / steps.seconds);
      if (waiting > 0.5) for (const g of network.sets[line.set]?.groups ?? []) this.isWaiting[g] = 1;
    }
  }

  /** The load of a live line if nobody waited, followed through the step (modified offered load). */
  private advanceLoad(line: Line, l: number, k: number): void {
    const { loadNow, load, joining, steps } = this.s;
    const limit = ((joining[l] as number) / steps.seconds) * line.seconds;
    if (k === 0) loadNow[l] = limit;
    const before = loadNow[l] as number;
    if (before === limit) {
      load[l] = limit;
      return;
    }
    const gone = this.gone[l] as number;
    load[l] = limit + ((before - limit) * gone * Math.max(1e-3, line.spanSeconds)) / steps.seconds;
    loadNow[l] = before + (limit - before) * gone;
  }

  private serveLive(set: ServingSet, at: number, k: number): void {
    const { network, joining, load, backlogs, model, witness } = this.s;
    const live = this.liveOf[at] as readonly number[];
    let rate = 0;
    let leaving = 0;
    let came = 0;
    let varied = 0;
    let balked = 0;
    let own = 0;
    let isBehind = false;
    let isUsed = false;
    let first = -1;
    let shortest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < live.length; i += 1) {
      const l = live[i] as number;
      const weight = joining[l] as number;
      const waiting = (backlogs[l] as Backlog).total;
      if (!(weight > 0 || (load[l] as number) > 1e-9 || waiting > 0)) continue;
      const line = network.lines[l] as Line;
      if (first === -1) first = l;
      isUsed = true;
      if (waiting > 0) isBehind = true;
      own += load[l] as number;
      rate += (load[l] as number) / Math.max(1e-9, line.seconds);
      came += weight;
      leaving += weight / line.patience;
      varied += weight * line.variation;
      balked += weight * line.balking;
      shortest = Math.min(shortest, line.patience);
    }
    if (!isUsed) return;
    let agents = 0;
    let onLive = 0;
    let onDeferred = 0;
    let waits = 0;
    for (let i = 0; i < set.groups.length; i += 1) {
      const g = set.groups[i] as number;
      const weight = set.weights[i] as number;
      agents += (this.agents[g] as number) * weight;
      onLive += (this.liveOn[g] as number) * weight;
      onDeferred += (this.deferredOn[g] as number) * weight;
      waits = Math.max(waits, this.isWaiting[g] as number);
    }
    // Means of equal numbers are taken as these numbers: what is calculated for them is found again.
    const one = network.lines[first] as Line;
    const isMixed = this.isMixed[at] === 1;
    const handling = isMixed && rate > 0 ? own / rate : one.seconds;
    const mean = isMixed ? (leaving > 0 ? came / leaving : shortest) : one.patience;
    const patience = mean > mostPatience ? Number.POSITIVE_INFINITY : mean;
    const total = set.isAlone ? own : Math.max(own, onLive);
    const input: StationInput = {
      agents,
      load: total,
      handling,
      variation: isMixed ? (came > 0 ? varied / came : 1) : one.variation,
      patience,
      balking: isMixed ? (came > 0 ? balked / came : 0) : one.balking,
      deferredLoad: waits === 1 ? Number.POSITIVE_INFINITY : onDeferred,
      reserve: set.reserve,
      places: set.isAlone ? placesOf(model, network.lines, live, agents, total) : Number.POSITIVE_INFINITY,
      targets: this.targetsOf[at] as readonly number[],
      chats: set.isAlone ? (this.chatsOf[at] ?? null) : null,
      isLasting: !isMixed,
    };
    const outcome = this.outcome;
    this.stations.between(input, outcome);
    if ((isBehind || !outcome.isStable) && patience === Number.POSITIVE_INFINITY) return;
    const stays = 1 - input.balking;
    const share =
      1 - outcome.abandonment * stays - outcome.waitProbability * input.balking - outcome.blocking;
    // Agents with few chats are busy all the same.
    const worked = outcome.busy >= 0 && own > 0 ? Math.max(share, outcome.busy / own) : share;
    const roof = agents > 0 ? Math.min(1, outcome.mostBusy / agents) : 0;
    const occupied = waits === 1 || agents <= 0 ? 1 : Math.min(1, (total * share + onDeferred) / agents);
    for (let i = 0; i < set.groups.length; i += 1) {
      const g = set.groups[i] as number;
      const weight = own * (set.weights[i] as number);
      this.roof[g] = Math.min(this.roof[g] as number, roof);
      add(this.offered, g, weight);
      add(this.worked, g, weight * worked);
    }
    rankFactors(this.s, live, this.ranksOf[at] as readonly number[], agents, handling, this.factors);
    for (let i = 0; i < live.length; i += 1) {
      const l = live[i] as number;
      const line = network.lines[l] as Line;
      if (!((joining[l] as number) > 0 || (load[l] as number) > 1e-9)) continue;
      const factor = this.factors[i] as number;
      let full = 1;
      if (line.places > 1 && outcome.busy < 0) {
        const onChats = own > 0 ? ((load[l] as number) / own) * agents : agents;
        full = occupied >= 1 ? 1 : pow(Math.max(1e-9, occupied), onChats * (line.places - 1));
      }
      if (witness !== null) {
        const { inTime, leftInTime } = outcome;
        const kept = { ...outcome, inTime: [...inTime], leftInTime: [...leftInTime] };
        witness.live({ step: k, line: l, set: at, input, outcome: kept, full, factor });
      }
      countLive(this.s, this.sums as UnitSums, this.unit as Unit, l, input.targets, outcome, full, factor, k);
    }
  }
}
