import type { Read } from '../fields/CommitField.tsx';

/** Lets a field be empty: nothing typed is undefined. */
export function optionally<Value>(
  optional: boolean,
  write: (value: Value) => string,
  read: (text: string) => Read<Value>,
): {
  readonly write: (value: Value | undefined) => string;
  readonly read: (text: string) => Read<Value | undefined>;
} {
  return {
    write: (value) => (value === undefined ? '' : write(value)),
    read: (text) => (optional && text.trim() === '' ? { ok: true, value: undefined } : read(text)),
  };
}
