// The long-run shares of a finite Markov chain whose transitions stay near the diagonal: exact up to rounding, because
// nothing is ever subtracted.

/** Adds a transition rate of the state that is being asked about. */
export type AddRate = (to: number, rate: number) => void;

const ROOM = 1e250;

/**
 * Long-run shares of the states 0 ... size - 1 of an irreducible chain in continuous time.
 *
 * States are taken out one by one from the last, their visits being passed on to the rest; each share then follows
 * from those before it. Every state above 0 must reach a lower one directly or through states above it. `band` bounds
 * |from - to|; the work is size * band^2. Each share is known to a few units of its last digits, however small.
 * Source: Grassmann, Taksar and Heyman, Regenerative analysis and steady state distributions for Markov chains,
 * Operations Research 33 (1985).
 * Example: two states, 0 to 1 at rate 1 and back at rate 3: shares 0.75 and 0.25.
 */
export function bandedStationary(
  size: number,
  band: number,
  ratesFrom: (from: number, add: AddRate) => void,
): Float64Array {
  const width = 2 * band + 1;
  const cells = new Float64Array(size * width);
  /** The cell of (from, to) is at `at(from) + to`. */
  const at = (from: number): number => from * (width - 1) + band;
  for (let from = 0; from < size; from += 1) {
    const base = at(from);
    ratesFrom(from, (to, rate) => {
      if (to !== from) cells[base + to] = (cells[base + to] as number) + rate;
    });
  }

  for (let gone = size - 1; gone > 0; gone -= 1) {
    const least = Math.max(0, gone - band);
    const goneBase = at(gone);
    let leaving = 0;
    for (let to = least; to < gone; to += 1) leaving += cells[goneBase + to] as number;
    for (let from = least; from < gone; from += 1) {
      const base = at(from);
      const rate = cells[base + gone] as number;
      if (rate === 0) continue;
      const visits = rate / leaving;
      cells[base + gone] = visits;
      for (let to = least; to < gone; to += 1) {
        cells[base + to] = (cells[base + to] as number) + visits * (cells[goneBase + to] as number);
      }
    }
  }

  const shares = new Float64Array(size);
  shares[0] = 1;
  for (let state = 1; state < size; state += 1) {
    let share = 0;
    for (let from = Math.max(0, state - band); from < state; from += 1) {
      share += (shares[from] as number) * (cells[at(from) + state] as number);
    }
    shares[state] = share;
    if (share > ROOM) for (let k = 0; k <= state; k += 1) shares[k] = (shares[k] as number) / ROOM;
  }
  return normalised(shares);
}

/** The same shares, so scaled that they add up to 1. */
export function normalised(shares: Float64Array): Float64Array {
  let total = 0;
  for (const share of shares) total += share;
  for (let state = 0; state < shares.length; state += 1) shares[state] = (shares[state] as number) / total;
  return shares;
}
