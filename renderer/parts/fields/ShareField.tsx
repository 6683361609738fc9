import { CommitField, type CommitFieldProps } from './CommitField.tsx';
import { useNumberText } from './useNumberText.ts';

interface ShareFieldProps extends Omit<CommitFieldProps<number>, 'write' | 'read'> {
  readonly low: number;
  readonly high: number;
}

/** A share, typed in percent: '80', '80 %' and «۸۰٪» are all 0.8. */
export function ShareField({ low, high, ...props }: ShareFieldProps) {
  return <CommitField {...props} inputMode="decimal" {...useNumberText({ as: 'share', low, high })} />;
}
