import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  laterByDays,
  laterByMonths,
  placeInWeek,
  weeksOfMonth,
} from '../../../locales/format/calendarDays.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './DatePicker.module.css';

interface DatePickerProps {
  /** The day from which it starts, as YYYY-MM-DD. */
  readonly start: string;
  /** Marked as chosen. */
  readonly value: string | undefined;
  readonly onChoose: (date: string) => void;
}

/** A month in the calendar of the window: arrows go by days and weeks, Page Up and Down by months, Enter chooses. */
export function DatePicker({ start, value, onChoose }: DatePickerProps) {
  const { t, format, direction } = useText();
  const { calendar, weekStart } = format.settings;
  const [active, setActive] = useState(start);
  const title = useId();
  const grid = useRef<HTMLTableElement>(null);
  const keepsFocus = useRef(true);

  // Without scrolling: at first the picker is not yet where it will be.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day that became active takes the focus.
  useEffect(() => {
    const day = grid.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (keepsFocus.current) day?.focus({ preventScroll: true });
  }, [active]);

  const forward = direction === 'rtl' ? -1 : 1;
  const moved = (key: string): string | undefined => {
    switch (key) {
      case 'ArrowLeft':
        return laterByDays(active, -forward);
      case 'ArrowRight':
        return laterByDays(active, forward);
      case 'ArrowUp':
        return laterByDays(active, -7);
      case 'ArrowDown':
        return laterByDays(active, 7);
      case 'Home':
        return laterByDays(active, -placeInWeek(active, weekStart));
      case 'End':
        return laterByDays(active, 6 - placeInWeek(active, weekStart));
      case 'PageUp':
        return laterByMonths(active, -1, calendar);
      case 'PageDown':
        return laterByMonths(active, 1, calendar);
      default:
        return undefined;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = moved(event.key);
    if (to === undefined) return;
    event.preventDefault();
    keepsFocus.current = true;
    setActive(to);
  };
  /** By its button: the button keeps the focus. */
  const turn = (months: number): void => {
    keepsFocus.current = false;
    setActive(laterByMonths(active, months, calendar));
  };

  return (
    <div className={classes.picker}>
      <div className={classes.head}>
        <ActionIcon variant="subtle" size="lg" aria-label={t('app.date.before')} onClick={() => turn(-1)}>
          <IconChevronLeft size={18} className="mirrored" aria-hidden />
        </ActionIcon>
        <span id={title} aria-live="polite">
          {format.monthYear(active)}
        </span>
        <ActionIcon variant="subtle" size="lg" aria-label={t('app.date.after')} onClick={() => turn(1)}>
          <IconChevronRight size={18} className="mirrored" aria-hidden />
        </ActionIcon>
      </div>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: days to choose from, moved over by arrows.
        role="grid"
        aria-labelledby={title}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {format.week().map((day) => (
              <th key={day} scope="col" abbr={format.weekday(day)}>
                {format.weekday(day, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(active, calendar, weekStart).map((week) => (
            <tr key={week[0]?.date}>
              {week.map(({ date, day, isOfMonth }, place) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the button within has the focus.
                <td
                  key={date}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a day of the grid.
                  role="gridcell"
                  aria-selected={date === value}
                >
                  <button
                    type="button"
                    tabIndex={date === active ? 0 : -1}
                    aria-label={format.weekdayDate(date)}
                    data-autofocus={date === active || undefined}
                    data-date={date}
                    data-other={!isOfMonth}
                    data-weekend={isWeekend(format, place)}
                    onClick={() => onChoose(date)}
                  >
                    {format.integer(day)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isWeekend = (format: ReturnType<typeof useText>['format'], place: number): boolean => {
  const day = format.week()[place];
  return day !== undefined && format.isWeekend(day);
};
