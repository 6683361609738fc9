// All that the answer of a unit depends on, as plain data: where two contents are the same, so are the answers.
import type { CompiledModel } from '../simulation/index.ts';
import type { Unit } from './units.ts';
import type { Walk } from './walk.ts';

export type UnitContent = readonly unknown[];

/** The content of a unit in a walk, with the work that has come to it from the units before. */
export function unitContent(walk: Walk, unit: Unit, factor: number): UnitContent {
  const { model, steps, network, promisesOf, resolutionPromises, ways, all } = walk.ground;
  const law = (index: number): unknown => model.laws[index] ?? null;
  const calendar = (index: number): unknown => (index > 0 ? model.windows[index] : index);
  const classes = new Set([...unit.classes, ...unit.lines.map((l) => network.lines[l]?.classIndex ?? -1)]);
  return [
    factor,
    [steps.seconds, steps.count, steps.horizonSeconds, steps.counted, all],
    unit,
    resolutionPromises,
    // What changes most and is told soonest comes first: two contents are compared up to where they part.
    [...classes].map((c) => classContent(model, c, law)),
    unit.lines.map((l) => {
      const line = network.lines[l];
      const pair = model.pairs[line?.pair ?? -1] ?? null;
      const stage = model.stages[line?.stage ?? -1];
      return [
        line,
        law(line?.handlingLaw ?? -1),
        promisesOf[l],
        ways.isDead[l],
        stage?.nextStage,
        ways.nexts[l]?.map((next) => [next, law(next.law)]),
        pair === null ? null : [pair.resolvedBelow, pair.returnShare, law(pair.returnDelayLaw)],
      ];
    }),
    unit.sets.map((s) => network.sets[s]),
    unit.groups.map((g) => [model.groups[g]?.team, walk.sets.agentsOf[g]]),
    unit.channels.map((channel) => [
      model.channels[channel],
      calendar(model.channels[channel]?.windows ?? 0),
    ]),
    unit.teams.map((t) => [model.teams[t], calendar(model.teams[t]?.windows ?? 0)]),
    unit.promises.map((p) => {
      const promise = model.promises[p] as CompiledModel['promises'][number];
      return [promise, [...classes].map((c) => calendar(promise.calendarOfClass[c] as number))];
    }),
    unit.stages.map((stage) => [model.stages[stage]?.homeTeam, network.placeOf[stage]]),
    walk.handOvers.incoming(unit),
  ];
}

function classContent(model: CompiledModel, c: number, law: (index: number) => unknown): unknown {
  const entry = model.classes[c];
  return (
    entry && [
      entry,
      law(entry.selfServiceDelayLaw),
      law(entry.assistantTimeLaw),
      law(entry.bounceDelayLaw),
      law(entry.redialDelayLaw),
    ]
  );
}
