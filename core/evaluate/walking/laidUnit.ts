// The rows of a unit as they stand in the kernel's memory when a walk begins. They are laid down once and copied there for each walk;
// those of the promises stand behind the others, so that another target of a promise lays down no line anew.
import { EXP_TABLE } from '../../numerics/expTable.ts';
import { POWER_OF_TWO } from '../../numerics/float64Bits.ts';
import { LOG_TABLE } from '../../numerics/logTable.ts';
import { Laying } from '../../simulation/whole/laying.ts';
import { channelLines } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import { layBacks, layClasses } from './layClasses.ts';
import { layGroups, layLaw, layLines, layLiveLines, laySets, layStages } from './layLines.ts';
import { layPromises } from './layPromises.ts';
import { groupRow, setRow, walkRow } from './rowPlaces.ts';
import { roomOf, type UnitRoom } from './unitRoom.ts';
import { type WalkMemory, walkAt } from './walkMemory.ts';

const secondsPerWeek = 604_800;

/** What is laid down already: places by number in the model or the network, 0 where it is not of this unit. */
export interface LaidWalk {
  readonly lay: Laying;
  readonly walk: Walk;
  readonly unit: Unit;
  readonly room: UnitRoom;
  readonly groupAt: Int32Array;
  readonly setAt: Int32Array;
  readonly lineAt: Int32Array;
  readonly classAt: Int32Array;
  readonly lawAt: (law: number) => number;
}

/** Rows that are laid, and a copy of the memory from the first of them on, and of the row of the walk. */
export interface LaidUnit {
  readonly room: UnitRoom;
  readonly lineAt: Int32Array;
  readonly classAt: Int32Array;
  readonly rows: number;
  readonly copy: Uint8Array;
  readonly walkCopy: Uint8Array;
  /** Where the shares of who is answered and gone in time go, by target. */
  readonly inTime: number;
  readonly leftInTime: number;
}

/** The rows of a unit as a walk finds them. What they are made of stands here: the room alone is another each time. */
export function laidUnit(memory: WalkMemory, walk: Walk, unit: Unit, lines: readonly number[]): LaidUnit {
  const { ground } = walk;
  const { units, lanes, ways, rows, delays, open, all, steps, resolutionPromises, promisesOf, clock } =
    ground;
  const place = units.indexOf(unit);
  const lasting = ground.laid.at(
    place,
    [units, lanes, ways, rows, delays, open, all, steps, resolutionPromises.length],
    () => layUnit(memory, walk, unit, lines),
  );
  return ground.laidPromises.at(place, [lasting, promisesOf, clock], () =>
    withPromises(memory, walk, unit, lasting),
  );
}

/** Puts the rows back as they were before a walk. */
export function putBack(memory: WalkMemory, { rows, copy, walkCopy }: LaidUnit): void {
  memory.reach(rows + copy.length);
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(copy, rows);
  bytes.set(walkCopy, walkAt);
}

const at = (field: Exclude<keyof typeof walkRow, 'bytes'>): number => walkAt + walkRow[field];

function copied({ buffer }: WalkMemory, from: number, end: number): Uint8Array {
  return new Uint8Array(buffer, from, end - from).slice();
}

function layUnit(memory: WalkMemory, walk: Walk, unit: Unit, lines: readonly number[]): LaidUnit {
  const { ground, handOvers, sets } = walk;
  const { steady: model, lanes: network, steps, all, delays } = ground;
  const lay = new Laying(memory);
  const room = roomOf(lay, ground, unit, handOvers.busyStages);
  // Rows as long as lines of the processor's cache begin where one does.
  lay.spare(-lay.end & 63);
  const begin = lay.end;
  const laws = new Map<number, number>();
  const lawAt = (law: number): number => {
    const known = laws.get(law);
    if (known !== undefined) return known;
    const { steps: after, shares } = delays.spreadOf(law);
    const place = layLaw(lay, after, shares);
    laws.set(law, place);
    return place;
  };
  const laid: LaidWalk = {
    ...{ lay, walk, unit, room, lawAt },
    groupAt: new Int32Array(model.groups.length),
    setAt: new Int32Array(network.sets.length),
    lineAt: new Int32Array(network.lines.length),
    classAt: new Int32Array(model.classes.length),
  };
  const backs = layBacks(laid);
  const groups = layGroups(laid);
  const setRows = laySets(laid);
  layLines(laid, backs);
  layLiveLines(laid);
  const [stages, stagesEnd] = layStages(laid);
  const [classes, classesEnd] = layClasses(laid);
  const listed = (of: readonly number[]): readonly number[] => of.map((l) => laid.lineAt[l] as number);
  lay.list(listed(unit.lines), at('everyLine'), at('everyLineEnd'));
  lay.list(listed(lines), at('lines'), at('linesEnd'));
  lay.list(listed(sets.byRank), at('byRank'), at('byRankEnd'));
  lay.float(at('stepSeconds'), steps.seconds);
  const { sums } = room;
  const wholes = {
    ...{ classes, classesEnd, stages, stagesEnd, groups, sets: setRows },
    ...{ returns: backs.first, returnsEnd: backs.end },
    ...{ count: steps.count, all, week: Math.round(secondsPerWeek / steps.seconds) },
    promises: unit.promises.length,
    counted: lay.array(steps.counted),
    channelSteps: room.channelSteps,
    channelSums: unit.channels.length * channelLines.length,
    logTable: lay.array(LOG_TABLE),
    expTable: lay.array(EXP_TABLE),
    powersOfTwo: lay.array(POWER_OF_TWO),
    busyLines: room.busyLines,
    setsEnd: setRows + unit.sets.length * setRow.bytes,
    groupsEnd: groups + unit.groups.length * groupRow.bytes,
    ...{ lineSums: sums.lines, frontSums: sums.fronts, groupSums: sums.groups },
    ...{ channelSeries: sums.channelSeries, teamSeries: sums.teamSeries, groupSeries: sums.groupSeries },
    ...{ promiseLines: sums.promiseLines, promiseFronts: sums.promiseFronts },
    promiseSeries: sums.promiseSeries,
    ages: ground.resolutionPromises.length === 0 ? 0 : sums.ages,
  };
  for (const [name, value] of Object.entries(wholes)) lay.int(at(name as keyof typeof wholes), value);
  return {
    ...{ room, rows: begin, lineAt: laid.lineAt, classAt: laid.classAt, inTime: 0, leftInTime: 0 },
    copy: copied(memory, begin, lay.end),
    walkCopy: copied(memory, walkAt, walkAt + walkRow.bytes),
  };
}

/** Rows with those of the promises behind them. */
function withPromises(memory: WalkMemory, walk: Walk, unit: Unit, laid: LaidUnit): LaidUnit {
  putBack(memory, laid);
  const lay = new Laying(memory);
  lay.spare(laid.rows + laid.copy.length - lay.end);
  layPromises(lay, walk, unit, laid);
  const { questions } = walk.sets;
  const targets = Math.max(1, ...unit.sets.map((s) => questions.targetsOf[s]?.length ?? 0));
  const inTime = lay.take(8 * targets);
  const leftInTime = lay.take(8 * targets);
  lay.int(at('inTime'), inTime);
  lay.int(at('leftInTime'), leftInTime);
  return {
    ...{ ...laid, inTime, leftInTime },
    copy: copied(memory, laid.rows, lay.end),
    walkCopy: copied(memory, walkAt, walkAt + walkRow.bytes),
  };
}
