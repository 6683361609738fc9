import { parseShare } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type CommitFieldProps, type Read } from './CommitField.tsx';

interface ShareFieldProps extends Omit<CommitFieldProps<number>, 'write' | 'read'> {
  readonly low: number;
  readonly high: number;
}

/** A share, typed in percent: '80', '80 %' and «۸۰٪» are all 0.8. */
export function ShareField({ low, high, ...props }: ShareFieldProps) {
  const { t, format } = useText();
  const write = (share: number): string => format.percent(share, decimalsOf(share));
  const read = (text: string): Read<number> => {
    const parsed = parseShare(text);
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    if (parsed.value >= low && parsed.value <= high) return { ok: true, value: parsed.value };
    return { ok: false, message: t('app.unread.outside', { low: write(low), high: write(high) }) };
  };
  return <CommitField {...props} inputMode="decimal" write={write} read={read} />;
}

/** As many decimals of a percentage as the share has, two at most. */
function decimalsOf(share: number): number {
  const hundredths = Math.round(share * 10_000);
  if (hundredths % 100 === 0) return 0;
  return hundredths % 10 === 0 ? 1 : 2;
}
