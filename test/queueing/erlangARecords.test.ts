import { describe, expect, it } from 'vitest';
import { erlangA, erlangAFewestAgents } from '../../core/queueing/erlangA.ts';
import { fraction } from '../../core/units/quantities.ts';
import { cases, measuresOf, queue } from './erlangACases.ts';
import { expectNear, succeeded } from './near.ts';
import { validationFile, validationFolder } from './validationFile.ts';

type NumberRecord = Readonly<Record<string, number>>;
interface Records {
  readonly cases: readonly (NumberRecord & { readonly id: string })[];
  readonly limit_infinite_patience: readonly NumberRecord[];
  readonly limit_zero_patience: readonly NumberRecord[];
  readonly min_agents: readonly (NumberRecord & { readonly metric: string })[];
}

const records = validationFile<Records>('erlang_a.json');
describe('erlangA against the validation records', () => {
  if (records === undefined) {
    it(`found no ${validationFolder}: only the ${cases.length} cases of erlangACases.ts are checked`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
    });
    return;
  }

  it('gives every measure of every record of erlang_a.json', () => {
    let checked = 0;
    for (const r of records.cases) {
      const o = succeeded(erlangA(queue(r.agents, r.calls_per_hour, r.aht_s, r.mean_patience_s, r.awt_s)));
      for (const [name, actual] of Object.entries(measuresOf(o))) {
        const tolerance = { relative: r.rel_tol ?? 0, absolute: r.abs_tol ?? 0 };
        expectNear(actual, r[name] ?? Number.NaN, tolerance, `${r.id} ${name}`);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(46 * 19);
  });

  it('gives every limit of endless and of no patience', () => {
    let checked = 0;
    for (const r of records.limit_infinite_patience) {
      const o = succeeded(erlangA(queue(r.agents, r.calls_per_hour, r.aht_s, r.mean_patience_s, r.awt_s)));
      const tolerance = { relative: r.rel_tol ?? 0 };
      expectNear(o.waitProbability, r.erlang_c_p_wait ?? Number.NaN, tolerance, 'P(wait)');
      expectNear(o.meanWait, r.erlang_c_asa_s ?? Number.NaN, tolerance, 'mean wait');
      expectNear(o.serviceLevels.ofOffered, r.erlang_c_sl ?? Number.NaN, tolerance, 'in time');
      checked += 1;
    }
    for (const r of records.limit_zero_patience) {
      const o = succeeded(erlangA(queue(r.agents, r.calls_per_hour, r.aht_s, r.mean_patience_s, 20)));
      const tolerance = { relative: r.rel_tol ?? 0 };
      expectNear(o.waitProbability, r.erlang_b_blocking ?? Number.NaN, tolerance, 'P(wait)');
      expectNear(o.abandonment, r.erlang_b_blocking ?? Number.NaN, tolerance, 'abandonment');
      checked += 1;
    }
    expect(checked).toBeGreaterThanOrEqual(7);
  });

  it('gives every fewest number of agents', () => {
    for (const r of records.min_agents) {
      const given = queue(1, r.calls_per_hour, r.aht_s, r.mean_patience_s, r.awt_s);
      const target = fraction(r.target ?? 0);
      expect(['p_abandon', 'sl_served_in_T_over_offered']).toContain(r.metric);
      const goal =
        r.metric === 'p_abandon'
          ? ({ measure: 'abandonment', atMost: target } as const)
          : ({ measure: 'ofOffered', atLeast: target } as const);
      expect(succeeded(erlangAFewestAgents(given, goal)), JSON.stringify(r)).toBe(r.min_agents);
    }
    expect(records.min_agents.length).toBeGreaterThanOrEqual(16);
  });
});
