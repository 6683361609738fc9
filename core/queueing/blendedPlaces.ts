// How many places to wait the chain behind core/queueing/blendedTeam.ts needs.

/** Calls that wait at most; what lies beyond is cut off. */
const mostWaiting = 160;
const negligible = 1e-5;

interface Rates {
  readonly agents: number;
  /** Calls a second that join the line; rates at which a call ends, one that waits leaves, a deferred piece ends. */
  readonly joining: number;
  readonly work: number;
  readonly leaving: number;
  readonly piece: number;
  /** Deferred pieces under way at most. */
  readonly top: number;
}

/** Places beyond which hardly any call waits, with as many pieces under way as there can be. */
export function placesToWait({ agents, joining, work, leaving, piece, top }: Rates, reserve: number): number {
  const drain = Math.min(agents * work, Math.min(reserve, agents) * work + top * piece);
  let weight = 1;
  let sum = 1;
  if (leaving > 0) {
    let places = 1;
    for (; places < mostWaiting; places += 1) {
      weight *= joining / (drain + places * leaving);
      sum += weight;
      if (weight < negligible * sum) break;
    }
    return places;
  }
  let places = Math.ceil((8 * joining) / drain);
  const ratio = Math.min(0.97, joining / (agents * work));
  for (; places < mostWaiting && weight > negligible; places += 1) weight *= ratio;
  return Math.min(mostWaiting, places);
}
