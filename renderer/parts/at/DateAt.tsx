import { DateField } from '../fields/DateField.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface DateAtProps extends AtProps {
  /** Gregorian, as YYYY-MM-DD; shown and typed in the calendar of the window. */
  readonly value: string | undefined;
  readonly optional?: boolean;
}

/** A day of the plan, typed in any of the three calendars or chosen from the month. */
export function DateAt({ at, optional = false, ...props }: DateAtProps) {
  const { give, place, disabled } = useAt(at);
  return <DateField {...props} optional={optional} place={place} disabled={disabled} onCommit={give} />;
}
