// Every field of the plan's schema as a pattern such as `teams.*.groups.*.headcount`. Kinds of value that are edited as a whole
// (a law, a number with its range, a filter, words in three languages) are one field.
import type { z } from 'zod';
import { contactFilter, text } from '../../core/plan/schema/elements.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];
const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition;

const fieldsOf = (schema: Schema): readonly string[] => {
  const definition = definitionOf(schema);
  return definition.type === 'object' ? Object.keys(definition.shape) : [];
};

/** Edited by one part of the window, whatever is in it: words, laws, numbers with their range, filters. */
function isWhole(schema: Schema): boolean {
  const definition = definitionOf(schema);
  if (definition.type === 'object')
    return fieldsOf(contactFilter).every((name) => Object.hasOwn(definition.shape, name));
  if (definition.type !== 'union') return false;
  if (definition === definitionOf(text)) return true;
  const fields = definition.options.map(fieldsOf);
  return fields.some((names) => names.includes('law')) || fields.some((names) => names.includes('value'));
}

/** The pattern of each field below a schema. */
export function fieldPatterns(schema: Schema = planSchema, at: readonly string[] = []): string[] {
  if (isWhole(schema)) return [at.join('.')];
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
      return fieldPatterns(definition.innerType, at);
    case 'object':
      return Object.entries(definition.shape).flatMap(([name, field]) =>
        fieldPatterns(field as Schema, [...at, name]),
      );
    case 'array': {
      const below = fieldPatterns(definition.element, [...at, '*']);
      // A list of plain values is one field.
      return below.length === 1 && below[0] === [...at, '*'].join('.') ? [at.join('.')] : below;
    }
    case 'record': {
      const keys = definitionOf(definition.keyType);
      return keys.type === 'enum'
        ? Object.keys(keys.entries).map((key) => [...at, key].join('.'))
        : [at.join('.')];
    }
    case 'union':
      return [...new Set(definition.options.flatMap((option) => fieldPatterns(option, at)))];
    default:
      return [at.join('.')];
  }
}

/** The pattern of a place of a document: parts of lists, by id or position, become `*`. */
export function patternOf(place: readonly (string | number)[], document: unknown): string {
  let holder: unknown = document;
  const steps = place.map((step) => {
    if (Array.isArray(holder)) {
      holder =
        typeof step === 'number' || /^\d+$/.test(step)
          ? holder[Number(step)]
          : holder.find((part) => part?.id === step);
      return '*';
    }
    holder = (holder as Readonly<Record<string, unknown>> | undefined)?.[step];
    return String(step);
  });
  return steps.join('.');
}
