// Values of what a plan hangs on, with their unit, rounded to what anybody knows of them.
import { isolate } from './bidi.ts';
import type { Format } from './format.ts';

/** What an input is counted in; contacts, agents and hours are bare numbers, for their names say what they are. */
type InputUnit = 'contacts' | 'seconds' | 'fraction' | 'agents' | 'factor' | 'hours' | 'weeks' | 'days';

export function inputValueText(format: Format, unit: InputUnit, value: number): string {
  const rounded = Number(value.toPrecision(3));
  switch (unit) {
    case 'seconds':
      return format.unit(value >= 10 ? Math.round(value) : rounded, 'seconds');
    case 'days':
      return format.unit(Math.round(value) * 86_400, 'seconds');
    case 'weeks':
      return format.unit(Math.round(value * 7) * 86_400, 'seconds');
    case 'factor':
      return isolate(`×${format.number(rounded)}`);
    case 'fraction':
      return format.unit(value, 'fraction', { decimals: value < 0.1 ? 1 : 0 });
    default:
      return format.number(value >= 1000 ? Math.round(value) : rounded);
  }
}
