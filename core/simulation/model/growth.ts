// What the pools of a replication may still take up while it runs. Counted by hand, because no host can bound the memory
// of typed arrays from outside without losing whoever else is in the same process.

/** The replication would have needed more memory than it was given. */
export class GrowthExceeded extends Error {}

let leftBytes = Number.POSITIVE_INFINITY;

/** Sets what the pools of the next replication may grow by, in bytes. */
export function allowGrowth(bytes: number): void {
  leftBytes = bytes;
}

/** Does work within a replication that may grow by so many bytes. Throws GrowthExceeded where it would have needed more. */
export function withinGrowth<Outcome>(bytes: number, work: () => Outcome): Outcome {
  allowGrowth(bytes);
  try {
    return work();
  } finally {
    allowGrowth(Number.POSITIVE_INFINITY);
  }
}

/** Takes bytes off what is left. Throws GrowthExceeded where they are not there; then nothing was allocated. */
export function takeGrowth(bytes: number): void {
  if (bytes > leftBytes) throw new GrowthExceeded(`${bytes} bytes asked, ${leftBytes} left`);
  leftBytes -= bytes;
}
