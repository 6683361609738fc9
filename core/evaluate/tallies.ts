// What all units together counted: sums by class, by team and by promise, and what is drawn over time.
import type { CompiledModel } from '../simulation/index.ts';
import type { Network } from './network.ts';
import type { Steps } from './steps.ts';
import {
  add,
  channelLines,
  frontCount,
  frontSums,
  groupSums,
  lineCount,
  lineSums,
  ofFront,
  ofGroup,
  ofLine,
  onChannel,
  onTeam,
  teamLines,
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
export type ChannelLine = (typeof channelLines)[number];
export type TeamLine = (typeof groupSums)[number] | (typeof teamLines)[number];

const arraysBy = <Name extends string>(names: readonly Name[], size: number) =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<Name, Float64Array>;

interface Attained {
  readonly counted: Float64Array;
  readonly met: Float64Array;
}
const attained = (size: number): Attained => ({
  counted: new Float64Array(size),
  met: new Float64Array(size),
});

/** Sums of one plan; the walks of busy and quiet days add to the same with their weights. */
export class Tallies {
  readonly ofClass: Record<ClassSum, Float64Array>;
  readonly ofTeam: Record<TeamSum, Float64Array>;
  /** By channel or team and interval of the axis: place `index * intervals + interval`. */
  readonly channelSeries: Record<ChannelLine, Float64Array>;
  readonly teamSeries: Record<TeamLine, Float64Array>;
  readonly promiseSeries: Attained;
  /** By promise and step, from the start of the horizon on. */
  readonly promiseSteps: Attained;
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
  private readonly model: CompiledModel;
  private readonly network: Network;
  private readonly steps: Steps;

  constructor(model: CompiledModel, network: Network, steps: Steps) {
    this.model = model;
    this.network = network;
    this.steps = steps;
    const { intervals } = model.axis;
    const classes = model.classes.length;
    const teams = model.teams.length;
    const promises = model.promises.length;
    this.ofClass = arraysBy([...frontSums, ...classLines], classes);
    this.ofTeam = arraysBy([...groupSums, ...teamLineSums], teams);
    this.channelSeries = arraysBy(channelLines, model.channels.length * intervals);
    this.teamSeries = arraysBy([...groupSums, ...teamLines], teams * intervals);
    this.promiseSeries = attained(promises * intervals);
    this.promiseSteps = attained(promises * steps.count);
    this.promiseClass = attained(promises * classes);
    this.promiseTeam = attained(promises * teams);
    this.queueAtEnd = new Float64Array(teams);
    this.ofLine = new Float64Array(network.lines.length * lineCount);
    this.classRows = classLines.map((name) => this.ofClass[name]);
    this.teamRows = teamLineSums.map((name) => this.ofTeam[name]);
  }

  /** Adds what a walk through a unit counted, with the weight of its day. */
  absorb(unit: Unit, sums: UnitSums, weight: number): void {
    this.absorbLines(unit, sums, weight);
    this.absorbFronts(unit, sums, weight);
    const { groups } = this.model;
    unit.groups.forEach((g, place) => {
      const team = groups[g]?.team ?? 0;
      for (const name of groupSums) {
        const row = place * groupSums.length + ofGroup[name];
        add(this.ofTeam[name], team, (sums.groups[row] as number) * weight);
        this.fold(sums.groupSeries, row, this.teamSeries[name], team, weight);
      }
    });
    unit.channels.forEach((channel, place) => {
      for (const name of channelLines) {
        const row = place * channelLines.length + onChannel[name];
        this.fold(sums.channelSeries, row, this.channelSeries[name], channel, weight);
      }
    });
    unit.teams.forEach((team, place) => {
      for (const name of teamLines)
        this.fold(
          sums.teamSeries,
          place * teamLines.length + onTeam[name],
          this.teamSeries[name],
          team,
          weight,
        );
    });
    this.absorbPromises(unit, sums, weight);
  }

  /** Adds the time on duty of groups to which no work ever comes: they are in no unit. */
  absorbIdle(units: readonly Unit[], agents: readonly Float64Array[]): void {
    const { count, counted, seconds, intervalOf } = this.steps;
    const isSeen = new Set(units.flatMap(({ groups }) => groups));
    this.model.groups.forEach(({ team }, g) => {
      if (isSeen.has(g)) return;
      const series = agents[g] as Float64Array;
      for (let k = 0; k < count; k += 1) {
        const duty = (series[k] as number) * seconds;
        if (duty === 0) continue;
        add(this.ofTeam.dutySeconds, team, duty * (counted[k] as number));
        add(this.teamSeries.dutySeconds, team * this.model.axis.intervals + (intervalOf[k] as number), duty);
      }
    });
  }

  private absorbLines(unit: Unit, sums: UnitSums, weight: number): void {
    const { ofLine } = this;
    unit.lines.forEach((l, place) => {
      const line = this.network.lines[l];
      if (line === undefined) return;
      const at = place * lineCount;
      for (let i = 0; i < lineCount; i += 1)
        add(ofLine, l * lineCount + i, (sums.lines[at + i] as number) * weight);
      if (!line.isInternal)
        for (let i = 0; i < classPlaces.length; i += 1)
          add(
            this.classRows[i] as Float64Array,
            line.classIndex,
            (sums.lines[at + (classPlaces[i] as number)] as number) * weight,
          );
      for (let i = 0; i < teamPlaces.length; i += 1)
        add(
          this.teamRows[i] as Float64Array,
          line.team,
          (sums.lines[at + (teamPlaces[i] as number)] as number) * weight,
        );
      add(this.queueAtEnd, line.team, (sums.lines[at + queueAtEnd] as number) * weight);
      for (let i = 0; i < unit.promises.length; i += 1) {
        const row = (place * unit.promises.length + i) * 2;
        const counted = (sums.promiseLines[row] as number) * weight;
        if (counted === 0) continue;
        const met = (sums.promiseLines[row + 1] as number) * weight;
        this.promiseWhole(unit.promises[i] as number, line.classIndex, line.team, counted, met);
      }
    });
  }

  private absorbFronts(unit: Unit, sums: UnitSums, weight: number): void {
    const { classes, stages } = this.model;
    unit.classes.forEach((c, place) => {
      for (const name of frontSums)
        add(this.ofClass[name], c, (sums.fronts[place * frontCount + ofFront[name]] as number) * weight);
      const team = stages[classes[c]?.firstStage ?? -1]?.homeTeam ?? 0;
      unit.promises.forEach((p, i) => {
        const turnedAway = (sums.promiseFronts[place * unit.promises.length + i] as number) * weight;
        if (turnedAway !== 0) this.promiseWhole(p, c, team, turnedAway, 0);
      });
    });
  }

  private absorbPromises(unit: Unit, sums: UnitSums, weight: number): void {
    const { count, counted } = this.steps;
    unit.promises.forEach((p, i) => {
      for (const [what, name] of (['counted', 'met'] as const).entries()) {
        const row = (i * 2 + what) * count;
        for (let k = 0; k < count; k += 1) {
          const value = (sums.promiseSeries[row + k] as number) * weight;
          if (value === 0) continue;
          add(this.promiseSteps[name], p * count + k, value);
          const place = p * this.model.axis.intervals + (this.steps.intervalOf[k] as number);
          add(this.promiseSeries[name], place, value * (counted[k] as number));
        }
      }
    });
  }

  /** Adds a row of steps to the intervals of the axis. */
  private fold(from: Float64Array, row: number, into: Float64Array, index: number, weight: number): void {
    const { count, intervalOf } = this.steps;
    const first = row * count;
    const start = index * this.model.axis.intervals;
    for (let k = 0; k < count; k += 1) {
      const value = from[first + k] as number;
      if (value !== 0) add(into, start + (intervalOf[k] as number), value * weight);
    }
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
