// Which fields the schema knows at a place of the document; only needed to say which one was probably meant.
import type { z } from 'zod';
import type { Path } from './planFault.ts';
import { planSchema } from './schema/plan.ts';

type Definition = z.core.$ZodTypes['_zod']['def'];
const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as Definition;

/** The schemas that may stand at a place, wrappers such as defaults taken off and unions opened. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return alternatives(definition.innerType);
    case 'union':
      return definition.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const definition = definitionOf(schema);
  if (definition.type === 'array' && typeof step === 'number') return alternatives(definition.element);
  if (definition.type !== 'object' || !Object.hasOwn(definition.shape, step)) return [];
  const field = definition.shape[step];
  return field === undefined ? [] : alternatives(field);
}

function namesIn(schema: z.core.$ZodType, written: unknown): string[] {
  const definition = definitionOf(schema);
  if (definition.type === 'record') {
    const key = definitionOf(definition.keyType);
    return key.type === 'enum' ? Object.keys(key.entries) : [];
  }
  if (definition.type !== 'object') return [];
  // Of several kinds of object, the one that the document names by its `law` or `kind`.
  for (const [name, field] of Object.entries(definition.shape)) {
    const literal = definitionOf(field);
    if (literal.type !== 'literal' || typeof written !== 'object' || written === null) continue;
    if (!literal.values.includes((written as Record<string, string>)[name] ?? null)) return [];
  }
  return Object.keys(definition.shape);
}

/** Names of the fields that may stand in the object at this path, given the object that does stand there. */
export function fieldNames(path: Path, written: unknown): string[] {
  let schemas: z.core.$ZodType[] = [planSchema];
  for (const step of path) schemas = schemas.flatMap((schema) => below(schema, step));
  return schemas.flatMap((schema) => namesIn(schema, written));
}
