// Times of a day as minutes from midnight, as the timeline draws and moves them: an end after midnight is beyond 1440.
import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import type { Shift } from '../../../core/plan/schema/team.ts';
import { clockOf } from '../fields/clockText.ts';

export const minutesPerDay = 1440;
/** What a drag and an arrow key move by. */
export const grain = 15;
const shortestBreak = 5;
const longestBreak = 240;

export interface Pause {
  readonly start: number;
  readonly minutes: number;
}

/** When a shift is, with its end and its breaks after its start, on the next day too. */
export interface ShiftTimes {
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly Pause[];
}

const snapped = (minutes: number): number => Math.round(minutes / grain) * grain;
const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export function timesOf(shift: Shift): ShiftTimes {
  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  const later = (time: number): number => (time < start ? time + minutesPerDay : time);
  return {
    start,
    end: end <= start ? end + minutesPerDay : end,
    breaks: shift.breaks.map((pause) => ({
      start: later(minutesOf(pause.start)),
      minutes: pause.minutes,
    })),
  };
}

/** The shift at these times; a break at midnight or later is written as a time of the next day. */
export const shiftAt = (shift: Shift, { start, end, breaks }: ShiftTimes): Shift => ({
  ...shift,
  start: clockOf(start),
  // A whole day keeps an end that differs from its start.
  end: clockOf(end === minutesPerDay && start > 0 ? 0 : end),
  breaks: breaks.map((pause) => ({
    start: clockOf(pause.start >= minutesPerDay ? pause.start - minutesPerDay : pause.start),
    minutes: pause.minutes,
  })),
});

/** The whole shift earlier or later, with its breaks; it begins on its own day. */
export function moved(times: ShiftTimes, by: number): ShiftTimes {
  const { start, end, breaks } = times;
  if (end - start >= minutesPerDay) return times;
  const to = within(snapped(start + by), 0, minutesPerDay - grain);
  return {
    start: to,
    end: end + to - start,
    breaks: breaks.map((pause) => ({ ...pause, start: pause.start + to - start })),
  };
}

/** One end moved; the shift keeps a quarter of an hour at least and stays shorter than a day. Breaks stay inside. */
export function resized(times: ShiftTimes, edge: 'start' | 'end', by: number): ShiftTimes {
  const longest = minutesPerDay - grain;
  const { start, end } = times;
  const next =
    edge === 'end'
      ? { start, end: within(snapped(end + by), start + grain, start + longest) }
      : {
          start: within(
            snapped(start + by),
            Math.max(0, end - longest),
            Math.min(end, minutesPerDay) - grain,
          ),
          end,
        };
  return { ...next, breaks: inside(times.breaks, next) };
}

/** Breaks pushed into the shift; what is longer than the shift is left out. */
const inside = (breaks: readonly Pause[], { start, end }: { start: number; end: number }): Pause[] =>
  breaks
    .filter((pause) => pause.minutes < end - start)
    .map((pause) => ({ ...pause, start: within(pause.start, start, end - pause.minutes) }));

const withBreak = (times: ShiftTimes, at: number, change: (pause: Pause) => Pause): ShiftTimes => ({
  ...times,
  breaks: times.breaks.map((pause, place) => (place === at ? change(pause) : pause)),
});

export const breakMoved = (times: ShiftTimes, at: number, by: number): ShiftTimes =>
  withBreak(times, at, (pause) => ({
    ...pause,
    start: within(snapped(pause.start + by), times.start, times.end - pause.minutes),
  }));

export const breakResized = (times: ShiftTimes, at: number, by: number): ShiftTimes =>
  withBreak(times, at, (pause) => ({
    ...pause,
    minutes: within(pause.minutes + by, shortestBreak, Math.min(longestBreak, times.end - pause.start)),
  }));

/** Half an hour in the middle, or of the longest stretch without one. */
export function breakAdded(times: ShiftTimes): ShiftTimes {
  const minutes = Math.min(2 * grain, times.end - times.start - grain);
  if (minutes < shortestBreak) return times;
  const taken = [...times.breaks].sort((a, b) => a.start - b.start);
  const bounds = [
    times.start,
    ...taken.flatMap((pause) => [pause.start, pause.start + pause.minutes]),
    times.end,
  ];
  let from = times.start;
  let longest = -1;
  for (let i = 0; i < bounds.length; i += 2) {
    const length = (bounds[i + 1] as number) - (bounds[i] as number);
    if (length > longest) {
      longest = length;
      from = bounds[i] as number;
    }
  }
  const middle = snapped(from + (longest - minutes) / 2);
  const added = { start: within(middle, times.start, times.end - minutes), minutes };
  return { ...times, breaks: [...times.breaks, added].sort((a, b) => a.start - b.start) };
}

export const sameTimes = (one: ShiftTimes, other: ShiftTimes): boolean =>
  one.start === other.start &&
  one.end === other.end &&
  one.breaks.length === other.breaks.length &&
  one.breaks.every((pause, at) => {
    const there = other.breaks[at];
    return pause.start === there?.start && pause.minutes === there.minutes;
  });
