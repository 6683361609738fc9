import { describe, expect, it } from 'vitest';
import { notYetSimulated } from '../../core/simulation/compile/notYetSimulated.ts';
import { type ChatRecord, chatExperiment } from '../../core/verification/experiments/chats.ts';
import { type DayRecord, dayExperiment } from '../../core/verification/experiments/days.ts';
import {
  type FiniteRecord,
  finiteExperiment,
  type PatienceRecord,
  patienceExperiment,
  type RetrialRecord,
  retrialExperiment,
} from '../../core/verification/experiments/limitedQueue.ts';
import {
  type NetworkRecord,
  networkExperiment,
  type TandemRecord,
  tandemExperiment,
} from '../../core/verification/experiments/networks.ts';
import { priorityExperiment } from '../../core/verification/experiments/priorities.ts';
import { type SkillDesign, skillExperiment } from '../../core/verification/experiments/skills.ts';
import { exponential } from '../../core/verification/planParts.ts';
import type { Experiment } from '../../core/verification/verificationCase.ts';
import { validationFile, validationFolder } from '../queueing/validationFile.ts';
import { parsedPlan } from '../support/plans.ts';
import { expectAgreement } from '../support/steadyState.ts';

// Every record of the validation folder that a plan can say. A record whose plan needs a rule that the engine does not
// use yet is skipped by the name of that rule.

/** One test a record; one that says so where the folder is not there. */
function records<R>(
  name: string,
  found: readonly R[] | undefined,
  label: (record: R, i: number) => string,
  experiment: (record: R) => Experiment,
): void {
  describe(name, () => {
    if (found === undefined) {
      it.skip(`is not compared: ${validationFolder} is not there`, () => {});
      return;
    }
    it('has records', () => expect(found.length).toBeGreaterThan(0));
    for (const [i, record] of found.entries()) {
      const missing = notYetSimulated(parsedPlan(experiment(record).plan)).map(({ feature }) => feature);
      const name = `agrees with record ${label(record, i)}`;
      if (missing.length > 0) it.skip(`${name}: not yet simulated: ${missing.join(', ')}`, () => {});
      else it(name, () => expectAgreement(experiment(record)));
    }
  });
}
const place = (_: unknown, i: number): string => String(i);
const named = ({ id }: { readonly id: string }): string => id;

const finite = validationFile<{
  mmnk: readonly FiniteRecord[];
  mmn_general_patience: readonly PatienceRecord[];
}>('finite_and_general.json');
records('M/M/n/K', finite?.mmnk, place, (record) => finiteExperiment(record));
records(
  'M/M/n+G',
  finite?.mmn_general_patience.filter(({ patience }) => ['det', 'uniform'].includes(patience.kind)),
  place,
  (record) => patienceExperiment(record, record.agents > 25 ? 40_000 : 10_000),
);

const retrialChat = validationFile<{ retrial: readonly RetrialRecord[]; chat: readonly ChatRecord[] }>(
  'retrial_chat.json',
);
records(
  'redials',
  // The longest excursions of the orbit would take hours.
  retrialChat?.retrial.filter(({ occupancy, mean_orbit }) => occupancy < 0.97 && mean_orbit < 20),
  named,
  (record) => retrialExperiment(record),
);
records('chats', retrialChat?.chat, named, (record) => chatExperiment(record, 12_000));

interface SkillRecord {
  readonly id: string;
  readonly arrival_rates: readonly number[];
  readonly agents: readonly number[];
  readonly service_rates: Readonly<Record<string, number>>;
  readonly abandonment_rates: readonly number[];
  readonly arrival_preference: Readonly<Record<string, readonly number[]>>;
  readonly agent_preference: Readonly<Record<string, readonly number[]>>;
  readonly selection: string;
  readonly result: Readonly<Record<string, unknown>>;
}
interface TypeResult {
  readonly p_wait: number;
  readonly mean_queue: number;
  readonly p_abandon: number;
}

function skillRecordExperiment(record: SkillRecord): Experiment {
  const kinds = record.arrival_rates.map((_, k) => k + 1);
  const groups = record.agents.map((_, g) => g + 1);
  const design: SkillDesign = {
    arrivals: record.arrival_rates,
    patience: record.abandonment_rates.map((rate) => 1 / rate),
    agents: record.agents,
    handling: kinds.map((kind) =>
      groups.map((group) => {
        const service = record.service_rates[`type${kind}@group${group}`];
        return service === undefined ? null : 1 / service;
      }),
    ),
    groupsOfKind: kinds.map((kind) => record.arrival_preference[`type${kind}`] ?? []),
    kindsOfGroup: groups.map((group) => record.agent_preference[`group${group}`] ?? []),
    choice: record.selection === 'longest_queue' ? 'longestQueue' : 'byOrder',
  };
  const results = kinds.map((kind) => record.result[`type${kind}`] as TypeResult);
  const truth = {
    waits: results.map((one) => one.p_wait),
    leaves: results.map((one) => one.p_abandon),
    queues: results.map((one) => one.mean_queue),
    occupancy: groups.map((group) => record.result[`group${group}_occupancy`] as number),
  };
  return skillExperiment(design, truth, 8000);
}
records(
  'skills',
  validationFile<{ cases: readonly SkillRecord[] }>('skill_routing.json')?.cases,
  named,
  skillRecordExperiment,
);

interface TwoClasses {
  readonly c: number;
  readonly mu1: number;
  readonly mu2: number;
  readonly l1: number;
  readonly l2: number;
  readonly th1?: number;
  readonly th2?: number;
  readonly threshold?: number;
  readonly Lq1: number;
  readonly Lq2: number;
  readonly p_wait_class1: number;
  readonly p_wait_class2: number;
  readonly p_abandon1: number;
  readonly p_abandon2: number;
}
const priority = validationFile<{
  mmc_two_class_ctmc: readonly TwoClasses[];
  blend_reservation_ctmc: readonly TwoClasses[];
  mmc_equal_rates: readonly {
    readonly servers: number;
    readonly mu: number;
    readonly classes: readonly {
      readonly lam: number;
      readonly p_wait: number;
      readonly nonpreemptive_Lq: number;
    }[];
    readonly rho: number;
  }[];
}>('priority.json');
const twoClasses = (record: TwoClasses): Experiment => {
  const patience = (rate: number | undefined) => (rate === undefined ? {} : { patience: 1 / rate });
  return priorityExperiment(
    record.c,
    [
      {
        arrivals: record.l1,
        handling: (unit) => exponential(unit / record.mu1),
        ...patience(record.th1),
        meanQueue: record.Lq1,
        abandons: record.p_abandon1,
        waits: record.p_wait_class1,
      },
      {
        arrivals: record.l2,
        handling: (unit) => exponential(unit / record.mu2),
        ...patience(record.th2),
        deferred: record.threshold !== undefined,
        meanQueue: record.Lq2,
        ...(record.p_abandon2 === 0 ? {} : { abandons: record.p_abandon2 }),
        waits: record.p_wait_class2,
      },
    ],
    { reserved: record.threshold ?? 0, contacts: 20_000, warmUpUnits: 300 },
  );
};
records('two classes', priority?.mmc_two_class_ctmc, place, twoClasses);
records('a reserve for live work', priority?.blend_reservation_ctmc, place, twoClasses);
records(
  'classes of equal rates',
  priority?.mmc_equal_rates.filter(({ rho }) => rho <= 0.9),
  place,
  ({ servers, mu, classes }) =>
    priorityExperiment(
      servers,
      classes.map(({ lam, nonpreemptive_Lq, p_wait }) => ({
        arrivals: lam,
        handling: (unit: number) => exponential(unit / mu),
        meanQueue: nonpreemptive_Lq,
        waits: p_wait,
      })),
      { contacts: 20_000, warmUpUnits: 300 / mu },
    ),
);

const jackson = validationFile<{
  cases: readonly NetworkRecord[];
  tandem_with_abandonment_ctmc: readonly TandemRecord[];
}>('jackson.json');
records('networks', jackson?.cases, named, (record) =>
  // The large one waits so rarely that its queue is known less well.
  record.id === 'J11' ? networkExperiment(record, 25_000, 1.5) : networkExperiment(record, 20_000, 0.4),
);
records('tandems', jackson?.tandem_with_abandonment_ctmc, named, (record) =>
  tandemExperiment(record, 10_000),
);

records(
  'days of half hours',
  validationFile<{ day_profiles: readonly DayRecord[] }>('day_profile.json')?.day_profiles,
  named,
  (record) => dayExperiment(record, record.calls.length > 10 ? 300 : 1000, { level: 0.04, queueShare: 0.3 }),
);
