// Outcomes of a team that does deferred work beside live work, between the corners of a grid that are calculated once.
import type { SolvedTeam } from './blendedStation.ts';
import type { Kept, KnownLaw } from './knownLaws.ts';
import { calculate, leastLoad, type StationOutcome, stationOutcome } from './station.ts';

/** Live load between two corners, in Erlangs. */
const stepOf = (agents: number): number => 0.1 + 0.04 * agents;
/** Parts of the most deferred work that the team can do. */
const parts = Float64Array.of(0, 0.3, 0.6, 0.85, 1);
const most = parts.length - 1;

/** The highest load at which a corner is asked for that load. */
export const cornerAbove = (agents: number, load: number): number =>
  (Math.floor(load / stepOf(agents)) + 1) * stepOf(agents);

/** Numbers of a corner: those between which the outcome lies, then by target answered and left in time, then two of the full team. */
const shared = 8;

/** What lies between the corners, as it is added up; longer lists of targets make it longer. */
let sums = new Float64Array(64);
const corner = stationOutcome();

/** The corners of one law and number of agents. */
export class BlendedCells {
  /** By load: the corners of all parts of deferred work, one behind the other; not a number: not asked yet. */
  private readonly corners: (Float64Array | undefined)[] = [];
  private readonly law: KnownLaw;
  private readonly targets: readonly number[];
  private readonly agents: number;
  private readonly step: number;
  /** Numbers that lie between those of corners, and numbers of a corner. */
  private readonly mixed: number;
  private readonly width: number;
  private readonly solved: SolvedTeam;
  private readonly kept: Kept;

  constructor(law: KnownLaw, targets: readonly number[], agents: number, solved: SolvedTeam, kept: Kept) {
    this.law = law;
    this.targets = targets;
    this.agents = agents;
    this.step = stepOf(agents);
    this.mixed = shared + 2 * targets.length;
    this.width = this.mixed + 2;
    this.solved = solved;
    this.kept = kept;
    if (sums.length < this.mixed) sums = new Float64Array(2 * this.mixed);
  }

  /** The outcome between the four corners around a load and a share of deferred work; it has room for the targets. */
  between(load: number, deferredLoad: number, into: StationOutcome): void {
    const { mixed, width } = this;
    const at = load / this.step;
    const low = Math.floor(at);
    const share = at - low;
    let mostBusy = 0;
    let mostDeferred = 0;
    for (let i = 0; i < mixed; i += 1) sums[i] = 0;
    for (let side = 0; side < 2; side += 1) {
      const weight = side === 0 ? 1 - share : share;
      if (weight === 0) continue;
      const corners = this.cornersAt(low + side);
      const full = most * width + mixed;
      const done = corners[full + 1] as number;
      const part = deferredLoad >= done ? 1 : deferredLoad / done;
      let upper = 1;
      while (upper < most && part > (parts[upper] as number)) upper += 1;
      const from = parts[upper - 1] as number;
      const beside = (part - from) / ((parts[upper] as number) - from);
      if (beside < 1) this.add(corners, low + side, upper - 1, weight * (1 - beside));
      if (beside > 0) this.add(corners, low + side, upper, weight * beside);
      mostBusy += weight * (corners[full] as number);
      mostDeferred += weight * done;
    }
    into.isStable = true;
    into.waitProbability = sums[0] as number;
    into.abandonment = sums[1] as number;
    into.blocking = sums[2] as number;
    into.meanWait = sums[3] as number;
    into.meanWaitOfServed = sums[4] as number;
    into.meanWaitOfDelayed = sums[5] as number;
    into.deferredBlocked = sums[6] as number;
    into.deferredHeld = sums[7] as number;
    into.mostBusy = mostBusy;
    into.mostDeferred = mostDeferred;
    into.busy = -1;
    const { inTime, leftInTime } = into;
    const targets = this.targets.length;
    for (let i = 0; i < targets; i += 1) {
      inTime[i] = sums[shared + i] as number;
      leftInTime[i] = sums[shared + targets + i] as number;
    }
  }

  /** The corners of a load, of which that of the full team is asked. */
  private cornersAt(low: number): Float64Array {
    let corners = this.corners[low];
    if (corners === undefined) {
      corners = new Float64Array(parts.length * this.width);
      for (let part = 0; part <= most; part += 1) corners[part * this.width] = Number.NaN;
      this.corners[low] = corners;
      this.ask(corners, low, most);
    }
    return corners;
  }

  private add(corners: Float64Array, low: number, part: number, weight: number): void {
    const first = part * this.width;
    if (Number.isNaN(corners[first])) this.ask(corners, low, part);
    const { mixed } = this;
    for (let i = 0; i < mixed; i += 1)
      sums[i] = (sums[i] as number) + weight * (corners[first + i] as number);
  }

  /** Asks the station for a corner; other targets leave its chain as it is. */
  private ask(corners: Float64Array, low: number, part: number): void {
    const { agents, law, targets, kept } = this;
    const done = corners[most * this.width + this.mixed + 1] as number;
    const place = low * parts.length + part;
    let solved = this.solved[place];
    if (solved === undefined) {
      solved = { sums: null };
      this.solved[place] = solved;
      kept.laws += 1;
    }
    kept.outcomes += 1;
    const load = Math.max(leastLoad, low * this.step);
    const input = {
      ...{ agents, load, handling: law.handling, variation: law.variation, patience: law.patience },
      ...{ balking: law.balking, reserve: law.reserve, places: law.places, chats: law.chats, targets },
      deferredHandling: law.deferredHandling,
      deferredLoad: part === most ? Number.POSITIVE_INFINITY : (parts[part] as number) * done,
      mostDeferred: part === most ? undefined : done,
      isLasting: true,
    };
    calculate(input, agents, load, corner, solved);
    this.lay(corners, part * this.width);
  }

  private lay(corners: Float64Array, first: number): void {
    corners[first] = corner.waitProbability;
    corners[first + 1] = corner.abandonment;
    corners[first + 2] = corner.blocking;
    corners[first + 3] = corner.meanWait;
    corners[first + 4] = corner.meanWaitOfServed;
    corners[first + 5] = corner.meanWaitOfDelayed;
    corners[first + 6] = corner.deferredBlocked;
    corners[first + 7] = corner.deferredHeld;
    const { inTime, leftInTime } = corner;
    const targets = this.targets.length;
    for (let i = 0; i < targets; i += 1) {
      corners[first + shared + i] = inTime[i] as number;
      corners[first + shared + targets + i] = leftInTime[i] as number;
    }
    corners[first + this.mixed] = corner.mostBusy;
    corners[first + this.mixed + 1] = Math.max(0, corner.mostDeferred);
  }
}
