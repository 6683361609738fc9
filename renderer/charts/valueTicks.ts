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

const [minute, hour, day] = [60, 3600, 86_400];
const clockSteps = [1, 2, 5, 10, 15, 30]
  .flatMap((step) => [step, step * minute])
  .concat([1, 2, 3, 6, 12].map((step) => step * hour))
  .sort((a, b) => a - b);

/** The same for durations in seconds, at steps of a clock. Example: up to 42 hours are marked 0, 1, 2 days, not 25 and 50 hours. */
export function durationTicks(highest: number, count: number): readonly number[] {
  const raw = highest / Math.max(count - 1, 1);
  const step = clockSteps.find((one) => one >= raw * (1 - 1e-9));
  if (step === undefined) return valueTicks(highest / day, count, true).map((mark) => mark * day);
  const marks = Math.max(1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: marks + 1 }, (_, at) => at * step);
}
