// The fields of the models as they stand in JSON: their names, units and ranges, and how a value is read and checked.
import { law } from '../plan/schema/law.ts';
import { type Fault, fault } from '../units/fault.ts';
import { type Range, rangeFaults } from './inputFaults.ts';

export const units = [
  'count',
  'contacts',
  'contactsPerHour',
  'erlangs',
  'ratio',
  'seconds',
  'share',
  'yesNo',
  'none',
] as const;
export type Unit = (typeof units)[number];

/** What stands in a field: one number, a list of numbers, a list of lists, a law of the plan, or a word. */
export type Shape = 'number' | 'list' | 'table' | 'law' | 'choice';

/** A field that a model reads. */
export interface InputField {
  readonly unit: Unit;
  readonly shape: Shape;
  readonly range?: Range;
  readonly choices?: readonly string[];
  /** May be left out. */
  readonly optional?: true;
  /** Entries of a list or table may be null: nobody leaves, or cannot be handled. */
  readonly mayBeNull?: true;
}

/** A field that a model writes; null where it has no value or grows without end. */
export interface OutputField {
  readonly unit: Unit;
  readonly shape: 'number' | 'list' | 'table' | 'choice';
  /** Null unless this input is given. */
  readonly needs?: string;
}

const number = (unit: Unit, range: Range): InputField => ({ unit, shape: 'number', range });

/** A whole number of something. */
export const whole = (least: number, most: number): InputField =>
  number('count', { least, most, whole: true });
export const agents: InputField = whole(1, 1_000_000);
export const contactsPerHour: InputField = number('contactsPerHour', {
  least: 0,
  leastIsExcluded: true,
  most: 3.6e12,
});
export const offeredErlangs: InputField = number('erlangs', { least: 0, leastIsExcluded: true, most: 1e9 });
/** A mean duration. */
export const meanSeconds: InputField = number('seconds', { least: 0, leastIsExcluded: true, most: 1e12 });
/** A promised time, or any span from none. */
export const fromNoSeconds: InputField = number('seconds', { least: 0, most: 1e12 });
export const share: InputField = number('share', { least: 0, most: 1 });
/** A share that is promised: neither none nor all. */
export const promisedShare: InputField = number('share', {
  least: 0,
  leastIsExcluded: true,
  most: 0.9999999999999999,
});
/** Standard deviation divided by the mean. */
export const variation: InputField = number('ratio', { least: 0, most: 20 });
export const lawOf: InputField = { unit: 'seconds', shape: 'law' };
export const choice = (...choices: readonly string[]): InputField => ({
  unit: 'none',
  shape: 'choice',
  choices,
});

export const optional = (field: InputField): InputField => ({ ...field, optional: true });
export const listOf = (field: InputField): InputField => ({ ...field, shape: 'list' });
export const tableOf = (field: InputField): InputField => ({ ...field, shape: 'table' });
export const orNull = (field: InputField): InputField => ({ ...field, mayBeNull: true });

export const out = (unit: Unit, needs?: string): OutputField =>
  needs === undefined ? { unit, shape: 'number' } : { unit, shape: 'number', needs };
export const outList = (unit: Unit, needs?: string): OutputField => ({ ...out(unit, needs), shape: 'list' });

/** Everything wrong with the value of a field. */
export function valueFaults(field: InputField, path: Fault['path'], value: unknown): Fault[] {
  switch (field.shape) {
    case 'choice':
      return field.choices?.includes(value as string)
        ? []
        : [fault('notInList', path, { found: shown(value), options: (field.choices ?? []).join(', ') })];
    case 'law': {
      const read = law.safeParse(value);
      if (read.success) return [];
      const [issue] = read.error.issues;
      return [
        fault('notALaw', [...path, ...((issue?.path ?? []) as (string | number)[])], { found: shown(value) }),
      ];
    }
    case 'list':
    case 'table': {
      if (!Array.isArray(value)) return [fault('expectedList', path, { found: shown(value) })];
      const entry: InputField = { ...field, shape: field.shape === 'table' ? 'list' : 'number' };
      return value.flatMap((one, k) => valueFaults(entry, [...path, k], one));
    }
    case 'number':
      if (value === null && field.mayBeNull === true) return [];
      if (typeof value !== 'number') return [fault('expectedNumber', path, { found: shown(value) })];
      return field.range === undefined ? [] : rangeFaults(path, value, field.range);
  }
}

/** A value as a short text, for a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
