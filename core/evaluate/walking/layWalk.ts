// A unit laid down for the kernel, walked by it, and its sums read back: the same numbers, to the last bit, as the walk in TypeScript.
import type { AskedSet } from '../askedSet.ts';
import type { Ground } from '../ground.ts';
import { rowScalars } from '../outcomeRow.ts';
import type { UnitSums } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import { laidUnit, putBack } from './laidUnit.ts';
import { layDay } from './layClasses.ts';
import { walkRow } from './rowPlaces.ts';
import { fillRoom, readRoom } from './unitRoom.ts';
import { type WalkMemory, walkAt } from './walkMemory.ts';

/** About as much memory as a unit asks for: by step what waits in each line, what comes to its stages, what its classes bring, its sums. */
export function bytesOf(
  { all }: Ground,
  { lines, stages, classes, channels, teams, groups, promises }: Unit,
): number {
  const series = stages.length + 4 * classes.length + 9 * channels.length + 2 * teams.length;
  const others = 3 * groups.length + 2 * promises.length + 16;
  return 1_048_576 + 1024 * lines.length + (all + 1) * (12 * lines.length + 8 * (series + others));
}

/** Walks a unit; the lines are those to which anything can come, the sums those of the unit. */
export function walkByKernel(
  memory: WalkMemory,
  walk: Walk,
  unit: Unit,
  lines: readonly number[],
  sums: UnitSums,
): void {
  const laid = laidUnit(memory, walk, unit, lines);
  const { room, lineAt, classAt, inTime, leftInTime } = laid;
  putBack(memory, laid);
  const { buffer } = memory;
  const floats = new Float64Array(buffer);
  fillRoom(room, floats, walk, unit, sums);
  layDay(walk, unit, classAt, floats);
  memory.station = stationOf(walk, unit, floats, inTime >> 3, leftInTime >> 3);
  for (const [l, contacts] of backlogsOf(walk.state, unit))
    memory.kernel.placeBacklog(lineAt[l] as number, contacts);
  memory.kernel.run();
  readRoom(room, floats, walk.ground.all, sums);
}

/** Contacts that wait from before the horizon, by line of the unit. */
export function backlogsOf(
  { model, network }: Walk['state'],
  unit: Unit,
): readonly (readonly [number, number])[] {
  return model.classes.flatMap(({ backlog }) => {
    if (backlog === null) return [];
    const deferred = network.deferredLine[backlog.stage] ?? -1;
    const at = deferred === -1 ? (network.liveLine[backlog.stage] ?? -1) : deferred;
    return at !== -1 && unit.lines.includes(at) ? [[at, backlog.contacts] as const] : [];
  });
}

/** What the kernel asks of the stations: reads the question in the row of the walk, writes the answer beside it. */
function stationOf(
  { sets }: Walk,
  unit: Unit,
  floats: Float64Array,
  inTime: number,
  leftInTime: number,
): (set: number) => void {
  // The fields of the row, in their order; the answer is one of `outcomeRow.ts`.
  const first = (walkAt + walkRow.askedAgents) >> 3;
  const answered = (walkAt + walkRow.isStable) >> 3;
  const { asked, stations } = sets.questions;
  const questions = unit.sets.map((s) => asked[s] as AskedSet);
  return (set) => {
    const question = questions[set] as AskedSet;
    question.agents = floats[first] as number;
    question.load = floats[first + 1] as number;
    question.handling = floats[first + 2] as number;
    question.variation = floats[first + 3] as number;
    question.patience = floats[first + 4] as number;
    question.balking = floats[first + 5] as number;
    question.deferredLoad = floats[first + 6] as number;
    question.reserve = floats[first + 7] as number;
    const row = question.answer(stations);
    floats[first + 2] = question.handling;
    floats[first + 4] = question.patience;
    floats[first + 5] = question.balking;
    for (let i = 0; i < rowScalars; i += 1) floats[answered + i] = row[i] as number;
    const targets = question.targets.length;
    for (let i = 0; i < targets; i += 1) {
      floats[inTime + i] = row[rowScalars + i] as number;
      floats[leftInTime + i] = row[rowScalars + targets + i] as number;
    }
  };
}
