// Callers who are turned away or give up and call again later: an exact chain of who is in the system and who is away
// and about to return (the orbit).
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type PerSecond,
  perSecond,
  type Seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { bandedStationary } from './bandedChain.ts';
import { AGENTS, ARRIVALS, MEAN_SECONDS, rangeFaults } from './inputFaults.ts';

/** A team whose callers return. */
export interface RetrialQueue {
  readonly agents: number;
  /** Contacts that may be in service or waiting; at least as many as agents. */
  readonly lines: number;
  /** First attempts only. */
  readonly arrivals: PerSecond;
  readonly handling: Seconds;
  /** Mean of the exponential patience; undefined: nobody gives up. */
  readonly patience?: Seconds | undefined;
  /** Mean of the exponential time until a caller tries again. */
  readonly retryDelay: Seconds;
  /** Share of those turned away who try again. */
  readonly retryAfterBlock: Fraction;
  /** Share of those who gave up who try again. */
  readonly retryAfterAbandon: Fraction;
}

/** What is known of such a team. */
export interface RetrialOutcome {
  readonly occupancy: Fraction;
  readonly meanBusy: Contacts;
  readonly meanQueue: Contacts;
  /** Mean number of callers who will try again. */
  readonly meanOrbit: Contacts;
  /** Share of first attempts that are turned away. */
  readonly blockingOfFirst: Fraction;
  /** Share of time in which all agents are busy. */
  readonly allBusy: Fraction;
  /** First and repeated attempts. */
  readonly attempts: PerSecond;
  readonly attemptsPerContact: number;
  /** Share of all attempts that are turned away. */
  readonly blockingOfAttempts: Fraction;
  /** Share of the attempts that get in and give up. */
  readonly abandonmentOfEntered: Fraction;
  /** Share of callers who are served in the end. */
  readonly servedInTheEnd: Fraction;
}

const SHARE = { least: 0, most: 1 };
const NEGLIGIBLE = 1e-13;
const MOST_WORK = 2e10;

/**
 * Long-run measures with returning callers; exact up to an orbit whose share is below 1e-13.
 *
 * States: present 0 ... lines and orbit 0, 1, 2 ...; each in the orbit tries again on its own after an exponential time,
 * keeps neither its place nor its patience, and if turned away stays with the share `retryAfterBlock`. The chain is
 * solved by elimination, level after level of the orbit.
 * Source: Falin and Templeton, Retrial Queues (1997), 2.1; Aguir, Karaesmen, Aksin and Chauvet, The impact of retrials
 * on call center performance, OR Spectrum 26 (2004).
 * Range: 1 to 1,000 agents and lines; `unstable` where the orbit grows without end, `tooLarge` where the chain would
 * take more than some seconds.
 * Example: 1 agent, 1 line, 0.5 calls a second of 1 s, tries again after 1 s, always: orbit 1, 2/3 of attempts blocked.
 */
export function retrialQueue(queue: RetrialQueue): Result<RetrialOutcome, readonly Fault[]> {
  const faults = [
    ...rangeFaults(['agents'], queue.agents, { ...AGENTS, most: 1000 }),
    ...rangeFaults(['lines'], queue.lines, { least: queue.agents, most: 1000, whole: true }),
    ...rangeFaults(['arrivals'], queue.arrivals, ARRIVALS),
    ...rangeFaults(['handling'], queue.handling, MEAN_SECONDS),
    ...(queue.patience === undefined ? [] : rangeFaults(['patience'], queue.patience, MEAN_SECONDS)),
    ...rangeFaults(['retryDelay'], queue.retryDelay, MEAN_SECONDS),
    ...rangeFaults(['retryAfterBlock'], queue.retryAfterBlock, SHARE),
    ...rangeFaults(['retryAfterAbandon'], queue.retryAfterAbandon, SHARE),
  ];
  if (faults.length > 0) return failed(faults);
  if (!isStable(queue)) return failed([fault('unstable', [])]);
  const phases = queue.lines + 1;
  for (let most = 32; ; most *= 2) {
    if (most * phases * phases * phases > MOST_WORK) return failed([fault('tooLarge', [])]);
    const shares = sharesOf(queue, most);
    let last = 0;
    for (let present = 0; present < phases; present += 1) last += shares[most * phases + present] as number;
    if (last < NEGLIGIBLE) return ok(outcomeOf(queue, shares));
  }
}

/** With everybody returning, what the system lets out at its fullest must exceed what comes in. */
function isStable(queue: RetrialQueue): boolean {
  if (queue.retryAfterBlock < 1) return true;
  const lost =
    queue.patience === undefined
      ? 0
      : ((queue.lines - queue.agents) * (1 - queue.retryAfterAbandon)) / queue.patience;
  return queue.arrivals < queue.agents / queue.handling + lost;
}

function sharesOf(queue: RetrialQueue, mostOrbit: number): Float64Array {
  const { agents, lines, arrivals, handling, patience, retryDelay, retryAfterBlock, retryAfterAbandon } =
    queue;
  const phases = lines + 1;
  return bandedStationary(phases * (mostOrbit + 1), phases + 1, (state, add) => {
    const orbit = Math.floor(state / phases);
    const present = state - orbit * phases;
    const more = orbit < mostOrbit ? phases : 0;
    if (present < lines) add(state + 1, arrivals);
    else add(state + more, arrivals * retryAfterBlock);
    if (present > 0) add(state - 1, Math.min(present, agents) / handling);
    if (present > agents && patience !== undefined) {
      const leaving = (present - agents) / patience;
      add(state - 1 + more, leaving * retryAfterAbandon);
      add(state - 1, leaving * (1 - retryAfterAbandon));
    }
    if (orbit > 0) {
      if (present < lines) add(state + 1 - phases, orbit / retryDelay);
      else add(state - phases, (orbit / retryDelay) * (1 - retryAfterBlock));
    }
  });
}

function outcomeOf(queue: RetrialQueue, shares: Float64Array): RetrialOutcome {
  const { agents, lines, arrivals, handling, patience, retryDelay } = queue;
  const phases = lines + 1;
  const mean = { busy: 0, queue: 0, orbit: 0, full: 0, allBusy: 0, blockedRetries: 0 };
  for (const [state, share] of shares.entries()) {
    const orbit = Math.floor(state / phases);
    const present = state - orbit * phases;
    mean.busy += share * Math.min(present, agents);
    mean.queue += share * Math.max(0, present - agents);
    mean.orbit += share * orbit;
    if (present >= agents) mean.allBusy += share;
    if (present === lines) {
      mean.full += share;
      mean.blockedRetries += share * orbit;
    }
  }
  const attempts = arrivals + mean.orbit / retryDelay;
  const blocked = (arrivals * mean.full + mean.blockedRetries / retryDelay) / attempts;
  const abandoning = patience === undefined ? 0 : mean.queue / patience;
  return {
    occupancy: fraction(mean.busy / agents),
    meanBusy: contacts(mean.busy),
    meanQueue: contacts(mean.queue),
    meanOrbit: contacts(mean.orbit),
    blockingOfFirst: fraction(mean.full),
    allBusy: fraction(mean.allBusy),
    attempts: perSecond(attempts),
    attemptsPerContact: attempts / arrivals,
    blockingOfAttempts: fraction(blocked),
    abandonmentOfEntered: fraction(abandoning / (attempts * (1 - blocked))),
    servedInTheEnd: fraction(mean.busy / handling / arrivals),
  };
}
