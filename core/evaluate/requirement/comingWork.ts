// The contacts that come to the lines of a unit in a stretch of time, and the live load that they are, noted while a plan is walked.
import { advanceLoad, goneShares } from '../advanceLoad.ts';
import type { Line } from '../network.ts';
import type { Steps } from '../steps.ts';
import type { Unit } from '../units.ts';
import type { WalkState } from '../walk.ts';
import type { Onlooker } from '../witness.ts';

/** A day that stands for others: what comes on it, by place of the line in the unit and step of the stretch. */
export interface ComingDay {
  readonly weight: number;
  readonly joining: Float64Array;
  /** Erlangs of live lines if nobody waited. */
  readonly load: Float64Array;
}

/** Steps `first` to `last` (not included) of the horizon. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Notes what comes to the lines of a unit. */
export class ComingWork implements Onlooker {
  readonly days: ComingDay[] = [];
  private readonly unit: Unit;
  private readonly stretch: Stretch;
  private state: WalkState | null = null;

  constructor(unit: Unit, stretch: Stretch) {
    this.unit = unit;
    this.stretch = stretch;
  }

  begin(state: WalkState, _front: unknown, _factor: number, weight: number): void {
    this.state = state;
    const size = this.unit.lines.length * (this.stretch.last - this.stretch.first);
    this.days.push({ weight, joining: new Float64Array(size), load: new Float64Array(size) });
  }

  ended(step: number, lines: readonly number[]): void {
    const { first, last } = this.stretch;
    if (step < first || step >= last || lines[0] === undefined) return;
    const { rows, joining } = this.state as WalkState;
    const { placeOf } = rows;
    const { lines: own } = this.unit;
    if (own[placeOf[lines[0]] as number] !== lines[0]) return;
    const into = (this.days[this.days.length - 1] as ComingDay).joining;
    for (const l of lines)
      into[(placeOf[l] as number) * (last - first) + step - first] = joining[l] as number;
  }

  /** Follows the loads from the beginning of the stretch on, as if it had gone on before. */
  follow(steps: Steps): void {
    const { network } = this.state as WalkState;
    const { first, last } = this.stretch;
    const gone = goneShares({ network, steps });
    const count = network.lines.length;
    const now = {
      ...{ steps, loadNow: new Float64Array(count), load: new Float64Array(count) },
      joining: new Float64Array(count),
    };
    for (const { joining, load } of this.days)
      for (const [place, l] of this.unit.lines.entries()) {
        const line = network.lines[l] as Line;
        if (!line.live) continue;
        const row = place * (last - first);
        for (let i = 0; i < last - first; i += 1) {
          now.joining[l] = joining[row + i] as number;
          advanceLoad(now, line, l, gone[l] as number, i);
          load[row + i] = now.load[l] as number;
        }
      }
  }
}
