import { describe, expect, it } from 'vitest';
import { pairedDifference, sampleOf } from '../../core/compare/index.ts';
import {
  type MeasureColumn,
  measureColumns,
  measurePartsOf,
} from '../../core/simulation/collect/measureParts.ts';
import { type CompiledModel, createCollector, simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { singleQueuePlan } from '../support/plans.ts';

const column = (part: Partial<MeasureColumn> = {}): MeasureColumn => ({
  ...{ measure: 'serviceLevelFraction', scope: 'promises', id: 'answered', at: 0, terms: 1, needed: 1 },
  ...{ start: 0, lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY },
  ...part,
});
const rows = (...parts: number[][]): Float64Array[] => parts.map((row) => Float64Array.from(row));

/** A call centre of fifty, as one adds an agent: 0.15 calls a second of 300 seconds. */
const centre = (agents: number): CompiledModel =>
  compiledPlan({
    ...singleQueuePlan({ agents, meanHandlingSeconds: 300, contactsPerHour: 540, targetSeconds: 20 }),
    horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.1 },
  });
const counted = (model: CompiledModel, seed: number, replications: number): Float64Array[] => {
  const partsOf = measurePartsOf(model);
  return Array.from({ length: replications }, (_, r) => partsOf(simulateReplication(model, seed, r).values));
};
const serviceLevel = (model: CompiledModel): MeasureColumn => {
  const found = measureColumns(model).find(({ scope }) => scope === 'promises');
  if (found === undefined) throw new Error('the plan has no promise');
  return found;
};

describe('pairedDifference', () => {
  it('is sure of a difference that is the same in every replication', () => {
    const from = sampleOf(column(), rows([8, 10], [9, 10]));
    const to = sampleOf(column(), rows([8.1, 10], [9.1, 10]));
    const difference = pairedDifference(from, to);
    expect(difference.value).toBeCloseTo(0.01, 12);
    expect(difference.halfWidth).toBeCloseTo(0, 12);
  });

  it('has no interval for one replication, and no value where nothing was counted', () => {
    const one = sampleOf(column(), rows([8, 10]));
    expect(pairedDifference(one, one)).toEqual({ value: 0, halfWidth: null });
    expect(pairedDifference(one, sampleOf(column(), rows([0, 0])))).toEqual({ value: null, halfWidth: null });
  });

  it('adds the terms of a score up, and leaves out what it can do without', () => {
    const score = column({ terms: 2, needed: 1, start: 4 });
    expect(sampleOf(score, rows([-1, 10, 0, 0], [-3, 10, 0, 0])).value).toBeCloseTo(3.8, 12);
    expect(sampleOf(score, rows([0, 0, 1, 1])).value).toBeNull();
  });

  it('takes the values that the collector gives where nothing adjusts them', () => {
    const model = centre(50);
    const [replications, seed] = [4, 3];
    const measured = counted(model, seed, replications);
    const collector = createCollector(model, {
      seed,
      replicationsAsked: replications,
      precisionFraction: null,
    });
    for (let r = 0; r < replications; r += 1) collector.add(simulateReplication(model, seed, r));
    const { total } = collector.result('replicationsDone');
    const compared = measureColumns(model).filter(
      ({ scope, measure }) => scope === 'total' && total[measure],
    );
    expect(compared.length).toBeGreaterThan(20);
    // Waits are adjusted by controls there, and only there.
    for (const one of compared.filter(({ measure }) => !/wait|queueLength/i.test(measure))) {
      const { value } = sampleOf(one, measured);
      if (value === null) expect(total[one.measure]?.value).toBeNull();
      else expect([one.measure, total[one.measure]?.value]).toEqual([one.measure, expect.closeTo(value, 9)]);
    }
  });

  it('is at least four times narrower with the same customers where one agent in fifty is added', () => {
    const replications = 20;
    const [fifty, more] = [centre(50), centre(51)];
    const of = (model: CompiledModel, seed: number) =>
      sampleOf(serviceLevel(model), counted(model, seed, replications));
    for (const seed of [1, 2, 3]) {
      const from = of(fifty, seed);
      const same = pairedDifference(from, of(more, seed)).halfWidth ?? Infinity;
      const independent = pairedDifference(from, of(more, seed + 100)).halfWidth ?? 0;
      expect(independent / same).toBeGreaterThan(4);
    }
  });
});
