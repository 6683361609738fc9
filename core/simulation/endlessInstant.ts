// A replication whose clock no longer moves.

/** More events than this at one instant, and ten for each contact, can only be a cycle that takes no time. */
export const mostSimultaneous = 100_000;

export class EndlessInstant extends Error {
  readonly atSeconds: number;
  constructor(atSeconds: number) {
    super(`more than ${mostSimultaneous} events at ${atSeconds} s`);
    this.atSeconds = atSeconds;
  }
}
