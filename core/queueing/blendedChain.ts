// The chain behind core/queueing/blendedTeam.ts: levels of equally many deferred pieces under way, each solved in one go.

import { placesToWait } from './blendedPlaces.ts';
import type { BlendedTeam } from './blendedTeam.ts';
import { busyOf, stretchOf, totalsOf, waitsOf } from './blendedTotals.ts';

const rounds = 30;
/** Of the share who find all busy, how much a round may still change. */
const settled = 1e-3;

/**
 * State (j, k): j deferred pieces under way, k calls in the team. Nothing is begun where at most the reserve R are free, so at level j
 * the calls from n - R - j on (`edge`) keep deferred work out; of the work that ends just there (k = edge, a call or a piece) the
 * share `again` finds a deferred piece waiting, which is then begun. Below the edge pieces begin as they come.
 *
 * With work without end `again` is 1, levels lead upwards from their edges only, and the flows from level to level follow from the
 * top downwards without subtraction. Else the levels are solved in turn, and weighed by the flows between them, until they no
 * longer change (aggregation and disaggregation: Koury, McAllister and Stewart, SIAM J. Alg. Disc. Meth. 5, 1984), with the
 * share `again` with which all work is done.
 */
export class Blend {
  /** Share of time in which all are busy, mean number of calls that wait, and rate at which calls are taken that came last but one. */
  waits = 0;
  queue = 0;
  firstServed = 0;
  deferred = 0;
  mostDeferred = 0;
  mostBusy = 0;
  /** Share of time in which nothing deferred is begun, and of what ends just at the edge then, the share that finds a piece waiting. */
  blocked = 0;
  again = 0;
  /** As `deferredHeld` of the outcome. */
  held = 0;

  agents = 0;
  calls = 0;
  joining = 0;
  work = 0;
  leaving = 0;
  piece = 0;
  most = 0;
  top = 0;
  edgeOfFirst = 0;
  states = new Float64Array(0);
  private inflow = new Float64Array(0);
  private pivot = new Float64Array(0);
  private carried = new Float64Array(0);
  private second = new Float64Array(0);
  private weights = new Float64Array(0);
  private below = new Float64Array(0);
  private atEdge = new Float64Array(0);

  solve(team: BlendedTeam, leaving: number): void {
    const { agents, reserve, arrivals, balking, handling, deferredHandling, deferredLoad } = team;
    this.agents = agents;
    this.calls = arrivals;
    this.joining = arrivals * (1 - balking);
    this.work = 1 / handling;
    this.leaving = leaving;
    this.piece = 1 / deferredHandling;
    this.top = Math.max(0, agents - reserve);
    this.edgeOfFirst = agents - reserve;
    this.most = agents + placesToWait(this, reserve);
    this.reserveRoom();
    if (team.mostDeferred === undefined) {
      this.fillEndless();
      Object.assign(this, totalsOf(this, null));
      this.mostDeferred = this.deferred;
      this.mostBusy = busyOf(this);
      this.blocked = 1;
      this.again = 1;
      this.held = this.deferred > 0 ? stretchOf(this, null) / this.deferred : 0;
      if (this.top === 0 || deferredLoad >= 0.999 * this.mostDeferred) return;
    } else this.mostDeferred = team.mostDeferred;
    if (deferredLoad === 0) {
      this.fillNone();
      return;
    }
    this.fillLimited(deferredLoad);
    Object.assign(this, totalsOf(this, this.weights));
    this.blocked = 1;
    for (let j = 0; j <= this.top; j += 1)
      this.blocked -= (this.weights[j] as number) * (this.below[j] as number);
    this.held = (this.again * stretchOf(this, this.weights)) / this.deferred;
  }

  /** Calls alone: what the first deferred piece would meet. */
  private fillNone(): void {
    const { most, states, edgeOfFirst: edge, piece, work } = this;
    this.top = 0;
    this.fillAlone(0);
    Object.assign(this, totalsOf(this, null));
    this.blocked = 0;
    for (let k = Math.max(0, edge); k <= most; k += 1) this.blocked += states[k] as number;
    const ends = edge <= 0 ? 0 : (states[edge] as number) * edge * work;
    this.held = ends > 0 ? (this.blocked / ends) * piece * stretchOf(this, null) : 0;
  }

  /** Rate at which calls end or leave at a level. */
  private down(j: number, k: number): number {
    const free = this.agents - j;
    return k <= free ? k * this.work : free * this.work + (k - free) * this.leaving;
  }

  private reserveRoom(): void {
    const width = this.most + 1;
    const levels = this.top + 1;
    if (this.inflow.length < width) {
      this.inflow = new Float64Array(2 * width);
      this.pivot = new Float64Array(2 * width);
      this.carried = new Float64Array(2 * width);
      this.second = new Float64Array(2 * width);
    }
    if (this.weights.length < levels) {
      this.weights = new Float64Array(2 * levels);
      this.below = new Float64Array(2 * levels);
      this.atEdge = new Float64Array(2 * levels);
    }
    if (this.states.length < levels * width) this.states = new Float64Array(2 * levels * width);
  }

  /**
   * Time spent in the states of a level, from `low` on, by what flows into them: a tridiagonal system, from the most calls downwards and
   * back. `pieces` begin below the edge, `again` of what ends at it.
   */
  private solveLevel(
    j: number,
    low: number,
    pieces: number,
    again: number,
    out: Float64Array,
    at: number,
  ): void {
    const { agents, calls, joining, piece, most, inflow, pivot, carried } = this;
    const edge = this.edgeOfFirst - j;
    let lower = 0;
    for (let k = most; k >= low; k -= 1) {
      const ends = this.down(j, k);
      const up = k === most ? 0 : k < agents - j ? calls : joining;
      let leaves = up + ends + j * piece * (k === edge ? 1 - again : 1) + (k < edge ? pieces : 0);
      let comes = inflow[k] as number;
      if (k < most) {
        const part = lower / (pivot[k + 1] as number);
        leaves -= part * up;
        comes += part * (carried[k + 1] as number);
      }
      lower = k === edge ? ends * (1 - again) : ends;
      pivot[k] = leaves;
      carried[k] = comes;
    }
    let before = 0;
    for (let k = low; k <= most; k += 1) {
      const up = k - 1 < agents - j ? calls : joining;
      before = ((carried[k] as number) + (k > low ? up * before : 0)) / (pivot[k] as number);
      out[at + k] = before;
    }
    for (let k = 0; k < low; k += 1) out[at + k] = 0;
  }

  /** Deferred work without end: at each level the calls from the edge on. */
  private fillEndless(): void {
    const { top, most, states, inflow, second, piece, work } = this;
    const width = most + 1;
    if (top === 0) {
      this.fillAlone(0);
      return;
    }
    for (let j = top; j >= 0; j -= 1) {
      const edge = this.edgeOfFirst - j;
      const at = j * width;
      inflow.fill(0, 0, width);
      if (j === top) inflow[0] = 1;
      else
        for (let k = edge; k <= most; k += 1)
          inflow[k] = (j + 1) * piece * (states[at + width + k] as number);
      this.solveLevel(j, edge, 0, 1, states, at);
      if (j === top || j === 0) continue;
      // What comes up to the edge is what goes down beyond it.
      inflow.fill(0, 0, width);
      inflow[edge] = 1;
      this.solveLevel(j, edge, 0, 1, second, 0);
      let goesDown = 0;
      for (let k = edge + 1; k <= most; k += 1) goesDown += states[at + k] as number;
      const flow = (j * piece * goesDown) / (edge * work * (second[edge] as number));
      for (let k = edge; k <= most; k += 1)
        states[at + k] = (states[at + k] as number) + flow * (second[k] as number);
    }
    let sum = 0;
    for (let i = 0; i < (top + 1) * width; i += 1) sum += states[i] as number;
    for (let i = 0; i < (top + 1) * width; i += 1) states[i] = (states[i] as number) / sum;
  }

  /** Calls before the agents that a level leaves, as if it were for ever. */
  private fillAlone(j: number): void {
    const { states, most, agents, calls, joining } = this;
    const at = j * (most + 1);
    let weight = 1;
    let sum = 0;
    for (let k = 0; k <= most; k += 1) {
      states[at + k] = weight;
      sum += weight;
      weight = Math.min(1e200, (weight * (k < agents - j ? calls : joining)) / this.down(j, k + 1));
    }
    for (let k = 0; k <= most; k += 1) states[at + k] = (states[at + k] as number) / sum;
  }

  /** Less deferred work than can be done: each level as shares of its own time, and the weights of the levels. */
  private fillLimited(load: number): void {
    const { top, most, states, inflow, weights, piece, work } = this;
    const width = most + 1;
    const pieces = load * piece;
    for (let j = 0; j <= top; j += 1) this.fillAlone(j);
    let again = load / this.mostDeferred;
    let before = -1;
    for (let round = 0; round < rounds; round += 1) {
      const share = this.weigh(load, pieces, again);
      const isSettled = Math.abs(share - again) <= settled;
      again = share;
      this.again = share;
      const waits = waitsOf(this, weights);
      if (isSettled && Math.abs(waits - before) <= settled * waits) return;
      before = waits;
      for (let i = 0; i <= top; i += 1) {
        const j = round % 2 === 0 ? i : top - i;
        const edge = this.edgeOfFirst - j;
        const at = j * width;
        inflow.fill(0, 0, width);
        if (j < top) {
          const rate = (j + 1) * piece * (weights[j + 1] as number);
          for (let k = 0; k <= most; k += 1) inflow[k] = rate * (states[at + width + k] as number);
          if (edge > 0) inflow[edge - 1] = (1 - again) * (inflow[edge - 1] as number);
        }
        if (j > 0) {
          const weight = weights[j - 1] as number;
          for (let k = 0; k <= edge; k += 1)
            inflow[k] = (inflow[k] as number) + pieces * weight * (states[at - width + k] as number);
          inflow[edge] =
            (inflow[edge] as number) +
            again * (edge + 1) * work * weight * (states[at - width + edge + 1] as number);
        }
        this.solveLevel(j, 0, pieces, again, states, at);
        let sum = 0;
        for (let k = 0; k <= most; k += 1) sum += states[at + k] as number;
        for (let k = 0; k <= most; k += 1) states[at + k] = (states[at + k] as number) / sum;
      }
    }
    this.again = this.weigh(load, pieces, again);
  }

  /** Weighs the levels with the share `again` with which the deferred work is done; gives that share. */
  private weigh(load: number, pieces: number, last: number): number {
    const { top, most, states, below, atEdge } = this;
    for (let j = 0; j <= top; j += 1) {
      const edge = this.edgeOfFirst - j;
      let sum = 0;
      for (let k = 0; k < edge; k += 1) sum += states[j * (most + 1) + k] as number;
      below[j] = sum;
      atEdge[j] = states[j * (most + 1) + edge] as number;
    }
    let [low, high] = [0, 1 - 1e-9];
    let again = last;
    // The work that is done grows with the share; halving, faster where a line through the ends helps.
    for (let i = 0; i < 40; i += 1) {
      const gap = this.weighBy(again, pieces) - load;
      if (Math.abs(gap) <= 1e-4 * load || high - low < 1e-9) break;
      if (gap < 0) low = again;
      else high = again;
      again = (low + high) / 2;
    }
    return again;
  }

  /** Weights of the levels; gives the mean number of pieces under way. */
  private weighBy(again: number, pieces: number): number {
    const { top, weights, below, atEdge, piece, work } = this;
    let weight = 1;
    let sum = 0;
    let mean = 0;
    for (let j = 0; j <= top; j += 1) {
      weights[j] = weight;
      sum += weight;
      mean += j * weight;
      if (j === top) break;
      const up =
        pieces * (below[j] as number) + again * (this.edgeOfFirst - j) * work * (atEdge[j] as number);
      weight *= up / ((j + 1) * piece * (1 - again * (atEdge[j + 1] as number)));
    }
    for (let j = 0; j <= top; j += 1) weights[j] = (weights[j] as number) / sum;
    return mean / sum;
  }
}
