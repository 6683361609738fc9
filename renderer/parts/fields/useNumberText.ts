import { parseMoney } from '../../../locales/format/parseMoney.ts';
import { parseNumber, parseShare } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import type { Read } from './CommitField.tsx';

/** What a number is: a share is typed in percent, money with words for its scale. */
export type NumberKind = 'number' | 'whole' | 'share' | 'money' | 'hours';

interface NumberBounds {
  readonly as: NumberKind;
  readonly low: number;
  readonly high: number;
}

interface NumberText {
  readonly write: (value: number) => string;
  readonly read: (text: string) => Read<number>;
}

/** How a number of a kind is written in the window's digits, and what of what people type is one within bounds. */
export function useNumberText({ as, low, high }: NumberBounds): NumberText {
  const { t, format } = useText();
  const write = (value: number): string => {
    if (as === 'share') return format.percent(value, decimalsOf(value));
    return format.number(value, { grouped: as !== 'number' || Math.abs(value) >= 10_000 });
  };
  const parsed = (text: string): Read<number> => {
    if (as === 'money') {
      const money = parseMoney(text, format.settings.currency);
      return money.ok
        ? { ok: true, value: money.amount }
        : { ok: false, message: t.dynamic('app.unread', money.reason) };
    }
    const number = as === 'share' ? parseShare(text) : parseNumber(text, { percent: 'refuse' });
    return number.ok
      ? { ok: true, value: number.value }
      : { ok: false, message: t.dynamic('app.unread', number.reason) };
  };
  const read = (text: string): Read<number> => {
    const found = parsed(text);
    if (!found.ok) return found;
    if (found.value < low || found.value > high) return { ok: false, message: outside() };
    if (as === 'whole' && !Number.isInteger(found.value))
      return { ok: false, message: t('app.unread.whole') };
    return found;
  };
  const outside = (): string => {
    if (high === Number.POSITIVE_INFINITY) return t('app.unread.below', { low: write(low) });
    return t('app.unread.outside', { low: write(low), high: write(high) });
  };
  return { write, read };
}

/** As many decimals of a percentage as the share has, two at most. */
function decimalsOf(share: number): number {
  const hundredths = Math.round(share * 10_000);
  if (hundredths % 100 === 0) return 0;
  return hundredths % 10 === 0 ? 1 : 2;
}
