// Stations that have been asked before: rows of outcomes by law, agents and load.
import { calculate, type StationInput, type StationOutcome, stationOutcome } from './station.ts';

/** Outcomes of one law as rows of numbers: which row by agents, then by load. */
interface OfLaw {
  readonly rowOf: Map<number, Map<number, number>>;
  readonly width: number;
  rows: Float64Array;
  count: number;
}

const ofLaw = (targets: number): OfLaw => {
  const width = 9 + 2 * targets;
  return { rowOf: new Map(), width, rows: new Float64Array(64 * width), count: 0 };
};

const mostKept = 40_000;
const leastLoad = 1e-9;

/** Formulas, each (load, agents, law) asked once. What is kept depends on nothing but itself, so it may be kept for long. */
export class Stations {
  private known = new Map<string, OfLaw>();
  private kept = 0;
  private last: StationInput | null = null;
  private lastLaw: OfLaw = ofLaw(0);
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

  private lawOf(input: StationInput): OfLaw {
    const { handling, variation, patience, balking, reserve, places, targets, chats } = input;
    const last = this.last;
    if (
      last !== null &&
      last.handling === handling &&
      last.variation === variation &&
      last.patience === patience &&
      last.balking === balking &&
      last.reserve === reserve &&
      last.places === places &&
      last.targets === targets &&
      last.chats === chats
    )
      return this.lastLaw;
    if (this.kept > mostKept) {
      this.known = new Map();
      this.kept = 0;
    }
    const name = `${handling}|${variation}|${patience}|${balking}|${reserve}|${places}|${targets.join(' ')}|${chats === null ? '' : `${chats.fewestFirst} ${chats.speed.join(' ')}`}`;
    let law = this.known.get(name);
    if (law === undefined) {
      law = ofLaw(targets.length);
      this.known.set(name, law);
    }
    this.last = input;
    this.lastLaw = law;
    return law;
  }
}

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
  const targets = (width - 9) / 2;
  into.inTime.length = targets;
  into.leftInTime.length = targets;
  for (let i = 0; i < targets; i += 1) {
    into.inTime[i] = rows[at + 9 + i] as number;
    into.leftInTime[i] = rows[at + 9 + targets + i] as number;
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
  const targets = from.inTime.length;
  for (let i = 0; i < targets; i += 1) {
    rows[at + 9 + i] = from.inTime[i] as number;
    rows[at + 9 + targets + i] = from.leftInTime[i] as number;
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
  low.busy = low.busy < 0 || high.busy < 0 ? high.busy : between(low.busy, high.busy, share);
  for (let i = 0; i < low.inTime.length; i += 1) {
    low.inTime[i] = between(low.inTime[i] as number, high.inTime[i] as number, share);
    low.leftInTime[i] = between(low.leftInTime[i] as number, high.leftInTime[i] as number, share);
  }
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;
