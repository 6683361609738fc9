// Power cuts: the disk is rebuilt as it could have been at any moment of a recorded session.
// One command: npm run test:long -- test/store/powerCut
import { describe, expect, it } from 'vitest';
import { type CutOptions, cutEverywhere } from './powerCuts.ts';
import { hasTracer } from './tracer.ts';

const points = 200;
const campaign: Omit<CutOptions, 'mode'> = { edits: 40, points, losses: ['everything', 'some', 'sectors'] };

describe('a power cut', () => {
  it.skipIf(!hasTracer)(`D3: at ${points} points of a session loses no edit that was reported`, async () => {
    const found = await cutEverywhere({ ...campaign, mode: 'edit' });
    console.log(`D3: ${JSON.stringify(found)}`);
    expect(found).toMatchObject({ lost: 0, unusable: 0, saved: [40, 40] });
  });

  it.skipIf(!hasTracer)('F9: D3 would notice a library that does not wait for the disk', async () => {
    const found = await cutEverywhere({ ...campaign, mode: 'synchronousNormal' });
    console.log(`D3 with synchronous=NORMAL: ${JSON.stringify(found)}`);
    expect(found.lost).toBeGreaterThan(points / 2);
  });

  it('says so where there is no tracer', () => {
    if (!hasTracer) console.log('D3 did not run: there is no strace here');
    expect(typeof hasTracer).toBe('boolean');
  });
});
