// The fewest agents of one part of a team with which its live promises are kept in a step, by the very questions that the answer
// to the plan asks.
import type { CompiledModel } from '../../simulation/index.ts';
import { Backlog } from '../backlog.ts';
import type { Line, Network } from '../network.ts';
import type { LinePromise } from '../promiseClock.ts';
import { promiseShares, sharesOf } from '../promiseShares.ts';
import { type AskedState, StationQuestions } from '../stationQuestions.ts';
import type { Stations } from '../stations.ts';
import type { Steps } from '../steps.ts';
import { add } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { ComingDay, Stretch } from './comingWork.ts';
import type { TeamPart } from './teamParts.ts';

/** More than so many agents, beside twice the load, are not looked for. */
const mostBeside = 1000;
const rounding = 1e-9;

export interface Around {
  readonly model: CompiledModel;
  readonly network: Network;
  readonly steps: Steps;
  readonly unit: Unit;
  readonly stretch: Stretch;
  readonly days: readonly ComingDay[];
  readonly promisesOf: readonly (readonly LinePromise[])[];
  /** On duty by group and step of the horizon. */
  readonly agents: readonly Float64Array[];
  readonly stations: Stations;
}

export class LiveNeed {
  private readonly around: Around;
  private readonly part: TeamPart;
  private readonly state: AskedState & { readonly joining: Float64Array; readonly load: Float64Array };
  private readonly questions: StationQuestions;
  private readonly counted: Float64Array;
  private readonly met: Float64Array;
  private readonly shares = promiseShares();
  private readonly isOfPart: Uint8Array;
  /** How the agents of the part are spread over its groups where nobody is on duty. */
  private readonly usual: Float64Array;
  /** Live work done in the last step that was tried, in agents. */
  private worked = 0;

  constructor(around: Around, part: TeamPart) {
    const { model, network, steps, promisesOf, stations, agents } = around;
    this.around = around;
    this.part = part;
    const size = network.lines.length;
    const none = new Backlog();
    this.state = {
      ...{ model, network, steps, promisesOf },
      joining: new Float64Array(size),
      load: new Float64Array(size),
      backlogs: network.lines.map(() => none),
    };
    this.questions = new StationQuestions(this.state, stations);
    this.counted = new Float64Array(model.promises.length);
    this.met = new Float64Array(model.promises.length);
    this.isOfPart = new Uint8Array(size);
    for (const l of part.live) this.isOfPart[l] = 1;
    const means = part.groups.map((g) => (agents[g] as Float64Array).reduce((sum, n) => sum + n, 0));
    const all = means.reduce((sum, n) => sum + n, 0);
    this.usual = Float64Array.from(means, (n) => (all > 0 ? n / all : 1 / means.length));
  }

  /** Mean agents of the part that live work keeps busy, with so many of them. */
  workedWith(agents: number, i: number): number {
    this.isEnough(agents, i, null);
    return this.worked;
  }

  /**
   * The fewest agents for step `i` of the stretch, at least `least`; null where no number is enough. `deferred`: Erlangs of deferred
   * work that the part does meanwhile.
   */
  fewest(i: number, least: number, deferred: number | null): number | null {
    const { live } = this.part;
    let load = 0;
    let comes = false;
    for (const day of this.around.days)
      for (const l of live) {
        const at = this.place(l, i);
        load = Math.max(load, day.load[at] as number);
        if ((day.joining[at] as number) > 0) comes = true;
      }
    if (!comes && load < rounding) return least;
    const most = Math.ceil(2 * this.loadOf(i)) + mostBeside;
    let low = Math.max(least, 1);
    if (this.isEnough(low, i, deferred)) return low;
    let high = Math.max(low + 1, Math.ceil(load));
    for (let step = 1; !this.isEnough(high, i, deferred); step *= 2) {
      if (high >= most) return null;
      low = high;
      high = Math.min(most, high + step);
    }
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.isEnough(middle, i, deferred)) high = middle;
      else low = middle;
    }
    return high;
  }

  /** Erlangs of the live lines of the part on the busiest day. */
  private loadOf(i: number): number {
    let most = 0;
    for (const day of this.around.days) {
      let load = 0;
      for (const l of this.part.live) load += day.load[this.place(l, i)] as number;
      most = Math.max(most, load);
    }
    return most;
  }

  private place(l: number, i: number): number {
    const { unit, stretch } = this.around;
    return unit.lines.indexOf(l) * (stretch.last - stretch.first) + i;
  }

  /** Whether the live promises of the part are kept in step `i`, and its work is done where nothing is promised. */
  private isEnough(agents: number, i: number, deferred: number | null): boolean {
    const { model, network, days, promisesOf } = this.around;
    const { counted, met, questions, state, shares, isOfPart } = this;
    counted.fill(0);
    met.fill(0);
    this.worked = 0;
    let isDone = true;
    for (const day of days) {
      this.present(day, i, agents, deferred);
      for (const at of this.part.sets) {
        const input = questions.ask(at);
        if (input === null) continue;
        const { outcome, factors } = questions;
        const isLost = !outcome.isStable;
        this.worked += day.weight * questions.own * (isLost ? 1 : questions.share);
        const live = questions.liveOf[at] as readonly number[];
        let hasPromise = false;
        for (let j = 0; j < live.length; j += 1) {
          const l = live[j] as number;
          const came = state.joining[l] as number;
          if (isOfPart[l] === 0 || came === 0) continue;
          const line = network.lines[l] as Line;
          const full = questions.fullOf(line, l);
          for (const { promise, targetSeconds, weight } of promisesOf[l] as readonly LinePromise[]) {
            hasPromise = true;
            const rule = model.promises[promise] as CompiledModel['promises'][number];
            const target = input.targets.indexOf(targetSeconds);
            sharesOf(rule, outcome, target, full, factors[j] as number, line.balking, shares);
            const part = day.weight * came * weight;
            add(counted, promise, part * (isLost ? 1 : shares.counted));
            add(met, promise, isLost ? 0 : part * shares.met);
          }
        }
        if (isLost || (!hasPromise && input.load > input.agents)) isDone = false;
      }
    }
    if (!isDone) return false;
    for (let p = 0; p < counted.length; p += 1) {
      const { shareToAttain } = model.promises[p] as CompiledModel['promises'][number];
      if ((met[p] as number) < shareToAttain * (counted[p] as number) * (1 - rounding)) return false;
    }
    return true;
  }

  /** Puts the step before the stations, with so many agents in the part and everybody else as planned. */
  private present(day: ComingDay, i: number, agents: number, deferred: number | null): void {
    const { unit, network, steps, stretch, agents: planned } = this.around;
    const { questions, state, part } = this;
    const length = stretch.last - stretch.first;
    for (const s of unit.sets) {
      questions.liveLoads[s] = 0;
      questions.deferredLoads[s] = 0;
    }
    unit.lines.forEach((l, place) => {
      const line = network.lines[l] as Line;
      const came = day.joining[place * length + i] as number;
      state.joining[l] = came;
      if (line.live) {
        const load = day.load[place * length + i] as number;
        state.load[l] = load;
        add(questions.liveLoads, line.set, load);
      } else if (!part.deferred.includes(l))
        add(questions.deferredLoads, line.set, (came * line.seconds) / steps.seconds);
    });
    for (const g of unit.groups) questions.agents[g] = planned[g]?.[stretch.first + i] ?? 0;
    let here = 0;
    for (const g of part.groups) here += questions.agents[g] as number;
    part.groups.forEach((g, j) => {
      const share = here > 0 ? (questions.agents[g] as number) / here : (this.usual[j] as number);
      questions.agents[g] = agents * share;
    });
    questions.layLoads(unit);
    if (deferred !== null)
      part.groups.forEach((g) => {
        const share = agents > 0 ? (questions.agents[g] as number) / agents : 0;
        questions.deferredOn[g] = deferred === Number.POSITIVE_INFINITY ? 0 : deferred * share;
        questions.isWaiting[g] = deferred === Number.POSITIVE_INFINITY ? 1 : 0;
      });
  }
}
