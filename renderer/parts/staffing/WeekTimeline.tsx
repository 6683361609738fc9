import type { ReactNode } from 'react';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { minutesPerDay } from './dayTime.ts';
import classes from './WeekTimeline.module.css';

/** A stretch of a day, in minutes from midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface WeekTimelineProps {
  readonly label: string;
  /** When the team is closed on a day. */
  readonly closed: (day: Weekday) => readonly Span[];
  readonly children: (day: Weekday) => ReactNode;
  readonly height: (day: Weekday) => number;
  /** The row on which something is about to be let down. */
  readonly target?: Weekday | null;
  /** What stands below the track of a day. */
  readonly below?: (day: Weekday) => ReactNode;
}

const marks = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** Where a time of the day stands on its row, from the side where the text begins. */
export const placeOf = (minutes: number): string => `${(minutes / minutesPerDay) * 100}%`;
export const spanStyle = ({ from, to }: Span) => ({
  insetInlineStart: placeOf(from),
  inlineSize: placeOf(to - from),
});

/** The track under an element, for measuring. */
export const trackOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-track]') ?? null;

/** The week as seven rows of a day each, from the first day of the plan's week; time runs with the text. */
export function WeekTimeline({ label, closed, children, height, target = null, below }: WeekTimelineProps) {
  const { format } = useText();
  return (
    <ScrollFrame label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and its own layout. */}
      <div className={classes.frame} role="group" aria-label={label} data-timeline>
        <div className={classes.hours} aria-hidden="true">
          <span />
          <span className={classes.marks}>
            {marks.map((hour) => (
              <span
                key={hour}
                data-edge={hour === 0 ? 'start' : hour === 24 ? 'end' : 'none'}
                style={hour === 24 ? { insetInlineEnd: 0 } : { insetInlineStart: placeOf(hour * 60) }}
              >
                <bdi>{format.clockTime(hour * 3600)}</bdi>
              </span>
            ))}
          </span>
        </div>
        {format.week().map((day) => (
          <div key={day} className={classes.row} data-weekend={format.isWeekend(day)}>
            <span className={classes.day}>{format.weekday(day)}</span>
            <div>
              <div
                className={classes.track}
                data-track={day}
                data-target={target === day}
                style={{ blockSize: height(day) }}
              >
                {closed(day).map((span) => (
                  <span key={span.from} className={classes.closed} style={spanStyle(span)} />
                ))}
                {children(day)}
              </div>
              {below?.(day)}
            </div>
          </div>
        ))}
      </div>
    </ScrollFrame>
  );
}
