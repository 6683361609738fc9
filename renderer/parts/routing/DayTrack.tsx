import { type PointerEvent, useRef, useState } from 'react';
import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import { useText } from '../../text/TextProvider.tsx';
import { clockOf } from '../fields/clockText.ts';
import { joinedSpans, type Span } from './calendarEdits.ts';
import classes from './channels.module.css';

interface DayTrackProps {
  /** Names the day for tests. */
  readonly name: string;
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
  readonly disabled: boolean;
}

const day = 1440;
const step = 15;
const edgePixels = 9;

/** What the pointer has taken hold of, and the minute at which it did. */
interface Hold {
  readonly part: 'new' | 'start' | 'end' | 'whole';
  readonly span: Span;
  readonly others: readonly Span[];
  readonly minute: number;
}

/** A day as a line of 24 hours: drag to open, an end to change it, double-click to close. The field beside it takes the same typed. */
export function DayTrack({ name, spans, onChange, disabled }: DayTrackProps) {
  const { direction } = useText();
  const track = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | null>(null);
  const [dragged, setDragged] = useState<readonly Span[] | null>(null);
  /** The same at once: a pointer that is quicker than the drawing is lifted before the state has come. */
  const latest = useRef(dragged);
  const show = (next: readonly Span[] | null): void => {
    latest.current = next;
    setDragged(next);
  };

  const minuteAt = (event: PointerEvent): { minute: number; edge: number } => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { minute: 0, edge: 0 };
    const from = direction === 'rtl' ? box.right - event.clientX : event.clientX - box.left;
    return {
      minute: Math.min(day, Math.max(0, (from / box.width) * day)),
      edge: (edgePixels / box.width) * day,
    };
  };
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (disabled || event.button !== 0) return;
    const { minute, edge } = minuteAt(event);
    const span = spans.find(
      ({ from, to }) => minute >= minutesOf(from) - edge / 2 && minute <= minutesOf(to) + edge / 2,
    );
    const snapped = snap(minute);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (span === undefined) {
      const clock = clockOf(snapped);
      hold.current = { part: 'new', span: { from: clock, to: clock }, others: spans, minute: snapped };
      return;
    }
    const toStart = Math.abs(minute - minutesOf(span.from));
    const toEnd = Math.abs(minute - minutesOf(span.to));
    const part = Math.min(toStart, toEnd) > edge ? 'whole' : toStart < toEnd ? 'start' : 'end';
    hold.current = { part, span, others: spans.filter((one) => one !== span), minute: snapped };
  };
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (hold.current !== null) show(moved(hold.current, snap(minuteAt(event).minute)));
  };
  const end = (): void => {
    const next = latest.current;
    hold.current = null;
    show(null);
    if (next !== null && !same(next, spans)) onChange(next);
  };
  const close = (span: Span): void => {
    if (!disabled) onChange(spans.filter((one) => one !== span));
  };
  return (
    <div
      ref={track}
      className={classes.track}
      aria-hidden="true"
      data-day={name}
      data-disabled={disabled || undefined}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => {
        hold.current = null;
        show(null);
      }}
      onDoubleClick={(event) => {
        const from = event.target instanceof HTMLElement ? event.target.dataset.from : undefined;
        const span = spans.find((one) => one.from === from);
        if (span !== undefined) close(span);
      }}
    >
      {(dragged ?? spans).map(({ from, to }) => (
        <span
          key={from}
          className={classes.span}
          data-from={from}
          style={{
            insetInlineStart: `${(minutesOf(from) / day) * 100}%`,
            inlineSize: `${((minutesOf(to) - minutesOf(from)) / day) * 100}%`,
          }}
        />
      ))}
    </div>
  );
}

const snap = (minute: number): number => Math.round(minute / step) * step;

const same = (one: readonly Span[], other: readonly Span[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The spans of the day with what is held moved to a minute. */
function moved({ part, span, others, minute }: Hold, to: number): Span[] {
  const start = minutesOf(span.from);
  const end = minutesOf(span.to);
  if (part === 'whole') {
    const by = Math.min(day - end, Math.max(-start, to - minute));
    return joinedSpans([...others, { from: clockOf(start + by), to: clockOf(end + by) }]);
  }
  const fixed = part === 'new' ? minute : part === 'start' ? end : start;
  const ends = { from: clockOf(Math.min(fixed, to)), to: clockOf(Math.max(fixed, to)) };
  return joinedSpans([...others, ends]);
}
