// What the agents of each set do in one step: live lines by the station formulas, deferred ones and those that cannot keep up
// from what time is left, highest rank first.
import { expm1 } from '../numerics/expm1.ts';
import { pow } from '../numerics/pow.ts';
import type { Backlog } from './backlog.ts';
import { loadsOnGroups } from './groupLoads.ts';
import { countLive, thinned } from './liveLine.ts';
import type { Line, ServingSet } from './network.ts';
import type { StationInput, Stations } from './station.ts';
import { ofTeam } from './tallies.ts';
import { serveWaiting } from './waitingLine.ts';
import type { WalkState } from './walk.ts';

/** Above this occupancy a step is too short for a line to settle. */
const mostSettled = 0.97;

export class Sets {
  private readonly s: WalkState;
  private readonly stations: Stations;
  private readonly agentsOf: readonly Float64Array[];
  private readonly targetsOf: readonly (readonly number[])[];
  private readonly byRank: readonly number[];
  private readonly liveOf: readonly (readonly number[])[];
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
    const rank = (l: number): number => (lines[l]?.live === true ? 0 : 100) + (lines[l]?.priority ?? 0);
    this.byRank = lines.map((_, l) => l).sort((a, b) => rank(a) - rank(b));
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
  }

  serve(k: number): void {
    const { network, model, tallies, steps, joining } = this.s;
    const { sets, lines } = network;
    model.groups.forEach(({ team }, g) => {
      const series = this.agentsOf[g] as Float64Array;
      // After the horizon the same week goes on.
      const week = Math.round(604_800 / steps.seconds);
      const at =
        k < series.length
          ? k
          : series.length >= week
            ? series.length - week + ((k - series.length) % week)
            : k % series.length;
      this.agents[g] = series[at] as number;
      tallies.team(ofTeam.dutySeconds, team, k, (this.agents[g] as number) * steps.seconds);
    });
    this.isWaiting.fill(0);
    this.liveLoads.fill(0);
    this.deferredLoads.fill(0);
    lines.forEach((line, l) => {
      const came = joining[l] as number;
      const { seconds: length } = steps;
      if (!line.isInternal && came > 0) tallies.team(ofTeam.visits, line.team, k, came);
      tallies.team(ofTeam.offeredWork, line.team, k, came * line.nominalSeconds);
      const backlog = this.s.backlogs[l] as Backlog;
      if (line.live && !(backlog.total > 0)) {
        this.advanceLoad(line, l, k);
        this.liveLoads[line.set] = (this.liveLoads[line.set] as number) + (this.s.load[l] as number);
        return;
      }
      const work = ((came + backlog.total) * line.seconds) / length;
      this.deferredLoads[line.set] = (this.deferredLoads[line.set] as number) + work;
      if (backlog.total > 0.5) for (const g of sets[line.set]?.groups ?? []) this.isWaiting[g] = 1;
    });
    loadsOnGroups(sets, this.liveLoads, this.agents, this.liveOn);
    loadsOnGroups(sets, this.deferredLoads, this.agents, this.deferredOn);
    for (let g = 0; g < this.left.length; g += 1) this.left[g] = (this.agents[g] as number) * steps.seconds;
    this.roof.fill(1);
    this.offered.fill(0);
    this.worked.fill(0);
    sets.forEach((set, at) => {
      this.serveLive(set, at, k);
    });
    model.groups.forEach(({ team }, g) => {
      const here = this.agents[g] as number;
      const offered = this.offered[g] as number;
      const share = offered > 0 ? (this.worked[g] as number) / offered : 0;
      const worked = Math.min(here, (this.liveOn[g] as number) * share);
      tallies.team(ofTeam.busySeconds, team, k, worked * steps.seconds);
      this.left[g] = Math.max(0, here * (this.roof[g] as number) - worked) * steps.seconds;
    });
    for (const l of this.byRank) serveWaiting(this.s, this, lines[l] as Line, l, k);
  }

  /** The load of a live line if nobody waited, followed through the step (modified offered load). */
  private advanceLoad(line: Line, l: number, k: number): void {
    const { loadNow, load, joining, steps } = this.s;
    const span = Math.max(1e-3, line.spanSeconds);
    const limit = ((joining[l] as number) / steps.seconds) * line.seconds;
    if (k === 0) loadNow[l] = limit;
    const before = loadNow[l] as number;
    if (before === limit) {
      load[l] = limit;
      return;
    }
    const gone = -expm1(-steps.seconds / span);
    load[l] = limit + ((before - limit) * gone * span) / steps.seconds;
    loadNow[l] = before + (limit - before) * gone;
  }

  private serveLive(set: ServingSet, at: number, k: number): void {
    const { network, joining, load, backlogs, model } = this.s;
    const live = (this.liveOf[at] ?? []).filter(
      (l) => (joining[l] as number) > 0 || (load[l] as number) > 1e-9 || (backlogs[l] as Backlog).total > 0,
    );
    if (live.length === 0) return;
    let agents = 0;
    let onLive = 0;
    let onDeferred = 0;
    let waits = 0;
    set.groups.forEach((g, i) => {
      const weight = set.weights[i] as number;
      agents += (this.agents[g] as number) * weight;
      onLive += (this.liveOn[g] as number) * weight;
      onDeferred += (this.deferredOn[g] as number) * weight;
      waits = Math.max(waits, this.isWaiting[g] as number);
    });
    let rate = 0;
    let leaving = 0;
    let came = 0;
    let varied = 0;
    let own = 0;
    let places = Number.POSITIVE_INFINITY;
    for (const l of live) {
      const line = network.lines[l] as Line;
      const weight = joining[l] as number;
      own += load[l] as number;
      rate += (load[l] as number) / Math.max(1e-9, line.seconds);
      came += weight;
      leaving += weight / line.patience;
      varied += weight * line.variation;
      const channel = model.channels[line.channel];
      if (channel !== undefined && set.isAlone)
        places = Math.min(places, channel.waitingPlaces, Math.max(0, channel.lines - Math.ceil(agents)));
    }
    const handling = rate > 0 ? own / rate : (network.lines[live[0] as number] as Line).seconds;
    const patience = leaving > 0 ? came / leaving : this.patienceOf(live);
    const total = set.isAlone ? own : Math.max(own, onLive);
    // Limits that can hardly be reached cost nothing.
    if (places > 20 && total < agents + places / 4) places = Number.POSITIVE_INFINITY;
    const input: StationInput = {
      agents,
      load: total,
      handling,
      variation: came > 0 ? varied / came : 1,
      patience,
      deferredLoad: waits === 1 ? Number.POSITIVE_INFINITY : onDeferred,
      reserve: set.reserve,
      places,
      targets: this.targetsOf[at] ?? [],
    };
    const outcome = this.stations.between(input);
    const isBehind = !outcome.isStable || live.some((l) => (backlogs[l] as Backlog).total > 0);
    if (isBehind && patience === Number.POSITIVE_INFINITY) return;
    const share = 1 - outcome.abandonment - outcome.blocking;
    const roof = agents > 0 ? Math.min(1, outcome.mostBusy / agents) : 0;
    const occupied = waits === 1 || agents <= 0 ? 1 : Math.min(1, (total * share + onDeferred) / agents);
    set.groups.forEach((g, i) => {
      const weight = own * (set.weights[i] as number);
      this.roof[g] = Math.min(this.roof[g] as number, roof);
      this.offered[g] = (this.offered[g] as number) + weight;
      this.worked[g] = (this.worked[g] as number) + weight * share;
    });
    const factors = this.rankFactors(live, agents, handling);
    live.forEach((l, i) => {
      const line = network.lines[l] as Line;
      const factor = factors[i] as number;
      let full = 1;
      if (line.places > 1) {
        const onChats = own > 0 ? ((load[l] as number) / own) * agents : agents;
        full = occupied >= 1 ? 1 : pow(Math.max(1e-9, occupied), onChats * (line.places - 1));
      }
      const met = line.places === 1 ? outcome : thinned(outcome, full);
      this.s.witness?.live({ step: k, line: l, set: at, input, outcome, full, factor });
      countLive(this.s, l, this.targetsOf[at] ?? [], met, factor, k);
    });
  }

  private patienceOf(live: readonly number[]): number {
    return Math.min(...live.map((l) => (this.s.network.lines[l] as Line).patience));
  }

  /** How much longer or shorter a line waits than the mean of all live ones, by its rank (Cobham's ratios). */
  private rankFactors(live: readonly number[], agents: number, handling: number): number[] {
    const { network, joining, steps } = this.s;
    const priorities = [...new Set(live.map((l) => (network.lines[l] as Line).priority))].sort(
      (a, b) => a - b,
    );
    if (priorities.length < 2 || agents <= 0) return live.map(() => 1);
    let before = 0;
    let all = 0;
    let weighted = 0;
    const weightOf = new Map<number, number>();
    for (const priority of priorities) {
      const came = live.reduce(
        (sum, l) => sum + ((network.lines[l] as Line).priority === priority ? (joining[l] as number) : 0),
        0,
      );
      const after = Math.min(mostSettled, before + ((came / steps.seconds) * handling) / agents);
      const weight = 1 / ((1 - before) * (1 - after));
      weightOf.set(priority, weight);
      all += came;
      weighted += came * weight;
      before = after;
    }
    return live.map((l) =>
      weighted > 0 ? ((weightOf.get((network.lines[l] as Line).priority) as number) * all) / weighted : 1,
    );
  }
}
