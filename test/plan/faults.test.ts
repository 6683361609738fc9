import { describe, expect, it } from 'vitest';
import { type FaultCode, faultCodes } from '../../core/plan/faultCodes.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import ar from '../../locales/ar/faults.json' with { type: 'json' };
import en from '../../locales/en/faults.json' with { type: 'json' };
import fa from '../../locales/fa/faults.json' with { type: 'json' };
import { smallPlan, threeTierPlan } from '../support/plans.ts';
import { faultCases } from './faultCases.ts';

const codes = Object.keys(faultCodes) as FaultCode[];
const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, fa, ar };

describe('the fault codes', () => {
  it.each(codes)('%s is found where it is, with everything that its sentence needs', (code) => {
    const { faults, warnings } = faultCases[code]();
    const listed = faultCodes[code] === 'error' ? faults : warnings;
    const fault = listed.find((candidate) => candidate.code === code);
    expect(listed.map((candidate) => candidate.code)).toContain(code);
    for (const [language, sentences] of Object.entries(texts)) {
      const needed = [...(sentences[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
      expect(sentences[code], `${code} in ${language}`).toBeTruthy();
      expect(Object.keys(fault?.params ?? {}), `${code} in ${language}`).toEqual(
        expect.arrayContaining(needed),
      );
    }
  });

  it('have a sentence each, and there is no other sentence', () => {
    expect(codes.length).toBeGreaterThan(100);
    for (const sentences of Object.values(texts))
      expect(Object.keys(sentences).sort()).toEqual([...codes].sort());
  });

  it('of warnings leave the plan usable', () => {
    const input = { ...smallPlan(), company: { personas: [{ id: 'elder', name: 'Elder', share: 0.3 }] } };
    const { plan, planHash, faults, warnings } = parsePlanValue(input);
    expect(faults).toEqual([]);
    expect(warnings.map((warning) => warning.code)).toEqual(['personaSharesNotOne']);
    expect(plan?.id).toBe('single-queue');
    expect(planHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are absent from plans that are sound', () => {
    for (const input of [smallPlan(), threeTierPlan()]) {
      const { plan, faults, warnings } = parsePlanValue(input);
      expect([plan?.id, faults, warnings]).toEqual([input.id, [], []]);
    }
  });
});
