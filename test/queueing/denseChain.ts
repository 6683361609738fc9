// A slow, plain solution of a finite Markov chain, to hold the quick ones against: all states by name, one equation for
// each, Gauss's elimination with row exchanges.

export type Moves<State> = (state: State) => readonly (readonly [to: State, rate: number])[];

/** Every state reachable from the first, with its long-run share. */
export function solveChain<State>(first: State, moves: Moves<State>): { state: State; share: number }[] {
  const places = new Map<string, number>([[JSON.stringify(first), 0]]);
  const states = [first];
  const rates: { from: number; to: number; rate: number }[] = [];
  for (let from = 0; from < states.length; from += 1) {
    for (const [state, rate] of moves(states[from] as State)) {
      if (rate === 0) continue;
      const key = JSON.stringify(state);
      let to = places.get(key);
      if (to === undefined) {
        to = states.length;
        places.set(key, to);
        states.push(state);
      }
      if (to !== from) rates.push({ from, to, rate });
    }
  }
  const size = states.length;
  // Balance of every state but the last, whose equation is that all shares add up to 1.
  const rows: Float64Array[] = Array.from({ length: size }, () => new Float64Array(size + 1));
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  const add = (row: number, column: number, value: number): void => {
    (rows[row] as Float64Array)[column] = at(row, column) + value;
  };
  for (const { from, to, rate } of rates) {
    add(to, from, rate);
    add(from, from, -rate);
  }
  rows[size - 1]?.fill(1);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as Float64Array, rows[column] as Float64Array];
    const top = rows[column] as Float64Array;
    for (let row = column + 1; row < size; row += 1) {
      const below = rows[row] as Float64Array;
      const factor = (below[column] as number) / (top[column] as number);
      if (factor === 0) continue;
      for (let k = column; k <= size; k += 1) below[k] = (below[k] as number) - factor * (top[k] as number);
    }
  }
  const shares = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = at(row, size);
    for (let k = row + 1; k < size; k += 1) rest -= at(row, k) * (shares[k] as number);
    shares[row] = rest / at(row, row);
  }
  return states.map((state, place) => ({ state, share: shares[place] as number }));
}

/** Sum over the states of share times a value. */
export const meanOf = <State>(
  solved: readonly { readonly state: State; readonly share: number }[],
  value: (state: State) => number,
): number => solved.reduce((sum, { state, share }) => sum + share * value(state), 0);

/** Random numbers from a fixed seed: `between(1, 2)`, `whole(1, 5)`. Source: Steele, Lea and Flood, SplitMix (2014). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  return { between, whole, chance: (share: number): boolean => next() < share };
}
