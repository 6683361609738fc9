// Faults of a plan: like any fault, but with a code of the closed list.
import { type Fault, fault } from '../units/fault.ts';
import type { FaultCode } from './faultCodes.ts';

export interface PlanFault extends Fault {
  readonly code: FaultCode;
}

/** Field names and positions from the root of the plan. */
export type Path = readonly (string | number)[];

/** Builds a fault whose code is known to have a text in every language. */
export const planFault = (
  code: FaultCode,
  path: Path,
  params: Readonly<Record<string, string | number>> = {},
): PlanFault => ({ ...fault(code, path, params), code });

/** At most so many faults are listed; `moreFaults` counts the rest. */
export const faultLimit = 200;

/** The first faults in full, and one that counts those left out. */
export function limitFaults(faults: readonly PlanFault[], leftOut = 0): PlanFault[] {
  const rest = leftOut + Math.max(0, faults.length - faultLimit);
  const listed = faults.slice(0, faultLimit);
  return rest === 0 ? listed : [...listed, planFault('moreFaults', [], { more: rest })];
}
