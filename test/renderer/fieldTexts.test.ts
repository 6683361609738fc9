import { describe, expect, it } from 'vitest';
import { lawMean } from '../../core/plan/lawMean.ts';
import { law as lawSchema } from '../../core/plan/schema/law.ts';
import { lawKinds, lawOfKind } from '../../renderer/parts/at/lawKinds.ts';
import { readClock, secondsOf } from '../../renderer/parts/fields/clockText.ts';

describe('a time of the day', () => {
  it.each([
    ['8', '08:00'],
    ['8:30', '08:30'],
    ['۰۸:۳۰', '08:30'],
    ['٢٣:٥٩', '23:59'],
    ['0830', '08:30'],
    ['24:00', '24:00'],
  ])('is read from %s', (typed, kept) => {
    expect(readClock(typed)).toBe(kept);
  });

  it.each(['', '8:60', '25', '24:01', 'eight', '8:3', '-1', '1:2:3'])('is not guessed from %s', (typed) => {
    expect(readClock(typed)).toBeUndefined();
  });

  it('is so many seconds after midnight', () => {
    expect(secondsOf('08:30')).toBe(30_600);
    expect(secondsOf('24:00')).toBe(86_400);
  });
});

describe('another kind of law', () => {
  const measured = {
    law: 'lognormal',
    meanSeconds: 240,
    cv: 0.8,
    meanLowSeconds: 200,
    assumed: true,
    source: 'log',
  } as const;

  it.each(lawKinds.filter((kind) => kind !== 'never'))('%s keeps the mean and what is said of it', (kind) => {
    const law = lawOfKind(kind, measured);
    expect(lawSchema.safeParse(law).success).toBe(true);
    expect(lawMean(law)).toBeCloseTo(240, 2);
    expect(law).toMatchObject({ law: kind, meanLowSeconds: 200, assumed: true, source: 'log' });
  });

  it('never has no mean, and so no range of it; what comes after it begins anew', () => {
    const never = lawOfKind('never', measured);
    expect(never).toEqual({ law: 'never', assumed: true, source: 'log' });
    expect(lawMean(lawOfKind('exponential', never))).toBe(300);
  });
});
