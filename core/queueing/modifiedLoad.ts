// A changing queue, each interval taken as a steady one under the load that would really be there (modified offered load).
import type { Law } from '../plan/schema/law.ts';
import { type Fault, fault } from '../units/fault.ts';
import {
  type Erlangs,
  type Fraction,
  type PerSecond,
  perSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { erlangA } from './erlangA.ts';
import { erlangC } from './erlangC.ts';
import { MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { offeredLoadProfile } from './offeredLoad.ts';

/** A span from empty. */
export interface ModifiedLoadQueue {
  readonly intervals: readonly {
    readonly length: Seconds;
    readonly arrivals: PerSecond;
    readonly agents: number;
  }[];
  readonly handling: Seconds;
  /** Mean of the exponential patience; undefined: nobody leaves. */
  readonly patience?: Seconds | undefined;
  readonly target: Seconds;
}

/** What is known of one interval. */
export interface ModifiedLoadOutcome {
  readonly load: Erlangs;
  readonly waitProbability: Fraction;
  /** 0 where nobody leaves. */
  readonly abandonment: Fraction;
  readonly serviceLevel: Fraction;
  /** Infinity where nobody leaves and the load exceeds the agents. */
  readonly meanWait: Seconds;
  readonly occupancy: Fraction;
}

/**
 * Measures of each interval by Erlang A or C with the mean offered load of the interval in place of its own arrivals.
 *
 * An approximation, good where the quality is, and where patience is near handling: an infinite team is then exact. Over
 * the day profiles of the tests (half hours, patience 0.4 to 0.67 of the handling time, staff from comfortable to far too
 * few, contacts handed back at the end of a shift) the share of the day's contacts in time errs by at most 0.005 and that
 * of those who leave by 0.012; in single half hours the share in time errs by up to 0.036.
 * Source: Jagerman, Nonstationary blocking in telephone traffic, BSTJ 54 (1975); Feldman, Mandelbaum, Massey and Whitt,
 * Staffing of time-varying queues to achieve time-stable performance, Management Science 54 (2008).
 * Range: as `erlangA`, arrivals above 0 and agents from 1 in every interval.
 * Example: a half hour of 40 contacts of 180 s: a load of 3.60 instead of 4.
 */
export function modifiedLoad(queue: ModifiedLoadQueue): Result<ModifiedLoadOutcome[], readonly Fault[]> {
  const { intervals, handling, patience, target } = queue;
  const faults = [
    ...rangeFaults(['handling'], handling, MEAN_SECONDS),
    ...rangeFaults(['target'], target, TARGET_SECONDS),
    ...intervals.flatMap(({ length }, k) => rangeFaults(['intervals', k, 'length'], length, MEAN_SECONDS)),
  ];
  if (faults.length > 0) return failed(faults);
  const law: Law = { law: 'exponential', meanSeconds: handling };
  const loads = offeredLoadProfile(intervals, law);
  const outcomes: ModifiedLoadOutcome[] = [];
  for (const [k, { agents }] of intervals.entries()) {
    const load = loads[k]?.mean ?? (0 as Erlangs);
    const given = { agents, arrivals: perSecond(load / handling), handling, target };
    const outcome = patience === undefined ? byErlangC(given) : byErlangA({ ...given, patience });
    if (!outcome.ok)
      return failed(outcome.failure.map((one) => fault(one.code, ['intervals', k, ...one.path], one.params)));
    outcomes.push({ load, ...outcome.value });
  }
  return ok(outcomes);
}

type Measures = Omit<ModifiedLoadOutcome, 'load'>;

function byErlangC(queue: Parameters<typeof erlangC>[0]): Result<Measures, readonly Fault[]> {
  const outcome = erlangC(queue);
  if (!outcome.ok) return outcome;
  const { waitProbability, serviceLevel, meanWait, occupancy } = outcome.value;
  return ok({
    waitProbability,
    abandonment: 0 as Fraction,
    serviceLevel,
    meanWait: seconds(meanWait),
    occupancy,
  });
}

function byErlangA(queue: Parameters<typeof erlangA>[0]): Result<Measures, readonly Fault[]> {
  const outcome = erlangA(queue);
  if (!outcome.ok) return outcome;
  const { waitProbability, abandonment, serviceLevels, meanWait, occupancy } = outcome.value;
  return ok({ waitProbability, abandonment, serviceLevel: serviceLevels.ofOffered, meanWait, occupancy });
}
