import { describe, expect, it } from 'vitest';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import { smallPlan, threeTierPlan } from '../support/plans.ts';

const codesOf = (text: string) => parsePlan(text).faults.map((fault) => fault.code);
const problems = (value: unknown) =>
  parsePlanValue(value).faults.map(({ code, path, params }) => ({ code, at: path.join('.'), ...params }));

describe('parsePlan', () => {
  it('gives the plan with its defaults and its hash', () => {
    const { plan, planHash, faults, warnings } = parsePlan(JSON.stringify(smallPlan()));
    expect([faults, warnings]).toEqual([[], []]);
    expect(planHash).toMatch(/^[0-9a-f]{64}$/);
    expect(plan?.locale.timeZone).toBe('UTC');
    expect(plan?.teams[0]?.groups[0]?.order).toBe('liveFirst');
  });

  it('gives neither plan nor hash where there is a fault', () => {
    expect(parsePlan('{}')).toMatchObject({ plan: null, planHash: null });
  });

  it('names both versions of a newer document, and nothing else', () => {
    const newer = { ...smallPlan(), formatVersion: 7, channels: 'new meaning' };
    expect(problems(newer)).toEqual([
      { code: 'versionNewer', at: 'formatVersion', version: 7, supported: 1 },
    ]);
  });

  it('refuses versions that never were', () => {
    for (const formatVersion of [0, -1, 1.5, '1', null, undefined]) {
      expect(problems({ ...smallPlan(), formatVersion })).toMatchObject([{ code: 'versionUnknown' }]);
    }
  });

  it('tells every fault of the fields with its path', () => {
    const plan = {
      ...smallPlan(),
      horizon: { start: '2026-13-01', days: 1e20, weeks: 1 },
      outcomes: [
        {
          next: [
            { kind: 'functional', share: '0.5', to: { teem: 'x' } },
            { kind: 'functional', share: 0.5, to: 'nexttier' },
          ],
        },
      ],
      handling: [{ time: { law: 'gamma', meanSecond: 5, cv: 1 } }, { time: { law: 'guess' } }, { time: {} }],
      profiles: [{ id: 'p', name: 'p', weekdayFactors: { munday: 1 } }],
    };
    expect(problems(plan)).toEqual([
      { code: 'invalidDate', at: 'horizon.start', found: '"2026-13-01"' },
      { code: 'numberTooLarge', at: 'horizon.days', maximum: 3660, found: '100000000000000000000' },
      { code: 'unknownField', at: 'horizon.weeks', field: 'weeks' },
      {
        code: 'misspeltField',
        at: 'profiles.0.weekdayFactors.munday',
        field: 'munday',
        didYouMean: 'monday',
      },
      { code: 'missingField', at: 'handling.0.time.meanSeconds' },
      {
        code: 'misspeltField',
        at: 'handling.0.time.meanSecond',
        field: 'meanSecond',
        didYouMean: 'meanSeconds',
      },
      {
        code: 'notInList',
        at: 'handling.1.time.law',
        found: '"guess"',
        options: 'exponential, lognormal, gamma, weibull, uniform, deterministic, mixture, empirical, never',
      },
      { code: 'missingField', at: 'handling.2.time.law' },
      { code: 'expectedQuantity', at: 'outcomes.0.next.0.share', found: '"0.5"' },
      { code: 'missingField', at: 'outcomes.0.next.0.to.team' },
      { code: 'misspeltField', at: 'outcomes.0.next.0.to.teem', field: 'teem', didYouMean: 'team' },
      {
        code: 'notInList',
        at: 'outcomes.0.next.1.to',
        found: '"nexttier"',
        options: 'nextTier, sameTeam, {"team": "…"}',
      },
    ]);
  });

  it('says of a quantity with a range what is wrong inside it', () => {
    const share = { value: 1.5, low: 'a', assumed: true };
    const channels = [{ id: 'phone', name: 'Phone', kind: 'phone', balkingShare: share }];
    expect(problems({ ...smallPlan(), channels })).toEqual([
      { code: 'shareTooLarge', at: 'channels.0.balkingShare.value', maximum: 1, found: '1.5' },
      { code: 'expectedNumber', at: 'channels.0.balkingShare.low', found: '"a"' },
    ]);
  });

  it('refuses names of the language’s own fields as unknown fields', () => {
    const odd = JSON.stringify(smallPlan()).replace('{', '{"toString":1,"hasOwnProperty":2,"valueOf":3,');
    expect(parsePlan(odd).faults.map(({ code, path }) => [code, ...path])).toEqual([
      ['unknownField', 'toString'],
      ['unknownField', 'hasOwnProperty'],
      ['unknownField', 'valueOf'],
    ]);
  });

  it('leaves the prototypes of objects and lists as they are', () => {
    const names = () =>
      [Object.prototype, Array.prototype].map((prototype) => Object.getOwnPropertyNames(prototype));
    const before = names();
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const planted = `{"${key}": {"polluted": true}, "format": "saff-plan"}`;
      expect(codesOf(planted)).toEqual(['jsonForbiddenKey']);
      expect(parsePlanValue(JSON.parse(planted)).faults.map((fault) => fault.code)).toEqual([
        'valueForbiddenKey',
      ]);
    }
    expect(names()).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('lists at most 200 faults and counts the rest', () => {
    const { faults } = parsePlanValue({ ...smallPlan(), notes: Array.from({ length: 1000 }, () => 5) });
    expect(faults).toHaveLength(201);
    expect(faults[200]).toEqual({ code: 'moreFaults', path: [], params: { more: 800 } });
    expect(parsePlan(`[${'NaN,'.repeat(999)}NaN]`).faults.at(-1)?.params).toEqual({ more: 800 });
  });

  it('does not follow contacts where names are wrong, but still checks the rest', () => {
    const plan = {
      ...threeTierPlan(),
      horizon: { start: '2026-01-05', days: 7, warmUpDays: 9 },
      issueTypes: [{ id: 'question', name: 'Question', entryTier: 'teir1' }],
    };
    expect(problems(plan)).toEqual([
      { code: 'unknownTier', at: 'issueTypes.0.entryTier', id: 'teir1', known: 'tier1, tier2, tier3' },
      { code: 'warmUpTooLong', at: 'horizon.warmUpDays', warmUp: 9, length: 7 },
    ]);
  });
});
