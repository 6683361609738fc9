// Seeded choices of the random plans; it remembers which features were switched on.

const allWeekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof allWeekdays)[number];
export const everyDay: Weekday[] = [...allWeekdays];

export class Chance {
  readonly features = new Set<string>();
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  }

  /** Uniform on [0, 1). */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let h = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    h ^= h + Math.imul(h ^ (h >>> 7), h | 61);
    return ((h ^ (h >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** A number between, rounded to three digits. */
  between(low: number, high: number): number {
    return Math.round((low + this.unit() * (high - low)) * 1000) / 1000;
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)] as T;
  }

  /** Each with the probability, at least one. */
  some<T>(list: readonly T[], probability: number): T[] {
    const chosen = list.filter(() => this.unit() < probability);
    return chosen.length > 0 ? chosen : [this.one(list)];
  }

  is(probability: number): boolean {
    return this.unit() < probability;
  }

  mark(feature: string): void {
    this.features.add(feature);
  }

  /** Switches a feature on with the probability. */
  maybe(feature: string, probability: number): boolean {
    const on = this.is(probability);
    if (on) this.mark(feature);
    return on;
  }
}
