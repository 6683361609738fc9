// Open Jackson network: contacts pass from queue to queue at random, with escalation, bounces and reopening; in the
// long run each queue behaves as Erlang C under its total flow.
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type PerSecond,
  perSecond,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { type ErlangCOutcome, erlangC } from './erlangC.ts';
import { AGENTS, MEAN_SECONDS, rangeFaults, TARGET_SECONDS } from './inputFaults.ts';
import { meanVisits } from './meanVisits.ts';

/** One queue of the network and its team. */
export interface JacksonNode {
  readonly agents: number;
  /** Mean handling time of one visit. */
  readonly handling: Seconds;
  /** Arrivals from outside; may be none. */
  readonly externalArrivals: PerSecond;
  /** A wait up to this is in time. */
  readonly target: Seconds;
}

/** The network; `routing[i][j]` is the share of visits to i that go on to j, the rest of row i leaves. */
export interface JacksonNetwork {
  readonly nodes: readonly JacksonNode[];
  readonly routing: readonly (readonly number[])[];
}

/** One queue in the network; the measures of Erlang C are per visit. */
export interface JacksonNodeOutcome extends ErlangCOutcome {
  /** Flow through the queue: from outside and from other queues. */
  readonly arrivals: PerSecond;
  /** Mean number of visits to this queue per contact that enters the network. */
  readonly visitsPerContact: number;
  /** Mean wait plus handling of one visit. */
  readonly meanTime: Seconds;
  /** Mean time in the network of a contact that enters here, over all its visits. */
  readonly meanSojournFromHere: Seconds;
}

/** What is known of a network; means over an unstable queue are Infinity. */
export interface JacksonOutcome {
  readonly nodes: readonly JacksonNodeOutcome[];
  /** The positions of the queues whose load is not below their agents. */
  readonly unstableNodes: readonly number[];
  /** Mean number of contacts in the network. */
  readonly meanPresent: Contacts;
  /** Mean time from entry to exit of a contact. */
  readonly meanSojourn: Seconds;
  /** Mean time spent waiting in a contact's whole way. */
  readonly meanTotalWait: Seconds;
}

/**
 * Flows, waits and times in the network; exact in the long run for exponential handling and Poisson arrivals.
 *
 * The flows solve flow(j) = external(j) + sum over i of flow(i) routing(i, j). In a network with returns the arrivals
 * at a queue are not Poisson, but they see its long-run state all the same.
 * Source: Jackson, Networks of waiting lines, Operations Research 5 (1957).
 * Range: as `erlangC`; a queue without any flow is empty; routing shares from 0, each row at most 1, every contact
 * must be able to leave (`neverLeaves`), some must arrive.
 * Example: single agents of 8 and 10 per second, 4 and 5 from outside, 1/2 of the first go to the second, 1/4 of the
 * second to the first: flows 6 and 8, 7 contacts present, mean time 7/9 s (Ross, Introduction to Probability Models).
 */
export function jacksonNetwork(network: JacksonNetwork): Result<JacksonOutcome, readonly Fault[]> {
  const faults = networkFaults(network);
  if (faults.length > 0) return failed(faults);
  const visits = meanVisits(network.routing);
  if (visits === undefined) return failed([fault('neverLeaves', ['routing'])]);
  const external = network.nodes.map((node) => node.externalArrivals as number);
  const entering = external.reduce((sum, rate) => sum + rate, 0);

  const queues = network.nodes.map((node, j) => {
    const flow = external.reduce((sum, rate, i) => sum + rate * (visits[i]?.[j] ?? 0), 0);
    return { flow, outcome: queueOutcome(node, flow) };
  });
  const times = queues.map(({ outcome }, j) => outcome.meanWait + (network.nodes[j]?.handling ?? 0));

  const nodes = queues.map(({ flow, outcome }, i) => ({
    ...outcome,
    arrivals: perSecond(flow),
    visitsPerContact: flow / entering,
    meanTime: seconds(times[i] ?? 0),
    meanSojournFromHere: seconds(weighted(visits[i] ?? [], times)),
  }));
  const perContact = nodes.map((node) => node.visitsPerContact);
  return ok({
    nodes,
    unstableNodes: nodes.flatMap((node, i) => (node.isStable ? [] : [i])),
    meanPresent: contacts(nodes.reduce((sum, node) => sum + node.meanPresent, 0)),
    meanSojourn: seconds(weighted(perContact, times)),
    meanTotalWait: seconds(
      weighted(
        perContact,
        nodes.map((node) => node.meanWait),
      ),
    ),
  });
}

/** Sum of weight times value, where no weight means no share in it even if the value is infinite. */
function weighted(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => (weight > 0 ? sum + weight * (values[i] ?? 0) : sum), 0);
}

/** A queue that nobody reaches has the measures of the smallest flow there is: no load, no wait. */
function queueOutcome(node: JacksonNode, flow: number): ErlangCOutcome {
  const result = erlangC({
    agents: node.agents,
    arrivals: perSecond(flow > 0 ? flow : Number.MIN_VALUE),
    handling: node.handling,
    target: node.target,
  });
  if (!result.ok) throw new Error('a checked queue was refused');
  return result.value;
}

function networkFaults({ nodes, routing }: JacksonNetwork): Fault[] {
  const faults = nodes.flatMap((node, i) => [
    ...rangeFaults(['nodes', i, 'agents'], node.agents, AGENTS),
    ...rangeFaults(['nodes', i, 'handling'], node.handling, MEAN_SECONDS),
    ...rangeFaults(['nodes', i, 'externalArrivals'], node.externalArrivals, { least: 0, most: 1e6 }),
    ...rangeFaults(['nodes', i, 'target'], node.target, TARGET_SECONDS),
  ]);
  if (!nodes.some((node) => node.externalArrivals > 0)) faults.push(fault('noArrivals', ['nodes']));
  if (routing.length !== nodes.length) {
    faults.push(fault('wrongLength', ['routing'], { value: routing.length, expected: nodes.length }));
  }
  for (const [i, row] of routing.entries()) {
    if (row.length !== nodes.length) {
      faults.push(fault('wrongLength', ['routing', i], { value: row.length, expected: nodes.length }));
    }
    for (const [j, share] of row.entries()) {
      faults.push(...rangeFaults(['routing', i, j], share, { least: 0, most: 1 }));
    }
    const sum = row.reduce((all, share) => all + share, 0);
    if (sum > 1 + 1e-12) faults.push(fault('moreThanAll', ['routing', i], { value: sum }));
  }
  return faults;
}
