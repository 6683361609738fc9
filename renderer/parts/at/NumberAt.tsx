import { CommitField } from '../fields/CommitField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import { optionally } from './optionally.ts';
import { type AtProps, useAt } from './useAt.ts';

interface NumberAtProps extends AtProps {
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
}

/** A number, typed in any digits. */
export function NumberAt({ at, low, high, whole = false, optional = false, ...props }: NumberAtProps) {
  const { give, place, disabled } = useAt(at);
  const { write, read } = useNumberText({ as: whole ? 'whole' : 'number', low, high });
  return (
    <CommitField
      {...props}
      {...optionally(optional, write, read)}
      width={props.width ?? 120}
      inputMode={whole ? 'numeric' : 'decimal'}
      place={place}
      disabled={disabled}
      onCommit={give}
    />
  );
}
