// How long handlings and turnarounds take, in parts of the target of a resolution promise: rows that are made when they are asked for.
import { openSeconds } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { addShare, convolve } from './ages.ts';
import { atomsOf } from './lawMoments.ts';
import type { Line } from './network.ts';
import { ageBins } from './unitSums.ts';

export class ResolutionTimes {
  private readonly laws: CompiledModel['laws'];
  private readonly windows: CompiledModel['windows'];
  private readonly axis: CompiledModel['axis'];
  private readonly lines: readonly Line[];
  private readonly target: number;
  /** Shares by bin, row after row. */
  private shares: Float64Array;
  private count = 0;
  /** Where the row stands that is known: of handlings by line (-1: not made), of turnarounds by law and calendar. */
  private readonly handlings: Int32Array;
  private readonly turnarounds = new Map<number, number>();
  private readonly atoms: (Float64Array | undefined)[];
  private readonly openShares: (number | undefined)[] = [];

  constructor(
    { laws, windows, axis }: Pick<CompiledModel, 'laws' | 'windows' | 'axis'>,
    lines: readonly Line[],
    target: number,
  ) {
    this.laws = laws;
    this.windows = windows;
    this.axis = axis;
    this.lines = lines;
    this.target = target;
    this.handlings = new Int32Array(lines.length).fill(-1);
    this.shares = new Float64Array(16 * ageBins);
    this.atoms = Array.from({ length: laws.length + 1 });
  }

  /** Ages after the handling of a line, in their place. */
  handle(ages: Float64Array, l: number): void {
    const row = this.handling(l);
    convolve(ages, this.shares, row);
  }

  /** Ages after a turnaround, in their place: of a law in the open time of a calendar, -1: at any time. */
  turn(ages: Float64Array, law: number, calendar: number): void {
    const row = this.turnaround(law, calendar);
    convolve(ages, this.shares, row);
  }

  private handling(l: number): number {
    const known = this.handlings[l] as number;
    if (known >= 0) return known;
    const line = this.lines[l] as Line;
    const law = this.laws[line.handlingLaw];
    const stretch = law === undefined || law.meanSeconds <= 0 ? 1 : line.spanSeconds / law.meanSeconds;
    const row = this.rowOf(line.handlingLaw, stretch);
    this.handlings[l] = row;
    return row;
  }

  private turnaround(law: number, calendar: number): number {
    const name = (law + 1) * (this.windows.length + 1) + calendar + 1;
    const known = this.turnarounds.get(name);
    if (known !== undefined) return known;
    const row = this.rowOf(law, this.openShareOf(calendar));
    this.turnarounds.set(name, row);
    return row;
  }

  /** A stretched law by parts of the target. */
  private rowOf(law: number, stretch: number): number {
    const first = this.count * ageBins;
    this.count += 1;
    if (first + ageBins > this.shares.length) {
      const larger = new Float64Array(4 * this.shares.length);
      larger.set(this.shares);
      this.shares = larger;
    }
    const atoms = this.atomsOf(law);
    for (let i = 0; i < atoms.length; i += 1)
      addShare(this.shares, first, ((atoms[i] as number) * stretch) / this.target, 1 / atoms.length);
    return first;
  }

  private atomsOf(law: number): Float64Array {
    const row = this.laws[law];
    const atoms = this.atoms[law + 1] ?? (row === undefined ? Float64Array.of(0) : atomsOf(row));
    this.atoms[law + 1] = atoms;
    return atoms;
  }

  private openShareOf(calendar: number): number {
    if (calendar === -1) return 1;
    let share = this.openShares[calendar];
    if (share === undefined) {
      const span = this.axis.absoluteIntervals * this.axis.intervalSeconds;
      share = openSeconds(this.windows[calendar] as CompiledModel['windows'][number], span) / span;
      this.openShares[calendar] = share;
    }
    return share;
  }
}
