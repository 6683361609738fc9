import { parseDuration } from '../../../locales/format/parseDuration.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type CommitFieldProps, type Read } from './CommitField.tsx';

interface DurationFieldProps extends Omit<CommitFieldProps<number>, 'write' | 'read'> {
  readonly low: number;
  readonly high: number;
}

/** Seconds, written and typed as '4 min 30 s', '4:30' or '270'. */
export function DurationField({ low, high, ...props }: DurationFieldProps) {
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
  return <CommitField {...props} dir="auto" write={write} read={read} />;
}
