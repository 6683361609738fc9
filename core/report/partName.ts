// Names of the parts of a plan, and the nearest named part around a field.
import type { Text } from '../plan/schema/elements.ts';
import type { PartName } from './report.ts';

/** The part with its name, or with its id where it has none. */
export const partOf = (part: { readonly id: string; readonly name?: Text | undefined }): PartName => ({
  id: part.id,
  name: part.name ?? part.id,
});

/** The innermost part with an id on the way from the root of the plan along the path; null where there is none. */
export function partAround(plan: unknown, path: readonly (string | number)[]): PartName | null {
  let nearest: PartName | null = null;
  let here: unknown = plan;
  for (const step of path) {
    here = childOf(here, step);
    nearest = namedPart(here) ?? nearest;
  }
  return nearest;
}

function childOf(parent: unknown, step: string | number): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, step)) return undefined;
  return (parent as Readonly<Record<string | number, unknown>>)[step];
}

function namedPart(value: unknown): PartName | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  if (typeof value.id !== 'string') return null;
  const name = 'name' in value ? value.name : undefined;
  return partOf({ id: value.id, name: isText(name) ? name : undefined });
}

const isText = (value: unknown): value is Text =>
  typeof value === 'string' || (typeof value === 'object' && value !== null);
