// One question, answered by formula: the measures of a plan without simulating it.
import type { Evaluation } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { basesOf } from './bases.ts';
import { type Ground, Grounds } from './ground.ts';
import { type KeptUnits, placeOf } from './keptUnits.ts';
import type { Network } from './network.ts';
import { promisesOf } from './promiseTables.ts';
import { Resolution } from './resolution.ts';
import { Stations } from './stations.ts';
import { agentsBySteps, type Steps } from './steps.ts';
import { tablesOf } from './tables.ts';
import { Tallies } from './tallies.ts';
import { unitContent } from './unitContent.ts';
import type { UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import { Walk } from './walk.ts';
import type { Onlooker, Witness } from './witness.ts';

/**
 * The measures of a plan by formula: flow balance over the steps of time, station formulas, and a backlog without chance for
 * deferred work (README.md says what is exact and what is not). Range: every compiled plan; what no formula answers is
 * absent with its reason. Example: 8 Erlangs of calls before 10 agents, all hours alike: the values of Erlang C, exact.
 */
export function evaluate(model: CompiledModel): Evaluation {
  return evaluationOf(answerOf(model));
}

/** All that the tables are made of: who asks how a number came about finds its sums here. */
export interface Answer {
  readonly model: CompiledModel;
  readonly steps: Steps;
  readonly network: Network;
  readonly agents: readonly Float64Array[];
  readonly tallies: Tallies;
  readonly ground: Ground;
}

export const evaluationOf = (answer: Answer): Evaluation => tablesOf(answer);

/** The promises alone, in the order of the model: who asks for nothing else is spared the tables. */
export function promisesOfAnswer(answer: Answer): Evaluation['promises'] {
  const { model, steps, network, agents, tallies, ground } = answer;
  const bases = basesOf(model, network, agents, steps, tallies, ground.lastingBases());
  return promisesOf(model, steps, tallies, ground.promiseScopeOf, bases);
}

/** A day that stands for others: how busy it is, and with what weight it counts. */
export interface StandInDay {
  readonly factor: number;
  readonly weight: number;
}

export interface Asking {
  /** Absent: the steps of the model. Steps that count elsewhere give the sums of another stretch of time. */
  readonly steps?: Steps;
  readonly witness?: Witness;
  readonly onlooker?: Onlooker;
  /** Absent: a quiet and a busy day with the spread of the plan. */
  readonly days?: readonly StandInDay[];
  /** Absent: nothing was calculated before. */
  readonly stations?: Stations;
  readonly kept?: KeptUnits;
  readonly grounds?: Grounds;
}

/** The sums of a plan by formula. */
export function answerOf(
  asked: CompiledModel,
  {
    steps: askedSteps,
    witness,
    onlooker = witness,
    days = busyDays(asked.busyDayShape),
    stations = new Stations(),
    kept,
    grounds = new Grounds(),
  }: Asking = {},
): Answer {
  const ground = grounds.of(asked, askedSteps);
  const { model, steps, network, units } = ground;
  const tallies = new Tallies(model, network, steps);
  const agents = agentsBySteps(model, steps);
  const resolution = new Resolution(ground);
  for (const { factor, weight } of days) {
    const walk = new Walk(ground, stations, agents, factor, witness ?? null, onlooker);
    onlooker?.begin(walk.state, walk.front, factor, weight);
    for (const unit of units) {
      const sums = sumsOf(walk, unit, factor, onlooker === undefined ? kept : undefined);
      walk.handOvers.deliver(sums);
      tallies.absorb(unit, sums, weight);
      resolution.absorb(unit, sums);
    }
  }
  tallies.absorbIdle(units, agents);
  resolution.decide(tallies);
  return { model, steps, network, agents, tallies, ground };
}

/** Walks a unit, or takes its answer from before where nothing that it depends on has changed. */
function sumsOf(walk: Walk, unit: Unit, factor: number, kept: KeptUnits | undefined): UnitSums {
  if (kept === undefined) return walk.run(unit);
  const place = placeOf(unit, factor);
  const content = unitContent(walk, unit, factor);
  const before = kept.find(place, content);
  if (before !== null) return before;
  const sums = walk.run(unit);
  kept.keep(place, content, sums);
  return sums;
}

/** Two days that stand for all: the mean and the spread of the busy-day factor are kept. */
export function busyDays(shape: number): readonly StandInDay[] {
  if (shape <= 0) return [{ factor: 1, weight: 1 }];
  const spread = Math.min(0.95, Math.sqrt(1 / shape));
  return [
    { factor: 1 - spread, weight: 0.5 },
    { factor: 1 + spread, weight: 0.5 },
  ];
}
