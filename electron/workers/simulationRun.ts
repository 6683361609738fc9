// One run as seen from the main thread: which replication to hand out next, tallies put back in order, when to stop.
// Tallies enter the collector as 0, 1, 2, ... whatever order the threads finish in, so that the result is the same
// for any number of threads.
import type { SimulationResult } from '../../core/measures/result.ts';
import type { ReplicationTally } from '../../core/simulation/index.ts';
import type { SimulationProgress } from './simulate.ts';

/** The precision is looked at after every so many replications, so that the stop does not depend on the threads. */
const batch = 10;
const progressEveryMs = 50;

/** What tallies are collected into, in the order of their replications. */
export interface Collecting<Outcome, Harvest = ReplicationTally> {
  readonly replications: number;
  add(harvest: Harvest): void;
  precisionReached(): boolean;
  result(stop: SimulationResult['stop']): Outcome;
}

export interface SimulationRun<Outcome, Harvest = ReplicationTally> {
  /** True while there is a replication that may be handed out now. */
  hasWork(): boolean;
  /** Whether no replication is left to be handed out, now or later. */
  isHandedOut(): boolean;
  /** Hands out the next replication; only after `hasWork`. */
  take(): number;
  /** Work done within a replication that is still being simulated. */
  noteProgress(replication: number, doneFraction: number): void;
  /** Takes in a finished replication; gives the result when it was the last one needed. */
  accept(harvest: Harvest): Outcome | undefined;
}

export interface RunLimits {
  readonly replications: number;
  readonly precisionFraction: number | null;
  /** How far the replications handed out may run ahead of those collected. */
  readonly window: number;
}

export function createSimulationRun<Outcome, Harvest extends { readonly replication: number }>(
  collector: Collecting<Outcome, Harvest>,
  limits: RunLimits,
  onProgress: (progress: SimulationProgress) => void,
): SimulationRun<Outcome, Harvest> {
  const early = new Map<number, Harvest>();
  const underWay = new Map<number, number>();
  let handedOut = 0;
  let doneFraction = 0;
  let lastReport = Number.NEGATIVE_INFINITY;

  const reportWhenDue = (): void => {
    const now = performance.now();
    if (now - lastReport < progressEveryMs) return;
    lastReport = now;
    let done = collector.replications + early.size;
    for (const share of underWay.values()) done += share;
    doneFraction = Math.min(1, Math.max(doneFraction, done / limits.replications));
    onProgress({ replicationsDone: collector.replications, doneFraction });
  };

  const stopNow = (): SimulationResult['stop'] | undefined => {
    const { replications } = collector;
    const asksPrecision = limits.precisionFraction !== null;
    if (asksPrecision && replications % batch === 0 && collector.precisionReached())
      return 'precisionReached';
    if (replications < limits.replications) return undefined;
    return asksPrecision ? 'replicationLimit' : 'replicationsDone';
  };

  return {
    hasWork: () => handedOut < limits.replications && handedOut - collector.replications < limits.window,
    isHandedOut: () => handedOut >= limits.replications,
    take: () => {
      underWay.set(handedOut, 0);
      return handedOut++;
    },
    noteProgress: (replication, share) => {
      underWay.set(replication, Math.min(1, Math.max(underWay.get(replication) ?? 0, share)));
      reportWhenDue();
    },
    accept: (tally) => {
      underWay.delete(tally.replication);
      early.set(tally.replication, tally);
      for (let next = early.get(collector.replications); next; next = early.get(collector.replications)) {
        early.delete(next.replication);
        collector.add(next);
        const stop = stopNow();
        if (stop !== undefined) return collector.result(stop);
      }
      reportWhenDue();
      return undefined;
    },
  };
}
