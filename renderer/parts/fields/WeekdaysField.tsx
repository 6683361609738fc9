import { VisuallyHidden } from '@mantine/core';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import { useAhead } from '../../state/useAhead.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './WeekdaysField.module.css';

interface WeekdaysFieldProps {
  readonly label: string;
  readonly value: readonly Weekday[];
  /** Returns what becomes of it, where it is an edit. */
  readonly onChange: (value: readonly Weekday[]) => unknown;
  /** At least so many days stay chosen. */
  readonly least?: number;
  readonly disabled?: boolean;
  readonly place?: string;
}

/** Days of the week as a row of switches, in the order of the chosen week. */
export function WeekdaysField({
  label,
  value: kept,
  onChange,
  least = 1,
  disabled = false,
  place,
}: WeekdaysFieldProps) {
  const { format } = useText();
  const [value, put] = useAhead(kept, onChange);
  const week = format.week();
  return (
    <fieldset className={classes.days} data-at={place} disabled={disabled}>
      <legend>{label}</legend>
      {week.map((day) => {
        const chosen = value.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={chosen}
            title={format.weekday(day)}
            data-weekend={format.isWeekend(day) || undefined}
            disabled={disabled || (chosen && value.length <= least)}
            onClick={() => void put(week.filter((one) => (one === day ? !chosen : value.includes(one))))}
          >
            <span aria-hidden>{format.weekday(day, 'short')}</span>
            <VisuallyHidden>{format.weekday(day)}</VisuallyHidden>
          </button>
        );
      })}
    </fieldset>
  );
}
