// What the sets ask of their stations in one step: the load on their agents, by whom it is handled, how long it waits; and what
// the answer means for each of their lines. Whoever asks says who is on duty and what is to be done.
import { pow } from '../numerics/pow.ts';
import { AskedSet } from './askedSet.ts';
import type { Backlog } from './backlog.ts';
import { loadsOnGroups } from './groupLoads.ts';
import { linesOfSets, targetsOfSets } from './linesOfSets.ts';
import type { Line, ServingSet } from './network.ts';
import { readOutcome } from './outcomeRow.ts';
import type { PlaceLimits } from './placesOf.ts';
import { rankFactors } from './rankFactors.ts';
import { type StationInput, stationOutcome } from './station.ts';
import type { Stations } from './stations.ts';
import { add } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

/** Whoever waits for thirty years waits for ever. */
const mostPatience = 1e9;

/** Lines that are asked about, as they are in a step. */
export type AskedState = Pick<
  WalkState,
  'model' | 'network' | 'steps' | 'promisesOf' | 'joining' | 'load' | 'backlogs'
>;

export class StationQuestions {
  private readonly s: AskedState;
  readonly stations: Stations;
  readonly liveOf: readonly (readonly number[])[];
  readonly targetsOf: readonly (readonly number[])[];
  /** Whether live lines of different laws stand before a set. */
  readonly isMixed: Uint8Array;
  readonly ranksOf: readonly (readonly number[])[];
  /** The question of each set. */
  readonly asked: readonly AskedSet[];
  /** Agents by group; Erlangs by set, and laid on the groups. */
  readonly agents: Float64Array;
  readonly liveLoads: Float64Array;
  readonly deferredLoads: Float64Array;
  readonly liveOn: Float64Array;
  readonly deferredOn: Float64Array;
  /** Groups before which deferred work stands. */
  readonly isWaiting: Uint8Array;
  /** The answer to the last question: of the station, and how much longer than the mean each live line waits by its rank. */
  readonly outcome = stationOutcome();
  readonly factors: Float64Array;
  /** Of the set that was asked about: Erlangs of its live lines, share of them served, whether work from before stands in them. */
  own = 0;
  share = 0;
  isBehind = false;
  private occupied = 0;
  private askedAgents = 0;

  /** The lines of the sets and their targets are those of the state, where whoever asks knows them already. */
  constructor(
    s: AskedState,
    stations: Stations,
    of = linesOfSets(s.model, s.network),
    targets = targetsOfSets(of, s.promisesOf),
  ) {
    this.s = s;
    this.stations = stations;
    const { sets } = s.network;
    this.liveOf = of.liveOf;
    this.isMixed = of.isMixed;
    this.ranksOf = of.ranksOf;
    this.targetsOf = targets;
    this.asked = sets.map((set, at) => {
      const limits = of.limitsOf[at] as PlaceLimits;
      const own = targets[at] as readonly number[];
      return new AskedSet(set, own, of.chatsOf[at] ?? null, of.isMixed[at] === 1, limits);
    });
    const groups = s.model.groups.length;
    this.agents = new Float64Array(groups);
    this.liveLoads = new Float64Array(sets.length);
    this.deferredLoads = new Float64Array(sets.length);
    this.liveOn = new Float64Array(groups);
    this.deferredOn = new Float64Array(groups);
    this.isWaiting = new Uint8Array(groups);
    this.factors = new Float64Array(Math.max(1, ...this.liveOf.map((live) => live.length)));
  }

  /** Lays the loads of the sets of a unit on its groups. */
  layLoads({ sets, groups }: Unit): void {
    const all = this.s.network.sets;
    loadsOnGroups(all, sets, groups, this.liveLoads, this.agents, this.liveOn);
    loadsOnGroups(all, sets, groups, this.deferredLoads, this.agents, this.deferredOn);
  }

  /** Asks the station of a set; null where it has no live work. The loads have been laid. The question is written anew the next time. */
  ask(at: number): StationInput | null {
    const { network, joining, load, backlogs } = this.s;
    const set = network.sets[at] as ServingSet;
    const live = this.liveOf[at] as readonly number[];
    let rate = 0;
    let leaving = 0;
    let came = 0;
    let varied = 0;
    let balked = 0;
    let own = 0;
    let isBehind = false;
    let first = -1;
    let shortest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < live.length; i += 1) {
      const l = live[i] as number;
      const weight = joining[l] as number;
      const waiting = (backlogs[l] as Backlog).total;
      if (!(weight > 0 || (load[l] as number) > 1e-9 || waiting > 0)) continue;
      const line = network.lines[l] as Line;
      if (first === -1) first = l;
      if (waiting > 0) isBehind = true;
      own += load[l] as number;
      rate += (load[l] as number) / Math.max(1e-9, line.seconds);
      came += weight;
      leaving += weight / line.patience;
      varied += weight * line.variation;
      balked += weight * line.passing;
      shortest = Math.min(shortest, line.patience);
    }
    if (first === -1) return null;
    let agents = 0;
    let onLive = 0;
    let onDeferred = 0;
    let reserve = 0;
    let waits = false;
    let isSpared = false;
    for (let i = 0; i < set.groups.length; i += 1) {
      const g = set.groups[i] as number;
      const weight = set.weights[i] as number;
      const here = this.agents[g] as number;
      const live = this.liveOn[g] as number;
      agents += here * weight;
      onLive += live * weight;
      // Work that waits for who is not there keeps nobody busy.
      if (here <= 0) continue;
      reserve += (set.reserves[i] as number) * weight;
      if (this.isWaiting[g] === 1) {
        waits = true;
        onDeferred += Math.max(0, here - live) * weight;
      } else {
        isSpared = true;
        onDeferred += (this.deferredOn[g] as number) * weight;
      }
    }
    const isFull = waits && !isSpared;
    // Means of equal numbers are taken as these numbers: what is calculated for them is found again.
    const one = network.lines[first] as Line;
    const isMixed = this.isMixed[at] === 1;
    const mean = isMixed ? (leaving > 0 ? came / leaving : shortest) : one.patience;
    const total = set.isAlone ? own : Math.max(own, onLive);
    const input = this.asked[at] as AskedSet;
    input.agents = agents;
    input.load = total;
    input.handling = isMixed && rate > 0 ? own / rate : one.seconds;
    input.variation = isMixed ? (came > 0 ? varied / came : 1) : one.variation;
    input.patience = mean > mostPatience ? Number.POSITIVE_INFINITY : mean;
    input.balking = isMixed ? (came > 0 ? balked / came : 0) : one.passing;
    input.deferredLoad = isFull ? Number.POSITIVE_INFINITY : onDeferred;
    input.reserve = Math.round(reserve);
    const { outcome } = this;
    readOutcome(input.answer(this.stations), input.targets.length, outcome);
    this.own = own;
    this.isBehind = isBehind;
    const stays = 1 - input.balking;
    const share =
      1 - outcome.abandonment * stays - outcome.waitProbability * input.balking - outcome.blocking;
    this.share = share;
    this.askedAgents = agents;
    this.occupied = isFull || agents <= 0 ? 1 : Math.min(1, (total * share + onDeferred) / agents);
    const ranks = this.ranksOf[at] as readonly number[];
    rankFactors(this.s, live, ranks, agents, input.handling, this.factors);
    return input;
  }

  /** How much of the station's waiting is left to a line whose agents may have room for one more chat. */
  fullOf({ places }: Line, l: number): number {
    if (places === 1 || this.outcome.busy >= 0 || this.occupied >= 1) return 1;
    const { own, askedAgents } = this;
    const onChats = own > 0 ? ((this.s.load[l] as number) / own) * askedAgents : askedAgents;
    return pow(Math.max(1e-9, this.occupied), onChats * (places - 1));
  }

  /** Agents of the groups of a set that work on its live lines all the same, however few contacts they have. */
  addWork({ groups, weights }: ServingSet, offered: Float64Array, worked: Float64Array): void {
    const { own, share, outcome } = this;
    // Agents with few chats are busy all the same.
    const part = outcome.busy >= 0 && own > 0 ? Math.max(share, outcome.busy / own) : share;
    for (let i = 0; i < groups.length; i += 1) {
      const weight = own * (weights[i] as number);
      add(offered, groups[i] as number, weight);
      add(worked, groups[i] as number, weight * part);
    }
  }
}
