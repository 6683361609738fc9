import { describe, expect, it } from 'vitest';
import type { StressResult, StressRow } from '../../core/measures/stress.ts';
import type { Verdict, VerdictOfPromise } from '../../core/measures/verdict.ts';
import { missedAlready, stressNews } from '../../core/report/stressNews.ts';

const found = (promise: string, verdict: Verdict): VerdictOfPromise => ({
  promise,
  attained: { value: 0.8, halfWidth: 0.01 },
  verdict,
});

const promise = (id: string, level: number | null, verdict: Verdict | null) => ({
  ...{ id, name: id, shareToAttain: 0.8, level },
  simulated: verdict === null ? null : found(id, verdict),
});

const result = (...promises: readonly ReturnType<typeof promise>[]): StressResult => ({
  ...{ engineVersion: '', planId: '', planHash: '', seed: 1, replications: 20, rows: [] },
  promises,
});

const row = (simulated: StressRow['simulated']): StressRow => ({
  ...{ kind: 'volume', part: '', name: null, steps: [], first: null },
  simulated,
});

describe('stressNews', () => {
  const of = result(
    promise('phone', 0.9, 'kept'),
    promise('chat', 0.9, 'atRisk'),
    promise('email', 0.9, 'missed'),
  );

  it('tells what turns to the worse, and nothing that stood so before', () => {
    const simulated = [found('phone', 'atRisk'), found('chat', 'missed'), found('email', 'missed')];
    expect(stressNews(of, row(simulated))).toEqual({ missed: ['chat'], atRisk: ['phone'] });
    expect(stressNews(of, row(of.promises.flatMap(({ simulated: before }) => before ?? [])))).toEqual({
      missed: [],
      atRisk: [],
    });
  });

  it('says nothing where nothing was simulated', () => {
    expect(stressNews(of, row(null))).toBeNull();
  });
});

describe('missedAlready', () => {
  it('believes the simulation, and the formula where there is none', () => {
    const names = (...promises: readonly ReturnType<typeof promise>[]): string[] =>
      missedAlready(result(...promises)).map(({ id }) => id);
    expect(names(promise('a', 0.9, 'missed'), promise('b', 0.7, 'kept'))).toEqual(['a']);
    expect(names(promise('a', 0.9, null), promise('b', 0.7, null), promise('c', null, null))).toEqual(['b']);
  });
});
