import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { optionally } from './optionally.ts';
import { type AtProps, useAt } from './useAt.ts';

/** A span that nobody waits for: ten years, the longest horizon. */
export const longestSeconds = 3660 * 86_400;

interface DurationAtProps extends AtProps {
  /** Seconds. */
  readonly value: number | undefined;
  readonly low?: number;
  readonly high?: number;
  readonly optional?: boolean;
  readonly placeholder?: string;
}

/** A span of time, kept in seconds. */
export function DurationAt({
  at,
  low = 0,
  high = longestSeconds,
  optional = false,
  ...props
}: DurationAtProps) {
  const { give, place, disabled } = useAt(at);
  const { write, read } = useDurationText(low, high);
  return (
    <CommitField
      {...props}
      {...optionally(optional, write, read)}
      width={props.width ?? 150}
      dir="auto"
      place={place}
      disabled={disabled}
      onCommit={give}
    />
  );
}
