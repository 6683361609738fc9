// Erlang's loss formula: no waiting places; a contact that finds all lines taken is lost. Also known as M/G/n/n.
import { type Fault, fault } from '../units/fault.ts';
import { type Erlangs, erlangs, type Fraction, fraction } from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { blockingOdds } from './blockingOdds.ts';
import { fewest } from './fewest.ts';
import { AGENTS, type Range, rangeFaults } from './inputFaults.ts';

const LOAD: Range = { least: 0, leastIsExcluded: true, most: 1e9 };
const BLOCKING: Range = { least: 0, leastIsExcluded: true, most: 0.9999999999999999 };

/** What Erlang B says about a group of lines. */
export interface ErlangBOutcome {
  /** Share of contacts that find all lines taken. */
  readonly blocking: Fraction;
  /** Work that is carried. */
  readonly carried: Erlangs;
  /** Share of the lines that is in use. */
  readonly occupancy: Fraction;
}

/**
 * Blocking of a group of lines under Poisson arrivals; exact for every law of the holding time.
 *
 * B = (load^n / n!) / (sum over k = 0 ... n of load^k / k!). Source: Erlang (1917); Cooper, Introduction to Queueing
 * Theory (1981), 3.3. Range: 1 to 1,000,000 lines, load > 0; else `outOfRange`.
 * Example: 20 Erlangs on 25 lines: blocking 0.050221777890794614.
 */
export function erlangB(lines: number, load: Erlangs): Result<ErlangBOutcome, readonly Fault[]> {
  const faults = [...rangeFaults(['lines'], lines, AGENTS), ...rangeFaults(['load'], load, LOAD)];
  if (faults.length > 0) return failed(faults);
  const odds = blockingOdds(lines, load);
  const served = odds === Infinity ? 1 : odds / (1 + odds);
  return ok({
    blocking: fraction(1 / (1 + odds)),
    carried: erlangs(load * served),
    occupancy: fraction((load * served) / lines),
  });
}

/**
 * The fewest lines with blocking at most `mostBlocking`.
 *
 * Example: 20 Erlangs with at most 1 % blocked: 30 lines.
 */
export function fewestLines(load: Erlangs, mostBlocking: Fraction): Result<number, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['load'], load, LOAD),
    ...rangeFaults(['mostBlocking'], mostBlocking, BLOCKING),
  ];
  if (faults.length > 0) return failed(faults);
  const lines = fewest(1, AGENTS.most, (n) => 1 / (1 + blockingOdds(n, load)) <= mostBlocking);
  return lines === undefined ? failed([fault('unreachable', ['mostBlocking'])]) : ok(lines);
}

/**
 * The largest load that a group of lines takes with blocking at most `mostBlocking`; relative error 1e-14.
 *
 * Blocking rises with the load, so the load is found by halving an interval.
 * Example: 15 lines with 1 % blocked take 8.108 Erlangs.
 */
export function largestLoad(lines: number, mostBlocking: Fraction): Result<Erlangs, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['lines'], lines, AGENTS),
    ...rangeFaults(['mostBlocking'], mostBlocking, BLOCKING),
  ];
  if (faults.length > 0) return failed(faults);
  const isWithin = (load: number) => 1 / (1 + blockingOdds(lines, load)) <= mostBlocking;
  let low = 0;
  let high = 1;
  while (isWithin(high)) high *= 2;
  while (high - low > 1e-15 * high) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (isWithin(middle)) low = middle;
    else high = middle;
  }
  return ok(erlangs(low));
}
