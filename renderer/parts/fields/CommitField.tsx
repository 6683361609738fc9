import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { draftOf } from '../../state/drafts.ts';
import { useText } from '../../text/TextProvider.tsx';
import { fieldWidth } from './fieldWidth.ts';
import { inputDirection } from './inputDirection.ts';

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
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** A word or two on what is meant. */
  readonly description?: string;
  /** What stands inside at the end, such as a button. */
  readonly end?: ReactNode;
  /** Several lines; Enter begins a new one, and leaving the field gives what was typed. */
  readonly long?: boolean;
  /** Name under which what was typed outlives the page; for more than a word. */
  readonly draft?: string;
  /** The place of the plan that the field edits, as `data-at` of its input. */
  readonly place?: string;
}

/**
 * A field whose value is given with Enter or on leaving it, so that a value is one step of the history. What cannot be read
 * stays as it was typed, is named, and changes nothing; Escape brings the value back.
 */
export function CommitField<Value>(props: CommitFieldProps<Value>) {
  const { label, hideLabel = false, value, write, read, onCommit, width, dir = 'ltr', inputMode } = props;
  const { format, direction } = useText();
  const { draft, long = false } = props;
  const kept = useMemo(() => (draft === undefined ? null : draftOf(draft)), [draft]);
  const [typed, setTyped] = useState(() => kept?.text ?? write(value));
  const [message, setMessage] = useState<string | null>(null);
  // Given, and not yet back from the host: leaving the field after Enter gives nothing twice.
  const given = useRef(value);
  const written = write(value);

  // True from the first stroke until the value is given or let go.
  const isTyping = useRef(typeof kept?.text === 'string');

  // A change of digits or of the value from outside rewrites the text, unless the person is at work on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: write changes with format only.
  useEffect(() => {
    given.current = value;
    if (!isTyping.current && message === null) setTyped(written);
  }, [value, written, format]);

  const reset = (): void => {
    isTyping.current = false;
    given.current = value;
    kept?.forget();
    setTyped(write(value));
    setMessage(null);
  };
  const commit = (): void => {
    isTyping.current = false;
    kept?.forget();
    const before = write(given.current);
    if (typed === before) return setMessage(null);
    const found = read(typed);
    if (!found.ok) return setMessage(found.message);
    setMessage(null);
    const after = write(found.value);
    setTyped(after);
    if (after === before && typeof found.value !== 'number') return;
    if (found.value === given.current) return;
    given.current = found.value;
    onCommit(found.value);
  };

  const { attributes, styles } = inputDirection(dir, direction);
  const sized = fieldWidth(width);
  const shared = {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    value: typed,
    inputMode,
    attributes,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder,
    description: props.description,
    'data-at': props.place,
    ...sized,
    styles: { ...styles, ...sized.styles },
    autoComplete: 'off',
    error: message ?? undefined,
    onBlur: commit,
    onChange: (event: { currentTarget: { value: string } }) => {
      isTyping.current = true;
      setTyped(event.currentTarget.value);
      kept?.keep(event.currentTarget.value);
      setMessage(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) commit();
      if (event.key === 'Escape') reset();
    },
  };
  if (long) return <Textarea {...shared} autosize minRows={2} maxRows={8} />;
  const { end } = props;
  return <TextInput {...shared} {...(end !== undefined && { rightSection: end })} />;
}
