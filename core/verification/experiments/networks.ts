// Experiments on teams that pass contacts on to each other. Rates are per unit.
import { exactAnswer, type Given } from '../exactAnswer.ts';
import { inScope, scaleFor } from '../figures.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { Experiment, SimulationFigure } from '../verificationCase.ts';

export interface TandemRecord {
  readonly id: string;
  readonly tier1: { readonly agents: number; readonly mu: number; readonly theta: number };
  readonly tier2: { readonly agents: number; readonly mu: number; readonly theta: number };
  readonly lam: number;
  readonly p_escalate: number;
  readonly p_tier2_returns_to_tier1: number;
  readonly Lq1: number;
  readonly Lq2: number;
  readonly occupancy1: number;
  readonly occupancy2: number;
  readonly p_abandon1: number;
  readonly p_abandon2: number;
}

/** Two tiers with patience in both: escalated contacts wait with fresh patience. */
export function tandemExperiment(record: TandemRecord, contacts = 6000): Experiment {
  const { tier1, tier2 } = record;
  const { unit, horizon } = scaleFor(record.lam, contacts);
  const onward = record.p_tier2_returns_to_tier1;
  const plan = planOf({
    horizon,
    tiers: [
      { id: 'one', name: 'One' },
      { id: 'two', name: 'Two' },
    ],
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        patience: exponential(unit / tier1.theta),
        patienceByTier: [{ tier: 'two', patience: exponential(unit / tier2.theta) }],
      },
    ],
    demand: [steadyDemand('calls', record.lam / unit)],
    teams: [teamOf('first', tier1.agents, { tier: 'one' }), teamOf('second', tier2.agents, { tier: 'two' })],
    handling: [
      { when: { tiers: ['one'] }, time: exponential(unit / tier1.mu) },
      { when: { tiers: ['two'] }, time: exponential(unit / tier2.mu) },
    ],
    outcomes: [
      { when: { tiers: ['one'] }, next: [{ kind: 'functional', share: record.p_escalate, to: 'nextTier' }] },
      ...(onward === 0
        ? []
        : [
            {
              when: { tiers: ['two'] },
              next: [{ kind: 'functional' as const, share: onward, to: { team: 'first' } }],
            },
          ]),
    ],
  });
  const of = (team: string, occupancy: number, queue: number, abandons: number): SimulationFigure[] => [
    inScope('teams', team, 'occupancyFraction', occupancy, 0.025),
    inScope('teams', team, 'queueLengthMeanContacts', queue, 0.25 * queue),
    inScope('teams', team, 'abandonedFraction', abandons, 0.025),
  ];
  return {
    plan,
    replications: 20,
    figures: [
      ...of('first', record.occupancy1, record.Lq1, record.p_abandon1),
      ...of('second', record.occupancy2, record.Lq2, record.p_abandon2),
    ],
  };
}

export interface NetworkRecord {
  readonly id: string;
  readonly external_rates: readonly number[];
  readonly routing: readonly (readonly number[])[];
  readonly agents: readonly number[];
  readonly mu: readonly number[];
  readonly nodes: readonly {
    readonly rho: number;
    readonly Lq: number;
    readonly Wq: number;
  }[];
}

/** A Jackson network: every node is a team, every way on is a functional escalation to a named team. */
export function networkExperiment(record: NetworkRecord, contacts = 5000, widest = 0.25): Experiment {
  const teams = record.agents.map((_, i) => `node${i + 1}`);
  const rate = record.external_rates.reduce((sum, value) => sum + value, 0);
  // The slowest handling decides how long an empty start is remembered.
  const slowest = rate / Math.min(...record.mu);
  const { unit, horizon } = scaleFor(rate, contacts, (60 * slowest) / rate);
  const entering = teams.filter((_, i) => (record.external_rates[i] as number) > 0);
  const plan = planOf({
    horizon,
    issueTypes: entering.map((team) => ({ id: `for-${team}`, name: team })),
    demand: entering.map((team) =>
      steadyDemand(team, (record.external_rates[teams.indexOf(team)] as number) / unit, {
        issueType: `for-${team}`,
      }),
    ),
    teams: teams.map((team, i) => teamOf(team, record.agents[i] as number)),
    routing: entering.map((team) => ({
      when: { issueTypes: [`for-${team}`] },
      entries: [{ teams: [team] }],
    })),
    handling: teams.map((team, i) => ({
      when: { teams: [team] },
      time: exponential(unit / (record.mu[i] as number)),
    })),
    outcomes: teams.map((team, i) => ({
      when: { teams: [team] },
      next: teams.flatMap((to, j) => {
        const share = record.routing[i]?.[j] ?? 0;
        return share === 0
          ? []
          : [{ kind: 'functional' as const, share, to: i === j ? ('sameTeam' as const) : { team: to } }];
      }),
    })),
  });
  return {
    plan,
    replications: 20,
    figures: record.nodes.flatMap((node, i) => {
      const team = teams[i] as string;
      const wait = node.Wq * unit;
      return [
        inScope('teams', team, 'occupancyFraction', node.rho, 0.03),
        inScope('teams', team, 'queueLengthMeanContacts', node.Lq, widest * node.Lq + 0.01),
        inScope('teams', team, 'waitMeanSeconds', wait, widest * wait + 0.01 * unit),
      ];
    }),
  };
}

/** A network; rates per unit. */
export interface Network {
  readonly arrivals: readonly number[];
  readonly routing: readonly (readonly number[])[];
  readonly agents: readonly number[];
  readonly handling: readonly number[];
}

export const networkGiven = (network: Network): Given => ({
  agents: network.agents,
  handlingSeconds: network.handling,
  contactsPerHour: network.arrivals.map((rate) => rate * 3600),
  routing: network.routing,
});

/** The record of a network by the formula `network`. */
export function networkRecord(network: Network): NetworkRecord {
  const exact = exactAnswer('network', networkGiven(network));
  return {
    id: 'network',
    external_rates: network.arrivals,
    routing: network.routing,
    agents: network.agents,
    mu: network.handling.map((mean) => 1 / mean),
    nodes: network.agents.map((_, k) => ({
      rho: exact.number('occupancy', k),
      Lq: exact.number('meanQueue', k),
      Wq: exact.number('meanWaitSeconds', k),
    })),
  };
}

/** Two tiers with patience; times in units. */
export interface TwoTiers {
  readonly arrivals: number;
  readonly agents: readonly [number, number];
  readonly handling: readonly [number, number];
  readonly patience: readonly [number, number];
  readonly escalated: number;
  readonly returned: number;
}

export const tandemGiven = (tiers: TwoTiers): Given => ({
  contactsPerHour: tiers.arrivals * 3600,
  agents: tiers.agents,
  handlingSeconds: tiers.handling,
  patienceSeconds: tiers.patience,
  escalated: tiers.escalated,
  returned: tiers.returned,
});

/** The record of two tiers by the chain `two-tiers`. */
export function tandemRecord(tiers: TwoTiers): TandemRecord {
  const exact = exactAnswer('two-tiers', tandemGiven(tiers));
  const tier = (k: 0 | 1) => ({
    agents: tiers.agents[k],
    mu: 1 / tiers.handling[k],
    theta: 1 / tiers.patience[k],
  });
  return {
    id: 'two tiers',
    tier1: tier(0),
    tier2: tier(1),
    lam: tiers.arrivals,
    p_escalate: tiers.escalated,
    p_tier2_returns_to_tier1: tiers.returned,
    Lq1: exact.number('meanQueue', 0),
    Lq2: exact.number('meanQueue', 1),
    occupancy1: exact.number('occupancy', 0),
    occupancy2: exact.number('occupancy', 1),
    p_abandon1: exact.number('pAbandon', 0),
    p_abandon2: exact.number('pAbandon', 1),
  };
}
