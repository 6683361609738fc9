import type { Weekday } from '../../../core/plan/schema/elements.ts';
import { WeekdaysField } from '../fields/WeekdaysField.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface WeekdaysAtProps extends Omit<AtProps, 'hideLabel' | 'width'> {
  readonly value: readonly Weekday[];
  readonly least?: number;
}

/** Days of the week; one stays chosen unless said otherwise. */
export function WeekdaysAt({ at, ...props }: WeekdaysAtProps) {
  const { give, place, disabled } = useAt(at);
  return <WeekdaysField {...props} place={place} disabled={disabled} onChange={give} />;
}
