import { describe, expect, it } from 'vitest';
import { meanHandling } from '../../../core/simulation/compile/meanHandling.ts';

describe('meanHandling', () => {
  const time = { law: 'exponential' as const, meanSeconds: 300 };

  it('gives the worked example', () => {
    const rule = {
      when: {},
      next: [
        {
          kind: 'functional' as const,
          share: 0.2,
          to: 'nextTier' as const,
          recognisedAtOnceShare: 0.5,
          recognition: { law: 'deterministic' as const, seconds: 60 },
        },
      ],
    };
    expect(meanHandling(time, rule)).toBeCloseTo(276, 9);
  });

  it('is the law’s mean without a short handling, and nothing without a law', () => {
    expect(meanHandling(time, undefined)).toBe(300);
    expect(meanHandling(undefined, undefined)).toBe(0);
  });
});
