import { describe, expect, it } from 'vitest';
import { jacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import { cases, networkOf } from './jacksonCases.ts';
import { expectNear, succeeded } from './near.ts';
import { validationFile, validationFolder } from './validationFile.ts';

interface Records {
  readonly cases: readonly {
    readonly id: string;
    readonly external_rates: readonly number[];
    readonly routing: readonly (readonly number[])[];
    readonly agents: readonly number[];
    readonly mu: readonly number[];
    readonly nodes: readonly Readonly<Record<string, number>>[];
    readonly network_L: number;
    readonly mean_sojourn: number;
    readonly mean_sojourn_by_entry_node: readonly number[];
    readonly mean_total_queue_wait: number;
    readonly rel_tol: number;
  }[];
}

const records = validationFile<Records>('jackson.json');
describe('jacksonNetwork against the validation records', () => {
  if (records === undefined) {
    it(`found no ${validationFolder}: only the ${cases.length} cases of jacksonCases.ts are checked`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
    });
    return;
  }

  it('gives every measure of every product-form record of jackson.json', () => {
    let checked = 0;
    for (const r of records.cases) {
      const outcome = succeeded(
        jacksonNetwork(networkOf({ ...r, serviceRates: r.mu, external: r.external_rates })),
      );
      const tolerance = { relative: r.rel_tol };
      expectNear(outcome.meanPresent, r.network_L, tolerance, `${r.id} present`);
      expectNear(outcome.meanSojourn, r.mean_sojourn, tolerance, `${r.id} sojourn`);
      expectNear(outcome.meanTotalWait, r.mean_total_queue_wait, tolerance, `${r.id} wait`);
      for (const [i, expected] of r.nodes.entries()) {
        const node = outcome.nodes[i];
        const measures: Record<string, number | undefined> = {
          total_rate: node?.arrivals,
          visits_per_external_arrival: node?.visitsPerContact,
          rho: node?.occupancy,
          p_wait: node?.waitProbability,
          Lq: node?.meanQueue,
          L: node?.meanPresent,
          Wq: node?.meanWait,
          W: node?.meanTime,
        };
        for (const [name, actual] of Object.entries(measures)) {
          expectNear(actual ?? Number.NaN, expected[name] ?? Number.NaN, tolerance, `${r.id} ${i} ${name}`);
          checked += 1;
        }
        const fromHere = r.mean_sojourn_by_entry_node[i] ?? Number.NaN;
        expectNear(node?.meanSojournFromHere ?? Number.NaN, fromHere, tolerance, `${r.id} ${i} sojourn`);
      }
    }
    expect(checked).toBeGreaterThanOrEqual(9 * 8);
  });
});
