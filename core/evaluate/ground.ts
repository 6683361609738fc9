// What walks through a plan stand on: all that is the same on every day, whoever is on duty. An evaluator keeps it from plan to plan, part
// by part: what an edit does not change is found again.
import { Kept, KeptEach } from '../simulation/compile/kept.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { type LastingBasis, lastingBases } from './bases.ts';
import { Delays } from './delays.ts';
import type { Looked } from './departures.ts';
import { type FlowWays, flowWaysOf } from './flowWays.ts';
import { type LineRows, lineRowsOf } from './lineRows.ts';
import { type LinesOfSets, linesOfSets, targetsOfSets } from './linesOfSets.ts';
import { type Lanes, type Line, lanesOf, type Network } from './network.ts';
import { withPartsOf } from './partsOfBefore.ts';
import { type ClockTimes, clockTimes, type LinePromise, PromiseClock } from './promiseClock.ts';
import { type PromiseScope, partsOfPromiseScope, promiseScopeOf } from './promiseTables.ts';
import { ResolutionPaths } from './resolutionPaths.ts';
import { type SteadyClass, type SteadyModel, steadyParts } from './steadyModel.ts';
import { arrivalsOf, openShares, type Steps, stepsOf } from './steps.ts';
import type { UnitContent } from './unitContent.ts';
import { type Unit, unitsOf } from './units.ts';
import { withUsual } from './usualLaws.ts';
import type { LaidUnit } from './walking/laidUnit.ts';
import { teamsOpen, type Ways, waysOf } from './ways.ts';
import type { WorkingLines } from './workingLines.ts';

export interface Ground {
  readonly model: CompiledModel;
  readonly steps: Steps;
  readonly network: Network;
  /** The model and the network without what hangs on the volumes. */
  readonly steady: SteadyModel;
  readonly lanes: Lanes;
  readonly units: readonly Unit[];
  /** Steps that are walked at most. */
  readonly all: number;
  readonly clock: PromiseClock;
  readonly delays: Delays;
  readonly rows: LineRows;
  readonly ways: Ways;
  /** By line the promises that it decides; and the promises on the resolution, for which the waits of lines are noted. */
  readonly promisesOf: readonly (readonly LinePromise[])[];
  readonly resolutionPromises: readonly number[];
  /** What stations know of the lines of their sets, and by set the targets of its live lines. */
  readonly setLines: LinesOfSets;
  readonly targetsOf: readonly (readonly number[])[];
  /** By promise on the resolution, in the same order. */
  readonly resolutionPaths: readonly ResolutionPaths[];
  /** By channel the share of each step in which it is open, where it turns people away; null elsewhere. */
  readonly open: readonly (Float64Array | null)[];
  /** Contacts that a class brings in each step of an average day. */
  readonly arrivalsOf: (classIndex: number) => Float64Array;
  /** By unit its rows for the kernel: those that no promise changes, and all. */
  readonly laid: KeptEach<LaidUnit>;
  readonly laidPromises: KeptEach<LaidUnit>;
  /** By unit the lines to which anything can come; parts of its content: its classes, what promises ask of it, and what neither they nor volumes nor the staff change. */
  readonly working: KeptEach<WorkingLines>;
  readonly unitClasses: KeptEach<readonly number[]>;
  readonly promisedContents: KeptEach<UnitContent>;
  readonly contents: KeptEach<UnitContent>;
  /** Of each team its model, and how the plan departs from it whoever is on duty. */
  readonly lastingBases: () => readonly LastingBasis[];
  readonly flowWays: () => FlowWays;
  readonly promiseScopeOf: (promise: number) => PromiseScope;
}

/** How long after the horizon waiting work is still followed, until its promises are decided. */
const daysAfter = 10;

/** The longest that a plan is walked: its horizon, and some days after it where deferred work has promises. */
export function stepsToWalk(model: SteadyModel, steps: Steps, { lines, liveLine }: Lanes): number {
  const isFollowed = lines.some(
    ({ live, isInternal, stage }) =>
      !live && !isInternal && liveLine[stage] === -1 && model.promises.length > 0,
  );
  return steps.count + (isFollowed ? daysAfter * Math.round(86_400 / steps.seconds) : 0);
}

/** Grounds of one plan after the other; only the last one is kept. */
export class Grounds {
  private before: CompiledModel | null = null;
  private readonly steps = new Kept<Steps>();
  private readonly steadyClass = new KeptEach<SteadyClass>();
  private readonly steadyClasses = new Kept<readonly SteadyClass[]>();
  private readonly lanes = new Kept<Lanes>();
  private readonly network = new Kept<Network>();
  private readonly units = new Kept<readonly Unit[]>();
  private readonly rows = new Kept<LineRows>();
  private readonly times = new Kept<ClockTimes>();
  private readonly clock = new Kept<PromiseClock>();
  private readonly delays = new Kept<Delays>();
  private readonly teamsOpen = new Kept<Ways['isOpen']>();
  private readonly ways = new Kept<Ways>();
  private readonly promisesOf = new Kept<Ground['promisesOf']>();
  private readonly setLines = new Kept<LinesOfSets>();
  private readonly targetsOf = new Kept<Ground['targetsOf']>();
  private readonly open = new Kept<Ground['open']>();
  private readonly arrivals = new KeptEach<Float64Array>();
  private readonly resolutionPaths = new KeptEach<ResolutionPaths>();
  private readonly lastingBases = new Kept<readonly LastingBasis[]>();
  private readonly promiseScopes = new KeptEach<PromiseScope>();
  private readonly flowWays = new Kept<FlowWays>();
  private readonly byUnit = {
    laid: new KeptEach<LaidUnit>(),
    laidPromises: new KeptEach<LaidUnit>(),
    working: new KeptEach<WorkingLines>(),
    unitClasses: new KeptEach<readonly number[]>(),
    promisedContents: new KeptEach<UnitContent>(),
    contents: new KeptEach<UnitContent>(),
  };

  /** The ground of a model; its own model is the one that says the same, made of parts of the one before. */
  of(asked: CompiledModel, askedSteps?: Steps): Ground {
    const model = this.before === null ? asked : withPartsOf(this.before, asked);
    this.before = model;
    const { classes, laws, promises, channels, teams, windows } = model;
    const steps = askedSteps ?? this.steps.of(partsOfSteps(model), () => stepsOf(model));
    const steady: SteadyModel = {
      ...model,
      classes: this.steadyClasses.of([classes], () => this.steadied(classes)),
    };
    const lanes = this.lanes.of(partsOfLanes(steady), () => lanesOf(steady));
    // Where these are the same, what they were made of is the same, too: further down that is not named again.
    const network = this.network.of([lanes, classes], () => withUsual(model, lanes));
    const units = this.units.of([lanes, ...promises.map(({ ofClass }) => ofClass)], () =>
      unitsOf(steady, lanes),
    );
    const all = stepsToWalk(steady, steps, lanes);
    const times = this.times.of([laws, windows, steps.seconds, all], clockTimes);
    const clock = this.clock.of(
      [lanes, promises, windows, steps.seconds, all],
      () => new PromiseClock(steady, steps.seconds, all, times),
    );
    this.arrivals.end(classes.length);
    this.promiseScopes.end(promises.length);
    for (const kept of Object.values(this.byUnit)) kept.end(units.length);
    const isOpen = this.teamsOpen.of([teams, windows, steps], () => teamsOpen(model, steps));
    const ways = this.ways.of([lanes, units, steps, isOpen], () =>
      waysOf(steady, lanes, units, steps, isOpen),
    );
    const promisesOf = this.promisesOf.of([lanes, units, clock], () => linePromisesOf(lanes, units, clock));
    const setLines = this.setLines.of([lanes, channels], () => linesOfSets(steady, lanes));
    const resolutionPromises = promises.flatMap(({ clock: by }, p) => (by === 'resolution' ? [p] : []));
    this.resolutionPaths.end(resolutionPromises.length);
    return {
      ...{ model, steps, network, steady, lanes, units, all, clock, ways, resolutionPromises },
      ...this.byUnit,
      delays: this.delays.of([laws, steps.seconds], () => new Delays(model, steps.seconds)),
      rows: this.rows.of([lanes, units], () => lineRowsOf(steady, lanes, units)),
      promisesOf,
      setLines,
      targetsOf: this.targetsOf.of([setLines, promisesOf], () => targetsOfSets(setLines, promisesOf)),
      resolutionPaths: resolutionPromises.map((p, i) => {
        const promise = promises[p] as CompiledModel['promises'][number];
        return this.resolutionPaths.at(
          i,
          [lanes, ways, windows, model.axis, promise],
          () => new ResolutionPaths(steady, lanes, ways.nexts, promise),
        );
      }),
      flowWays: () => this.flowWays.of([lanes, teams, channels], () => flowWaysOf(steady, lanes)),
      promiseScopeOf: (p) => {
        const promise = promises[p] as CompiledModel['promises'][number];
        return this.promiseScopes.at(p, [lanes, channels, ...partsOfPromiseScope(promise)], () =>
          promiseScopeOf(steady, lanes, promise),
        );
      },
      lastingBases: () =>
        this.lastingBases.of([lanes, steps, ...partsLooked(model)], () => lastingBases(model, lanes, steps)),
      open: this.open.of([channels, windows, steps], () => channelsOpen(model, steps)),
      arrivalsOf: (c) => this.arrivals.at(c, [classes[c], steps], () => arrivalsOf(model, c, steps)),
    };
  }

  /** Each class as it was when it last changed in anything but its volume. */
  private steadied(classes: CompiledModel['classes']): readonly SteadyClass[] {
    this.steadyClass.end(classes.length);
    return classes.map((entry, c) => this.steadyClass.at(c, steadyParts(entry), () => entry));
  }
}

/** All that the steps of a model are made of; contacts only where it ends with so many of them. */
const partsOfSteps = (model: CompiledModel): readonly unknown[] => [
  ...[model.axis, model.horizonSeconds, model.warmUpSeconds, model.horizonContacts, model.warmUpContacts],
  model.horizonSeconds === Number.POSITIVE_INFINITY ? model.classes : null,
];

/** All that says how a plan departs from its models, beside its lanes. */
const partsLooked = (model: Looked): readonly Looked[keyof Looked][] => [
  ...[model.laws, model.classes, model.stages, model.pairs, model.queues, model.groups, model.channels],
  ...[model.teams, model.windows, model.interrupts, model.busyDayShape],
];

/** All that lanes are made of. */
const partsOfLanes = (model: SteadyModel): readonly unknown[] => [
  ...[model.stages, model.pairs, model.laws, model.queues, model.concurrency],
  ...[model.teams.length, model.groups.length],
  ...model.classes,
  ...model.groups.flatMap(({ team, reservedForLive, proficiency }) => [
    team,
    reservedForLive,
    ...proficiency,
  ]),
];

function linePromisesOf(
  { lines }: Lanes,
  units: readonly Unit[],
  clock: PromiseClock,
): readonly (readonly LinePromise[])[] {
  const found: (readonly LinePromise[])[] = lines.map(() => []);
  for (const { lines: own, promises } of units)
    for (const l of own) found[l] = clock.promisesOf(lines[l] as Line, promises);
  return found;
}

const channelsOpen = ({ channels, windows }: CompiledModel, steps: Steps): Ground['open'] =>
  channels.map(({ windows: at, turnAway }) =>
    turnAway && at !== 0 ? openShares(windows[at] as CompiledModel['windows'][number], steps) : null,
  );
