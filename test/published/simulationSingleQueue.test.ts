import { describe, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from '../queueing/near.ts';
import { validationFile, validationFolder } from '../queueing/validationFile.ts';
import { birthAndDeath, meanOf } from '../support/chains.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import {
  countedUnits,
  expectExactAnswers,
  inTotal,
  promiseKept,
  steadyHorizon,
  unitSeconds,
} from '../support/steadyState.ts';

interface Queue {
  readonly agents: number;
  /** Arrivals per unit, where the mean handling is `meanHandling` units. */
  readonly arrivals: number;
  readonly meanHandling?: number;
  readonly handling?: LawInput;
  readonly patience?: LawInput;
  readonly channel?: Partial<PlanInput['channels'][number]>;
  readonly contacts?: number;
  /** Targets of first response in units, each a promise `within<target>`. */
  readonly targets: readonly number[];
}

const planFor = (queue: Queue): PlanInput & { horizon: ReturnType<typeof steadyHorizon> } => ({
  ...planOf({
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        ...(queue.patience === undefined ? {} : { patience: queue.patience }),
        ...queue.channel,
      },
    ],
    demand: [steadyDemand('calls', queue.arrivals / unitSeconds)],
    teams: [teamOf('team', queue.agents)],
    handling: [{ time: queue.handling ?? exponential((queue.meanHandling ?? 1) * unitSeconds) }],
    promises: queue.targets.map((target) => ({
      id: `within${target}`,
      name: 'Within',
      clock: 'firstResponse' as const,
      targetSeconds: target * unitSeconds,
      shareToAttain: 0.8,
    })),
  }),
  horizon: steadyHorizon(queue.arrivals, queue.contacts),
});

describe('M/M/n', () => {
  it.each([
    { agents: 1, load: 0.6 },
    { agents: 5, load: 4 },
    { agents: 30, load: 27 },
  ])('gives Erlang C: $agents agents, load $load', ({ agents, load }) => {
    const exact = succeeded(
      erlangC({ agents, arrivals: perSecond(load), handling: seconds(1), target: seconds(0.5) }),
    );
    const contacts = agents === 30 ? 20_000 : 8000;
    expectExactAnswers(planFor({ agents, arrivals: load, contacts, targets: [0, 0.5] }), [
      inTotal('waitMeanSeconds', exact.meanWait * unitSeconds, 0.12 * exact.meanWait * unitSeconds),
      inTotal('queueLengthMeanContacts', exact.meanQueue, 0.12 * exact.meanQueue),
      inTotal('occupancyFraction', exact.occupancy, 0.01),
      promiseKept('within0', 1 - exact.waitProbability, 0.02),
      promiseKept('within0.5', exact.serviceLevel, 0.02),
    ]);
  });
});

describe('M/M/n+M', () => {
  it.each([
    { agents: 15, load: 13.3, patience: 0.5 },
    { agents: 5, load: 9, patience: 1 },
    { agents: 2, load: 1.5, patience: 4 },
  ])('gives Erlang A: $agents agents, load $load, patience $patience', ({ agents, load, patience }) => {
    const exact = succeeded(
      erlangA({
        agents,
        arrivals: perSecond(load),
        handling: seconds(1),
        patience: seconds(patience),
        target: seconds(0.2),
      }),
    );
    expectExactAnswers(
      planFor({
        agents,
        arrivals: load,
        patience: exponential(patience * unitSeconds),
        targets: [0, 0.2],
        contacts: 8000,
      }),
      [
        inTotal('abandonedFraction', exact.abandonment, 0.01),
        inTotal('waitMeanSeconds', exact.meanWait * unitSeconds, 0.06 * exact.meanWait * unitSeconds),
        inTotal(
          'answerWaitMeanSeconds',
          exact.meanWaitOfServed * unitSeconds,
          0.06 * exact.meanWaitOfServed * unitSeconds,
        ),
        inTotal('queueLengthMeanContacts', exact.meanQueue, 0.06 * exact.meanQueue),
        inTotal('occupancyFraction', exact.occupancy, 0.01),
        promiseKept('within0', 1 - exact.waitProbability, 0.02),
        promiseKept('within0.2', exact.serviceLevels.ofOffered, 0.02),
      ],
    );
  });
});

describe('M/G/1', () => {
  // Pollaczek-Khinchine: the mean wait is load (1 + cv^2) / (2 (1 - load)) handling times.
  const mean = unitSeconds;
  const laws: readonly (readonly [string, LawInput, number])[] = [
    ['deterministic', { law: 'deterministic', seconds: mean }, 0],
    ['uniform', { law: 'uniform', lowSeconds: 0, highSeconds: 2 * mean }, 1 / Math.sqrt(3)],
    ['gamma', { law: 'gamma', meanSeconds: mean, cv: 0.5 }, 0.5],
    ['lognormal', { law: 'lognormal', meanSeconds: mean, cv: 1.3 }, 1.3],
  ];
  it.each(laws)('gives the formula of Pollaczek and Khinchine: %s', (_, handling, cv) => {
    const load = 0.6;
    const wait = (load * (1 + cv * cv)) / (2 * (1 - load));
    expectExactAnswers(planFor({ agents: 1, arrivals: load, handling, targets: [0], contacts: 8000 }), [
      inTotal('waitMeanSeconds', wait * unitSeconds, 0.12 * wait * unitSeconds),
      inTotal('occupancyFraction', load, 0.01),
      promiseKept('within0', 1 - load, 0.02),
    ]);
  });
});

interface FiniteRecord {
  readonly agents: number;
  readonly lines_total: number;
  readonly calls_per_hour: number;
  readonly aht_s: number;
  readonly mean_patience_s: number | null;
  readonly p_blocked: number;
  readonly p_wait: number;
  readonly p_abandon_of_offered: number;
  readonly mean_queue: number;
  readonly occupancy: number;
}

function checkFinite(record: FiniteRecord): void {
  const arrivals = (record.calls_per_hour / 3600) * record.aht_s;
  const patience = record.mean_patience_s;
  const input = planFor({
    agents: record.agents,
    arrivals,
    channel: { lines: record.lines_total },
    targets: [0],
    ...(patience === null ? {} : { patience: exponential((patience / record.aht_s) * unitSeconds) }),
  });
  const offered = arrivals * countedUnits(input.horizon);
  const entered = 1 - record.p_blocked;
  expectExactAnswers(
    input,
    [
      inTotal('offeredContacts', offered, 0.02 * offered),
      inTotal('blockedContacts', record.p_blocked * offered, 0.02 * offered),
      inTotal('queueLengthMeanContacts', record.mean_queue, 0.1 * record.mean_queue + 0.02),
      inTotal('occupancyFraction', record.occupancy, 0.01),
      // Of those who found a line; the recorded probabilities are of all.
      promiseKept('within0', 1 - record.p_wait / entered, 0.025),
      inTotal('abandonedFraction', record.p_abandon_of_offered / entered, 0.02),
    ]
      .filter(({ name }) => patience !== null || name !== 'abandonedFraction')
      .filter(
        ({ name }) =>
          record.mean_queue > 0 || (name !== 'queueLengthMeanContacts' && !name.includes('within0')),
      ),
  );
}

describe('M/M/n/K', () => {
  it('gives Erlang B where there are as many lines as agents', () => {
    // 10 agents, load 10: the blocking of Erlang B is 0.214582 (file finite_and_general.json, first case).
    checkFinite({
      agents: 10,
      lines_total: 10,
      calls_per_hour: 200,
      aht_s: 180,
      mean_patience_s: null,
      p_blocked: 0.21458234310734733,
      p_wait: 0,
      p_abandon_of_offered: 0,
      mean_queue: 0,
      occupancy: 0.7854176568926526,
    });
  });

  const recorded = validationFile<{ mmnk: readonly FiniteRecord[] }>('finite_and_general.json')?.mmnk;
  it.skipIf(recorded === undefined).each((recorded ?? []).map((record, i) => [i, record] as const))(
    'agrees with recorded case %i',
    (_, record) => checkFinite(record),
  );
  it.runIf(recorded === undefined)(
    `is not compared with records: ${validationFolder} is not there`,
    () => {},
  );
});

interface PatienceRecord {
  readonly agents: number;
  readonly calls_per_hour: number;
  readonly aht_s: number;
  readonly patience: { readonly kind: string; readonly mean_s: number };
  readonly awt_s: number;
  readonly p_wait: number;
  readonly p_abandon: number;
  readonly mean_queue: number;
  readonly p_served_within_T: number;
  readonly occupancy: number;
}

function checkPatience(record: PatienceRecord): void {
  const { kind, mean_s: mean } = record.patience;
  const inUnits = (s: number): number => (s / record.aht_s) * unitSeconds;
  const laws: Readonly<Record<string, LawInput>> = {
    exp: exponential(inUnits(mean)),
    det: { law: 'deterministic', seconds: inUnits(mean) },
    uniform: { law: 'uniform', lowSeconds: 0, highSeconds: inUnits(2 * mean) },
  };
  const patience = laws[kind];
  if (patience === undefined) throw new Error(`patience ${kind}`);
  const target = record.awt_s / record.aht_s;
  const arrivals = (record.calls_per_hour / 3600) * record.aht_s;
  expectExactAnswers(
    planFor({ agents: record.agents, arrivals, patience, targets: [0, target], contacts: 10_000 }),
    [
      inTotal('abandonedFraction', record.p_abandon, 0.015),
      inTotal('queueLengthMeanContacts', record.mean_queue, 0.12 * record.mean_queue),
      inTotal('occupancyFraction', record.occupancy, 0.01),
      promiseKept('within0', 1 - record.p_wait, 0.03),
      promiseKept(`within${target}`, record.p_served_within_T, 0.03),
    ],
  );
}

describe('M/M/n+G', () => {
  it('gives the exact answer for a fixed patience', () => {
    // 20 agents, 400 calls of 180 s an hour, all patient for 120 s (file finite_and_general.json).
    checkPatience({
      agents: 20,
      calls_per_hour: 400,
      aht_s: 180,
      patience: { kind: 'det', mean_s: 120 },
      awt_s: 20,
      p_wait: 0.7302895641711399,
      p_abandon: 0.050950434709614335,
      mean_queue: 5.208266659205024,
      p_served_within_T: 0.38293362407244774,
      occupancy: 0.9490495652903855,
    });
  });

  const recorded = validationFile<{ mmn_general_patience: readonly PatienceRecord[] }>(
    'finite_and_general.json',
  )?.mmn_general_patience.filter(
    ({ patience, agents }) => ['det', 'uniform'].includes(patience.kind) && agents <= 25,
  );
  it.skipIf(recorded === undefined).each((recorded ?? []).map((record, i) => [i, record] as const))(
    'agrees with recorded case %i',
    (_, record) => checkPatience(record),
  );
  it.runIf(recorded === undefined)(
    `is not compared with records: ${validationFolder} is not there`,
    () => {},
  );
});

describe('balking', () => {
  it('gives the birth-and-death chain in which a share of those who would wait does not join', () => {
    const agents = 4;
    const load = 4;
    const share = 0.4;
    const p = birthAndDeath(
      400,
      (n) => (n < agents ? load : load * (1 - share)),
      (n) => Math.min(n, agents),
    );
    const queue = meanOf(p, (n) => Math.max(0, n - agents));
    const waits = meanOf(p, (n) => (n >= agents ? 1 : 0));
    expectExactAnswers(
      planFor({ agents, arrivals: load, channel: { balkingShare: share }, targets: [0], contacts: 10_000 }),
      [
        inTotal('abandonedFraction', waits * share, 0.01),
        inTotal('queueLengthMeanContacts', queue, 0.1 * queue),
        inTotal('occupancyFraction', meanOf(p, (n) => Math.min(n, agents)) / agents, 0.01),
        promiseKept('within0', 1 - waits, 0.02),
      ],
    );
  });
});

interface RetrialRecord {
  readonly id: string;
  readonly servers: number;
  readonly capacity: number;
  readonly lam: number;
  readonly retry_rate: number;
  readonly abandon_rate: number;
  readonly p_retry_after_block: number;
  readonly p_retry_after_abandon: number;
  readonly occupancy: number;
  readonly mean_queue: number;
  readonly mean_orbit: number;
  readonly attempt_rate: number;
  readonly p_blocked_per_attempt: number;
  readonly p_abandon_per_entered_attempt: number;
}

function checkRetrial(record: RetrialRecord): void {
  const input = planFor({
    agents: record.servers,
    arrivals: record.lam,
    channel: {
      lines: record.capacity,
      redial: {
        share: record.p_retry_after_abandon,
        blockedShare: record.p_retry_after_block,
        delay: exponential(unitSeconds / record.retry_rate),
      },
    },
    targets: [],
    contacts: 15_000,
    ...(record.abandon_rate === 0 ? {} : { patience: exponential(unitSeconds / record.abandon_rate) }),
  });
  const units = countedUnits(input.horizon);
  const attempts = record.attempt_rate * units;
  const waits = record.mean_queue > 0;
  expectExactAnswers(
    input,
    [
      inTotal('occupancyFraction', record.occupancy, 0.02),
      inTotal('redialContacts', attempts - record.lam * units, 0.1 * attempts),
      inTotal('blockedContacts', record.p_blocked_per_attempt * attempts, 0.1 * attempts),
      ...(waits ? [inTotal('queueLengthMeanContacts', record.mean_queue, 0.12 * record.mean_queue)] : []),
      ...(record.abandon_rate > 0
        ? [inTotal('abandonedFraction', record.p_abandon_per_entered_attempt, 0.02)]
        : []),
    ].filter(({ name }) => name !== 'blockedContacts' || record.p_blocked_per_attempt > 1e-6),
  );
}

describe('redials', () => {
  it('give the closed form of the single-agent retrial queue', () => {
    // M/M/1/1 with retrials: busy share rho, mean orbit rho (lam + rho eta) / ((1 - rho) eta); lam 0.5, mu 1, eta 1.
    checkRetrial({
      id: 'closed form',
      servers: 1,
      capacity: 1,
      lam: 0.5,
      retry_rate: 1,
      abandon_rate: 0,
      p_retry_after_block: 1,
      p_retry_after_abandon: 0,
      occupancy: 0.5,
      mean_queue: 0,
      mean_orbit: 1,
      attempt_rate: 1.5,
      p_blocked_per_attempt: 2 / 3,
      p_abandon_per_entered_attempt: 0,
    });
  });

  it('of those who abandon give the chain of agents and orbit', () => {
    // File retrial_chat.json, case R20.
    checkRetrial({
      id: 'R20',
      servers: 10,
      capacity: 70,
      lam: 10,
      retry_rate: 0.2,
      abandon_rate: 1,
      p_retry_after_block: 1,
      p_retry_after_abandon: 0.5,
      occupancy: 0.9082675471052761,
      mean_queue: 1.8346490578943078,
      mean_orbit: 4.586622644735688,
      attempt_rate: 10.917324528947137,
      p_blocked_per_attempt: 0,
      p_abandon_per_entered_attempt: 0.16804932866379127,
    });
  });

  const recorded = validationFile<{ retrial: readonly RetrialRecord[] }>('retrial_chat.json')?.retrial.filter(
    // Long excursions of the orbit would need far longer runs than a test may take.
    ({ occupancy, mean_orbit }) => occupancy < 0.97 && mean_orbit < 20,
  );
  it.skipIf(recorded === undefined).each((recorded ?? []).map((record) => [record.id, record] as const))(
    'agree with recorded case %s',
    (_, record) => checkRetrial(record),
  );
  it.runIf(recorded === undefined)(
    `are not compared with records: ${validationFolder} is not there`,
    () => {},
  );
});
