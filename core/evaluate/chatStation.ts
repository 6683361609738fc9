// A team that does nothing but chats, several at a time: the chats spread evenly, and a line behind the full team.
import type { ConcurrencyTable } from '../simulation/model/compiledModel.ts';

/** A full team in the units that the line behind it asks for, and what lies below. */
export interface FullTeam {
  /** Sum of the shares of time in which there is room, each divided by the share of the full team with nobody waiting. */
  readonly odds: number;
  /** Agents with one chat at least, summed with the same weights. */
  readonly activeBelow: number;
}

/**
 * The birth-death chain of the number of chats of `balancedLoad` (core/queueing/chatBalanced.ts, which has source and error), from
 * the full team downwards. `arrivals` and `handling`, of a chat alone, in the same unit of time.
 * Example: one agent, 2 chats of 1 s each at any level, 1 chat a second: odds 2 + 2 = 4 (shares 2/5, 2/5, 1/5).
 */
export function fullTeam(
  { limit, speed, fewestFirst }: ConcurrencyTable,
  agents: number,
  arrivals: number,
  handling: number,
): FullTeam {
  let weight = 1;
  let odds = 0;
  let activeBelow = 0;
  for (let chats = agents * limit; chats > 0; chats -= 1) {
    // Agents at a level, and how many have one chat more (fewest first), or what is left beside full agents (most first).
    const level = fewestFirst ? Math.floor(chats / agents) : chats % limit;
    const rate = fewestFirst
      ? (agents - (chats - level * agents)) * level * (speed[level] as number) +
        (level < limit ? (chats - level * agents) * (level + 1) * (speed[level + 1] as number) : 0)
      : Math.floor(chats / limit) * limit * (speed[limit] as number) + level * (speed[level] as number);
    weight *= rate / handling / arrivals;
    odds += weight;
    activeBelow += weight * (fewestFirst ? Math.min(agents, chats - 1) : Math.ceil((chats - 1) / limit));
    if (weight < 1e-18 * odds || odds > 1e250) break;
  }
  return { odds, activeBelow };
}

/** Speed of a full agent, in chats alone. */
export const fullSpeed = ({ limit, speed }: ConcurrencyTable): number => limit * (speed[limit] as number);

/** Speed of an agent with the number of chats at which most is done, in chats alone. */
export function bestSpeed({ limit, speed }: ConcurrencyTable): number {
  let best = 1;
  for (let n = 1; n <= limit; n += 1) best = Math.max(best, n * (speed[n] as number));
  return best;
}
