import { parseDuration } from '../../../locales/format/parseDuration.ts';
import { useText } from '../../text/TextProvider.tsx';
import type { Read } from './CommitField.tsx';

/** How seconds are written, and what of what people type is a span within bounds: '4 min 30 s', '4:30' or '270'. */
export function useDurationText(low: number, high: number) {
  const { t, format } = useText();
  const read = (text: string): Read<number> => {
    const parsed = parseDuration(text);
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    if (parsed.seconds >= low && parsed.seconds <= high) return { ok: true, value: parsed.seconds };
    const message = t('app.unread.outside', { low: format.duration(low), high: format.duration(high) });
    return { ok: false, message };
  };
  // A span that the two largest units would round is shown to the second.
  const write = (seconds: number): string => {
    const shown = format.duration(seconds);
    const back = parseDuration(shown);
    return back.ok && back.seconds === seconds ? shown : format.durationCompact(seconds);
  };
  return { read, write };
}
