import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import { useAhead } from '../../state/useAhead.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useAt } from '../at/useAt.ts';
import { type Span, spansOf, weeklyWith } from './calendarEdits.ts';
import classes from './channels.module.css';
import { DayTrack } from './DayTrack.tsx';
import { SpansField } from './SpansField.tsx';

const marks = [0, 6, 12, 18, 24] as const;

interface WeekStripProps {
  readonly at: Place;
  /** Whose hours they are. */
  readonly name: string;
  readonly weekly: Calendar['weekly'];
  readonly onChange: (weekly: Calendar['weekly']) => Promise<boolean>;
}

/** The hours of a week, drawn and typed, in the order of the plan's week. */
export function WeekStrip({ at, name, weekly: kept, onChange }: WeekStripProps) {
  const { t, format } = useText();
  const { place, disabled } = useAt(at);
  const [weekly, put] = useAhead(kept, onChange);
  const give = (chosen: readonly Weekday[], spans: readonly Span[]): void =>
    void put(weeklyWith(weekly, chosen, spans));
  const week = format.week();
  const workingDays = week.filter((day) => !format.isWeekend(day));
  return (
    <fieldset
      className={classes.speeds}
      style={{ display: 'block' }}
      data-at={place}
      data-kind="weekly"
      aria-label={t('routing.hours.weekOf', { name })}
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
          const spans = spansOf({ weekly }, day);
          return (
            <Fragment key={day}>
              <span className={classes.day} data-weekend={format.isWeekend(day) || undefined}>
                {format.weekday(day)}
              </span>
              <DayTrack
                name={`${at.at(-2)}/${day}`}
                spans={spans}
                disabled={disabled}
                onChange={(next) => give([day], next)}
              />
              <SpansField
                label={t('routing.hours.hoursOn', { day: format.weekday(day) })}
                value={spans}
                disabled={disabled}
                place={`${place}/${day}`}
                onCommit={(next) => give([day], next)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('routing.hours.sameOnWorkingDays', { day: format.weekday(day) })}
                title={t('routing.hours.sameOnWorkingDays', { day: format.weekday(day) })}
                disabled={disabled}
                onClick={() => give(workingDays, spans)}
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
