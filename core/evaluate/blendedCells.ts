// Outcomes of a team that does deferred work beside live work, between the corners of a grid that are calculated once.
import type { StationInput, StationOutcome } from './station.ts';

/** Live load between two corners, in Erlangs. */
const stepOf = (agents: number): number => 0.1 + 0.04 * agents;
/** Parts of the most deferred work that the team can do. */
const parts = [0, 0.3, 0.6, 0.85, 1] as const;
const most = parts.length - 1;

/** The highest load at which a corner is asked for that load. */
export const cornerAbove = (agents: number, load: number): number =>
  (Math.floor(load / stepOf(agents)) + 1) * stepOf(agents);

/** One outcome as numbers, and the most deferred work beside that load, in Erlangs. */
type Corner = Float64Array;
const scalars = 10;

/** Asks a station; `mostDeferred` is not known where it is asked for. */
type Ask = (agents: number, load: number, deferredLoad: number, mostDeferred?: number) => StationOutcome;

/** The corners of one law and number of agents. */
export class BlendedCells {
  private readonly corners = new Map<number, Corner>();
  private readonly agents: number;
  private readonly ask: Ask;
  private readonly least: number;

  /** `ask` answers a corner; its outcome is copied. */
  constructor(agents: number, least: number, ask: Ask) {
    this.agents = agents;
    this.least = least;
    this.ask = ask;
  }

  get size(): number {
    return this.corners.size;
  }

  /** The outcome between the four corners around a load and a share of deferred work. */
  between({ targets }: StationInput, load: number, deferredLoad: number, into: StationOutcome): void {
    const at = load / stepOf(this.agents);
    const low = Math.floor(at);
    const share = at - low;
    const targetCount = targets.length;
    into.isStable = true;
    into.waitProbability = 0;
    into.abandonment = 0;
    into.blocking = 0;
    into.meanWait = 0;
    into.meanWaitOfServed = 0;
    into.meanWaitOfDelayed = 0;
    into.mostBusy = 0;
    into.mostDeferred = 0;
    into.deferredBlocked = 0;
    into.deferredHeld = 0;
    into.busy = -1;
    into.inTime.length = targetCount;
    into.leftInTime.length = targetCount;
    into.inTime.fill(0);
    into.leftInTime.fill(0);
    for (let side = 0; side < 2; side += 1) {
      const weight = side === 0 ? 1 - share : share;
      if (weight === 0) continue;
      const full = this.corner(low + side, most);
      const done = full[9] as number;
      const part = deferredLoad >= done ? 1 : deferredLoad / done;
      let upper = 1;
      while (upper < most && part > (parts[upper] as number)) upper += 1;
      const [from, to] = [parts[upper - 1] as number, parts[upper] as number];
      const beside = (part - from) / (to - from);
      if (beside < 1) this.add(this.corner(low + side, upper - 1), weight * (1 - beside), targetCount, into);
      if (beside > 0) this.add(this.corner(low + side, upper), weight * beside, targetCount, into);
      into.mostBusy += weight * (full[6] as number);
      into.mostDeferred += weight * done;
    }
  }

  private corner(load: number, part: number): Corner {
    const key = load * (most + 1) + part;
    let corner = this.corners.get(key);
    if (corner === undefined) {
      const erlangs = Math.max(this.least, load * stepOf(this.agents));
      if (part === most) corner = rowOf(this.ask(this.agents, erlangs, Number.POSITIVE_INFINITY));
      else {
        const done = this.corner(load, most)[9] as number;
        corner = rowOf(this.ask(this.agents, erlangs, (parts[part] as number) * done, done));
      }
      this.corners.set(key, corner);
    }
    return corner;
  }

  private add(corner: Corner, weight: number, targets: number, into: StationOutcome): void {
    into.waitProbability += weight * (corner[0] as number);
    into.abandonment += weight * (corner[1] as number);
    into.blocking += weight * (corner[2] as number);
    into.meanWait += weight * (corner[3] as number);
    into.meanWaitOfServed += weight * (corner[4] as number);
    into.meanWaitOfDelayed += weight * (corner[5] as number);
    into.deferredBlocked += weight * (corner[7] as number);
    into.deferredHeld += weight * (corner[8] as number);
    for (let i = 0; i < targets; i += 1) {
      into.inTime[i] = (into.inTime[i] as number) + weight * (corner[scalars + i] as number);
      into.leftInTime[i] =
        (into.leftInTime[i] as number) + weight * (corner[scalars + targets + i] as number);
    }
  }
}

function rowOf(outcome: StationOutcome): Corner {
  const { inTime, leftInTime } = outcome;
  const targets = inTime.length;
  const row = new Float64Array(scalars + 2 * targets);
  row[0] = outcome.waitProbability;
  row[1] = outcome.abandonment;
  row[2] = outcome.blocking;
  row[3] = outcome.meanWait;
  row[4] = outcome.meanWaitOfServed;
  row[5] = outcome.meanWaitOfDelayed;
  row[6] = outcome.mostBusy;
  row[7] = outcome.deferredBlocked;
  row[8] = outcome.deferredHeld;
  row[9] = Math.max(0, outcome.mostDeferred);
  for (let i = 0; i < targets; i += 1) {
    row[scalars + i] = inTime[i] as number;
    row[scalars + targets + i] = leftInTime[i] as number;
  }
  return row;
}
