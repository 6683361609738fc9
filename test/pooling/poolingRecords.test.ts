import { expect, it } from 'vitest';
import {
  crossTrained,
  type PooledKind,
  poolingPrice,
  sharedPlaces,
  teamWith,
} from '../../core/pooling/index.ts';
import { fewestOf } from '../../core/pooling/team.ts';
import { meanOf, solveChain } from '../queueing/denseChain.ts';
import { expectNear, succeeded } from '../queueing/near.ts';
import { compareAll, describeRecords, type NumberRecord } from '../queueing/records.ts';
import { kindOf, slowFewest } from './slowPooling.ts';

describeRecords<{ readonly exact: Readonly<Record<string, NumberRecord>> }>(
  'wallace_whitt.json',
  ({ exact }) => {
    it('give the price of splitting 90 agents into six teams that share their waiting places', () => {
      const [apart, together] = [exact['k=1'] ?? {}, exact['k=6'] ?? {}];
      const split = sharedPlaces({
        teams: Array.from({ length: 6 }, () => ({ load: 14, agents: 15 })),
        places: 30,
      });
      const pooled = sharedPlaces({ teams: [{ load: 84, agents: 90 }], places: 30 });
      const rows = (of: typeof split) =>
        [of.blocking, of.waitProbability, of.meanQueue, of.meanWaitOfEntered * 10, of.occupancy] as const;
      const names = [
        'p_block',
        'p_delay_entered',
        'mean_queue',
        'mean_delay_entered',
        'utilization',
      ] as const;
      const checked = compareAll(
        names.flatMap((name, i) => [
          [`split ${name}`, rows(split)[i], apart[name]] as const,
          [`pooled ${name}`, rows(pooled)[i], together[name]] as const,
          [
            `price ${name}`,
            (rows(split)[i] ?? 0) - (rows(pooled)[i] ?? 0),
            (apart[name] ?? 0) - (together[name] ?? 0),
          ] as const,
        ]),
        { relative: 1e-9 },
        'six teams',
      );
      expect(checked).toBe(15);
    });
  },
  'test/pooling/poolingPrice.test.ts',
);

interface SkillRecord {
  readonly id: string;
  readonly arrival_rates: readonly number[];
  readonly agents: readonly number[];
  readonly abandonment_rates: readonly number[];
  readonly result: Readonly<Record<string, NumberRecord>>;
}

describeRecords<{ readonly cases: readonly SkillRecord[] }>(
  'skill_routing.json',
  ({ cases }) => {
    const recordOf = (id: string): SkillRecord => {
      const found = cases.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no record ${id}`);
      return found;
    };
    const kindsOf = ({ arrival_rates: rates, abandonment_rates: leaving }: SkillRecord): PooledKind[] =>
      rates.map((rate, k) =>
        kindOf(rate * 3600, 1, { patience: 1 / (leaving[k] ?? 1), target: 0, least: 0.5 }),
      );

    it('give the price of splitting four agents into two teams without cross-training (design I)', () => {
      const record = recordOf('SBR08');
      const kinds = kindsOf(record);
      const chain = solveChain(0, (n: number): [number, number][] => [
        ...(n < 90 ? [[n + 1, 4] as [number, number]] : []),
        ...(n > 0 ? [[n - 1, Math.min(n, 4) + 0.5 * Math.max(0, n - 4)] as [number, number]] : []),
      ]);
      const queue = meanOf(chain, (n) => Math.max(0, n - 4));
      const waits = meanOf(chain, (n) => (n >= 4 ? 1 : 0));
      const pooled = succeeded(teamWith(kinds, [0, 1], 4));
      const near = { relative: 1e-9 };
      for (const place of [0, 1]) {
        const apart = succeeded(teamWith(kinds, [place], record.agents[place] ?? 0));
        const exact = record.result[`type${place + 1}`] ?? {};
        expectNear(
          apart.waitProbability - pooled.waitProbability,
          (exact.p_wait ?? 0) - waits,
          near,
          'waiting',
        );
        expectNear(
          apart.meanWait - pooled.meanWait,
          (exact.mean_wait_all ?? 0) - queue / 4,
          near,
          'mean wait',
        );
        expectNear(
          apart.abandonment - pooled.abandonment,
          (exact.p_abandon ?? 0) - queue / 8,
          near,
          'leaving',
        );
      }
      const fewest = (rate: number): number => {
        for (let agents = 1; ; agents += 1) {
          const levels = solveChain(0, (n: number): [number, number][] => [
            ...(n < 90 ? [[n + 1, rate] as [number, number]] : []),
            ...(n > 0
              ? [[n - 1, Math.min(n, agents) + 0.5 * Math.max(0, n - agents)] as [number, number]]
              : []),
          ]);
          if (meanOf(levels, (n) => (n < agents ? 1 : 0)) >= 0.5) return agents;
        }
      };
      const price = succeeded(poolingPrice({ kinds }));
      expect(price.price).toBe(2 * fewest(2) - fewest(4));
    });

    it('show what two able agents beside two teams of two win back (design M)', () => {
      const record = recordOf('SBR10');
      const found = crossTrained({
        kinds: kindsOf(record).map((kind, k) => ({ ...kind, specialists: record.agents[k] ?? 0 })),
        able: record.agents[2] ?? 0,
      });
      for (const [k, one] of found.entries()) {
        const exact = record.result[`type${k + 1}`] ?? {};
        expectNear(one.waitProbability, exact.p_wait ?? 0, { absolute: 0.005 }, 'waiting');
        expectNear(one.meanWait, exact.mean_wait_all ?? 0, { relative: 0.03 }, 'mean wait');
      }
    });
  },
  'test/pooling/poolingPrice.test.ts',
);

describeRecords<{ readonly min_agents_for_service_level: readonly NumberRecord[] }>(
  'erlang_c.json',
  ({ min_agents_for_service_level: records }) => {
    it('give the price of splitting a pool into two alike', () => {
      let checked = 0;
      for (const r of records) {
        const half = kindOf(r.calls_per_hour ?? 0, r.aht_s ?? 0, {
          target: r.awt_s ?? 0,
          least: r.target_sl ?? 0,
        });
        expect(succeeded(fewestOf([half]))).toBe(r.min_agents);
        const load = ((r.calls_per_hour ?? 0) * (r.aht_s ?? 0)) / 3600;
        if (load > 25) continue;
        const pooled = slowFewest(2 * load, (r.awt_s ?? 0) / (r.aht_s ?? 1), r.target_sl ?? 0);
        expect(succeeded(poolingPrice({ kinds: [half, half] })).price).toBe(2 * (r.min_agents ?? 0) - pooled);
        checked += 1;
      }
      expect(checked).toBeGreaterThan(10);
    });
  },
  'test/pooling/poolingPrice.test.ts',
);
