// What formulas count while they walk through the steps of time: sums by class, by team and over time.
import type { CompiledModel } from '../simulation/index.ts';
import type { Steps } from './steps.ts';

export const classSums = [
  'offered',
  'redials',
  'returned',
  'deflected',
  'contained',
  'bounced',
  'turnedAway',
  'answered',
  'abandoned',
  'blocked',
  'waitSeconds',
  'answerWaitSeconds',
  'queueSeconds',
  'firstResponses',
  'firstResponseSeconds',
  'resolved',
  'resolvedForGood',
  'escalated',
  'toLead',
  'otherDepartment',
  'transfers',
] as const;
export const teamSums = [
  'visits',
  'answered',
  'abandoned',
  'blocked',
  'waitSeconds',
  'answerWaitSeconds',
  'queueSeconds',
  'firstResponses',
  'firstResponseSeconds',
  'escalated',
  'toLead',
  'otherDepartment',
  'busySeconds',
  'dutySeconds',
  'offeredWork',
  'backlogSteps',
] as const;
/** Numbers of the sums, as the walk names them. */
const numbersOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Readonly<Record<Name, number>>;
export const ofClass = numbersOf(classSums);
export const ofTeam = numbersOf(teamSums);

export type ClassSum = (typeof classSums)[number];
export type TeamSum = (typeof teamSums)[number];

const numbersBy = <Name extends string>(names: readonly Name[], size: number) =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<Name, Float64Array>;

/** Sums of one plan; several walks (busy and quiet days) add to the same with their weights. */
export class Tallies {
  readonly ofClass: Record<ClassSum, Float64Array>;
  readonly ofTeam: Record<TeamSum, Float64Array>;
  /** By channel (or team, or promise) and interval of the axis: place `index * intervals + interval`. */
  readonly channelSeries: Record<ClassSum, Float64Array>;
  readonly teamSeries: Record<TeamSum, Float64Array>;
  readonly promiseSeries: { readonly counted: Float64Array; readonly met: Float64Array };
  /** By promise and class, and by promise and team. */
  readonly promiseClass: { readonly counted: Float64Array; readonly met: Float64Array };
  readonly promiseTeam: { readonly counted: Float64Array; readonly met: Float64Array };
  /** Deferred contacts waiting at the end of the counted time, by team. */
  readonly queueAtEnd: Float64Array;
  weight = 1;
  /** The same sums by number. */
  private readonly classRows: readonly Float64Array[];
  private readonly channelRows: readonly Float64Array[];
  private readonly teamRows: readonly Float64Array[];
  private readonly teamSeriesRows: readonly Float64Array[];
  private readonly model: CompiledModel;
  private readonly steps: Steps;

  constructor(model: CompiledModel, steps: Steps) {
    this.model = model;
    this.steps = steps;
    const { intervals } = model.axis;
    const classes = model.classes.length;
    const teams = model.teams.length;
    const promises = model.promises.length;
    this.ofClass = numbersBy(classSums, classes);
    this.ofTeam = numbersBy(teamSums, teams);
    this.channelSeries = numbersBy(classSums, model.channels.length * intervals);
    this.teamSeries = numbersBy(teamSums, teams * intervals);
    this.classRows = classSums.map((name) => this.ofClass[name]);
    this.channelRows = classSums.map((name) => this.channelSeries[name]);
    this.teamRows = teamSums.map((name) => this.ofTeam[name]);
    this.teamSeriesRows = teamSums.map((name) => this.teamSeries[name]);
    this.promiseSeries = numbersBy(['counted', 'met'], promises * intervals);
    this.promiseClass = numbersBy(['counted', 'met'], promises * classes);
    this.promiseTeam = numbersBy(['counted', 'met'], promises * teams);
    this.queueAtEnd = new Float64Array(teams);
  }

  /** Adds to a sum of a class, and to its channel over time. */
  class(sum: number, classIndex: number, step: number, amount: number): void {
    if (amount === 0 || step < 0 || step >= this.steps.count) return;
    const entry = this.model.classes[classIndex];
    if (entry === undefined || entry.isInternal) return;
    const value = amount * this.weight;
    add(this.classRows[sum] as Float64Array, classIndex, value * (this.steps.counted[step] as number));
    add(this.channelRows[sum] as Float64Array, this.place(entry.channel, step), value);
  }

  team(sum: number, team: number, step: number, amount: number): void {
    if (amount === 0 || step < 0 || step >= this.steps.count) return;
    const value = amount * this.weight;
    add(this.teamRows[sum] as Float64Array, team, value * (this.steps.counted[step] as number));
    add(this.teamSeriesRows[sum] as Float64Array, this.place(team, step), value);
  }

  promise(
    promise: number,
    classIndex: number,
    team: number,
    step: number,
    counted: number,
    met: number,
  ): void {
    if (counted === 0 || step < 0 || step >= this.steps.count) return;
    const { intervals } = this.model.axis;
    const inCount = this.weight * (this.steps.counted[step] as number);
    const { classes, teams } = this.model;
    add(this.promiseClass.counted, promise * classes.length + classIndex, counted * inCount);
    add(this.promiseClass.met, promise * classes.length + classIndex, met * inCount);
    add(this.promiseTeam.counted, promise * teams.length + team, counted * inCount);
    add(this.promiseTeam.met, promise * teams.length + team, met * inCount);
    if (inCount === 0) return;
    const place = promise * intervals + (this.steps.intervalOf[step] as number);
    add(this.promiseSeries.counted, place, counted * inCount);
    add(this.promiseSeries.met, place, met * inCount);
  }

  /** What is known of a promise over the whole horizon only. */
  promiseWhole(promise: number, classIndex: number, team: number, counted: number, met: number): void {
    const { classes, teams } = this.model;
    add(this.promiseClass.counted, promise * classes.length + classIndex, counted);
    add(this.promiseClass.met, promise * classes.length + classIndex, met);
    add(this.promiseTeam.counted, promise * teams.length + team, counted);
    add(this.promiseTeam.met, promise * teams.length + team, met);
  }

  private place(index: number, step: number): number {
    return index * this.model.axis.intervals + (this.steps.intervalOf[step] as number);
  }
}

function add(into: Float64Array, at: number, amount: number): void {
  into[at] = (into[at] as number) + amount;
}
