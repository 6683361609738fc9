import { expect, it } from 'vitest';
import type { Law } from '../../core/plan/schema/law.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { agentsFor } from '../../core/queueing/erlangPromises.ts';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { generalHandling } from '../../core/queueing/generalHandling.ts';
import { generalPatience } from '../../core/queueing/generalPatience.ts';
import { singleServer } from '../../core/queueing/singleServer.ts';
import { waitStretch } from '../../core/queueing/waitStretch.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from './near.ts';
import { compareAll, describeRecords, type NumberRecord } from './records.ts';

type PatienceRecord = NumberRecord & { readonly patience: never };
interface FiniteAndGeneral {
  readonly mmnk: readonly (Omit<NumberRecord, 'mean_patience_s'> & {
    readonly mean_patience_s: number | null;
  })[];
  readonly mmn_general_patience: readonly PatienceRecord[];
  readonly mgc_exact_vs_allen_cunneen: readonly (NumberRecord & { readonly service: never })[];
  readonly mg1_pollaczek_khinchine: readonly NumberRecord[];
  readonly ggc_formulas: readonly NumberRecord[];
  readonly halfin_whitt: readonly { readonly exact: readonly NumberRecord[] }[];
  readonly halfin_whitt_inverse: readonly {
    readonly target_p_wait: number;
    readonly staffing: readonly NumberRecord[];
  }[];
  readonly garnett: readonly { readonly theta_over_mu: number; readonly exact: readonly NumberRecord[] }[];
}

/** The record's hyperexponential law: nine tenths with a mean of 1/1.8 of the whole, one tenth with 5 times it. */
function lawOf({ kind, mean_s: mean }: { readonly kind: string; readonly mean_s: number }): Law {
  if (kind === 'exp') return { law: 'exponential', meanSeconds: mean };
  if (kind === 'det') return { law: 'deterministic', seconds: mean };
  if (kind === 'uniform') return { law: 'uniform', lowSeconds: 0, highSeconds: 2 * mean };
  return {
    law: 'mixture',
    parts: [
      { share: 0.9, meanSeconds: mean / 1.8 },
      { share: 0.1, meanSeconds: mean * 5 },
    ],
  };
}

describeRecords<FiniteAndGeneral>(
  'finite_and_general.json',
  (records) => {
    it('hold for limited lines, with and without patience', () => {
      let checked = 0;
      for (const [k, r] of records.mmnk.entries()) {
        const o = succeeded(
          finiteQueue({
            agents: r.agents as number,
            lines: r.lines_total as number,
            arrivals: perSecond((r.calls_per_hour as number) / 3600),
            handling: seconds(r.aht_s as number),
            patience: r.mean_patience_s === null ? undefined : seconds(r.mean_patience_s),
            target: seconds(r.awt_s as number),
          }),
        );
        const rows = [
          ['p_blocked', o.blocking],
          ['p_wait', o.waitProbability],
          ['p_abandon_of_offered', o.abandonment],
          ['mean_queue', o.meanQueue],
          ['p_served', 1 - o.blocking - o.abandonment],
          ['occupancy', o.occupancy],
          ['mean_wait_entered_s', o.meanWaitOfEntered],
          ['p_served_within_T_of_offered', o.serviceLevel],
        ] as const;
        const named = rows.map(([name, value]) => [name, value, r[name] as number] as const);
        checked += compareAll(named, { relative: r.rel_tol as number }, `line ${k}`);
      }
      expect(checked).toBeGreaterThanOrEqual(10 * 8);
    });

    it('hold for patience of four laws', () => {
      let checked = 0;
      for (const [k, r] of records.mmn_general_patience.entries()) {
        const o = succeeded(
          generalPatience({
            agents: r.agents ?? 0,
            arrivals: perSecond((r.calls_per_hour ?? 0) / 3600),
            handling: seconds(r.aht_s ?? 0),
            patience: lawOf(r.patience),
            target: seconds(r.awt_s ?? 0),
          }),
        );
        const rows = [
          ['p_wait', o.waitProbability, r.p_wait],
          ['p_abandon', o.abandonment, r.p_abandon],
          ['mean_wait_all_s', o.meanWait, r.mean_wait_all_s],
          ['mean_queue', o.meanQueue, r.mean_queue],
          ['p_served_within_T', o.serviceLevel, r.p_served_within_T],
          ['occupancy', o.occupancy, r.occupancy],
        ] as const;
        checked += compareAll(rows, { relative: r.rel_tol ?? 0 }, `law ${k}`);
      }
      expect(checked).toBeGreaterThanOrEqual(20 * 6);
    });

    it('bound the error of handling times of any law: exact where it is said to be, else below 3.6 %', () => {
      let worst = 0;
      for (const r of records.mgc_exact_vs_allen_cunneen) {
        const agents = r.servers ?? 0;
        const variation = Math.sqrt(r.scv ?? 0);
        const mean = waitStretch(agents, (r.rho ?? 0) * agents, variation) * (r.mmc_mean_wait ?? 0);
        const error = Math.abs(mean / (r.exact_mean_wait ?? 0) - 1);
        if (agents === 1 || r.scv === 0 || r.scv === 1) expect(error).toBeLessThan(r.rel_tol_exact ?? 0);
        else worst = Math.max(worst, error);
        const allenCunneen = Math.abs(r.rel_error_of_allen_cunneen ?? 0);
        if (allenCunneen > 0.006) expect(error).toBeLessThan(allenCunneen);
      }
      expect(worst).toBeLessThan(0.036);
      expect(worst).toBeGreaterThan(0.03);
      expect(records.mgc_exact_vs_allen_cunneen.length).toBeGreaterThanOrEqual(31);
    });

    it('hold for one agent and for the textbook approximations', () => {
      let checked = 0;
      for (const r of records.mg1_pollaczek_khinchine) {
        const given = { arrivals: perSecond(r.lam ?? 0), handling: seconds(r.mean_service ?? 0) };
        const o = succeeded(singleServer([{ ...given, handlingVariation: Math.sqrt(r.scv ?? 0) }]));
        const [one] = o.classes;
        const rows = [
          ['Wq', o.meanWait, r.Wq],
          ['Lq', o.meanQueue, r.Lq],
          ['W', one?.meanTime, r.W],
          ['L', (one?.meanTime ?? 0) * (r.lam ?? 0), r.L],
        ] as const;
        checked += compareAll(rows, { relative: r.rel_tol ?? 0 }, 'M/G/1');
      }
      for (const r of records.ggc_formulas) {
        const o = succeeded(
          generalHandling({
            agents: r.servers ?? 0,
            arrivals: perSecond(r.lam ?? 0),
            handling: seconds(r.mean_service ?? 0),
            handlingVariation: Math.sqrt(r.cs2 ?? 0),
            arrivalVariation: Math.sqrt(r.ca2 ?? 0),
            target: seconds(1),
          }),
        );
        const rows = [
          ['Allen and Cunneen', o.allenCunneenWait, r.allen_cunneen_Wq],
          ['Sakasegawa', o.sakasegawaWait, r.sakasegawa_Wq],
        ] as const;
        checked += compareAll(rows, { relative: r.rel_tol ?? 0 }, 'G/G/c');
      }
      expect(checked).toBeGreaterThanOrEqual(4 * 4 + 5 * 2);
    });

    it('hold for the exact values beside the many-server limits', () => {
      let checked = 0;
      for (const { exact } of records.halfin_whitt) {
        for (const r of exact) {
          const given = { arrivals: perSecond(r.offered ?? 0), handling: seconds(1), target: seconds(0) };
          const o = succeeded(erlangC({ ...given, agents: r.agents ?? 0 }));
          checked += compareAll(
            [['wait', o.waitProbability, r.erlang_c_p_wait]],
            { relative: 1e-9 },
            'Erlang C',
          );
        }
      }
      for (const { target_p_wait: target, staffing } of records.halfin_whitt_inverse) {
        for (const r of staffing) {
          const given = { arrivals: perSecond(r.offered ?? 0), handling: seconds(1), target: seconds(0) };
          expect(succeeded(agentsFor(given, { mostWaiting: fraction(target) })), `${target}`).toBe(
            r.exact_min,
          );
          checked += 1;
        }
      }
      for (const { theta_over_mu: leaving, exact } of records.garnett) {
        for (const r of exact) {
          const o = succeeded(
            erlangA({
              agents: r.agents ?? 0,
              arrivals: perSecond(r.offered ?? 0),
              handling: seconds(1),
              patience: seconds(1 / leaving),
              target: seconds(0),
            }),
          );
          const scaled = Math.sqrt(r.agents ?? 0) * o.abandonmentOfDelayed;
          const rows = [
            ['wait', o.waitProbability, r.p_wait],
            ['leaving', o.abandonment, r.p_abandon],
            ['scaled', scaled, r.sqrtn_p_abandon_given_wait],
          ] as const;
          checked += compareAll(rows, { relative: 1e-8 }, 'Erlang A');
        }
      }
      expect(checked).toBeGreaterThanOrEqual(8 * 6 + 5 * 6 + 24 * 2 * 3);
    });
  },
  'test/queueing/randomSingleQueues.test.ts',
);
