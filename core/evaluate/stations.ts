// Stations that have been asked before: rows of outcomes by law, agents and load.
import { BlendedCells, cornerAbove } from './blendedCells.ts';
import { isBlended, type SolvedBlends } from './blendedStation.ts';
import { calculate, type StationInput, type StationOutcome, stationOutcome } from './station.ts';

/** Outcomes of one law as rows of numbers: which row by agents, then by load. */
interface OfLaw {
  readonly rowOf: Map<number, Map<number, number>>;
  /** With deferred work beside: by agents. */
  readonly cellsOf: Map<number, BlendedCells>;
  readonly width: number;
  rows: Float64Array;
  count: number;
}

/** Numbers of a row before those by target. */
const scalars = 11;

const ofLaw = (targets: number): OfLaw => {
  const width = scalars + 2 * targets;
  return { rowOf: new Map(), cellsOf: new Map(), width, rows: new Float64Array(64 * width), count: 0 };
};

const mostKept = 40_000;
const mostRecent = 8;
const leastLoad = 1e-9;

/** Formulas, each (load, agents, law) asked once. What is kept depends on nothing but itself, so it may be kept for long. */
export class Stations {
  private known = new Map<string, OfLaw>();
  private kept = 0;
  private solved: SolvedBlends = new Map();
  /** What was asked last, by turns: in each step the sets of a unit ask one after the other. */
  private readonly recent: { readonly input: StationInput; readonly law: OfLaw }[] = [];
  private next = 0;
  private readonly high = stationOutcome();

  /** The outcome for a mean number of agents: between the two whole numbers next to it. */
  between(input: StationInput, into: StationOutcome): void {
    const whole = Math.floor(input.agents + 1e-9);
    const share = input.agents - whole;
    this.at(input, whole, into);
    if (share < 1e-6) return;
    this.at(input, whole + 1, this.high);
    mix(into, this.high, share);
  }

  private at(input: StationInput, agents: number, into: StationOutcome): void {
    const load = rounded(Math.max(leastLoad, input.load));
    const { deferredLoad } = input;
    if (input.isLasting && isBlended(input, agents, cornerAbove(agents, load))) {
      this.cellsFor(input, agents).between(input, load, deferredLoad, into);
      return;
    }
    // Loads of deferred work, and means of mixed laws, hardly ever come again.
    if (!input.isLasting || (deferredLoad !== 0 && deferredLoad !== Number.POSITIVE_INFINITY)) {
      calculate(input, agents, load, into);
      return;
    }
    const law = this.lawOf(input);
    const group = deferredLoad === 0 ? agents : -1 - agents;
    let rows = law.rowOf.get(group);
    if (rows === undefined) {
      rows = new Map();
      law.rowOf.set(group, rows);
    }
    const row = rows.get(load);
    if (row !== undefined) {
      readRow(law, row, into);
      return;
    }
    calculate(input, agents, load, into);
    rows.set(load, law.count);
    writeRow(law, into);
    this.kept += 1;
  }

  private cellsFor(input: StationInput, agents: number): BlendedCells {
    const { cellsOf } = this.lawOf(input);
    let cells = cellsOf.get(agents);
    if (cells === undefined) {
      const corner = stationOutcome();
      cells = new BlendedCells(agents, leastLoad, (count, load, deferredLoad, mostDeferred) => {
        this.kept += 1;
        calculate({ ...input, deferredLoad, mostDeferred }, count, load, corner, this.solved);
        return corner;
      });
      cellsOf.set(agents, cells);
    }
    return cells;
  }

  private lawOf(input: StationInput): OfLaw {
    for (const one of this.recent) if (isSameLaw(one.input, input)) return one.law;
    if (this.kept > mostKept) {
      this.known = new Map();
      this.solved = new Map();
      this.recent.length = 0;
      this.next = 0;
      this.kept = 0;
    }
    const { handling, variation, patience, balking, reserve, places, targets, chats, deferredHandling } =
      input;
    const name = `${handling}|${variation}|${patience}|${balking}|${reserve}|${places}|${targets.join(' ')}|${chats === null ? '' : `${chats.fewestFirst} ${chats.speed.join(' ')}`}|${deferredHandling}`;
    let law = this.known.get(name);
    if (law === undefined) {
      law = ofLaw(targets.length);
      this.known.set(name, law);
    }
    this.recent[this.next] = { input, law };
    this.next = (this.next + 1) % mostRecent;
    return law;
  }
}

const isSameLaw = (one: StationInput, other: StationInput): boolean =>
  one.targets === other.targets &&
  one.handling === other.handling &&
  one.variation === other.variation &&
  one.patience === other.patience &&
  one.balking === other.balking &&
  one.reserve === other.reserve &&
  one.places === other.places &&
  one.chats === other.chats &&
  one.deferredHandling === other.deferredHandling;

function readRow({ rows, width }: OfLaw, row: number, into: StationOutcome): void {
  const at = row * width;
  into.isStable = rows[at] === 1;
  into.waitProbability = rows[at + 1] as number;
  into.abandonment = rows[at + 2] as number;
  into.blocking = rows[at + 3] as number;
  into.meanWait = rows[at + 4] as number;
  into.meanWaitOfServed = rows[at + 5] as number;
  into.meanWaitOfDelayed = rows[at + 6] as number;
  into.mostBusy = rows[at + 7] as number;
  into.busy = rows[at + 8] as number;
  into.deferredBlocked = rows[at + 9] as number;
  into.deferredHeld = rows[at + 10] as number;
  const targets = (width - scalars) / 2;
  into.inTime.length = targets;
  into.leftInTime.length = targets;
  for (let i = 0; i < targets; i += 1) {
    into.inTime[i] = rows[at + scalars + i] as number;
    into.leftInTime[i] = rows[at + scalars + targets + i] as number;
  }
}

function writeRow(law: OfLaw, from: StationOutcome): void {
  const at = law.count * law.width;
  law.count += 1;
  if (at + law.width > law.rows.length) {
    const larger = new Float64Array(4 * law.rows.length);
    larger.set(law.rows);
    law.rows = larger;
  }
  const { rows } = law;
  rows[at] = from.isStable ? 1 : 0;
  rows[at + 1] = from.waitProbability;
  rows[at + 2] = from.abandonment;
  rows[at + 3] = from.blocking;
  rows[at + 4] = from.meanWait;
  rows[at + 5] = from.meanWaitOfServed;
  rows[at + 6] = from.meanWaitOfDelayed;
  rows[at + 7] = from.mostBusy;
  rows[at + 8] = from.busy;
  rows[at + 9] = from.deferredBlocked;
  rows[at + 10] = from.deferredHeld;
  const targets = from.inTime.length;
  for (let i = 0; i < targets; i += 1) {
    rows[at + scalars + i] = from.inTime[i] as number;
    rows[at + scalars + targets + i] = from.leftInTime[i] as number;
  }
}

/** A load to twelve digits: those that differ by less are one, whichever of them was asked for first. */
function rounded(load: number): number {
  const near = Math.fround(load);
  return near * (1 + Math.round((load / near - 1) * 2 ** 42) / 2 ** 42);
}

/** Puts between two outcomes what lies so far on the way from the lower to the higher, into the lower. */
function mix(low: StationOutcome, high: StationOutcome, share: number): void {
  low.isStable = low.isStable && high.isStable;
  low.waitProbability = between(low.waitProbability, high.waitProbability, share);
  low.abandonment = between(low.abandonment, high.abandonment, share);
  low.blocking = between(low.blocking, high.blocking, share);
  low.meanWait = between(low.meanWait, high.meanWait, share);
  low.meanWaitOfServed = between(low.meanWaitOfServed, high.meanWaitOfServed, share);
  low.meanWaitOfDelayed = between(low.meanWaitOfDelayed, high.meanWaitOfDelayed, share);
  low.mostBusy = between(low.mostBusy, high.mostBusy, share);
  const isTold = low.deferredBlocked >= 0 && high.deferredBlocked >= 0;
  low.deferredBlocked = isTold ? between(low.deferredBlocked, high.deferredBlocked, share) : -1;
  low.deferredHeld = isTold ? between(low.deferredHeld, high.deferredHeld, share) : -1;
  low.busy = low.busy < 0 || high.busy < 0 ? high.busy : between(low.busy, high.busy, share);
  for (let i = 0; i < low.inTime.length; i += 1) {
    low.inTime[i] = between(low.inTime[i] as number, high.inTime[i] as number, share);
    low.leftInTime[i] = between(low.leftInTime[i] as number, high.leftInTime[i] as number, share);
  }
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;
