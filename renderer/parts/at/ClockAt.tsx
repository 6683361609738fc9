import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { readClock, secondsOf } from '../fields/clockText.ts';
import { type AtProps, useAt } from './useAt.ts';

interface ClockAtProps extends AtProps {
  /** HH:MM; 24:00 is the end of the day. */
  readonly value: string;
}

/** A time of the day. */
export function ClockAt({ at, ...props }: ClockAtProps) {
  const { t, format } = useText();
  const { give, place, disabled } = useAt(at);
  const read = (text: string): Read<string> => {
    const value = readClock(text);
    return value === undefined ? { ok: false, message: t('app.unread.clockTime') } : { ok: true, value };
  };
  return (
    <CommitField
      {...props}
      width={props.width ?? 90}
      inputMode="numeric"
      place={place}
      disabled={disabled}
      write={(value) => format.clockTime(secondsOf(value))}
      read={read}
      onCommit={give}
    />
  );
}
