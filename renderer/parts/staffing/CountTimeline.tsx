import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Staffing } from '../../../core/plan/schema/team.ts';
import { withLatinDigits } from '../../../locales/format/digits.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useAhead } from '../../state/useAhead.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { closedSpans } from './closedSpans.ts';
import { agentsAt, levelsOf, painted, type Stroke } from './countEdits.ts';
import { grain, minutesPerDay } from './dayTime.ts';
import { type GroupPlace, groupAt } from './shiftEdits.ts';
import { useClockText } from './useClockText.ts';
import classes from './WeekTimeline.module.css';
import { spanStyle, trackOf, WeekTimeline } from './WeekTimeline.tsx';

interface CountTimelineProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly staffing: Extract<Staffing, { kind: 'counts' }>;
  readonly label: string;
  /** People that a stroke puts there. */
  readonly brush: number;
  readonly below?: (day: Weekday) => ReactNode;
}

type Counts = CountTimelineProps['staffing']['counts'];

const rowHeight = 40;

/** Numbers of people as steps on the rows of the week; a stroke with the pointer or the keys paints another number. */
export function CountTimeline({ open, of, staffing, label, brush, below }: CountTimelineProps) {
  const { t, format, direction } = useText();
  const { minutesText } = useClockText();
  const edit = usePlanEdit();
  const preview = useSession((session) => session.preview);
  const canEdit = useCanEdit();
  const week = format.week();
  const [stroke, setStroke] = useState<Stroke | null>(null);
  /** The stroke under the pointer at once: one that is quicker than the drawing is lifted before the state has come. */
  const under = useRef<Stroke | null>(null);
  const from = useRef<{ day: Weekday; minute: number } | null>(null);
  const set = (value: Counts): Command[] => [
    { change: 'set', at: [...groupAt(of), 'staffing', 'counts'], value },
  ];
  const [counts, put] = useAhead<Counts>(staffing.counts, (value) => edit(() => set(value)));
  const most = Math.max(1, ...week.flatMap((day) => levelsOf(counts, day).map(({ agents }) => agents)));

  // What was being painted is not foretold any more where the timeline goes.
  useEffect(() => () => preview(null), [preview]);

  const paint = (over: Stroke, agents: number): void => {
    if (canEdit) void put(painted(counts, over, agents)).then(() => preview(null));
  };
  const between = (one: Weekday, other: Weekday): Weekday[] => {
    const [low = 0, high = 0] = [week.indexOf(one), week.indexOf(other)].sort((a, b) => a - b);
    return week.slice(low, high + 1);
  };

  const minuteAt = (event: PointerEvent<HTMLElement>): number => {
    const box = trackOf(event.currentTarget)?.getBoundingClientRect();
    if (box === undefined) return 0;
    const share = (event.clientX - box.left) / box.width;
    const along = (direction === 'rtl' ? 1 - share : share) * minutesPerDay;
    return Math.min(Math.max(along, 0), minutesPerDay);
  };
  const strokeTo = (event: PointerEvent<HTMLElement>): void => {
    const start = from.current;
    if (start === null) return;
    const over = trackOf(document.elementFromPoint(event.clientX, event.clientY))?.dataset.track;
    const [low = 0, high = 0] = [start.minute, minuteAt(event)].sort((a, b) => a - b);
    const next = {
      days: between(start.day, (over as Weekday | undefined) ?? start.day),
      from: Math.min(Math.floor(low / grain) * grain, minutesPerDay - grain),
      to: Math.max(Math.ceil(high / grain) * grain, Math.floor(low / grain) * grain + grain),
    };
    if (JSON.stringify(next) === JSON.stringify(under.current)) return;
    under.current = next;
    setStroke(next);
    preview(set(painted(counts, next, brush)));
  };
  const lift = (): void => {
    from.current = null;
    if (under.current === null) return;
    paint(under.current, brush);
    under.current = null;
  };

  const onKeyDown = (day: Weekday) => (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? -1 : 1;
    const now = stroke ?? { days: [day], from: 9 * 60, to: 10 * 60 };
    const along = { ArrowLeft: -forward, ArrowRight: forward }[event.key];
    const across = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const typed = withLatinDigits(event.key);
    const digit = /^[0-9]$/.test(typed) ? Number(typed) : null;
    const there = agentsAt(counts, now.days[0] ?? day, now.from);
    if (along !== undefined) {
      event.preventDefault();
      if (event.shiftKey)
        setStroke({
          ...now,
          to: Math.min(Math.max(now.to + along * grain, now.from + grain), minutesPerDay),
        });
      else {
        const length = now.to - now.from;
        const to = Math.min(Math.max(now.from + along * 60, 0), minutesPerDay - length);
        setStroke({ ...now, from: to, to: to + length });
      }
    } else if (across !== undefined) {
      event.preventDefault();
      const first = now.days[0] ?? day;
      const last = now.days.at(-1) ?? day;
      const next = week[week.indexOf(event.shiftKey ? last : first) + across];
      if (next === undefined) return;
      if (event.shiftKey) setStroke({ ...now, days: between(first, next) });
      else {
        setStroke({ ...now, days: [next] });
        document.querySelector<HTMLElement>(`[data-track="${next}"] [data-canvas]`)?.focus();
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      paint(now, brush);
    } else if (event.key === 'Delete' || event.key === 'Backspace') paint(now, 0);
    else if (event.key === '+' || event.key === '=') paint(now, there + 1);
    else if (event.key === '-') paint(now, Math.max(0, there - 1));
    else if (digit !== null && !event.ctrlKey && !event.metaKey) paint(now, digit);
    else if (event.key === 'Escape') setStroke(null);
    else return;
    if (stroke === null && event.key !== 'Escape' && along === undefined && across === undefined)
      setStroke(now);
  };

  const said = (day: Weekday): string => {
    const levels = levelsOf(counts, day);
    if (stroke?.days.includes(day) === true) {
      const agents = format.unit(agentsAt(counts, day, stroke.from), 'agents');
      return t('people.timeline.stroke', { span: minutesText(stroke.from, stroke.to), agents });
    }
    if (levels.length === 0) return t('people.timeline.nobody');
    return format.list(
      levels.map((level) =>
        t('people.timeline.level', {
          span: minutesText(level.from, level.to),
          agents: format.unit(level.agents, 'agents'),
        }),
      ),
    );
  };

  return (
    <WeekTimeline
      label={label}
      closed={closedSpans(open.plan, of.team)}
      height={() => rowHeight}
      {...(below !== undefined && { below })}
    >
      {(day) => (
        <>
          {levelsOf(counts, day).map((level) => (
            <span
              key={level.from}
              className={classes.level}
              data-level={level.agents}
              style={{ ...spanStyle(level), blockSize: `${34 + (level.agents / most) * 61}%` }}
              aria-hidden="true"
            >
              <span>{format.number(level.agents)}</span>
            </span>
          ))}
          {stroke?.days.includes(day) === true && (
            <span className={classes.stroke} style={spanStyle(stroke)} aria-hidden="true" />
          )}
          <div
            className={classes.canvas}
            data-canvas
            role="slider"
            tabIndex={0}
            aria-label={t('people.timeline.day', { day: format.weekday(day) })}
            aria-valuemin={0}
            aria-valuemax={minutesPerDay}
            aria-valuenow={stroke?.from ?? 0}
            aria-valuetext={said(day)}
            onPointerDown={(event) => {
              if (event.button !== 0 || !canEdit) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              from.current = { day, minute: minuteAt(event) };
              under.current = null;
              strokeTo(event);
            }}
            onPointerMove={strokeTo}
            onPointerUp={lift}
            onPointerCancel={() => {
              from.current = null;
              under.current = null;
              setStroke(null);
              preview(null);
            }}
            onKeyDown={onKeyDown(day)}
          />
        </>
      )}
    </WeekTimeline>
  );
}
