// What the stations of sets know of their live lines, whatever the step.
import type { Lanes, Line } from './network.ts';
import { type PlaceLimits, placeLimits } from './placesOf.ts';
import type { LinePromise } from './promiseClock.ts';
import { haveOneLaw, oneTable, ranksOf } from './rankFactors.ts';
import type { SteadyModel } from './steadyModel.ts';

/** By set. */
export interface LinesOfSets {
  readonly liveOf: readonly (readonly number[])[];
  /** Whether live lines of different laws stand before it. */
  readonly isMixed: Uint8Array;
  readonly ranksOf: readonly (readonly number[])[];
  /** How fast its chats are, where all live lines are chats of one kind. */
  readonly chatsOf: readonly Line['chats'][];
  readonly limitsOf: readonly PlaceLimits[];
}

/** Depends on the lanes and the channels. */
export function linesOfSets(model: SteadyModel, lanes: Lanes): LinesOfSets {
  const { lines, sets } = lanes;
  const liveOf = sets.map((set) => set.lines.filter((l) => lines[l]?.live === true));
  return {
    liveOf,
    isMixed: Uint8Array.from(liveOf, (live) => (haveOneLaw(lines, live) ? 0 : 1)),
    ranksOf: liveOf.map((live) => ranksOf(lanes, live)),
    chatsOf: liveOf.map((live) => oneTable(lines, live)),
    limitsOf: liveOf.map((live) => placeLimits(model, lines, live)),
  };
}

/** The targets of promises that the live lines of each set decide, each once, shortest first. */
export function targetsOfSets(
  { liveOf }: LinesOfSets,
  promisesOf: readonly (readonly LinePromise[])[],
): readonly (readonly number[])[] {
  return liveOf.map((live) => {
    const targets = new Set<number>();
    for (const l of live)
      for (const { targetSeconds } of promisesOf[l] ?? []) if (targetSeconds >= 0) targets.add(targetSeconds);
    return [...targets].sort((a, b) => a - b);
  });
}
