// How often a contact visits each queue of a network on its way.

/**
 * `meanVisits(routing)[i][j]`: mean number of visits to j of a contact that starts at i, the start included. It is the
 * inverse of (identity - routing), by Gauss and Jordan's elimination with row exchanges; undefined where some contacts
 * can never leave.
 *
 * Source: Kemeny and Snell, Finite Markov Chains (1960), 3.2 (the fundamental matrix).
 * Example: one queue from which 20 % return: `meanVisits([[0.2]])` is `[[1.25]]`.
 */
export function meanVisits(routing: readonly (readonly number[])[]): number[][] | undefined {
  const size = routing.length;
  const rows = routing.map((row, i) => {
    const left = row.map((share, j) => (i === j ? 1 : 0) - share);
    const right = row.map((_, j) => (i === j ? 1 : 0));
    return [...left, ...right];
  });
  for (let column = 0; column < size; column += 1) {
    const pivotRow = largestBelow(rows, column);
    const top = rows[column];
    const pivot = rows[pivotRow];
    if (top === undefined || pivot === undefined) return undefined;
    rows[pivotRow] = top;
    rows[column] = pivot;
    const head = pivot[column] ?? 0;
    if (Math.abs(head) < 1e-13) return undefined;
    for (let j = 0; j < 2 * size; j += 1) pivot[j] = (pivot[j] ?? 0) / head;
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (i === column || factor === 0) continue;
      for (let j = 0; j < 2 * size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i += 1) {
    if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
  }
  return best;
}
