/** Where the replication's own row stands: as in kernel/state.ts. */
export const stateAt = 1024;
