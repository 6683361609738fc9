// One question, answered by formula: the measures of a plan without simulating it.
import type { Evaluation } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { type Network, networkOf } from './network.ts';
import { Resolution } from './resolution.ts';
import { Stations } from './station.ts';
import { agentsBySteps, type Steps, stepsOf } from './steps.ts';
import { tablesOf } from './tables.ts';
import { Tallies } from './tallies.ts';
import { Walk } from './walk.ts';
import type { Witness } from './witness.ts';

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
}

export const evaluationOf = ({ model, steps, network, agents, tallies }: Answer): Evaluation =>
  tablesOf(model, steps, network, agents, tallies);

export interface Asking {
  /** Absent: the steps of the model. Steps that count elsewhere give the sums of another stretch of time. */
  readonly steps?: Steps;
  readonly witness?: Witness;
}

/** The sums of a plan by formula. */
export function answerOf(model: CompiledModel, { steps = stepsOf(model), witness }: Asking = {}): Answer {
  const network = networkOf(model);
  const tallies = new Tallies(model, steps);
  const stations = new Stations();
  const agents = agentsBySteps(model, steps);
  const resolution = new Resolution(model, network);
  for (const { factor, weight } of busyDays(model.busyDayShape)) {
    tallies.weight = weight;
    new Walk(model, steps, network, tallies, stations, agents, resolution, factor, witness).run();
  }
  tallies.weight = 1;
  resolution.decide(tallies);
  return { model, steps, network, agents, tallies };
}

/** Two days that stand for all: the mean and the spread of the busy-day factor are kept. */
function busyDays(shape: number): { readonly factor: number; readonly weight: number }[] {
  if (shape <= 0) return [{ factor: 1, weight: 1 }];
  const spread = Math.min(0.95, Math.sqrt(1 / shape));
  return [
    { factor: 1 - spread, weight: 0.5 },
    { factor: 1 + spread, weight: 0.5 },
  ];
}
