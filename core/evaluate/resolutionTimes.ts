// How long handlings and turnarounds take, in parts of the targets of resolution promises: rows that are made when they are asked for.
import { openSeconds } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { addShare, convolve } from './ages.ts';
import { atomsOf } from './lawMoments.ts';
import type { Line } from './network.ts';
import { ageBins } from './unitSums.ts';

export class ResolutionTimes {
  private readonly model: CompiledModel;
  private readonly lines: readonly Line[];
  private readonly targets: Float64Array;
  /** Shares by bin, row after row. */
  private shares: Float64Array;
  private count = 0;
  /** Where the row stands that is known: of handlings by promise and line (-1: not made), of turnarounds by promise, law and calendar. */
  private readonly handlings: Int32Array;
  private readonly turnarounds = new Map<number, number>();
  private readonly atoms: (Float64Array | undefined)[];
  private readonly openShares: (number | undefined)[] = [];

  /** `promises`: those on the resolution, by their numbers in the model. */
  constructor(model: CompiledModel, lines: readonly Line[], promises: readonly number[]) {
    this.model = model;
    this.lines = lines;
    this.targets = Float64Array.from(promises, (p) => model.promises[p]?.targetSeconds ?? 0);
    this.handlings = new Int32Array(promises.length * lines.length).fill(-1);
    this.shares = new Float64Array(promises.length === 0 ? 0 : 64 * ageBins);
    this.atoms = Array.from({ length: model.laws.length + 1 });
  }

  /** Ages after the handling of a line, in their place. */
  handle(ages: Float64Array, i: number, l: number): void {
    const row = this.handling(i, l);
    convolve(ages, this.shares, row);
  }

  /** Ages after a turnaround, in their place: of a law in the open time of a calendar, -1: at any time. */
  turn(ages: Float64Array, i: number, law: number, calendar: number): void {
    const row = this.turnaround(i, law, calendar);
    convolve(ages, this.shares, row);
  }

  private handling(i: number, l: number): number {
    const place = i * this.lines.length + l;
    const known = this.handlings[place] as number;
    if (known >= 0) return known;
    const line = this.lines[l] as Line;
    const law = this.model.laws[line.handlingLaw];
    const stretch = law === undefined || law.meanSeconds <= 0 ? 1 : line.spanSeconds / law.meanSeconds;
    const row = this.rowOf(line.handlingLaw, stretch, this.targets[i] as number);
    this.handlings[place] = row;
    return row;
  }

  private turnaround(i: number, law: number, calendar: number): number {
    const { laws, windows } = this.model;
    const name = (i * (laws.length + 1) + law + 1) * (windows.length + 1) + calendar + 1;
    const known = this.turnarounds.get(name);
    if (known !== undefined) return known;
    const row = this.rowOf(law, this.openShareOf(calendar), this.targets[i] as number);
    this.turnarounds.set(name, row);
    return row;
  }

  /** A stretched law by parts of the target. */
  private rowOf(law: number, stretch: number, target: number): number {
    const first = this.count * ageBins;
    this.count += 1;
    if (first + ageBins > this.shares.length) {
      const larger = new Float64Array(4 * this.shares.length);
      larger.set(this.shares);
      this.shares = larger;
    }
    const atoms = this.atomsOf(law);
    for (let i = 0; i < atoms.length; i += 1)
      addShare(this.shares, first, ((atoms[i] as number) * stretch) / target, 1 / atoms.length);
    return first;
  }

  private atomsOf(law: number): Float64Array {
    const row = this.model.laws[law];
    const atoms = this.atoms[law + 1] ?? (row === undefined ? Float64Array.of(0) : atomsOf(row));
    this.atoms[law + 1] = atoms;
    return atoms;
  }

  private openShareOf(calendar: number): number {
    if (calendar === -1) return 1;
    let share = this.openShares[calendar];
    if (share === undefined) {
      const span = this.model.axis.absoluteIntervals * this.model.axis.intervalSeconds;
      share = openSeconds(this.model.windows[calendar] as CompiledModel['windows'][number], span) / span;
      this.openShares[calendar] = share;
    }
    return share;
  }
}
