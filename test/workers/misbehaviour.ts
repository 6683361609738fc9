/** What the misbehaving worker does for which seed. */
export const seeds = {
  throws: 1001,
  exits: 1002,
  hangs: 1003,
  outOfOrder: 1004,
  fillsArrays: 1005,
  fillsHeap: 1006,
  /** These take the whole process along: only in a worker that is one of its own. */
  aborts: 1007,
  breaks: 1008,
  isKilled: 1009,
  leaps: 1010,
} as const;
