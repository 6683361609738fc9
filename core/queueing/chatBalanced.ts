// A chat team too large for its exact chain: the chats are taken as spread over the agents as evenly as they can be.
import { exp } from '../numerics/exp.ts';
import { log } from '../numerics/log.ts';
import type { ChatSpread, ChatTeam } from './chatTeam.ts';

/**
 * The spread of the chats by a birth-death chain of their number.
 *
 * With c chats on n agents, `fewestChats` puts floor(c / n) or one more on each; `mostChats` fills agents one after the
 * other. Exact for one agent, and for any number where a chat takes as long beside others. Else an approximation: the
 * chats that end leave the spread less even than that. Against the exact chain of 3 to 20 agents with 2 or 3 chats, slower
 * by 20 or 50 % with each further one, the share that waits errs by up to 0.016 under `fewestChats`, 0.04 under `mostChats`.
 * Source: Tezcan and Zhang, Routing and staffing in customer service chat systems with impatient customers, Operations
 * Research 62 (2014), for the even spread.
 * Example: one agent, 2 chats of 1 s each at any level, 1 chat a second: 2/5, 2/5, 1/5 of the time with 0, 1, 2 chats.
 */
export function balancedLoad({ agents, arrivals, handlingAt, routing }: ChatTeam): ChatSpread {
  const most = handlingAt.length;
  const places = agents * most;
  const spreadOf = (chats: number): number[] => {
    const counts = new Array<number>(most + 1).fill(0);
    const put = (level: number, count: number): void => {
      counts[level] = (counts[level] ?? 0) + count;
    };
    if (routing === 'fewestChats') {
      const level = Math.floor(chats / agents);
      const above = chats - level * agents;
      put(level, agents - above);
      if (above > 0) put(level + 1, above);
    } else {
      const full = Math.floor(chats / most);
      const rest = chats - full * most;
      put(most, full);
      if (rest > 0) put(rest, 1);
      put(0, agents - full - (rest > 0 ? 1 : 0));
    }
    return counts;
  };
  const rateOf = (counts: readonly number[]): number =>
    counts.reduce(
      (sum, n, level) => (level > 0 ? sum + (n * level) / (handlingAt[level - 1] as number) : sum),
      0,
    );

  // Logarithms, because the shares of a large team span more than a number can hold.
  const spreads = Array.from({ length: places + 1 }, (_, chats) => spreadOf(chats));
  const logs = [0];
  for (let chats = 1; chats <= places; chats += 1) {
    logs.push((logs[chats - 1] ?? 0) + log(arrivals / rateOf(spreads[chats] ?? [])));
  }
  const top = logs.reduce((most, value) => Math.max(most, value), 0);
  const weights = logs.map((value) => exp(value - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const agentsAt = Array.from(
    { length: most + 1 },
    (_, level) =>
      weights.reduce((sum, weight, chats) => sum + weight * (spreads[chats]?.[level] ?? 0), 0) / total,
  );
  return { full: (weights[places] ?? 0) / total, agentsAt };
}
