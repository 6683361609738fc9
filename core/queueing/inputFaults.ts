// The ranges that every closed form checks before it calculates.
import { type Fault, fault } from '../units/fault.ts';

/** Allowed values of one field: above or from `least`, to `most`, whole numbers only where `whole`. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly leastIsExcluded?: boolean;
  readonly whole?: boolean;
}

/** How many agents one queue may have. */
export const AGENTS: Range = { least: 1, most: 1_000_000, whole: true };
/** Contacts per second: more than none. */
export const ARRIVALS: Range = { least: 0, leastIsExcluded: true, most: 1e9 };
/** A mean of a duration in seconds: more than none, at most some 30,000 years. */
export const MEAN_SECONDS: Range = { least: 0, leastIsExcluded: true, most: 1e12 };
/** A promised time in seconds; none means at once. */
export const TARGET_SECONDS: Range = { least: 0, most: 1e12 };
/** A share that may be none but not all. */
export const SHARE_BELOW_ONE: Range = { least: 0, most: 0.9999999999999999 };

/** The fault of a field outside its range, as a list of none or one, to be spread into a list of all faults. */
export function rangeFaults(path: Fault['path'], value: number, range: Range): Fault[] {
  const { least, most } = range;
  const inside = value <= most && (range.leastIsExcluded ? value > least : value >= least);
  if (inside && (!range.whole || Math.floor(value) === value)) return [];
  return [fault('outOfRange', path, { value, least, most })];
}
