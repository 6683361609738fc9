// Preloaded into a process of a test: its clock jumps by years, by an hour, and back, after every few looks at it. What counts time
// (performance.now, timers) goes on undisturbed, as it does where the clock of a machine is set.
const hour = 3_600_000;
const year = 365 * 24 * hour;
const jumps = [0, -year, 10 * year, hour, -hour, -56 * year, 0, 3 * year, -2 * year];
const looksBetween = 7;

const RealDate = Date;
let looks = Number(process.env['SAFF_CLOCK_AT'] ?? 0);
const shiftedNow = (): number => {
  looks += 1;
  return RealDate.now() + (jumps[Math.floor(looks / looksBetween) % jumps.length] ?? 0);
};

class JumpingDate extends RealDate {
  constructor(...parts: readonly number[]) {
    if (parts.length === 0) super(shiftedNow());
    else super(...(parts as [number]));
  }
  static override now(): number {
    return shiftedNow();
  }
}

globalThis.Date = JumpingDate as DateConstructor;
