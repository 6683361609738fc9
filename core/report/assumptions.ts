// The figures of a plan that are guesses and not measurements, found by walking the whole document: a report that rests
// on assumptions says on which.
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { partAround } from './partName.ts';
import type { Assumption } from './report.ts';

// Scenarios are changes that are not part of the plan as it was simulated.
const leftOut = new Set(['scenarios']);

/** Every part of the plan marked `assumed`, in the order of the document. */
export function assumptionsOf(plan: Plan): readonly Assumption[] {
  const found: Assumption[] = [];
  walk(plan, [], (value, path) => {
    if (value['assumed'] !== true) return;
    const source = value['source'];
    found.push({
      path,
      part: partAround(plan, path),
      source: source === undefined ? null : (source as Text),
    });
  });
  return found;
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
  visit: (value: Readonly<Record<string, unknown>>, path: readonly (string | number)[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [position, child] of value.entries()) walk(child, [...path, position], visit);
    return;
  }
  visit(value as Readonly<Record<string, unknown>>, path);
  for (const [name, child] of Object.entries(value)) {
    if (path.length > 0 || !leftOut.has(name)) walk(child, [...path, name], visit);
  }
}
