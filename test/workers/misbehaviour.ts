/** What the misbehaving worker does for which seed. */
export const seeds = {
  throws: 1001,
  exits: 1002,
  hangs: 1003,
  outOfOrder: 1004,
  fillsArrays: 1005,
  fillsHeap: 1006,
} as const;
