// Guards the schema against values that no JSON text can hold and against documents so large that naming their
// faults would fill the memory.
import { excerptOf } from './excerpt.ts';
import { depthLimit, forbiddenKeys, recordedTimes, valueLimit } from './jsonText.ts';
import { faultLimit, limitFaults, type Path, type PlanFault, planFault } from './planFault.ts';

interface Found {
  readonly value: unknown;
  readonly path: Path;
}

function scalarFault({ value, path }: Found): PlanFault | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : planFault('valueNotFinite', path, { found: String(value) });
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === null || prototype === Object.prototype) return undefined;
      return planFault('valueNotJson', path, { found: 'object' });
    }
    default:
      return planFault('valueNotJson', path, { found: typeof value });
  }
}

/** Recorded times are checked here one by one, so that the schema meets a long list only when it is sound. */
function recordedTimesFaults(values: readonly unknown[], path: Path, faults: PlanFault[]): number {
  let leftOut = 0;
  for (const [position, value] of values.entries()) {
    if (typeof value === 'number' && value >= 0 && value < Infinity) continue;
    if (faults.length > faultLimit) {
      leftOut += 1;
      continue;
    }
    const at = [...path, position];
    const isNumber = typeof value === 'number' && Number.isFinite(value);
    faults.push(
      isNumber
        ? planFault('numberTooSmall', at, { minimum: 0, found: excerptOf(value) })
        : planFault('expectedNumber', at, { found: excerptOf(value) }),
    );
  }
  return leftOut;
}

/**
 * Everything about a value that keeps it from being JSON of a bearable size; empty for what `readJson` gives
 * unless it holds more than 500,000 values. Values that contain themselves are found by their depth.
 */
export function jsonValueFaults(root: unknown): PlanFault[] {
  const faults: PlanFault[] = [];
  const pending: Found[] = [{ value: root, path: [] }];
  let count = 0;
  let leftOut = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    count += 1;
    const fault = scalarFault(next);
    if (fault !== undefined) faults.push(fault);
    if (fault !== undefined || typeof value !== 'object' || value === null) continue;
    if (path.length >= depthLimit) {
      faults.push(planFault('valueTooDeep', path.slice(0, 8), { limit: depthLimit }));
      return limitFaults(faults, leftOut);
    }
    if (Array.isArray(value) && recordedTimes.has(path.at(-1))) {
      leftOut += recordedTimesFaults(value, path, faults);
      continue;
    }
    const keys = Object.keys(value);
    if (count + pending.length + keys.length > valueLimit) {
      faults.push(planFault('tooManyValues', path, { limit: valueLimit }));
      return limitFaults(faults, leftOut);
    }
    for (const key of keys.reverse()) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (forbiddenKeys.has(key)) faults.push(planFault('valueForbiddenKey', at, { key }));
      else pending.push({ value: (value as Record<string, unknown>)[key], path: at });
    }
  }
  return limitFaults(faults, leftOut);
}
