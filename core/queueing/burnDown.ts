// A backlog from period to period: what comes, what can be done, what is left.

/** One period; numbers of contacts. */
export interface BacklogPeriod {
  readonly arrivals: number;
  /** What can be done in the period if there is enough to do. */
  readonly capacity: number;
}

/** What became of one period. */
export interface BacklogOutcome {
  readonly done: number;
  readonly backlogAtEnd: number;
}

/**
 * The backlog at the end of each period: what was there plus what came, less as much of it as can be done.
 *
 * Example: 50 at first, nothing comes, 20 a period: 30, 10 and 0 are left, and 10 are done in the last.
 */
export function burnDown(backlog: number, periods: readonly BacklogPeriod[]): BacklogOutcome[] {
  let left = backlog;
  return periods.map(({ arrivals, capacity }) => {
    const done = Math.min(capacity, left + arrivals);
    left = left + arrivals - done;
    return { done, backlogAtEnd: left };
  });
}
