// All that the answer of a unit depends on, as plain data: where two contents are the same, so are the answers. What no day changes is
// put together once and then known by its identity.
import type { CompiledModel } from '../simulation/index.ts';
import type { Ground } from './ground.ts';
import type { Unit } from './units.ts';
import type { Walk } from './walk.ts';

export type UnitContent = readonly unknown[];

/** The content of a unit in a walk, with the work that has come to it from the units before. */
export function unitContent(walk: Walk, unit: Unit, factor: number): UnitContent {
  const { ground } = walk;
  const { model, steps, network, lanes, ways, all, resolutionPromises, promisesOf, units } = ground;
  const { classes, channels, teams, windows, promises } = model;
  const place = units.indexOf(unit);
  return [
    factor,
    [steps.seconds, steps.count, steps.horizonSeconds, steps.counted, all],
    resolutionPromises,
    // What changes most and is told soonest comes first: two contents are compared up to where they part.
    ground.promisedContents.at(place, [units, lanes, promises, promisesOf, windows], () =>
      promisedContent(ground, unit),
    ),
    ground.unitClasses
      .at(place, [units, lanes], () => classesOf(ground, unit))
      .map((c) => classes[c] ?? null),
    unit.sets.map((s) => network.sets[s]),
    unit.groups.map((g) => walk.sets.agentsOf[g]),
    walk.handOvers.incoming(unit),
    ground.contents.at(place, [units, lanes, ways, channels, teams, windows], () =>
      lastingContent(ground, unit),
    ),
  ];
}

/** Classes that arrive in a unit, and those of its lines. */
function classesOf({ lanes }: Ground, unit: Unit): readonly number[] {
  return [...new Set([...unit.classes, ...unit.lines.map((l) => lanes.lines[l]?.classIndex ?? -1)])];
}

const calendarOf = ({ windows }: CompiledModel, index: number): unknown =>
  index > 0 ? windows[index] : index;

/** What promises ask of a unit. */
function promisedContent(ground: Ground, unit: Unit): UnitContent {
  const { model, promisesOf } = ground;
  const classes = classesOf(ground, unit);
  return [
    unit.promises.map((p) => {
      const promise = model.promises[p] as CompiledModel['promises'][number];
      return [promise, classes.map((c) => calendarOf(model, promise.calendarOfClass[c] as number))];
    }),
    unit.lines.map((l) => promisesOf[l]),
  ];
}

/** What neither promises nor volumes nor the staff change. */
function lastingContent(ground: Ground, unit: Unit): UnitContent {
  const { model, steady, lanes, ways } = ground;
  const law = (index: number): unknown => model.laws[index] ?? null;
  return [
    unit,
    classesOf(ground, unit).map((c) => {
      const entry = steady.classes[c];
      if (entry === undefined) return null;
      const { selfServiceDelayLaw, assistantTimeLaw, bounceDelayLaw, redialDelayLaw } = entry;
      return [law(selfServiceDelayLaw), law(assistantTimeLaw), law(bounceDelayLaw), law(redialDelayLaw)];
    }),
    unit.lines.map((l) => {
      const line = lanes.lines[l];
      const pair = model.pairs[line?.pair ?? -1] ?? null;
      return [
        line,
        law(line?.handlingLaw ?? -1),
        ways.isDead[l],
        model.stages[line?.stage ?? -1]?.nextStage,
        ways.nexts[l]?.map((next) => [next, law(next.law)]),
        pair === null ? null : [pair.resolvedBelow, pair.returnShare, law(pair.returnDelayLaw)],
      ];
    }),
    unit.groups.map((g) => model.groups[g]?.team),
    unit.channels.map((channel) => {
      const entry = model.channels[channel];
      return [entry, calendarOf(model, entry?.windows ?? 0)];
    }),
    unit.teams.map((t) => [model.teams[t], calendarOf(model, model.teams[t]?.windows ?? 0)]),
    unit.stages.map((stage) => [model.stages[stage]?.homeTeam, lanes.placeOf[stage]]),
  ];
}
