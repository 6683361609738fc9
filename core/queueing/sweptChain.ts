// The long-run shares of a large Markov chain by sweeps over its states, where eliminating them would take too long.
import { normalised } from './bandedChain.ts';

/** A chain by its transitions, listed by the state they lead to. */
export interface IncomingRates {
  /** Transitions into state s are those from `start[s]` to `start[s + 1] - 1`. */
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly rate: Float64Array;
  /** Sum of the rates out of each state. */
  readonly leaving: Float64Array;
}

const ENOUGH = 1e-13;
const MOST_SWEEPS = 20_000;

/**
 * Long-run shares of an irreducible chain; undefined if the sweeps do not settle.
 *
 * Each sweep (Gauss and Seidel, forwards and backwards in turn) sets every share to what flows in divided by what
 * flows out. From two changes in a row the error still left is estimated; it ends below 1e-13 of all.
 * Source: Stewart, Introduction to the Numerical Solution of Markov Chains (1994), 3.2.
 * Example: two states, 0 to 1 at rate 1 and back at rate 3: shares 0.75 and 0.25.
 */
export function sweptStationary(chain: IncomingRates): Float64Array | undefined {
  const { start, from, rate, leaving } = chain;
  const size = leaving.length;
  const shares = new Float64Array(size).fill(1 / size);
  let before = Infinity;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let change = 0;
    for (let step = 0; step < size; step += 1) {
      const state = sweep % 2 === 0 ? step : size - 1 - step;
      let incoming = 0;
      for (let k = start[state] as number; k < (start[state + 1] as number); k += 1) {
        incoming += (shares[from[k] as number] as number) * (rate[k] as number);
      }
      const share = incoming / (leaving[state] as number);
      change += Math.abs(share - (shares[state] as number));
      shares[state] = share;
    }
    normalised(shares);
    const factor = change / before;
    before = change;
    if (change === 0 || (factor < 1 && (change * factor) / (1 - factor) < ENOUGH)) return shares;
  }
  return undefined;
}
