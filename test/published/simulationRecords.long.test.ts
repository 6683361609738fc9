import { describe, expect, it } from 'vitest';
import { validationFile, validationFolder } from '../queueing/validationFile.ts';
import { exponential } from '../support/plans.ts';
import { checkDay, type DayRecord } from './simulationDayCases.ts';
import {
  checkNetwork,
  checkPriorities,
  checkSkills,
  checkTandem,
  type NetworkRecord,
  prioritiesOf,
  type SkillRecord,
  type TandemRecord,
} from './simulationNetworkCases.ts';
import {
  type ChatRecord,
  checkChats,
  checkFinite,
  checkPatience,
  checkRetrial,
  type FiniteRecord,
  type PatienceRecord,
  type RetrialRecord,
} from './simulationQueueCases.ts';

// Every record of the validation folder that a plan can say; the quick tests hold copies of some. Records that need an
// order of lines for each group, the longest queue, or work that is interrupted at the end of a shift are left out.

/** One test a record; one that says so where the folder is not there. */
function records<R>(
  name: string,
  found: readonly R[] | undefined,
  label: (record: R, i: number) => string,
  run: (record: R) => void,
): void {
  describe(name, () => {
    if (found === undefined) {
      it.skip(`is not compared: ${validationFolder} is not there`, () => {});
      return;
    }
    it('has records', () => expect(found.length).toBeGreaterThan(0));
    it.each(found.map((record, i) => [label(record, i), record] as const))(
      'agrees with record %s',
      (_, record) => run(record),
    );
  });
}
const place = (_: unknown, i: number): string => String(i);
const named = ({ id }: { readonly id: string }): string => id;

const finite = validationFile<{
  mmnk: readonly FiniteRecord[];
  mmn_general_patience: readonly PatienceRecord[];
}>('finite_and_general.json');
records('M/M/n/K', finite?.mmnk, place, checkFinite);
records(
  'M/M/n+G',
  finite?.mmn_general_patience.filter(({ patience }) => ['det', 'uniform'].includes(patience.kind)),
  place,
  (record) => checkPatience(record, record.agents > 25 ? 40_000 : 10_000),
);

const retrialChat = validationFile<{ retrial: readonly RetrialRecord[]; chat: readonly ChatRecord[] }>(
  'retrial_chat.json',
);
records(
  'redials',
  // The longest excursions of the orbit would take hours.
  retrialChat?.retrial.filter(({ occupancy, mean_orbit }) => occupancy < 0.97 && mean_orbit < 20),
  named,
  (record) => checkRetrial(record),
);
records('chats', retrialChat?.chat, named, (record) => checkChats(record, 12_000));

records(
  'skills',
  validationFile<{ cases: readonly SkillRecord[] }>('skill_routing.json')?.cases.filter(
    (record) => record.selection === 'priority' && prioritiesOf(record) !== undefined,
  ),
  named,
  (record) => checkSkills(record, 8000),
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
const twoClasses = (record: TwoClasses): void => {
  const patience = (rate: number | undefined) => (rate === undefined ? {} : { patience: 1 / rate });
  checkPriorities(
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
    checkPriorities(
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
  record.id === 'J11' ? checkNetwork(record, 25_000, 1.5) : checkNetwork(record, 20_000, 0.4),
);
records('tandems', jackson?.tandem_with_abandonment_ctmc, named, (record) => checkTandem(record, 10_000));

records(
  'days of half hours',
  validationFile<{ day_profiles: readonly DayRecord[] }>('day_profile.json')?.day_profiles.filter(
    ({ shift_end_rule }) => shift_end_rule === 'finish_idle_first',
  ),
  named,
  (record) => checkDay(record, record.calls.length > 10 ? 300 : 1000, { level: 0.04, queueShare: 0.3 }),
);
