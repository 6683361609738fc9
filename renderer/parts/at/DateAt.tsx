import { parseDate } from '../../../locales/format/parseDate.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { optionally } from './optionally.ts';
import { type AtProps, useAt } from './useAt.ts';

interface DateAtProps extends AtProps {
  /** Gregorian, as YYYY-MM-DD; shown and typed in the calendar of the window. */
  readonly value: string | undefined;
  readonly optional?: boolean;
}

/** A day, typed in any of the three calendars. */
export function DateAt({ at, optional = false, ...props }: DateAtProps) {
  const { t, format } = useText();
  const { give, place, disabled } = useAt(at);
  const read = (text: string): Read<string> => {
    const parsed = parseDate(text, format.settings.calendar);
    return parsed.ok
      ? { ok: true, value: parsed.date }
      : { ok: false, message: t.dynamic('app.unread', parsed.reason) };
  };
  return (
    <CommitField
      {...props}
      {...optionally(optional, (date: string) => format.date(date), read)}
      width={props.width ?? 170}
      dir="auto"
      place={place}
      disabled={disabled}
      onCommit={give}
    />
  );
}
