import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../text/TextProvider.tsx';

/** What was typed, or why it is not taken. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export interface CommitFieldProps<Value> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  /** As it is shown and typed. */
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Read<Value>;
  readonly onCommit: (value: Value) => void;
  readonly width?: number | string;
  /** Numbers stand from left to right; names as they are. */
  readonly dir?: 'ltr' | 'auto';
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
}

/**
 * A field whose value is given with Enter or on leaving it, so that a value is one step of the history. What cannot be read
 * stays as it was typed, is named, and changes nothing; Escape brings the value back.
 */
export function CommitField<Value>(props: CommitFieldProps<Value>) {
  const { label, hideLabel = false, value, write, read, onCommit, width, dir = 'ltr', inputMode } = props;
  const { format, direction } = useText();
  const [typed, setTyped] = useState(() => write(value));
  const [message, setMessage] = useState<string | null>(null);
  // Given, and not yet back from the host: leaving the field after Enter gives nothing twice.
  const given = useRef(value);

  // A change of digits or of the value from outside rewrites the text, unless it holds something unreadable.
  // biome-ignore lint/correctness/useExhaustiveDependencies: write changes with format only.
  useEffect(() => {
    given.current = value;
    if (message === null) setTyped(write(value));
  }, [value, format]);

  const reset = (): void => {
    given.current = value;
    setTyped(write(value));
    setMessage(null);
  };
  const commit = (): void => {
    if (typed === write(given.current)) return setMessage(null);
    const found = read(typed);
    if (!found.ok) return setMessage(found.message);
    setMessage(null);
    setTyped(write(found.value));
    if (found.value === given.current) return;
    given.current = found.value;
    onCommit(found.value);
  };

  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={typed}
      inputMode={inputMode}
      dir={dir}
      styles={{ input: { textAlign: dir === 'ltr' && direction === 'rtl' ? 'right' : 'start' } }}
      w={width}
      autoComplete="off"
      error={message ?? undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setMessage(null);
      }}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') reset();
      }}
    />
  );
}
