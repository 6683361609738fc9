import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { parseNumber } from '../../locales/format/parseNumber.ts';
import { useText } from '../text/TextProvider.tsx';
import { inputDirection } from './fields/inputDirection.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly low: number;
  readonly high: number;
  /** Only whole numbers; shares are typed in percent and are not whole. */
  readonly whole?: boolean;
  /** The value is a fraction that is shown and typed in percent. */
  readonly percent?: boolean;
  readonly end?: ReactNode;
  readonly width?: number;
}

/** A number typed in any digits. What cannot be read stays as it was typed and is named; it never becomes 0. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, low, high, whole = false, percent = false, end, width = 120 } = props;
  const { t, format, direction } = useText();
  const write = (shown: number): string =>
    percent ? format.number(Number((shown * 100).toPrecision(6))) : format.number(shown, { grouped: false });
  const [typed, setTyped] = useState(() => write(value));
  const [refused, setRefused] = useState(false);

  // A change of digits or of the value from outside rewrites the text, unless it holds something unreadable.
  // biome-ignore lint/correctness/useExhaustiveDependencies: write changes with format only.
  useEffect(() => {
    if (!refused) setTyped(write(value));
  }, [value, format]);

  const read = (text: string): number | null => {
    const parsed = parseNumber(text, { percent: percent ? 'allow' : 'refuse' });
    if (!parsed.ok) return null;
    const number = percent && !parsed.percent ? parsed.value / 100 : parsed.value;
    return number >= low && number <= high && (!whole || Number.isInteger(number)) ? number : null;
  };
  const take = (text: string): void => {
    setTyped(text);
    const number = read(text);
    setRefused(number === null);
    if (number !== null && number !== value) onChange(number);
  };

  const bounds = { low: write(low), high: write(high) };
  return (
    <TextInput
      label={label}
      value={typed}
      inputMode={whole ? 'numeric' : 'decimal'}
      {...inputDirection('ltr', direction)}
      w={width}
      autoComplete="off"
      error={refused ? t(whole ? 'app.field.whole' : 'app.field.number', bounds) : undefined}
      rightSection={end}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => {
        if (!refused) setTyped(write(value));
      }}
    />
  );
}
