// The accuracy cards of all samples: every difference between formula and simulation has a reason that a run shows.
// npm run test:long -- accuracy/samples
import { availableParallelism } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { createStudies } from '../../electron/workers/studies.ts';

const pool = createSimulationPool({ size: Math.min(4, availableParallelism()) });
const runStudy = createStudies({ simulate: pool.simulate });
afterAll(() => pool.close());

describe('the accuracy card of', () => {
  it.each(sampleList().map(({ id }) => id))('%s explains every difference', async (id) => {
    const plan = parsePlan(openSample(id) ?? '').plan as Plan;
    const outcome = await runStudy({
      plan,
      asked: { study: 'accuracy', replications: 20, seed: 1 },
      onStep: () => {},
      signal: new AbortController().signal,
    });
    if (!outcome.ok || outcome.value.study !== 'accuracy') throw new Error(JSON.stringify(outcome));
    const { lines } = outcome.value.value;
    expect(lines.filter(({ verdict }) => verdict === 'open')).toEqual([]);
    const compared = lines.filter(({ verdict }) => verdict === 'agrees' || verdict === 'explained');
    expect(compared.length).toBeGreaterThanOrEqual(10);
    for (const { verdict, run, comparison } of lines) {
      if (verdict !== 'explained') continue;
      expect(Math.abs(comparison.z ?? 0)).toBeGreaterThan(4);
      expect(Math.abs(run?.comparison.z ?? 99)).toBeLessThanOrEqual(4);
      expect(run?.off.length).toBeGreaterThan(0);
    }
  });
});
