import { describe, expect, it } from 'vitest';
import { type CutOptions, cutEverywhere } from './powerCuts.ts';
import { hasTracer } from './tracer.ts';

const few: Omit<CutOptions, 'mode'> = { edits: 6, points: 12, losses: ['everything', 'sectors'] };

// Without a tracer (not Linux, or none installed) the settings that D4 reads back are all that the quick tests have.
describe.skipIf(!hasTracer)('a power cut', () => {
  it('D3: loses no edit that was reported', async () => {
    expect(await cutEverywhere({ ...few, mode: 'edit' })).toMatchObject({
      lost: 0,
      unusable: 0,
      saved: [6, 6],
    });
  });

  it('F9: D3 would notice a library that does not wait for the disk', async () => {
    const { lost } = await cutEverywhere({ ...few, mode: 'synchronousNormal' });
    expect(lost).toBeGreaterThan(6);
  });
});
