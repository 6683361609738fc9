// Studies that draw what is not known: the same bytes for any number of workers, and the same as without any.
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding, StudyAsked } from '../../core/contract/studies.ts';
import { planInputs } from '../../core/inputs/index.ts';
import type { BreakEvenResult } from '../../core/measures/breakEven.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { type DrawOutcome, probabilityBySimulation, simulateDraw } from '../../core/uncertainty/index.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { createStudies } from '../../electron/workers/studies.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

const promise = {
  ...{ id: 'within20', name: 'Within 20 s', clock: 'firstResponse' as const },
  ...{ targetSeconds: 20, shareToAttain: 0.8, period: 'day' as const },
};
const base: PlanInput = planOf({
  horizon: { start: '2026-01-05', days: 2 },
  demand: [steadyDemand('calls', 0.08)],
  teams: [teamOf('team', 11)],
  handling: [{ time: exponential(100) }],
  promises: [promise],
});
const uncertain: PlanInput = {
  ...base,
  demand: [
    steadyDemand('calls', 1, {
      volume: { contacts: { value: 288, low: 250, high: 320 }, per: 'hour' },
    }),
  ],
  handling: [{ time: { ...exponential(100), assumed: true } }],
};
const parsed = (input: PlanInput): { plan: Plan; planHash: string } => {
  const { plan, planHash, faults } = parsePlanValue(input);
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  return { plan, planHash };
};

const pool = createSimulationPool({ size: 2 });
const runStudy = createStudies({ simulate: pool.simulate, count: pool.count });
afterAll(() => pool.close());

async function found<S extends Finding['study']>(
  input: PlanInput,
  asked: Extract<StudyAsked, { study: S }>,
): Promise<Extract<Finding, { study: S }>['value']> {
  const { signal } = new AbortController();
  const outcome = await runStudy({ plan: parsed(input).plan, asked, onStep: () => {}, signal });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value.value as never;
}
const probability = { study: 'probability', by: 'simulation', replications: 24, seed: 3 } as const;

describe('the study of probability', () => {
  it('gives the same bytes with 1, 2 and 8 workers, and without any', async () => {
    const bytes: string[] = [];
    for (const workers of [1, 2, 8])
      bytes.push(JSON.stringify(await found<'probability'>(uncertain, { ...probability, workers })));
    const { plan, planHash } = parsed(uncertain);
    const context = { planHash, offsets: timeZoneOffsets, seed: 3, perDraw: 2 };
    const outcomes = Array.from({ length: 12 }, (_, draw): DrawOutcome => {
      const outcome = simulateDraw(plan, planInputs(plan), draw, context);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
      return outcome.value;
    });
    bytes.push(JSON.stringify(probabilityBySimulation(plan, context, outcomes)));
    expect(new Set(bytes).size).toBe(1);
  });

  it('says of a plan in which everything is known what its simulation says', async () => {
    const { draws, promises } = await found<'probability'>(base, probability);
    const { result } = simulatePlan(base, { seed: 3, replications: 24 });
    expect(draws).toBe(24);
    const [known] = promises;
    // Both days kept, not one; the mean over days is what the simulation reports by period.
    expect(known?.keptPeriods).toBeCloseTo(result.promises['within20']?.keptInPeriodFraction.value ?? -1, 12);
    expect(known?.levelSplit?.unknown).toEqual({ value: 0, halfWidth: 0 });
    expect(known?.groups).toEqual([]);
  });

  it('answers by formula too', async () => {
    const { by, promises } = await found<'probability'>(uncertain, { ...probability, by: 'formula' });
    expect(by).toBe('formula');
    expect(promises[0]?.kept.value).toBeGreaterThan(0);
  });
});

describe('studies by formula', () => {
  it('refuse a plan with more intervals than formulas answer, and one whose time zone nobody knows', async () => {
    const ended = async (more: Partial<PlanInput>, asked: StudyAsked) => {
      const { signal } = new AbortController();
      const outcome = await runStudy({
        plan: parsed({ ...base, ...more }).plan,
        asked,
        onStep: () => {},
        signal,
      });
      return outcome.ok ? 'answered' : outcome.failure.code;
    };
    const long = { horizon: { start: '2026-01-05', days: 3660, intervalMinutes: 5 } };
    const nowhere = { locale: { timeZone: 'Nowhere/Atlantis' } };
    const sensitivity = { study: 'sensitivity', check: false, replications: 2, seed: 3 } as const;
    const quick = { ...probability, by: 'formula' } as const;
    expect([await ended(long, sensitivity), await ended(long, quick)]).toEqual([
      'formulaTooLarge',
      'formulaTooLarge',
    ]);
    expect([await ended(nowhere, sensitivity), await ended(nowhere, probability)]).toEqual([
      'planInvalid',
      'planInvalid',
    ]);
  });
});

describe('the study of sensitivity', () => {
  it('gives the same bytes with 1, 2 and 8 workers, check and all', async () => {
    const asked = { study: 'sensitivity', check: true, replications: 4, seed: 3 } as const;
    const bytes: string[] = [];
    for (const workers of [1, 2, 8])
      bytes.push(JSON.stringify(await found<'sensitivity'>(uncertain, { ...asked, workers })));
    expect(new Set(bytes).size).toBe(1);
    expect(bytes[0]).toContain('"simulated":{');
  });

  it('looks at one promise only where one is named', async () => {
    const two = { ...uncertain, promises: [{ ...promise, id: 'other' }, promise] };
    const asked = { study: 'sensitivity', check: true, replications: 2, seed: 3 } as const;
    const both = await found<'sensitivity'>(two, asked);
    const one = await found<'sensitivity'>(two, { ...asked, promise: 'within20' });
    expect(one.promises).toEqual([both.promises[1]]);
  });
});

describe('the study of break-even', () => {
  it('gives the same bytes with 1 and 2 workers, check and all, and one promise where one is named', async () => {
    const asked = { study: 'breakEven', check: true, replications: 4, seed: 3 } as const;
    const two = { ...base, promises: [{ ...promise, id: 'other', shareToAttain: 0.7 }, promise] };
    const bytes: string[] = [];
    for (const workers of [1, 2])
      bytes.push(JSON.stringify(await found<'breakEven'>(two, { ...asked, workers })));
    expect(bytes[1]).toBe(bytes[0]);
    const both = JSON.parse(bytes[0] ?? '') as BreakEvenResult;
    expect(both.breaking.map(({ by, promise: of }) => `${by} ${of}`)).toEqual([
      'volume other',
      'volume within20',
      'handling other',
      'handling within20',
    ]);
    expect(both.breaking.every(({ simulated }) => simulated !== null)).toBe(true);
    const one = await found<'breakEven'>(two, { ...asked, promise: 'within20' });
    expect(one.breaking.map(({ by }) => by)).toEqual(['volume', 'handling']);
  });
});
