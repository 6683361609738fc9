// Room in the kernel's memory for what each walk through a unit finds otherwise than the walk before: series, sums, who is on duty. It
// stands before the rows, which are the same for all of them.
import type { Laying } from '../../simulation/whole/laying.ts';
import type { Ground } from '../ground.ts';
import { type UnitSums, unitSumsSizes } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';

/** Places of the series of a class; as in core/evaluate/front.ts. */
export interface FrontSeries {
  readonly returning: number;
  readonly atChannel: number;
  readonly atPeople: number;
}

export interface UnitRoom {
  /** Of what is all zero when a walk begins. */
  readonly begin: number;
  readonly end: number;
  /** By stage the series of what comes to it later, where it is of this unit and has one, or of what goes out to it; 0: none. */
  readonly laterAt: Int32Array;
  readonly outgoingAt: Int32Array;
  readonly outgoing: readonly number[];
  readonly series: ReadonlyMap<number, FrontSeries>;
  /** Of contacts that come back to a class that does not arrive in this unit. */
  readonly nowhere: FrontSeries;
  readonly channelSteps: number;
  /** Of the sums, by name. */
  readonly sums: { readonly [Name in keyof typeof unitSumsSizes]: number };
  /** Of the first group and class of the unit; those of the next follow at once. */
  readonly agents: number;
  readonly arrivals: number;
  /** What nothing is read of before it is written: of the first line what waits there and since when. */
  readonly came: number;
  readonly amounts: number;
  readonly busyLines: number;
}

const sumNames = Object.keys(unitSumsSizes) as (keyof typeof unitSumsSizes)[];

/** Bytes of a list of so many whole numbers. */
export const bytesOfInts = (count: number): number => 8 * Math.ceil(count / 2);

export function roomOf(
  lay: Laying,
  { lanes, ways, steps, all, resolutionPromises }: Ground,
  unit: Unit,
  busyStages: readonly number[],
): UnitRoom {
  const length = all + 1;
  const stages = lanes.placeOf.length;
  const begin = lay.end;
  const laterAt = new Int32Array(stages);
  for (const stage of busyStages) laterAt[stage] = lay.spare(8 * length);
  const outgoingAt = new Int32Array(stages);
  const outgoing: number[] = [];
  for (const l of unit.lines)
    for (const { stage, isOwnUnit } of ways.nexts[l] ?? []) {
      if (isOwnUnit || outgoingAt[stage] !== 0) continue;
      outgoingAt[stage] = lay.spare(8 * length);
      outgoing.push(stage);
    }
  const front = (): FrontSeries => ({
    returning: lay.spare(8 * all),
    atChannel: lay.spare(8 * all),
    atPeople: lay.spare(8 * all),
  });
  const series = new Map(unit.classes.map((c) => [c, front()]));
  const nowhere = front();
  const size = (name: keyof typeof unitSumsSizes): number =>
    8 * Math.max(1, unitSumsSizes[name](unit, steps.count, resolutionPromises.length));
  const channelSteps = lay.spare(size('channelSeries'));
  const sums = Object.fromEntries(sumNames.map((name) => [name, lay.spare(size(name))])) as UnitRoom['sums'];
  return {
    ...{ begin, end: lay.end, laterAt, outgoingAt, outgoing, series, nowhere, channelSteps, sums },
    agents: lay.spare(8 * steps.count * unit.groups.length),
    arrivals: lay.spare(8 * steps.count * unit.classes.length),
    came: lay.spare(bytesOfInts(length) * unit.lines.length),
    amounts: lay.spare(8 * length * unit.lines.length),
    busyLines: lay.spare(4 * unit.lines.length),
  };
}

/** Writes what a walk finds when it begins. */
export function fillRoom(room: UnitRoom, floats: Float64Array, walk: Walk, unit: Unit, sums: UnitSums): void {
  floats.fill(0, room.begin >> 3, room.end >> 3);
  const { handOvers, sets, front } = walk;
  const { count } = walk.state.steps;
  for (const stage of handOvers.busyStages) {
    const later = handOvers.later[stage] ?? null;
    if (later !== null) floats.set(later, (room.laterAt[stage] as number) >> 3);
  }
  unit.groups.forEach((g, i) => {
    floats.set(sets.agentsOf[g] as Float64Array, (room.agents >> 3) + i * count);
  });
  unit.classes.forEach((c, i) => {
    floats.set(front.arrivals[c] as Float64Array, (room.arrivals >> 3) + i * count);
  });
  // The time on duty is counted before.
  floats.set(sums.groups, room.sums.groups >> 3);
  floats.set(sums.groupSeries, room.sums.groupSeries >> 3);
}

/** Reads what a walk has counted. */
export function readRoom(room: UnitRoom, floats: Float64Array, all: number, sums: UnitSums): void {
  const part = (place: number, length: number) => floats.subarray(place >> 3, (place >> 3) + length);
  for (const name of sumNames) sums[name].set(part(room.sums[name], sums[name].length));
  for (const stage of room.outgoing) {
    const found = part(room.outgoingAt[stage] as number, all + 1);
    if (found.some((value) => value !== 0)) sums.outgoing.set(stage, found.slice());
  }
}
