// What the agents of each set do in one step: live lines by the station formulas, deferred ones and those that cannot keep up
// from what time is left, highest rank first.
import { expm1 } from '../numerics/expm1.ts';
import { pow } from '../numerics/pow.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Backlog } from './backlog.ts';
import { loadsOnGroups } from './groupLoads.ts';
import type { Line, ServingSet } from './network.ts';
import type { StationOutcome, Stations } from './station.ts';
import type { WalkState } from './walk.ts';

const nothingLate = { share: 0, seconds: 0 };
/** Above this occupancy a step is too short for a line to settle. */
const mostSettled = 0.97;

export class Sets {
  private readonly s: WalkState;
  private readonly stations: Stations;
  private readonly agentsOf: readonly Float64Array[];
  private readonly targetsOf: readonly (readonly number[])[];
  private readonly byRank: readonly number[];
  private readonly liveOf: readonly (readonly number[])[];
  private readonly agents: Float64Array;
  private readonly liveLoads: Float64Array;
  private readonly deferredLoads: Float64Array;
  private readonly liveOn: Float64Array;
  private readonly deferredOn: Float64Array;
  /** Agent-seconds of each group that are left for deferred work in this step. */
  private readonly left: Float64Array;
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
      tallies.team('dutySeconds', team, k, (this.agents[g] as number) * steps.seconds);
    });
    this.isWaiting.fill(0);
    this.liveLoads.fill(0);
    this.deferredLoads.fill(0);
    lines.forEach((line, l) => {
      const came = joining[l] as number;
      const { seconds: length } = steps;
      if (!line.isInternal && came > 0) tallies.team('visits', line.team, k, came);
      tallies.team('offeredWork', line.team, k, came * line.nominalSeconds);
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
    sets.forEach((set, at) => {
      this.serveLive(set, at, k);
    });
    for (const l of this.byRank) this.serveWaiting(lines[l] as Line, l, k);
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
    const { network, joining, load, backlogs, steps, tallies, model } = this.s;
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
    const outcome = this.stations.between({
      agents,
      load: total,
      handling,
      variation: came > 0 ? varied / came : 1,
      patience,
      deferredLoad: waits === 1 ? Number.POSITIVE_INFINITY : onDeferred,
      reserve: set.reserve,
      places,
      targets: this.targetsOf[at] ?? [],
    });
    const isBehind = !outcome.isStable || live.some((l) => (backlogs[l] as Backlog).total > 0);
    if (isBehind && patience === Number.POSITIVE_INFINITY) return;
    const share = 1 - outcome.abandonment - outcome.blocking;
    const roof = agents > 0 ? Math.min(1, outcome.mostBusy / agents) : 0;
    for (const g of set.groups) {
      const here = this.agents[g] as number;
      const busy = set.isAlone && agents > 0 ? (own * here) / agents : (this.liveOn[g] as number);
      const worked = Math.min(here, busy * share);
      const part = set.isAlone || onLive <= 0 ? 1 : Math.min(1, own / onLive);
      tallies.team('busySeconds', model.groups[g]?.team ?? 0, k, worked * part * steps.seconds);
      const room = Math.max(0, here * roof - worked) * steps.seconds;
      this.left[g] = Math.min(this.left[g] as number, room);
    }
    const factors = this.rankFactors(live, agents, handling);
    live.forEach((l, i) => {
      this.countLive(l, at, outcome, factors[i] as number, k);
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

  private countLive(l: number, at: number, outcome: StationOutcome, factor: number, k: number): void {
    const { network, joining, tallies, taken, lost, answeredShare, promisesOf, model } = this.s;
    const line = network.lines[l] as Line;
    const { classIndex: c, team, balking } = line;
    const came = joining[l] as number;
    const waiting = outcome.waitProbability;
    const left = Math.min(waiting, outcome.abandonment * factor) * (1 - balking) + waiting * balking;
    const answered = Math.max(0, 1 - left - outcome.blocking);
    answeredShare[l] = answered;
    taken[l] = came * answered;
    lost[l] = came * (1 - answered);
    if (came === 0) return;
    const wait = outcome.meanWait * factor * (1 - balking);
    const answerWait = outcome.meanWaitOfServed * factor;
    const both = (
      sum: 'answered' | 'abandoned' | 'blocked' | 'waitSeconds' | 'answerWaitSeconds' | 'queueSeconds',
      amount: number,
    ): void => {
      tallies.class(sum, c, k, amount);
      tallies.team(sum, team, k, amount);
    };
    both('answered', came * answered);
    both('abandoned', came * left);
    both('blocked', came * outcome.blocking);
    both('waitSeconds', came * wait);
    both('answerWaitSeconds', came * answered * answerWait);
    both('queueSeconds', came * wait);
    if (this.s.resolution.isAsked && k >= 0 && (this.s.steps.counted[k] ?? 0) > 0) {
      this.s.resolution.note(l, c, came * answered, () => answerWait);
      this.s.resolution.noteLost(l, came * (1 - answered));
    }
    const entry = model.classes[c] as CompiledModel['classes'][number];
    if (entry.firstStage === line.stage && entry.answeredAtBegin)
      this.respond(line, k, came * answered, answerWait);
    const targets = this.targetsOf[at] ?? [];
    for (const { promise, targetSeconds } of promisesOf[l] ?? []) {
      const rule = model.promises[promise] as CompiledModel['promises'][number];
      const i = targets.indexOf(targetSeconds);
      const atOnce = 1 - waiting - outcome.blocking;
      const leftInTime = Math.min(left, (outcome.leftInTime[i] ?? 0) * (1 - balking) + waiting * balking);
      const late = 1 - outcome.blocking - (outcome.inTime[i] ?? 0);
      const tail = waiting > 0 ? Math.min(1, late / waiting) : 0;
      const scaled = factor === 1 ? tail : tail <= 0 ? 0 : pow(tail, 1 / factor);
      const inTime = Math.min(answered, atOnce + waiting * (1 - scaled) * (1 - balking));
      const isOut = rule.abandoned === 'leftOut';
      const counted = 1 - (isOut ? leftInTime : 0) - (rule.blockedMissed ? 0 : outcome.blocking);
      const met = inTime + (rule.abandoned === 'metWithinTarget' ? leftInTime : 0);
      tallies.promise(promise, c, team, k, came * counted, came * Math.min(counted, met));
    }
  }

  private respond(line: Line, k: number, count: number, wait: number): void {
    const { tallies } = this.s;
    tallies.class('firstResponses', line.classIndex, k, count);
    tallies.class('firstResponseSeconds', line.classIndex, k, count * wait);
    tallies.team('firstResponses', line.team, k, count);
    tallies.team('firstResponseSeconds', line.team, k, count * wait);
  }

  /** Deferred work, and live work of the endlessly patient that the agents cannot keep up with: in order, from what is left. */
  private serveWaiting(line: Line, l: number, k: number): void {
    const { network, joining, backlogs, taken, tallies, steps, model, clock, promisesOf } = this.s;
    const backlog = backlogs[l] as Backlog;
    if ((taken[l] as number) > 0 || (line.live && line.patience !== Number.POSITIVE_INFINITY)) return;
    const came = joining[l] as number;
    if (came <= 0 && backlog.total <= 0) return;
    const before = backlog.total;
    backlog.add(k, came);
    const { groups } = network.sets[line.set] as ServingSet;
    let room = 0;
    let agents = 0;
    for (const g of groups) {
      room += this.left[g] as number;
      agents += this.agents[g] as number;
    }
    const asked = backlog.total * line.seconds;
    const used = Math.min(asked, room);
    const amount = line.seconds > 0 ? used / line.seconds : agents > 0 ? backlog.total : 0;
    const late = asked <= room ? this.chanceOf(line, agents, room, used) : nothingLate;
    if (room > 0)
      for (const g of groups) {
        const part = (used * (this.left[g] as number)) / room;
        this.left[g] = (this.left[g] as number) - part;
        tallies.team('busySeconds', model.groups[g]?.team ?? 0, k, part);
      }
    const { classIndex: c, team, isInternal } = line;
    const entry = model.classes[c] as CompiledModel['classes'][number];
    const byChance = late.share * late.seconds;
    backlog.take(amount, (cameInStep, part) => {
      if (isInternal) return;
      const wait = Math.max(0, k - cameInStep) * steps.seconds + byChance;
      tallies.class('answered', c, cameInStep, part);
      tallies.team('answered', team, cameInStep, part);
      for (const sum of ['waitSeconds', 'answerWaitSeconds'] as const) {
        tallies.class(sum, c, cameInStep, part * wait);
        tallies.team(sum, team, cameInStep, part * wait);
      }
      if (entry.firstStage === line.stage)
        this.respond(line, cameInStep, part, wait + (entry.answeredAtBegin ? 0 : line.spanSeconds));
      if (cameInStep < 0) return;
      if ((steps.counted[cameInStep] ?? 0) > 0)
        this.s.resolution.note(l, c, part, (calendar) => clock.between(calendar, cameInStep, k) + byChance);
      for (const one of promisesOf[l] ?? [])
        tallies.promise(
          one.promise,
          c,
          team,
          cameInStep,
          part,
          part * clock.kept(line, one, cameInStep, k, late),
        );
    });
    taken[l] = amount;
    this.s.answeredShare[l] = 1;
    const standing = ((before + backlog.total) / 2) * steps.seconds + amount * byChance;
    tallies.team('queueSeconds', team, k, standing);
    if (!isInternal) tallies.class('queueSeconds', c, k, standing);
    if (!line.live && !isInternal) tallies.team('backlogSteps', team, k, backlog.total);
  }

  /** Who waits by chance although there is time for all, and how long (Sakasegawa's approximation of the Erlang C wait). */
  private chanceOf(
    line: Line,
    agents: number,
    room: number,
    used: number,
  ): { share: number; seconds: number } {
    if (agents <= 0 || room <= 0) return nothingLate;
    const length = this.s.steps.seconds;
    const count = Math.max(1, agents);
    const busy = Math.max(0, agents * length - room) / (agents * length);
    const rho = Math.min(mostSettled, busy + ((1 - busy) * used) / room);
    const share = pow(rho, Math.sqrt(2 * (count + 1)) - 1);
    const spread = (1 + line.variation) / 2;
    return {
      share,
      seconds: Math.min(length, (spread * line.seconds) / (count * (1 - rho) * Math.max(0.2, 1 - busy))),
    };
  }
}
