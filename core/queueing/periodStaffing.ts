// Staffing each planning period as if it were a steady queue of its own (SIPP), with the lag that peaks have behind
// arrivals.
import { type Fault, fault } from '../units/fault.ts';
import { type Fraction, type PerSecond, perSecond, type Seconds, seconds } from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { erlangC } from './erlangC.ts';
import { fewest } from './fewest.ts';
import { AGENTS, MEAN_SECONDS, rangeFaults, SHARE_BELOW_ONE } from './inputFaults.ts';
import type { RateInterval } from './offeredLoad.ts';

/** How the rate of a period is read off a profile that repeats itself. */
export interface PlanningRule {
  readonly period: Seconds;
  /** The rates are read so much earlier; the mean handling time is the usual lag, 0 is plain SIPP. */
  readonly lag: Seconds;
  readonly by: 'average' | 'most';
}

/**
 * The rate to plan each period with: the average or the highest of the rates from its start to its end, less the lag.
 *
 * Source: Green, Kolesar and Soares, Improving the SIPP approach for staffing service systems that have cyclic demands,
 * Operations Research 49 (2001). Range: the profile is longer than 0 and a whole number of periods.
 * Example: half hours of 40 and 60 contacts an hour, lag a quarter of an hour, average: 50 in each.
 */
export function planningRates(profile: readonly RateInterval[], rule: PlanningRule): PerSecond[] {
  const whole = profile.reduce((sum, { length }) => sum + length, 0);
  const periods = Math.round(whole / rule.period);
  return Array.from({ length: periods }, (_, k) => {
    const from = k * rule.period - rule.lag;
    const to = from + rule.period;
    let contacts = 0;
    let most = 0;
    for (let cycle = Math.floor(from / whole); cycle * whole < to; cycle += 1) {
      let start = cycle * whole;
      for (const { length, arrivals } of profile) {
        const overlap = Math.min(to, start + length) - Math.max(from, start);
        if (overlap > 1e-9 * rule.period) {
          contacts += overlap * arrivals;
          most = Math.max(most, arrivals);
        }
        start += length;
      }
    }
    return perSecond(rule.by === 'average' ? contacts / rule.period : most);
  });
}

/**
 * The fewest agents of each period with which, in a steady Erlang C queue of its rate, at most the share `mostWaiting`
 * waits. No arrivals: none.
 *
 * An approximation: it takes each period as long against the handling time. With handling of half an hour and rates that
 * swing by half, up to 19 % wait where 10 % are allowed; with the lag and the highest rate of each period 9 % (Green,
 * Kolesar and Soares 2001, and the records of the tests). `timeVaryingQueue` tells what such a staffing does.
 * Example: 64 contacts an hour of 1800 s, at most 10 % waiting: 41 agents.
 */
export function periodStaffing(
  rates: readonly PerSecond[],
  handling: Seconds,
  mostWaiting: Fraction,
): Result<number[], readonly Fault[]> {
  const faults = [
    ...rates.flatMap((rate, k) => rangeFaults(['rates', k], rate, { least: 0, most: 1e9 })),
    ...rangeFaults(['handling'], handling, MEAN_SECONDS),
    ...rangeFaults(['mostWaiting'], mostWaiting, { ...SHARE_BELOW_ONE, leastIsExcluded: true }),
  ];
  if (faults.length > 0) return failed(faults);
  const staff: number[] = [];
  for (const [k, arrivals] of rates.entries()) {
    const agents = arrivals === 0 ? 0 : fewestFor(arrivals, handling, mostWaiting);
    if (agents === undefined) return failed([fault('unreachable', ['rates', k])]);
    staff.push(agents);
  }
  return ok(staff);
}

function fewestFor(arrivals: PerSecond, handling: Seconds, mostWaiting: Fraction): number | undefined {
  return fewest(Math.floor(arrivals * handling) + 1, AGENTS.most, (agents) => {
    const outcome = erlangC({ agents, arrivals, handling, target: seconds(0) });
    return outcome.ok && outcome.value.waitProbability <= mostWaiting;
  });
}
