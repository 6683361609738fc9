// How the chats of a team are spread over its agents, as states of a chain: how many agents hold 0, 1, 2 ... chats.

/** All ways to spread chats over agents, from none to all full; ordered by the number of chats. */
export interface ChatStates {
  /** `agentsAt[state][level]`: agents that hold `level` chats. */
  readonly agentsAt: readonly (readonly number[])[];
  readonly chats: readonly number[];
  /** The state with one agent moved from a level to the next or the one before. */
  readonly moved: (state: number, fromLevel: number, toLevel: number) => number;
  /** No transition by one chat leads further than this. */
  readonly band: number;
}

/** Number of ways: (agents + most)! / (agents! most!); `chatStateCount(3, 2)` is 10. */
export function chatStateCount(agents: number, most: number): number {
  let count = 1;
  for (let k = 1; k <= most; k += 1) count = (count * (agents + k)) / k;
  return Math.round(count);
}

/** The states of `agents` agents with at most `most` chats each. */
export function chatStates(agents: number, most: number): ChatStates {
  const spreads: number[][] = [];
  const spread = new Array<number>(most + 1).fill(0);
  const fill = (level: number, left: number): void => {
    if (level === most) {
      spread[level] = left;
      spreads.push([...spread]);
      return;
    }
    for (let here = 0; here <= left; here += 1) {
      spread[level] = here;
      fill(level + 1, left - here);
    }
  };
  fill(0, agents);
  const chatsOf = (agentsAt: readonly number[]): number =>
    agentsAt.reduce((sum, count, level) => sum + count * level, 0);
  const agentsAt = spreads.toSorted((one, other) => chatsOf(one) - chatsOf(other));
  const chats = agentsAt.map(chatsOf);

  const keyOf = (counts: readonly number[]): number =>
    counts.reduce((key, count) => key * (agents + 1) + count, 0);
  const places = new Map(agentsAt.map((counts, state) => [keyOf(counts), state]));
  const weights = Array.from({ length: most + 1 }, (_, level) => {
    let weight = 1;
    for (let k = level; k < most; k += 1) weight *= agents + 1;
    return weight;
  });
  const keys = agentsAt.map(keyOf);
  const moved = (state: number, fromLevel: number, toLevel: number): number =>
    places.get((keys[state] ?? 0) - (weights[fromLevel] ?? 0) + (weights[toLevel] ?? 0)) ?? -1;

  const sizes: number[] = [];
  for (const count of chats) sizes[count] = (sizes[count] ?? 0) + 1;
  const band = sizes.reduce((most, size, count) => Math.max(most, size + (sizes[count + 1] ?? 0)), 1);
  return { agentsAt, chats, moved, band };
}
