const steps = [1, 2, 2.5, 5, 10];

/** Marks of a scale from zero to at least `highest`, about `count` of them, at numbers that one can count by. */
export function valueTicks(highest: number, count: number, whole: boolean): readonly number[] {
  const raw = Math.max(highest, Number.MIN_VALUE) / Math.max(count - 1, 1);
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const fitting = steps.find((step) => step * magnitude >= raw * (1 - 1e-9)) ?? 10;
  const step = Math.max(fitting * magnitude, whole ? 1 : 0);
  const marks = Math.max(1, Math.ceil(highest / step - 1e-9));
  // Rounded, because 3 * 0.2 is 0.6000000000000001.
  return Array.from({ length: marks + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

const clockUnits = [1, 60, 3600, 86_400] as const;

/** The same for durations in seconds: at whole seconds, minutes, hours or days. Example: up to 3 days are marked 0, 1, 2, 3 days. */
export function durationTicks(highest: number, count: number): readonly number[] {
  const unit = clockUnits.findLast((one) => highest >= 2 * one) ?? 1;
  return valueTicks(highest / unit, count, true).map((mark) => mark * unit);
}
