// Guards the schema against values that no JSON text can hold and against documents so large that naming their
// faults would fill the memory.
import { excerptOf } from './excerpt.ts';
import { depthLimit, forbiddenKeys, recordedTimes, valueLimit } from './jsonText.ts';
import { faultLimit, limitFaults, type Path, type PlanFault, planFault } from './planFault.ts';

/** A value with the way to it; the path is written out only where there is a fault. */
interface Found {
  readonly value: unknown;
  readonly key: string | number | undefined;
  readonly in: Found | null;
  readonly depth: number;
}

function pathTo(found: Found): Path {
  const path: (string | number)[] = [];
  for (let at: Found | null = found; at !== null; at = at.in) if (at.key !== undefined) path.unshift(at.key);
  return path;
}

function scalarFault(found: Found): PlanFault | undefined {
  const { value } = found;
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return undefined;
    case 'number':
      return Number.isFinite(value)
        ? undefined
        : planFault('valueNotFinite', pathTo(found), { found: String(value) });
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === null || prototype === Object.prototype) return undefined;
      return planFault('valueNotJson', pathTo(found), { found: 'object' });
    }
    default:
      return planFault('valueNotJson', pathTo(found), { found: typeof value });
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

/** What keeps a value from being JSON of a bearable size, and how many values it holds, itself among them. */
export interface JsonValue {
  readonly faults: readonly PlanFault[];
  readonly values: number;
}

/** Of a field of a document, which is `field`, or of a whole document. */
export function readJsonValue(root: unknown, field?: string): JsonValue {
  const faults: PlanFault[] = [];
  const pending: Found[] = [{ value: root, key: field, in: null, depth: field === undefined ? 0 : 1 }];
  let count = 0;
  let leftOut = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, key: name, depth } = next;
    count += 1;
    const fault = scalarFault(next);
    if (fault !== undefined) faults.push(fault);
    if (fault !== undefined || typeof value !== 'object' || value === null) continue;
    if (depth >= depthLimit) {
      faults.push(planFault('valueTooDeep', pathTo(next).slice(0, 8), { limit: depthLimit }));
      break;
    }
    if (Array.isArray(value) && recordedTimes.has(name)) {
      leftOut += recordedTimesFaults(value, pathTo(next), faults);
      continue;
    }
    const keys = Object.keys(value);
    if (count + pending.length + keys.length > valueLimit) {
      faults.push(planFault('tooManyValues', pathTo(next), { limit: valueLimit }));
      break;
    }
    for (let k = keys.length - 1; k >= 0; k -= 1) {
      const own = keys[k] as string;
      const key = Array.isArray(value) ? Number(own) : own;
      const part: Found = {
        value: (value as Record<string, unknown>)[own],
        key,
        in: next,
        depth: depth + 1,
      };
      if (forbiddenKeys.has(own)) faults.push(planFault('valueForbiddenKey', pathTo(part), { key: own }));
      else pending.push(part);
    }
  }
  return { faults: limitFaults(faults, leftOut), values: count };
}

/**
 * Everything about a value that keeps it from being JSON of a bearable size; empty for what `readJson` gives
 * unless it holds more than 500,000 values. Values that contain themselves are found by their depth.
 */
export const jsonValueFaults = (root: unknown): readonly PlanFault[] => readJsonValue(root).faults;
