import { CommitField } from '../fields/CommitField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import { optionally } from './optionally.ts';
import { type AtProps, useAt } from './useAt.ts';

interface ShareAtProps extends AtProps {
  readonly value: number | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly optional?: boolean;
}

/** A plain share, typed in percent. Shares that may be a range are `QuantityAt`. */
export function ShareAt({ at, low = 0, high = 1, optional = false, ...props }: ShareAtProps) {
  const { give, place, disabled } = useAt(at);
  const { write, read } = useNumberText({ as: 'share', low, high });
  return (
    <CommitField
      {...props}
      {...optionally(optional, write, read)}
      width={props.width ?? 100}
      inputMode="decimal"
      place={place}
      disabled={disabled}
      onCommit={give}
    />
  );
}
