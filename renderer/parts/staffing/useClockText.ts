import { minutesOf } from '../../../core/plan/checks/weekSpans.ts';
import { useText } from '../../text/TextProvider.tsx';
import { minutesPerDay } from './dayTime.ts';

interface ClockText {
  /** '08:00 to 16:00' of two times HH:MM. */
  readonly spanText: (from: string, to: string) => string;
  /** The same of minutes from midnight, on the next day too. */
  readonly minutesText: (from: number, to: number) => string;
}

/** Times of a day in the digits of the window. */
export function useClockText(): ClockText {
  const { format } = useText();
  const clock = (minutes: number): string =>
    format.clockTime((minutes > minutesPerDay ? minutes - minutesPerDay : minutes) * 60);
  const minutesText = (from: number, to: number): string => format.range(from, to, clock);
  return { minutesText, spanText: (from, to) => minutesText(minutesOf(from), minutesOf(to)) };
}
