// Changes of duty as they are found, in columns: shares of working time and planned shrinkage cut a year of shifts into very many,
// and as many objects would fill the memory before the first replication begins.
import type { DutyEvents } from '../model/compiledModel.ts';
import { sortedPlaces } from './sortedPlaces.ts';

export interface DutyChange {
  readonly timeSeconds: number;
  readonly group: number;
  readonly agent: number;
  /** Agents who change together, from that one on; absent: one. */
  readonly agents?: number;
  readonly value: number;
  /** Interval of the horizon, for the draws of a count. */
  readonly ordinal: number;
  /** Local day, for absence. */
  readonly day: number;
  /** Where planned shrinkage leaves an agent of a shift on duty by chance: that chance, and the number of the assignment. */
  readonly chance?: number;
  readonly assignment?: number;
}

const firstRoom = 1024;

export class DutyList {
  private length = 0;
  private timeSeconds = new Float64Array(firstRoom);
  private group = new Int32Array(firstRoom);
  private agent = new Int32Array(firstRoom);
  private agents = new Int32Array(firstRoom);
  private value = new Float64Array(firstRoom);
  private ordinal = new Int32Array(firstRoom);
  private day = new Int32Array(firstRoom);
  /** Only where a change by chance has been added. */
  private chance: Float64Array | null = null;
  private assignment: Int32Array | null = null;

  add(change: DutyChange): void {
    this.put(change.timeSeconds, change.value, change);
  }

  /** Agents who come at one time and go at another. */
  span(comes: number, goes: number, change: Omit<DutyChange, 'timeSeconds' | 'value'>): void {
    this.put(comes, 1, change);
    this.put(goes, 0, change);
  }

  private put(timeSeconds: number, value: number, change: Omit<DutyChange, 'timeSeconds' | 'value'>): void {
    if (this.length === this.timeSeconds.length) this.grow(2 * this.length);
    const at = this.length;
    this.length += 1;
    this.timeSeconds[at] = timeSeconds;
    this.group[at] = change.group;
    this.agent[at] = change.agent;
    this.agents[at] = change.agents ?? 1;
    this.value[at] = value;
    this.ordinal[at] = change.ordinal;
    this.day[at] = change.day;
    if (change.chance !== undefined) this.addChance(at, change.chance, change.assignment ?? -1);
  }

  /** All changes in order of time; at one instant by the groups' ranks, then by agent; who stays on comes first. */
  inOrder(rankOfGroup: readonly number[]): DutyEvents {
    const { timeSeconds, group, agent, value } = this;
    const rank = (at: number): number => rankOfGroup[group[at] as number] ?? 0;
    const order = sortedPlaces(this.length, (a, b) => {
      if (timeSeconds[a] !== timeSeconds[b]) return (timeSeconds[a] as number) < (timeSeconds[b] as number);
      if (group[a] !== group[b] && rank(a) !== rank(b)) return rank(a) < rank(b);
      if (agent[a] !== agent[b]) return (agent[a] as number) < (agent[b] as number);
      return (value[a] as number) > (value[b] as number);
    });
    const into = <Column extends Float64Array | Int32Array>(sorted: Column, column: Column): Column => {
      for (let i = 0; i < order.length; i += 1) sorted[i] = column[order[i] as number] as number;
      return sorted;
    };
    const floats = (column: Float64Array) => into(new Float64Array(order.length), column);
    const ints = (column: Int32Array) => into(new Int32Array(order.length), column);
    return {
      timeSeconds: floats(timeSeconds),
      group: ints(group),
      agent: ints(agent),
      agents: ints(this.agents),
      value: floats(value),
      ordinal: ints(this.ordinal),
      day: ints(this.day),
      chance: this.chance === null ? null : floats(this.chance),
      assignment: this.assignment === null ? null : ints(this.assignment),
    };
  }

  private addChance(at: number, chance: number, assignment: number): void {
    this.chance ??= new Float64Array(this.timeSeconds.length).fill(1);
    this.assignment ??= new Int32Array(this.timeSeconds.length).fill(-1);
    this.chance[at] = chance;
    this.assignment[at] = assignment;
  }

  private grow(room: number): void {
    const floats = (column: Float64Array, fill = 0) => {
      const larger = new Float64Array(room).fill(fill);
      larger.set(column);
      return larger;
    };
    const ints = (column: Int32Array, fill = 0) => {
      const larger = new Int32Array(room).fill(fill);
      larger.set(column);
      return larger;
    };
    this.timeSeconds = floats(this.timeSeconds);
    this.group = ints(this.group);
    this.agent = ints(this.agent);
    this.agents = ints(this.agents);
    this.value = floats(this.value);
    this.ordinal = ints(this.ordinal);
    this.day = ints(this.day);
    if (this.chance !== null) this.chance = floats(this.chance, 1);
    if (this.assignment !== null) this.assignment = ints(this.assignment, -1);
  }
}
