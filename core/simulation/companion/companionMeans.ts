// What the companions are expected to count: the transient chain of M(t)/M/n+M, by uniformisation over the segments in which the
// rates are constant, and what an arrival that finds k in the system may expect. Arrivals see the state as time does.
import type { CompiledModel } from '../model/compiledModel.ts';
import {
  type Companion,
  companionCount,
  companionsOf,
  companionTarget,
  placesPerClass,
} from './companionModel.ts';
import { servedWithin, waitsByLength } from './lineAhead.ts';
import { TransientChain } from './transientChain.ts';

/** More steps times states than this (some tenths of a second) and a companion is done without. */
const mostWork = 2e8;

const known = new WeakMap<CompiledModel, Float64Array | null>();

/** Expectations in the places that runCompanions fills, made once a model; null where they would take too long. */
export function companionMeans(model: CompiledModel): Float64Array | null {
  let means = known.get(model);
  if (means === undefined) {
    means = meansOf(model, companionsOf(model));
    known.set(model, means);
  }
  return means;
}

function meansOf(model: CompiledModel, companions: readonly Companion[]): Float64Array | null {
  if (companions.length === 0) return null;
  const chains = companions.map((companion) => ({ companion, chain: chainOf(model, companion) }));
  if (chains.some(({ chain }) => chain.work(model.horizonSeconds) > mostWork)) return null;
  const means = new Float64Array(model.classes.length * placesPerClass(model));
  for (const { companion, chain } of chains) addMeans(model, companion, chain, means);
  return means;
}

function chainOf(model: CompiledModel, companion: Companion): TransientChain {
  let peak = 0;
  for (const { rates } of pieces(model, companion)) peak = Math.max(peak, sum(rates));
  return new TransientChain(companion, peak);
}

function addMeans(
  model: CompiledModel,
  companion: Companion,
  chain: TransientChain,
  means: Float64Array,
): void {
  const { classes } = companion;
  // Expected arrivals of each class that find k in the system.
  const found = classes.map(() => new Float64Array(chain.states));
  for (const { start, end, rates } of pieces(model, companion)) {
    const time = chain.advance(sum(rates), end - start);
    if (start < model.warmUpSeconds) continue;
    found.forEach((byState, i) => {
      const rate = rates[i] as number;
      if (rate > 0)
        for (let k = 0; k < byState.length; k += 1)
          byState[k] = (byState[k] as number) + rate * (time[k] as number);
    });
  }
  const places = placesPerClass(model);
  const add = (at: number, byState: Float64Array, worth: (ahead: number) => number, atOnce: number): void => {
    let total = 0;
    for (let k = 0; k < byState.length; k += 1)
      total += (byState[k] as number) * (k < companion.agents ? atOnce : worth(k - companion.agents));
    means[at] = (means[at] as number) + total;
  };
  const lengths = chain.states - companion.agents;
  const { waitSeconds, abandons } = waitsByLength(companion, lengths);
  const served = model.promises.map((promise) => {
    const target = companionTarget(promise);
    return target < 0 ? null : servedWithin(companion, lengths, target);
  });
  classes.forEach(({ c }, i) => {
    const byState = found[i] as Float64Array;
    const at = c * places;
    add(at + companionCount.arrivals, byState, () => 1, 1);
    add(at + companionCount.waitSeconds, byState, (ahead) => waitSeconds[ahead] as number, 0);
    add(at + companionCount.abandoned, byState, (ahead) => abandons[ahead] as number, 0);
    served.forEach((inTime, p) => {
      if (inTime === null || model.promises[p]?.ofClass[c] !== 1) return;
      add(at + companionCount.promises + p, byState, (ahead) => inTime[ahead] as number, 1);
    });
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** By class of the companion, a second. */
  readonly rates: readonly number[];
}

/** Stretches of the horizon in which all rates are constant, with a cut at the end of the warm-up. */
function pieces(model: CompiledModel, { classes }: Companion): Piece[] {
  const segments = classes.map(({ entry }) => entry.segments as NonNullable<typeof entry.segments>);
  const cuts = new Set([0, model.warmUpSeconds, model.horizonSeconds]);
  for (const { startsSeconds } of segments) for (const instant of startsSeconds) cuts.add(instant);
  const instants = [...cuts]
    .filter((instant) => instant >= 0 && instant <= model.horizonSeconds)
    .sort((a, b) => a - b);
  const at = segments.map(() => 0);
  return instants.slice(0, -1).map((start, i) => ({
    start,
    end: instants[i + 1] as number,
    rates: segments.map(({ startsSeconds, ratePerSecond }, s) => {
      while (
        (at[s] as number) < ratePerSecond.length &&
        (startsSeconds[(at[s] as number) + 1] as number) <= start
      )
        at[s] = (at[s] as number) + 1;
      const isInside = (startsSeconds[at[s] as number] as number) <= start;
      return isInside ? (ratePerSecond[at[s] as number] ?? 0) : 0;
    }),
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
