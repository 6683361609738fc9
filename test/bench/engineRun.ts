// The engine as the benchmark sees it: a plan that took the way of every plan, simulated with all measures on.
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import { studentTQuantile } from '../../core/numerics/studentT.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { createCollector, simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import type { Figure } from './workloads.ts';

export interface Round {
  readonly contacts: number;
  /** CPU time of the whole process, its compiler and garbage collector included. */
  readonly cpuSeconds: number;
}

/** Simulates so many replications, new ones at each call, up to their measures; only this takes the time that is told. */
export type EngineRun = (replications: number) => Round;

export function createEngineRun(plan: PlanInput, seed: number): EngineRun {
  const model = compiledPlan(plan);
  let round = 0;
  return (replications) => {
    let contacts = 0;
    round += 1;
    const before = process.cpuUsage();
    const options = { seed: seed + round, replicationsAsked: replications, precisionFraction: null };
    const collector = createCollector(model, options);
    for (let i = 0; i < replications; i += 1) {
      const tally = simulateReplication(model, options.seed, i);
      collector.add(tally);
      contacts += tally.contacts;
    }
    collector.result('replicationsDone');
    const { user, system } = process.cpuUsage(before);
    return { contacts, cpuSeconds: (user + system) / 1e6 };
  };
}

/** A figure as one side sees it. */
export interface Observed {
  readonly value: number;
  readonly standardError: number;
}

/** What the engine says of each figure after so many replications. */
export function engineFigures(
  plan: PlanInput,
  figures: readonly Figure[],
  replications: number,
  seed: number,
): readonly Observed[] {
  const model = compiledPlan(plan);
  const collector = createCollector(model, {
    seed,
    replicationsAsked: replications,
    precisionFraction: null,
  });
  for (let i = 0; i < replications; i += 1) collector.add(simulateReplication(model, seed, i));
  const result = collector.result('replicationsDone');
  const quantile = studentTQuantile(replications - 1, (1 + result.confidenceLevel) / 2);
  return figures.map((figure) => {
    const { value, halfWidth } = estimateOf(result, figure) ?? { value: null, halfWidth: null };
    return { value: value ?? Number.NaN, standardError: (halfWidth ?? Number.NaN) / quantile };
  });
}

function estimateOf(result: SimulationResult, { scope, id, measure }: Figure): Estimate | undefined {
  if (scope === 'promises') return result.promises[id]?.serviceLevelFraction;
  return scope === 'total' ? result.total[measure] : result[scope][id]?.[measure];
}
