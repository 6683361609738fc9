// A chat team: each agent holds several chats at a time and is slower on each the more it holds. Exact chain of how the
// chats are spread over the agents, and a birth-death chain for teams too large for it.
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type PerSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { bandedStationary } from './bandedChain.ts';
import { balancedLoad } from './chatBalanced.ts';
import { chatStateCount, chatStates } from './chatStates.ts';
import { AGENTS, ARRIVALS, MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { waitingSums } from './waitingLine.ts';

/** A chat queue and its team. */
export interface ChatTeam {
  readonly agents: number;
  readonly arrivals: PerSecond;
  /** Mean duration of a chat while its agent holds 1, 2, 3 ... chats; the length is the most that an agent holds. */
  readonly handlingAt: readonly Seconds[];
  /** Who gets the next chat: the agent with the fewest chats or the one with the most that has room. */
  readonly routing: 'fewestChats' | 'mostChats';
  /** Mean of the exponential patience; undefined: nobody leaves. */
  readonly patience?: Seconds | undefined;
  /** Chats that may wait; undefined: any number, 0: who finds no free place is turned away. */
  readonly waitingPlaces?: number | undefined;
  readonly target: Seconds;
}

/** What is known of a chat team; shares are of all chats offered. */
export interface ChatOutcome {
  /** Whether the spread over the agents is exact or taken as even (`chatBalanced.ts`). */
  readonly isExact: boolean;
  readonly blocking: Fraction;
  /** Share that waits; those turned away are not in it. */
  readonly waitProbability: Fraction;
  readonly abandonment: Fraction;
  /** Share that begins within the target. */
  readonly serviceLevel: Fraction;
  /** Mean wait of all, who leaves or is turned away included. */
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
  readonly meanChats: Contacts;
  /** Share of agents that hold at least one chat. */
  readonly occupancy: Fraction;
  /** Share of all places for chats that is in use. */
  readonly placesInUse: Fraction;
  /** Mean number of chats of an agent that holds any. */
  readonly meanConcurrency: number;
  readonly meanHandling: Seconds;
  /** Share of agents that hold 0, 1, 2 ... chats. */
  readonly agentsAt: readonly Fraction[];
}

const MOST_WORK = 3e9;

/** How much a chain of the team's spread costs; above this the birth-death chain answers. */
const isSmall = (agents: number, most: number): boolean => {
  const states = chatStateCount(agents, most);
  if (states > 60_000) return false;
  const band = (2 * states) / (agents * most) + 2;
  return states * band * band < MOST_WORK;
};

/**
 * Long-run measures of a chat team with concurrency: exact where the chain of the spread is small enough, else by
 * `balancedLoad`, which takes the chats as evenly spread (`isExact` says which).
 *
 * A chat waits only while every agent is full, so the line is that of `waitingSums` on top of the full state, and the
 * spread below it is the chain in which no chat waits.
 * Source: Cui and Tezcan, Approximations for chat service systems using many-server diffusion limits, Mathematics of
 * Operations Research 41 (2016), for the model; the solution is elimination.
 * Range: 1 to 10,000 agents, 1 to 10 chats each; `unstable` where nobody leaves and the chats exceed what the full team
 * does.
 * Example: 3 agents with 2 chats of 1 s alone and 1/0.6 s beside another, 2 chats a second, patience 2 s, fewest first:
 * 6.7456 % wait, 1.251 % leave.
 */
export function chatTeam(team: ChatTeam): Result<ChatOutcome, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['agents'], team.agents, { ...AGENTS, most: 10_000 }),
    ...rangeFaults(['arrivals'], team.arrivals, ARRIVALS),
    ...rangeFaults(['handlingAt'], team.handlingAt.length, { least: 1, most: 10, whole: true }),
    ...team.handlingAt.flatMap((time, k) => rangeFaults(['handlingAt', k], time, MEAN_SECONDS)),
    ...(team.patience === undefined ? [] : rangeFaults(['patience'], team.patience, MEAN_SECONDS)),
    ...(team.waitingPlaces === undefined
      ? []
      : rangeFaults(['waitingPlaces'], team.waitingPlaces, { least: 0, most: AGENTS.most, whole: true })),
    ...rangeFaults(['target'], team.target, TARGET_SECONDS),
  ];
  if (faults.length > 0) return failed(faults);
  const isExact = isSmall(team.agents, team.handlingAt.length);
  const agentsAt = isExact ? exactSpread(team) : balancedLoad(team);
  const outcome = outcomeOf(team, agentsAt, isExact);
  return outcome === undefined ? failed([fault('unstable', [])]) : ok(outcome);
}

/** The spread while nobody waits: share of the full state and mean number of agents that hold 0, 1, 2 ... chats. */
export interface ChatSpread {
  readonly full: number;
  readonly agentsAt: readonly number[];
}

function exactSpread({ agents, arrivals, handlingAt, routing }: ChatTeam): ChatSpread {
  const most = handlingAt.length;
  const { agentsAt, moved, band } = chatStates(agents, most);
  const shares = bandedStationary(agentsAt.length, band, (state, add) => {
    const counts = agentsAt[state] ?? [];
    let taker = -1;
    for (let level = 0; level < most; level += 1) {
      if ((counts[level] ?? 0) > 0 && (taker < 0 || routing === 'mostChats')) taker = level;
    }
    if (taker >= 0) add(moved(state, taker, taker + 1), arrivals);
    for (let level = 1; level <= most; level += 1) {
      const count = counts[level] ?? 0;
      if (count > 0) add(moved(state, level, level - 1), (count * level) / (handlingAt[level - 1] as number));
    }
  });
  const means = new Array<number>(most + 1).fill(0);
  for (const [state, share] of shares.entries()) {
    for (const [level, count] of (agentsAt[state] ?? []).entries()) {
      means[level] = (means[level] ?? 0) + share * count;
    }
  }
  return { full: shares[shares.length - 1] as number, agentsAt: means };
}

function outcomeOf(team: ChatTeam, spread: ChatSpread, isExact: boolean): ChatOutcome | undefined {
  const { agents, arrivals, handlingAt, patience, waitingPlaces, target } = team;
  const most = handlingAt.length;
  const leaving = patience === undefined ? 0 : 1 / patience;
  const taking = (agents * most) / (handlingAt[most - 1] as number);
  const sums = waitingSums({ arrivals, taking, leaving, places: waitingPlaces ?? Infinity, target });
  if (sums === undefined) return undefined;

  // In units of `first / full`: the spread below keeps its shares, the full state becomes a whole line.
  const below = (sums.first * (1 - spread.full)) / spread.full;
  const all = below + sums.total;
  const isNeverFull = spread.full === 0;
  const share = (weight: number): number => (isNeverFull ? 0 : weight / all);
  const fullInAll = share(sums.total);
  const agentsAt = spread.agentsAt.map((mean, level) => {
    const withoutFull = mean - (level === most ? spread.full * agents : 0);
    const rest = isNeverFull ? mean : (withoutFull / (1 - spread.full)) * (1 - fullInAll);
    return spread.full === 1
      ? level === most
        ? agents
        : 0
      : rest + (level === most ? fullInAll * agents : 0);
  });

  const meanChats = agentsAt.reduce((sum, count, level) => sum + count * level, 0);
  const active = agentsAt.reduce((sum, count, level) => (level > 0 ? sum + count : sum), 0);
  const done = agentsAt.reduce(
    (sum, count, level) => (level > 0 ? sum + (count * level) / (handlingAt[level - 1] as number) : sum),
    0,
  );
  const meanQueue = share(sums.queue);
  return {
    isExact,
    blocking: fraction(share(sums.full)),
    waitProbability: fraction(share(sums.admitting)),
    abandonment: fraction((meanQueue * leaving) / arrivals),
    serviceLevel: fraction(Math.min(1, 1 - fullInAll + share(sums.servedInTime))),
    meanWait: seconds(meanQueue / arrivals),
    meanQueue: contacts(meanQueue),
    meanChats: contacts(meanChats),
    occupancy: fraction(active / agents),
    placesInUse: fraction(meanChats / (agents * most)),
    meanConcurrency: meanChats / active,
    meanHandling: seconds(meanChats / done),
    agentsAt: agentsAt.map((count) => fraction(count / agents)),
  };
}
