import { expect, it } from 'vitest';
import { priorityQueue } from '../../core/queueing/priorityQueue.ts';
import { singleServer } from '../../core/queueing/singleServer.ts';
import { skillRouting } from '../../core/queueing/skillRouting.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from './near.ts';
import { compareAll, describeRecords, type NumberRecord } from './records.ts';

type ClassRecord = NumberRecord & { readonly top_class_tail: never };
interface Priority {
  readonly mg1: readonly {
    readonly rho: number;
    readonly fcfs_Wq: number;
    readonly classes: readonly ClassRecord[];
    readonly rel_tol: number;
  }[];
  readonly mmc_equal_rates: readonly {
    readonly servers: number;
    readonly mu: number;
    readonly p_wait_any: number;
    readonly classes: readonly (NumberRecord & { readonly top_class_tail?: readonly NumberRecord[] })[];
    readonly rel_tol: number;
  }[];
  readonly mmc_two_class_ctmc: readonly NumberRecord[];
  readonly blend_reservation_ctmc: readonly NumberRecord[];
}

describeRecords<Priority>(
  'priority.json',
  (records) => {
    it('hold for ranks at one agent', () => {
      let checked = 0;
      for (const r of records.mg1) {
        const o = succeeded(
          singleServer(
            r.classes.map((one) => ({
              arrivals: perSecond(one.lam ?? 0),
              handling: seconds(one.mean_service ?? 0),
              handlingVariation: Math.sqrt(one.scv ?? 0),
            })),
          ),
        );
        const rows = o.classes.flatMap((one, k) => [
          ['wait', one.meanWait, r.classes[k]?.nonpreemptive_Wq] as const,
          ['queue', one.meanQueue, r.classes[k]?.nonpreemptive_Lq] as const,
          ['time', one.meanTime, r.classes[k]?.nonpreemptive_W] as const,
          ['interrupted time', one.interrupted.meanTime, r.classes[k]?.preemptive_resume_W] as const,
          ['interrupted present', one.interrupted.meanPresent, r.classes[k]?.preemptive_resume_L] as const,
        ]);
        const all = [['busy', o.occupancy, r.rho] as const, ['first come', o.meanWait, r.fcfs_Wq] as const];
        checked += compareAll([...all, ...rows], { relative: r.rel_tol }, 'one agent');
      }
      expect(checked).toBeGreaterThanOrEqual(5 * 12);
    });

    it('hold for ranks before a team, with the tails of the first', () => {
      let checked = 0;
      for (const r of records.mmc_equal_rates) {
        const classes = r.classes.map((one) => ({ arrivals: perSecond(one.lam ?? 0), target: seconds(0) }));
        const team = { agents: r.servers, handling: seconds(1 / r.mu) };
        const o = succeeded(priorityQueue({ ...team, classes }));
        const rows = o.classes.flatMap((one, k) => [
          ['wait', one.meanWait, r.classes[k]?.nonpreemptive_Wq] as const,
          ['queue', one.meanQueue, r.classes[k]?.nonpreemptive_Lq] as const,
          ['deviation', one.waitDeviation, r.classes[k]?.nonpreemptive_sd_wait] as const,
          ['square', one.waitDeviation ** 2 + one.meanWait ** 2, r.classes[k]?.nonpreemptive_EW2] as const,
          ['interrupted present', one.interrupted.meanPresent, r.classes[k]?.preemptive_L] as const,
          ['interrupted time', one.interrupted.meanTime, r.classes[k]?.preemptive_W] as const,
        ]);
        checked += compareAll(
          [['any', o.waitProbability, r.p_wait_any] as const, ...rows],
          { relative: r.rel_tol },
          'team',
        );
        for (const { t = 0, p_wait_longer } of r.classes[0]?.top_class_tail ?? []) {
          const later = succeeded(
            priorityQueue({ ...team, classes: classes.map((one) => ({ ...one, target: seconds(t) })) }),
          );
          const late = 1 - (later.classes[0]?.serviceLevel ?? 0);
          checked += compareAll(
            [['tail', late, p_wait_longer]],
            { relative: r.rel_tol, absolute: 1e-15 },
            `${t}`,
          );
        }
      }
      expect(checked).toBeGreaterThanOrEqual(9 * 18);
    });

    it('hold for ranks with unequal handling times, patience and agents kept free', () => {
      let checked = 0;
      for (const r of [...records.mmc_two_class_ctmc, ...records.blend_reservation_ctmc]) {
        const o = succeeded(
          skillRouting({
            arrivals: [r.l1 ?? 0, r.l2 ?? 0],
            leaving: [r.th1 ?? 0, r.th2 ?? 0],
            agents: [r.c ?? 0],
            rates: [[r.mu1 ?? 0], [r.mu2 ?? 0]],
            groupsOf: [[0], [0]],
            kindsOf: [[0, 1]],
            choice: 'byOrder',
            keptFree: [0, r.threshold ?? 0],
          }),
        );
        const rows = [0, 1].flatMap((k) => [
          [`wait ${k}`, o.kinds[k]?.waitProbability, r[`p_wait_class${k + 1}`]] as const,
          [`queue ${k}`, o.kinds[k]?.meanQueue, r[`Lq${k + 1}`]] as const,
          [`mean wait ${k}`, o.kinds[k]?.meanWait, r[`Wq${k + 1}`]] as const,
          [`leaving ${k}`, o.kinds[k]?.abandonment, r[`p_abandon${k + 1}`]] as const,
        ]);
        checked += compareAll(
          [['busy', o.occupancy[0], r.occupancy] as const, ...rows],
          { relative: r.rel_tol ?? 0 },
          `${r.c}`,
        );
      }
      expect(checked).toBeGreaterThanOrEqual(10 * 9);
    }, 120_000);
  },
  'test/queueing/randomRanks.test.ts',
);
