import { stripBidiControls } from '../../../locales/format/bidi.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { secondsOf } from '../fields/clockText.ts';
import type { Span } from './calendarEdits.ts';
import { readSpans } from './spansText.ts';

interface SpansFieldProps {
  readonly label: string;
  readonly value: readonly Span[];
  readonly onCommit: (spans: readonly Span[]) => void;
  readonly disabled: boolean;
  readonly place: string;
}

/** The opening hours of one day, typed. */
export function SpansField({ value, ...props }: SpansFieldProps) {
  const { t, format } = useText();
  const clock = (time: string): string => format.clockTime(secondsOf(time));
  const write = (spans: readonly Span[]): string => {
    if (spans.length === 0) return t('routing.hours.closed');
    return stripBidiControls(
      spans
        .map(({ from, to }) => t('routing.hours.span', { from: clock(from), to: clock(to) }))
        .join(t('routing.hours.and')),
    );
  };
  const read = (text: string): Read<readonly Span[]> => {
    const found = readSpans(text, {
      until: t('routing.hours.until').split('|'),
      closed: [t('routing.hours.closed')],
    });
    return found.ok
      ? { ok: true, value: found.spans }
      : { ok: false, message: t(`routing.hours.unread.${found.reason}`) };
  };
  return <CommitField {...props} hideLabel dir="auto" width="100%" value={value} write={write} read={read} />;
}
