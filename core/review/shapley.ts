// A whole shared out among its causes, whatever their order: the Shapley value. Every cause gets its mean effect over all orders in
// which they could have come, so that the parts add up to the whole and none is favoured for coming first.

/** Every set of the causes as bits of a number, from none to all. */
export const setsOf = (causes: number): number[] => Array.from({ length: 1 << causes }, (_, set) => set);

/**
 * Weights by which the values of all sets add up to the part of one cause: |S|! (n - |S| - 1)! / n! of the step from S to S with
 * the cause (Shapley, 1953). Example: two causes, the second one: -1/2, -1/2, 1/2, 1/2 for {}, {1}, {2}, {1, 2}.
 */
export function shapleyWeights(causes: number, cause: number): number[] {
  const bit = 1 << cause;
  return setsOf(causes).map((set) => {
    const isIn = (set & bit) !== 0;
    const others = sizeOf(set) - (isIn ? 1 : 0);
    const weight = (factorial(others) * factorial(causes - others - 1)) / factorial(causes);
    return isIn ? weight : -weight;
  });
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
