// Shifts under the pointer or the arrow keys: what they would be is shown at once, and given as one step when the pointer
// is lifted or the key let go. Until the screen shows the plan that came of it, the new times stay.
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Shift } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useDrawn } from '../../state/useDrawn.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { type Bar, dayAfter } from './bars.ts';
import {
  breakMoved,
  breakResized,
  grain,
  minutesPerDay,
  moved,
  resized,
  type ShiftTimes,
  sameTimes,
  shiftAt,
  timesOf,
} from './dayTime.ts';
import { type GroupPlace, moveDay, setTimes } from './shiftEdits.ts';
import { trackOf } from './WeekTimeline.tsx';

/** What of a bar is moved: all of it, one end, or one of its breaks. */
export type Grip = 'whole' | 'start' | 'end' | number;

interface Moving {
  readonly bar: Bar;
  readonly times: ShiftTimes;
  /** The day on which it would be let down; null: its own. */
  readonly day: Weekday | null;
  readonly isDragged: boolean;
}

const changed = (times: ShiftTimes, grip: Grip, by: number): ShiftTimes => {
  if (grip === 'whole') return moved(times, by);
  return typeof grip === 'number' ? breakMoved(times, grip, by) : resized(times, grip, by);
};

export interface ShiftMoves {
  readonly moving: Moving | null;
  readonly timesNow: (shift: Shift) => ShiftTimes;
  readonly onPointerDown: (bar: Bar, grip: Grip) => (event: PointerEvent<HTMLElement>) => void;
  readonly onKeyDown: (bar: Bar, grip: Grip) => (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

export function useShiftMoves(
  open: OpenPlan,
  of: GroupPlace,
  onSelect: (assignment: number) => void,
): ShiftMoves {
  const edit = useSession((session) => session.edit);
  const drawn = useDrawn();
  const preview = useSession((session) => session.preview);
  const canEdit = useCanEdit();
  const { direction } = useText();
  const [moving, setMoving] = useState<Moving | null>(null);
  const latest = useRef<Moving | null>(null);
  /** What was given last: what was moved further since is not let go when the answer comes. */
  const sent = useRef<Moving | null>(null);
  /** Edits without an answer, and what the shift will be after them. */
  const pending = useRef(0);
  const shiftAfter = useRef<Shift | null>(null);
  const refocus = useRef<string | null>(null);
  const forward = direction === 'rtl' ? -1 : 1;

  const knownShift = ({ bar }: Moving): Shift => {
    const after = shiftAfter.current;
    return pending.current > 0 && after !== null && after.id === bar.shift.id ? after : bar.shift;
  };
  const commandsOf = (now: Moving): readonly Command[] => [
    ...setTimes(knownShift(now), now.times),
    ...(now.day === null ? [] : moveDay(of, now.bar.assignment, now.bar.day, now.day)),
  ];
  const show = (next: Moving | null): void => {
    const before = latest.current;
    latest.current = next;
    setMoving(next);
    // The strip tells meanwhile what it would come to.
    if (next === null) {
      if (before !== null) preview(null);
      return;
    }
    const isSame = before !== null && sameTimes(before.times, next.times) && before.day === next.day;
    const commands = isSame ? [] : commandsOf(next);
    if (commands.length > 0) preview(commands);
  };

  useEffect(() => () => preview(null), [preview]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: people on another day are found there once the plan has come back.
  useEffect(() => {
    const bar = refocus.current;
    refocus.current = null;
    if (bar !== null) document.querySelector<HTMLElement>(`[data-bar="${bar}"] [role=slider]`)?.focus();
  }, [open.plan]);

  const give = (): void => {
    const now = latest.current;
    if (now === null || now === sent.current) return;
    const { bar, times, day } = now;
    const commands = commandsOf(now);
    if (commands.length === 0) return pending.current === 0 ? show(null) : undefined;
    if (day !== null) refocus.current = `${bar.assignment}/${day}`;
    sent.current = { ...now, isDragged: false };
    shiftAfter.current = shiftAt(knownShift(now), times);
    pending.current += 1;
    show(sent.current);
    void drawn(edit(commands)).then((saved) => {
      pending.current -= 1;
      if (!saved || (pending.current === 0 && latest.current === sent.current)) show(null);
    });
  };

  const onPointerDown = (bar: Bar, grip: Grip) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    onSelect(bar.assignment);
    const track = trackOf(event.currentTarget);
    if (!canEdit || track === null) return;
    event.stopPropagation();
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const minutesPerPixel = minutesPerDay / track.getBoundingClientRect().width;
    const fromX = event.clientX;
    const base = bar.times;
    const move = (next: globalThis.PointerEvent): void => {
      const by = (next.clientX - fromX) * minutesPerPixel * forward;
      const times = changed(base, grip, by);
      const over = trackOf(document.elementFromPoint(next.clientX, next.clientY))?.dataset.track;
      const day = grip === 'whole' && over !== undefined && over !== bar.day ? (over as Weekday) : null;
      const canComeThen = day !== null && moveDay(of, bar.assignment, bar.day, day).length > 0;
      if (latest.current === null && day === null && sameTimes(times, base)) return;
      show({ bar, times, day: canComeThen ? day : null, isDragged: true });
    };
    const leave = (): void => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', lift);
      element.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', escape);
    };
    const lift = (): void => {
      leave();
      give();
    };
    const stop = (): void => {
      leave();
      show(null);
    };
    const escape = (next: globalThis.KeyboardEvent): void => {
      if (next.key === 'Escape') stop();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', lift);
    element.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', escape);
  };

  const onKeyDown = (bar: Bar, grip: Grip) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') return show(null);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onSelect(bar.assignment);
    }
    if (!canEdit) return;
    const now = latest.current;
    const times = now?.bar.shift.id === bar.shift.id ? now.times : bar.times;
    const day = now?.bar.key === bar.key ? now.day : null;
    const along = { ArrowLeft: -forward, ArrowRight: forward }[event.key];
    const across = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (along !== undefined) {
      event.preventDefault();
      const by = along * grain;
      const next =
        typeof grip === 'number'
          ? (event.shiftKey ? breakResized : breakMoved)(times, grip, by)
          : changed(times, event.shiftKey ? 'end' : event.ctrlKey || event.metaKey ? 'start' : grip, by);
      show({ bar, times: next, day, isDragged: false });
    } else if (across !== undefined && grip === 'whole') {
      event.preventDefault();
      const to = dayAfter(day ?? bar.day, across);
      const isOwn = to === bar.day;
      if (!isOwn && moveDay(of, bar.assignment, bar.day, to).length === 0) return;
      show({ bar, times, day: isOwn ? null : to, isDragged: false });
    }
  };

  return {
    moving,
    timesNow: (shift) => (moving?.bar.shift.id === shift.id ? moving.times : timesOf(shift)),
    onPointerDown,
    onKeyDown,
    onKeyUp: (event) => {
      if (event.key.startsWith('Arrow')) give();
    },
    onBlur: give,
  };
}
