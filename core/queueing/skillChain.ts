// All states that a design can reach, numbered, and their long-run shares.
import { bandedStationary } from './bandedChain.ts';
import { type DesignStates, eventsOf, type SkillDesign } from './skillDesign.ts';
import { type IncomingRates, sweptStationary } from './sweptChain.ts';

/** The states of a design and how much of the time each holds. */
export interface SolvedDesign {
  readonly states: readonly (readonly number[])[];
  readonly shares: Float64Array;
}

const MOST_STATES = 400_000;
const MOST_BAND_WORK = 1.2e10;
const MOST_BAND_CELLS = 6e7;

/**
 * Long-run shares with queues up to `limits`; undefined where there are too many states or the sweeps do not settle.
 *
 * The states are found from the empty one on. They are put in order by the longest queue first, which keeps transitions
 * near the diagonal; where elimination would still take too long, sweeps take its place.
 */
export function solvedDesign(
  design: SkillDesign,
  states: DesignStates,
  limits: readonly number[],
): SolvedDesign | undefined {
  const sizes = [
    ...states.pairs.map(([, group]) => (design.agents[group] ?? 0) + 1),
    ...limits.map((limit) => limit + 1),
  ];
  // The dimension with the most values counts most in the order.
  const significance = sizes
    .map((_, place) => place)
    .sort((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0));
  const keyOf = (state: readonly number[]): number =>
    significance.reduce((key, place) => key * (sizes[place] ?? 1) + (state[place] ?? 0), 0);

  const events = eventsOf(design, states, limits);
  const found = [new Array<number>(states.length).fill(0)];
  const known = new Map<number, number>([[0, 0]]);
  const arcs: { from: number; to: number; rate: number }[] = [];
  for (let from = 0; from < found.length; from += 1) {
    if (found.length > MOST_STATES) return undefined;
    events(found[from] ?? [], (next, rate) => {
      const key = keyOf(next);
      let to = known.get(key);
      if (to === undefined) {
        to = found.length;
        known.set(key, to);
        found.push([...next]);
      }
      arcs.push({ from, to, rate });
    });
  }

  const order = [...known].sort(([one], [other]) => one - other).map(([, index]) => index);
  const placeOf = new Int32Array(order.length);
  for (const [place, index] of order.entries()) placeOf[index] = place;
  const ordered = order.map((index) => found[index] ?? []);
  const numbered = arcs.map(({ from, to, rate }) => ({
    from: placeOf[from] as number,
    to: placeOf[to] as number,
    rate,
  }));
  const shares = stationary(ordered.length, numbered);
  return shares === undefined ? undefined : { states: ordered, shares };
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

function stationary(size: number, arcs: readonly Arc[]): Float64Array | undefined {
  const band = arcs.reduce((most, { from, to }) => Math.max(most, Math.abs(from - to)), 1);
  if (size * band * band <= MOST_BAND_WORK && size * (2 * band + 1) <= MOST_BAND_CELLS) {
    const leaving: Arc[][] = Array.from({ length: size }, () => []);
    for (const arc of arcs) leaving[arc.from]?.push(arc);
    return bandedStationary(size, band, (from, add) => {
      for (const { to, rate } of leaving[from] ?? []) add(to, rate);
    });
  }
  return sweptStationary(incoming(size, arcs));
}

function incoming(size: number, arcs: readonly Arc[]): IncomingRates {
  const start = new Int32Array(size + 1);
  const leaving = new Float64Array(size);
  for (const { from, to, rate } of arcs) {
    start[to + 1] = (start[to + 1] as number) + 1;
    leaving[from] = (leaving[from] as number) + rate;
  }
  for (let state = 0; state < size; state += 1) {
    start[state + 1] = (start[state + 1] as number) + (start[state] as number);
  }
  const next = start.slice();
  const fromOf = new Int32Array(arcs.length);
  const rates = new Float64Array(arcs.length);
  for (const { from, to, rate } of arcs) {
    const at = next[to] as number;
    next[to] = at + 1;
    fromOf[at] = from;
    rates[at] = rate;
  }
  return { start, from: fromOf, rate: rates, leaving };
}
