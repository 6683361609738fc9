// The corners of a grid over live and deferred load, for one law and number of agents that do deferred work beside live work. Each is
// calculated once, and once more for each target that comes new: its chain is kept.
import type { SolvedBlend } from './blendedStation.ts';
import type { Kept, KnownLaw } from './knownLaws.ts';
import { calculate, leastLoad, type StationInput, stationOutcome } from './station.ts';

/** Live load between two corners, in Erlangs. */
const stepOf = (agents: number): number => 0.1 + 0.04 * agents;
/** Parts of the most deferred work that the team can do. */
export const parts = Float64Array.of(0, 0.3, 0.6, 0.85, 1);
export const most = parts.length - 1;

/** The highest load at which a corner is asked for that load. */
export const cornerAbove = (agents: number, load: number): number =>
  (Math.floor(load / stepOf(agents)) + 1) * stepOf(agents);

/** Numbers of a corner: seven between which an outcome lies, in the order of its row, and two of the full team. */
export const cornerSize = 9;
/** The first of what deferred pieces meet. */
export const firstHeld = 5;
export const fullBusy = 7;
export const fullDeferred = 8;

/** What corners say of a target: by corner, answered within it and left within it; beyond its end, or not a number: not asked yet. */
export interface TargetColumn {
  readonly target: number;
  shares: Float64Array;
}
const isAsked = ({ shares }: TargetColumn, corner: number): boolean =>
  2 * corner < shares.length && !Number.isNaN(shares[2 * corner]);

/** Of a corner: what differs from one to the next is written anew. */
type Question = StationInput & {
  deferredLoad: number;
  mostDeferred: number | undefined;
  targets: readonly number[];
};
const outcome = stationOutcome();

export class BlendedGrid {
  readonly step: number;
  /** The numbers of each corner. The first row is none: it is all 0, in each column too. */
  rows: Float64Array;
  /** What the station is asked for a corner; its load is said beside. */
  private readonly question: Question;
  private readonly agents: number;
  private readonly kept: Kept;
  /** By place, `load * parts + part`: which corner. */
  private readonly cornerOf: (number | undefined)[] = [];
  /** By corner: its place, and its chain. */
  private readonly places: number[] = [-1];
  private readonly solved: SolvedBlend[] = [{ sums: null }];
  private columns = new Map<number, TargetColumn>();

  constructor(law: KnownLaw, agents: number, kept: Kept) {
    const { handling, variation, patience, balking, reserve, places, chats, deferredHandling } = law;
    this.question = {
      ...{
        agents,
        load: 0,
        handling,
        variation,
        patience,
        balking,
        reserve,
        places,
        chats,
        deferredHandling,
      },
      ...{ deferredLoad: 0, mostDeferred: 0, targets: [], isLasting: true },
    };
    this.agents = agents;
    this.kept = kept;
    this.step = stepOf(agents);
    this.rows = new Float64Array(8 * cornerSize);
  }

  columnOf(target: number): TargetColumn {
    let column = this.columns.get(target);
    if (column === undefined) {
      column = { target, shares: new Float64Array(2) };
      this.columns.set(target, column);
    }
    return column;
  }

  /** Forgets all targets; whoever has a column may go on with it. */
  forgetColumns(): void {
    this.columns = new Map();
  }

  /** The corner of a load and a part of the most deferred work; where it is new, these targets are asked of it too. */
  corner(low: number, part: number, columns: readonly TargetColumn[]): number {
    return this.cornerOf[low * parts.length + part] ?? this.newCorner(low, part, columns);
  }

  /** Asks of a corner those targets that were not asked of it. */
  fill(corner: number, columns: readonly TargetColumn[]): void {
    const missing = columns.filter((column) => !isAsked(column, corner));
    if (missing.length > 0) this.ask(corner, missing);
  }

  private newCorner(low: number, part: number, columns: readonly TargetColumn[]): number {
    // It tells how much deferred work can be done at most.
    if (part !== most) this.corner(low, most, columns);
    const corner = this.places.length;
    const place = low * parts.length + part;
    this.places.push(place);
    this.solved.push({ sums: null });
    this.kept.laws += 1;
    this.ask(corner, columns);
    const first = corner * cornerSize;
    if (first === this.rows.length) this.rows = longer(this.rows, 2 * first, 0);
    const { rows } = this;
    rows[first] = outcome.waitProbability;
    rows[first + 1] = outcome.abandonment;
    rows[first + 2] = outcome.blocking;
    rows[first + 3] = outcome.meanWait;
    rows[first + 4] = outcome.meanWaitOfServed;
    rows[first + firstHeld] = outcome.deferredBlocked;
    rows[first + firstHeld + 1] = outcome.deferredHeld;
    rows[first + fullBusy] = outcome.mostBusy;
    rows[first + fullDeferred] = Math.max(0, outcome.mostDeferred);
    this.cornerOf[place] = corner;
    return corner;
  }

  /** Asks the station for a corner; its outcome stays until the next is asked for. */
  private ask(corner: number, columns: readonly TargetColumn[]): void {
    const { agents, kept, rows } = this;
    const place = this.places[corner] as number;
    const low = Math.floor(place / parts.length);
    const part = place - low * parts.length;
    const full = this.cornerOf[low * parts.length + most] ?? 0;
    const done = rows[full * cornerSize + fullDeferred] as number;
    const load = Math.max(leastLoad, low * this.step);
    const { question } = this;
    question.targets = columns.map(({ target }) => target);
    question.deferredLoad = part === most ? Number.POSITIVE_INFINITY : (parts[part] as number) * done;
    question.mostDeferred = part === most ? undefined : done;
    calculate(question, agents, load, outcome, this.solved[corner]);
    for (let i = 0; i < columns.length; i += 1) {
      const column = columns[i] as TargetColumn;
      const { length } = column.shares;
      if (2 * corner >= length)
        column.shares = longer(column.shares, Math.max(2 * length, 2 * this.places.length), Number.NaN);
      column.shares[2 * corner] = outcome.inTime[i] as number;
      column.shares[2 * corner + 1] = outcome.leftInTime[i] as number;
      kept.outcomes += 1;
    }
  }
}

/** The same numbers with room for more, each of them `empty`. */
function longer(values: Float64Array, length: number, empty: number): Float64Array {
  const more = new Float64Array(length);
  more.set(values);
  if (empty !== 0) more.fill(empty, values.length);
  return more;
}
