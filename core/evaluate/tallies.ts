// What all units together counted: sums by class, by team and by promise, and what is drawn over time (`overTime.ts`).
import type { CompiledModel } from '../simulation/index.ts';
import type { Line, Network } from './network.ts';
import { type Attained, attained, OverTime } from './overTime.ts';
import type { Steps } from './steps.ts';
import {
  add,
  frontCount,
  frontSums,
  groupSums,
  lineCount,
  lineSums,
  ofLine,
  type UnitSums,
} from './unitSums.ts';
import type { Unit } from './units.ts';

type LineSum = (typeof lineSums)[number];
type FrontSum = (typeof frontSums)[number];

/** Sums of lines that are told of the waiting before a team and not of its class, and the other way round. */
const onlyOfTeams = ['visits', 'offeredWork', 'backlogSteps'] as const satisfies readonly LineSum[];
const onlyOfClasses = [
  'transfers',
  'resolved',
  'resolvedForGood',
  'redials',
] as const satisfies readonly LineSum[];
/** Not summed up by name at all. */
const ofLinesAlone = ['queueAtEnd', 'lost'] as const satisfies readonly LineSum[];

const linesBut = <Left extends LineSum>(left: readonly Left[]) =>
  lineSums.filter((name): name is Exclude<LineSum, Left> => !(left as readonly LineSum[]).includes(name));

const classLines = linesBut([...onlyOfTeams, ...ofLinesAlone]);
const teamLineSums = linesBut([...onlyOfClasses, ...ofLinesAlone]);
const classPlaces = classLines.map((name) => ofLine[name]);
const teamPlaces = teamLineSums.map((name) => ofLine[name]);
const { queueAtEnd } = ofLine;

export type ClassSum = FrontSum | (typeof classLines)[number];
export type TeamSum = (typeof groupSums)[number] | (typeof teamLineSums)[number];

const arraysBy = <Name extends string>(names: readonly Name[], size: number) =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<Name, Float64Array>;

/** Sums of one plan; the walks of busy and quiet days add to the same with their weights. */
export class Tallies {
  readonly ofClass: Record<ClassSum, Float64Array>;
  readonly ofTeam: Record<TeamSum, Float64Array>;
  readonly overTime: OverTime;
  /** By promise and class, and by promise and team. */
  readonly promiseClass: Attained;
  readonly promiseTeam: Attained;
  /** Contacts waiting at the end of the counted time in lines that keep a backlog, by team. */
  readonly queueAtEnd: Float64Array;
  /** Sums by line of the network, as one walk counts them: place `line * lineCount + sum`. */
  readonly ofLine: Float64Array;
  /** The arrays of the sums of lines, in the order of their names. */
  private readonly classRows: readonly Float64Array[];
  private readonly teamRows: readonly Float64Array[];
  private readonly groupRows: readonly Float64Array[];
  private readonly frontRows: readonly Float64Array[];
  private readonly model: CompiledModel;
  private readonly network: Network;
  private readonly steps: Steps;

  constructor(model: CompiledModel, network: Network, steps: Steps) {
    this.model = model;
    this.network = network;
    this.steps = steps;
    const classes = model.classes.length;
    const teams = model.teams.length;
    const promises = model.promises.length;
    this.ofClass = arraysBy([...frontSums, ...classLines], classes);
    this.ofTeam = arraysBy([...groupSums, ...teamLineSums], teams);
    this.overTime = new OverTime(model, steps);
    this.promiseClass = attained(promises * classes);
    this.promiseTeam = attained(promises * teams);
    this.queueAtEnd = new Float64Array(teams);
    this.ofLine = new Float64Array(network.lines.length * lineCount);
    this.classRows = classLines.map((name) => this.ofClass[name]);
    this.teamRows = teamLineSums.map((name) => this.ofTeam[name]);
    this.groupRows = groupSums.map((name) => this.ofTeam[name]);
    this.frontRows = frontSums.map((name) => this.ofClass[name]);
  }

  /** Adds what a walk through a unit counted, with the weight of its day. */
  absorb(unit: Unit, sums: UnitSums, weight: number): void {
    this.absorbLines(unit, sums, weight);
    this.absorbFronts(unit, sums, weight);
    const { groups } = this.model;
    for (let place = 0; place < unit.groups.length; place += 1) {
      const team = groups[unit.groups[place] as number]?.team ?? 0;
      for (let i = 0; i < groupSums.length; i += 1)
        add(
          this.groupRows[i] as Float64Array,
          team,
          (sums.groups[place * groupSums.length + i] as number) * weight,
        );
    }
    this.overTime.absorb(unit, sums, weight);
  }

  /** Adds the time on duty of groups to which no work ever comes: they are in no unit. */
  absorbIdle(units: readonly Unit[], agents: readonly Float64Array[]): void {
    const { count, counted, seconds } = this.steps;
    const isSeen = new Set(units.flatMap(({ groups }) => groups));
    this.model.groups.forEach(({ team }, g) => {
      if (isSeen.has(g)) return;
      const series = agents[g] as Float64Array;
      for (let k = 0; k < count; k += 1) {
        const duty = (series[k] as number) * seconds;
        if (duty === 0) continue;
        add(this.ofTeam.dutySeconds, team, duty * (counted[k] as number));
      }
      this.overTime.absorbIdle(team, series);
    });
  }

  private absorbLines(unit: Unit, sums: UnitSums, weight: number): void {
    const { lines } = this.network;
    for (let place = 0; place < unit.lines.length; place += 1) {
      const l = unit.lines[place] as number;
      const { isInternal, classIndex, team } = lines[l] as Line;
      const at = place * lineCount;
      const first = l * lineCount;
      for (let i = 0; i < lineCount; i += 1)
        add(this.ofLine, first + i, (sums.lines[at + i] as number) * weight);
      if (!isInternal) addPlaces(this.classRows, classIndex, sums.lines, at, classPlaces, weight);
      addPlaces(this.teamRows, team, sums.lines, at, teamPlaces, weight);
      add(this.queueAtEnd, team, (sums.lines[at + queueAtEnd] as number) * weight);
      for (let i = 0; i < unit.promises.length; i += 1) {
        const row = (place * unit.promises.length + i) * 2;
        const counted = (sums.promiseLines[row] as number) * weight;
        if (counted === 0) continue;
        const met = (sums.promiseLines[row + 1] as number) * weight;
        this.promiseWhole(unit.promises[i] as number, classIndex, team, counted, met);
      }
    }
  }

  private absorbFronts(unit: Unit, sums: UnitSums, weight: number): void {
    const { classes, stages } = this.model;
    unit.classes.forEach((c, place) => {
      for (let i = 0; i < frontCount; i += 1)
        add(this.frontRows[i] as Float64Array, c, (sums.fronts[place * frontCount + i] as number) * weight);
      const team = stages[classes[c]?.firstStage ?? -1]?.homeTeam ?? 0;
      unit.promises.forEach((p, i) => {
        const turnedAway = (sums.promiseFronts[place * unit.promises.length + i] as number) * weight;
        if (turnedAway !== 0) this.promiseWhole(p, c, team, turnedAway, 0);
      });
    });
  }

  /** What is known of a promise over the whole horizon only. */
  promiseWhole(promise: number, classIndex: number, team: number, counted: number, met: number): void {
    const { classes, teams } = this.model;
    add(this.promiseClass.counted, promise * classes.length + classIndex, counted);
    add(this.promiseClass.met, promise * classes.length + classIndex, met);
    add(this.promiseTeam.counted, promise * teams.length + team, counted);
    add(this.promiseTeam.met, promise * teams.length + team, met);
  }
}

/** Adds the sums of a line that stand in these places, each to its own array. */
function addPlaces(
  rows: readonly Float64Array[],
  index: number,
  sums: Float64Array,
  at: number,
  places: readonly number[],
  weight: number,
): void {
  for (let i = 0; i < places.length; i += 1)
    add(rows[i] as Float64Array, index, (sums[at + (places[i] as number)] as number) * weight);
}
