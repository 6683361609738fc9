import { CommitField, type CommitFieldProps } from './CommitField.tsx';
import { useDurationText } from './useDurationText.ts';

interface DurationFieldProps extends Omit<CommitFieldProps<number>, 'write' | 'read'> {
  readonly low: number;
  readonly high: number;
}

/** Seconds, written and typed as '4 min 30 s', '4:30' or '270'. */
export function DurationField({ low, high, ...props }: DurationFieldProps) {
  return <CommitField {...props} dir="auto" {...useDurationText(low, high)} />;
}
