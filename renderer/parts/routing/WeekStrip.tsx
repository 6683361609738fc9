import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useAt } from '../at/useAt.ts';
import { setDays, spansOf } from './calendarEdits.ts';
import classes from './channels.module.css';
import { DayTrack } from './DayTrack.tsx';
import { SpansField } from './SpansField.tsx';

const marks = [0, 6, 12, 18, 24] as const;

/** The hours of a week, drawn and typed, in the order of the plan's week. */
export function WeekStrip({ calendar }: { calendar: Calendar }) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const { place, disabled } = useAt(['calendars', calendar.id, 'weekly']);
  const week = format.week();
  const workingDays = week.filter((day) => !format.isWeekend(day));
  return (
    <fieldset
      className={classes.speeds}
      style={{ display: 'block' }}
      data-at={place}
      data-kind="weekly"
      aria-label={t('routing.hours.weekOf', { name: say(calendar.name) })}
    >
      <div className={classes.week}>
        <div className={classes.scale} aria-hidden>
          {marks.map((hour) => (
            <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
              {format.integer(hour)}
            </span>
          ))}
        </div>
        <span />
        <span />
        {week.map((day) => {
          const spans = spansOf(calendar, day);
          return (
            <Fragment key={day}>
              <span className={classes.day} data-weekend={format.isWeekend(day) || undefined}>
                {format.weekday(day)}
              </span>
              <DayTrack
                name={`${calendar.id}/${day}`}
                spans={spans}
                disabled={disabled}
                onChange={(next) => void edit(setDays(calendar, [day], next))}
              />
              <SpansField
                label={t('routing.hours.hoursOn', { day: format.weekday(day) })}
                value={spans}
                disabled={disabled}
                place={`${place}/${day}`}
                onCommit={(next) => void edit(setDays(calendar, [day], next))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('routing.hours.sameOnWorkingDays', { day: format.weekday(day) })}
                title={t('routing.hours.sameOnWorkingDays', { day: format.weekday(day) })}
                disabled={disabled}
                onClick={() => void edit(setDays(calendar, workingDays, spans))}
              >
                <IconCopy size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Fragment>
          );
        })}
      </div>
    </fieldset>
  );
}
