// A unit laid down for the kernel, walked by it, and its sums read back: the same numbers, to the last bit, as the walk in TypeScript.
import { EXP_TABLE } from '../../numerics/expTable.ts';
import { POWER_OF_TWO } from '../../numerics/float64Bits.ts';
import { LOG_TABLE } from '../../numerics/logTable.ts';
import { Laying } from '../../simulation/whole/laying.ts';
import type { AskedSet } from '../askedSet.ts';
import type { Ground } from '../ground.ts';
import type { UnitSums } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import { type FrontSeries, frontSeries, layBacks, layClasses } from './layClasses.ts';
import { layGroups, layLaw, layLines, layLiveLines, laySets, layStages } from './layLines.ts';
import { groupRow, setRow, walkRow } from './rowPlaces.ts';
import { type WalkMemory, walkAt } from './walkMemory.ts';

const secondsPerWeek = 604_800;

/** What is laid down already, by its number in the model or the network. */
export interface LaidWalk {
  readonly lay: Laying;
  readonly walk: Walk;
  readonly groupAt: Map<number, number>;
  readonly setAt: Map<number, number>;
  readonly lineAt: Map<number, number>;
  /** Series of what comes to a stage of this unit later. */
  readonly laterAt: ReadonlyMap<number, number>;
  readonly outgoingAt: (stage: number) => number;
  readonly lawAt: (law: number) => number;
  /** Where contacts of a class are noted that come back by a law, and those that try again. */
  readonly backAt: (classIndex: number, law: number) => number;
  readonly againAt: (classIndex: number) => number;
  /** Room that nothing is read of before it is written. */
  readonly spareAt: (bytes: number) => number;
}

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
  const { steps, resolutionPromises } = walk.state;
  const lay = new Laying(memory);
  const length = walk.ground.all + 1;
  const outgoing = new Map<number, number>();
  const laws = new Map<number, number>();
  const lawAt = (law: number): number => {
    const known = laws.get(law);
    if (known !== undefined) return known;
    const { steps: after, shares } = walk.ground.delays.spreadOf(law);
    const at = layLaw(lay, after, shares);
    laws.set(law, at);
    return at;
  };
  const laterAt = new Map<number, number>();
  for (const stage of walk.handOvers.busyStages) {
    const later = walk.handOvers.later[stage] ?? null;
    laterAt.set(stage, later === null ? lay.take(8 * length) : lay.array(later));
  }
  const series = new Map<number, FrontSeries>(
    unit.classes.map((c) => [c, frontSeries(lay, walk.ground.all)]),
  );
  const backs = layBacks(walk, unit, lay, lawAt, series);
  const laid: LaidWalk = {
    ...{ lay, walk, laterAt, lawAt, backAt: backs.backAt, againAt: backs.againAt },
    groupAt: new Map(),
    setAt: new Map(),
    lineAt: new Map(),
    spareAt: (bytes) => lay.spare(bytes),
    outgoingAt: (stage) => {
      const known = outgoing.get(stage) ?? lay.take(8 * length);
      outgoing.set(stage, known);
      return known;
    },
  };
  const groups = layGroups(laid, unit);
  const sets = laySets(laid, unit);
  layLines(laid, unit);
  layLiveLines(laid, unit);
  const [stages, stagesEnd] = layStages(laid);
  const [classes, classesEnd] = layClasses(laid, unit, series);
  const at = (field: Exclude<keyof typeof walkRow, 'bytes'>): number => walkAt + walkRow[field];
  const { questions } = walk.sets;
  const targets = Math.max(1, ...unit.sets.map((s) => questions.targetsOf[s]?.length ?? 0));
  const inTime = lay.take(8 * targets);
  const leftInTime = lay.take(8 * targets);
  lay.float(at('stepSeconds'), steps.seconds);
  const listed = (of: readonly number[]): readonly number[] => of.map((l) => laid.lineAt.get(l) as number);
  lay.list(listed(unit.lines), at('everyLine'), at('everyLineEnd'));
  lay.list(listed(lines), at('lines'), at('linesEnd'));
  lay.list(listed(walk.sets.byRank), at('byRank'), at('byRankEnd'));
  const wholes = {
    ...{ inTime, leftInTime, classes, classesEnd, stages, stagesEnd, sets, groups },
    ...{ returns: backs.first, returnsEnd: backs.end },
    count: steps.count,
    all: walk.ground.all,
    week: Math.round(secondsPerWeek / steps.seconds),
    promises: unit.promises.length,
    counted: lay.array(steps.counted),
    channelSteps: lay.take(8 * Math.max(1, sums.channelSeries.length)),
    channelSums: sums.channelSeries.length / steps.count,
    logTable: lay.array(LOG_TABLE),
    expTable: lay.array(EXP_TABLE),
    powersOfTwo: lay.array(POWER_OF_TWO),
    busyLines: lay.spare(4 * unit.lines.length),
    setsEnd: sets + unit.sets.length * setRow.bytes,
    groupsEnd: groups + unit.groups.length * groupRow.bytes,
  };
  for (const [name, value] of Object.entries(wholes)) lay.int(at(name as keyof typeof wholes), value);
  const results = sumsOf(sums).map(([name, values]) => {
    // The time on duty is counted before.
    const place = lay.array(values);
    lay.int(at(name), name === 'ages' && resolutionPromises.length === 0 ? 0 : place);
    return [values, place] as const;
  });
  const floats = new Float64Array(memory.buffer);
  memory.station = stationOf(walk, unit, floats, inTime >> 3, leftInTime >> 3);
  for (const [l, contacts] of backlogsOf(walk.state, unit))
    memory.kernel.placeBacklog(laid.lineAt.get(l) as number, contacts);
  memory.kernel.run();
  for (const [values, place] of results)
    values.set(floats.subarray(place >> 3, (place >> 3) + values.length));
  for (const [stage, place] of outgoing) {
    const found = floats.slice(place >> 3, (place >> 3) + length);
    if (found.some((value) => value !== 0)) sums.outgoing.set(stage, found);
  }
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
  // The fields of the row, in their order.
  const first = (walkAt + walkRow.askedAgents) >> 3;
  const answered = (walkAt + walkRow.isStable) >> 3;
  const { asked, stations, outcome } = sets.questions;
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
    question.answer(stations, outcome);
    floats[first + 2] = question.handling;
    floats[first + 4] = question.patience;
    floats[first + 5] = question.balking;
    floats[answered] = outcome.isStable ? 1 : 0;
    floats[answered + 1] = outcome.waitProbability;
    floats[answered + 2] = outcome.abandonment;
    floats[answered + 3] = outcome.blocking;
    floats[answered + 4] = outcome.meanWait;
    floats[answered + 5] = outcome.meanWaitOfServed;
    floats[answered + 6] = outcome.mostBusy;
    floats[answered + 7] = outcome.busy;
    floats[answered + 8] = outcome.deferredBlocked;
    floats[answered + 9] = outcome.deferredHeld;
    const targets = question.targets.length;
    for (let i = 0; i < targets; i += 1) {
      floats[inTime + i] = outcome.inTime[i] as number;
      floats[leftInTime + i] = outcome.leftInTime[i] as number;
    }
  };
}

const sumsOf = (sums: UnitSums) =>
  [
    ['lineSums', sums.lines],
    ['frontSums', sums.fronts],
    ['groupSums', sums.groups],
    ['channelSeries', sums.channelSeries],
    ['teamSeries', sums.teamSeries],
    ['groupSeries', sums.groupSeries],
    ['promiseLines', sums.promiseLines],
    ['promiseFronts', sums.promiseFronts],
    ['promiseSeries', sums.promiseSeries],
    ['ages', sums.ages],
  ] as const;
