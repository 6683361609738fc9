// Networks that are always checked.
import type { JacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';

/** A network and what is known of it. */
export interface Case {
  readonly name: string;
  readonly agents: readonly number[];
  readonly serviceRates: readonly number[];
  readonly external: readonly number[];
  readonly routing: readonly (readonly number[])[];
  readonly flows: readonly number[];
  readonly present: number;
  readonly sojourn: number;
  readonly totalWait: number;
}

// From the validation records; the first is an example of Ross, Introduction to Probability Models. The last three:
// Bolch, Greiner, de Meer and Trivedi, Queueing Networks and Markov Chains, example 7.4; Lazowska et al.,
// Quantitative System Performance, p. 113, as a network; and one agent with returns, by hand.
export const cases: readonly Case[] = [
  {
    name: 'Ross two-server example',
    agents: [1, 1],
    serviceRates: [8, 10],
    external: [4, 5],
    routing: [
      [0, 0.5],
      [0.25, 0],
    ],
    flows: [6, 8],
    present: 7,
    sojourn: 0.7777777777777778,
    totalWait: 0.6055555555555556,
  },
  {
    name: 'single queue with reopen 20%',
    agents: [3],
    serviceRates: [0.6],
    external: [1],
    routing: [[0.2]],
    flows: [1.25],
    present: 3.183846647959702,
    sojourn: 3.183846647959702,
    totalWait: 1.1005133146263684,
  },
  {
    name: 'L1 -> L2 escalation 25%',
    agents: [6, 4],
    serviceRates: [0.0033333333333333335, 0.0016666666666666668],
    external: [0.016666666666666666, 0],
    routing: [
      [0, 0.25],
      [0, 0],
    ],
    flows: [0.016666666666666666, 0.004166666666666667],
    present: 10.970676759297262,
    sojourn: 658.2406055578358,
    totalWait: 208.2406055578358,
  },
  {
    name: 'L1 -> L2 -> L3 (25%, 10%)',
    agents: [13, 8, 2],
    serviceRates: [0.0033333333333333335, 0.001388888888888889, 0.0005555555555555556],
    external: [0.03333333333333333, 0, 0],
    routing: [
      [0, 0.25, 0],
      [0, 0, 0.1],
      [0, 0, 0],
    ],
    flows: [0.03333333333333333, 0.008333333333333333, 0.0008333333333333334],
    present: 21.450416196329115,
    sojourn: 643.5124858898735,
    totalWait: 118.51248588987337,
  },
  {
    name: '3-tier, hours, help-desk',
    agents: [8, 9, 5],
    serviceRates: [8, 2.5, 1.2],
    external: [40, 2, 0.5],
    routing: [
      [0.1, 0.3, 0.02],
      [0.1, 0.05, 0.2],
      [0.05, 0.1, 0.05],
    ],
    flows: [46.663274684873954, 17.38511029411765, 5.168723739495799],
    present: 23.445428149766464,
    sojourn: 0.5516571329356815,
    totalWait: 0.14944011561404685,
  },
  {
    name: '4 queues with triage',
    agents: [2, 5, 4, 4],
    serviceRates: [20, 4, 3.5, 2.4],
    external: [30, 0, 0, 0],
    routing: [
      [0, 0.5, 0.3, 0.1],
      [0, 0.05, 0, 0.15],
      [0, 0, 0.05, 0.2],
      [0.05, 0, 0, 0],
    ],
    flows: [30.367607884922748, 15.982951518380395, 9.589770911028237, 7.352157698454981],
    present: 18.2178065211339,
    sojourn: 0.60726021737113,
    totalWait: 0.23001182200872303,
  },
  {
    name: 'tandem 5 single servers',
    agents: [1, 1, 1, 1, 1],
    serviceRates: [1, 1.1, 1.2, 1.3, 1.4],
    external: [0.8, 0, 0, 0, 0],
    routing: [
      [0, 1, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ],
    flows: [0.8, 0.8, 0.8, 0.8, 0.8],
    present: 11.600000000000003,
    sojourn: 14.500000000000004,
    totalWait: 10.274059274059276,
  },
  {
    name: 'large tiers',
    agents: [280, 150, 55],
    serviceRates: [0.0033333333333333335, 0.0014285714285714286, 0.0006666666666666666],
    external: [0.8333333333333334, 0, 0],
    routing: [
      [0.05, 0.2, 0],
      [0.03, 0.05, 0.15],
      [0, 0.05, 0.02],
    ],
    flows: [0.8831117664721622, 0.18742816050735656, 0.028687983751126002],
    present: 444.4740462145415,
    sojourn: 533.3688554574497,
    totalWait: 6.370593949265104,
  },
  {
    name: 'help desk near saturation',
    agents: [12],
    serviceRates: [10],
    external: [100],
    routing: [[0.1]],
    flows: [111.11111111111111],
    present: 20.172273113771972,
    sojourn: 0.2017227311377197,
    totalWait: 0.0906116200266086,
  },
  {
    name: 'Bolch example 7.4',
    agents: [1, 1, 1, 1],
    serviceRates: [25, 100 / 3, 50 / 3, 20],
    external: [0, 0, 0, 4],
    routing: [
      [0, 0.5, 0.5, 0],
      [1, 0, 0, 0],
      [0.6, 0, 0, 0],
      [1, 0, 0, 0],
    ],
    flows: [20, 10, 10, 4],
    present: 4 + 3 / 7 + 1.5 + 0.25,
    sojourn: (4 + 3 / 7 + 1.5 + 0.25) / 4,
    totalWait: (3.2 + 0.3 * (3 / 7) + 0.9 + 0.05) / 4,
  },
  {
    name: 'Lazowska p. 113',
    agents: [1, 1, 1],
    serviceRates: [1 / 0.005, 1 / 0.03, 1 / 0.027],
    external: [0.3, 0, 0],
    routing: [
      [0, 70 / 121, 50 / 121],
      [1, 0, 0],
      [1, 0, 0],
    ],
    flows: [36.3, 21, 15],
    present: 0.1815 / 0.8185 + 0.63 / 0.37 + 0.405 / 0.595,
    sojourn: (0.1815 / 0.8185 + 0.63 / 0.37 + 0.405 / 0.595) / 0.3,
    totalWait: (0.1815 ** 2 / 0.8185 + 0.63 ** 2 / 0.37 + 0.405 ** 2 / 0.595) / 0.3,
  },
  {
    name: 'one agent, a quarter returns',
    agents: [1],
    serviceRates: [1],
    external: [0.6],
    routing: [[0.25]],
    flows: [0.8],
    present: 4,
    sojourn: 4 / 0.6,
    totalWait: 3.2 / 0.6,
  },
];

/** A network from service rates; every target is 20 s. */
export function networkOf(given: {
  readonly agents: readonly number[];
  readonly serviceRates: readonly number[];
  readonly external: readonly number[];
  readonly routing: readonly (readonly number[])[];
}): JacksonNetwork {
  return {
    nodes: given.agents.map((agents, i) => ({
      agents,
      handling: seconds(1 / (given.serviceRates[i] ?? 0)),
      externalArrivals: perSecond(given.external[i] ?? 0),
      target: seconds(20),
    })),
    routing: given.routing,
  };
}
