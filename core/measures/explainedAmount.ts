// How the values of an explanation are told: in which unit, and with how many digits.
import type { ExplainedUnit } from './explanation.ts';

/** Units in which values are shown. */
export type ShownUnit = Exclude<ExplainedUnit, 'workSeconds'>;

export interface ShownAmount {
  readonly amount: number;
  readonly unit: ShownUnit;
  /** Undefined: as many as usual for the unit. */
  readonly decimals: number | undefined;
}

/** Time of agents is told in hours; all else as it is, with enough digits to follow a calculation. Example: 5400 agent-seconds: 1.5 h. */
export function shownAmount(value: number, unit: ExplainedUnit): ShownAmount {
  const amount = unit === 'workSeconds' ? value / 3600 : value;
  return { amount, unit: unit === 'workSeconds' ? 'hours' : unit, decimals: decimalsOf(amount, unit) };
}

/** About four digits that count. */
function decimalsOf(amount: number, unit: ExplainedUnit): number | undefined {
  if (unit === 'money' || unit === 'seconds') return undefined;
  const size = Math.abs(unit === 'fraction' ? amount * 100 : amount);
  if (Number.isInteger(size) || size >= 1000) return 0;
  return size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : size >= 1e-4 ? 6 : fineDecimals(size);
}

/** Variances are small numbers: as many places as show three digits of them, within reason. */
function fineDecimals(size: number): number {
  let decimals = 6;
  for (let left = size * 1e6; left < 100 && decimals < 15; left *= 10) decimals += 1;
  return decimals;
}
