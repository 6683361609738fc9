// The upgrade of a library that is larger than any. A file of its own, and so a process of its own: its memory is not that of other campaigns.
// One command: npm run test:long -- test/store/upgradeOfMany
import { describe, expect, it } from 'vitest';
import { testLibrary } from './testLibrary.ts';
import { fillWithSteps, watchUpgrade } from './upgrades.ts';

describe('an upgrade', () => {
  it('M7: a library of 1,000,000 rows tells of its upgrade every second, within 512 MB, and can be stopped', async () => {
    const test = testLibrary();
    fillWithSteps(test, 1_000_000);
    const stopped = await watchUpgrade(test, 0.5);
    const version = () => test.bare((database) => database.pragma('user_version', { simple: true }));
    expect(version()).toBe(1);
    const { told, took, mostMegabytes } = await watchUpgrade(test);
    expect(version()).toBe(2);
    test.remove();
    const shares = told.filter(({ doneFraction }) => doneFraction !== null);
    const gaps = shares.slice(1).map(({ atMs }, index) => atMs - (shares[index]?.atMs ?? 0));
    const most = Math.max(stopped.mostMegabytes, mostMegabytes);
    console.log(
      `M7: 1,000,000 rows in ${(took / 1000).toFixed(1)} s, of which ${((shares[0]?.atMs ?? 0) / 1000).toFixed(1)} s for the backup; ${shares.length} shares told,
      ${Math.max(...gaps).toFixed(0)} ms apart at most; ${most.toFixed(0)} MB, the test and all; stopped half-way it is as it was`,
    );
    expect(most).toBeLessThanOrEqual(512);
    expect(shares.length).toBeGreaterThan(100);
  });
});
