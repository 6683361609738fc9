// W5: a window that looks all the time beside 50 edits a second: the log stays within its bound and edits do not wait.
// One command: npm run test:long -- test/store/readers   (ten minutes; SAFF_READER_MINUTES=2 for fewer)
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openRemoteLibrary } from '../../electron/host/remoteLibrary.ts';
import { percentile } from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { setName, testLibrary, valueOf, windowAt } from './testLibrary.ts';

const minutes = Number(process.env['SAFF_READER_MINUTES'] ?? 10);
const everyMs = 20;
const reader = fileURLToPath(new URL('./readingProcess.ts', import.meta.url));

describe('a window that looks all the time', () => {
  it(`W5: for ${minutes} minutes beside 50 edits a second`, async () => {
    const test = testLibrary();
    const library = openRemoteLibrary({ folder: test.folder });
    const { plan } = valueOf(await library.add(smallPlanText()));
    const looking = spawn(process.execPath, [reader, test.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let looks = 0;
    looking.stdout.setEncoding('utf8').on('data', (text: string) => {
      looks += text.length;
    });
    const times: number[] = [];
    let mostLog = 0;
    const begun = performance.now();
    for (let base = 0; performance.now() - begun < minutes * 60_000; base += 1) {
      const due = begun + base * everyMs;
      const asked = performance.now();
      const commands = [setName(`name ${base}`)];
      valueOf(await library.edit({ plan, base, window: windowAt('w'), commands }));
      times.push(performance.now() - asked);
      if (base % 50 === 0) mostLog = Math.max(mostLog, statSync(join(test.folder, 'library.db-wal')).size);
      await pause(Math.max(0, due + everyMs - performance.now()));
    }
    looking.kill('SIGKILL');
    const isCalm = (loadavg()[0] ?? 0) <= availableParallelism() + 1;
    console.log(
      `W5: ${times.length} edits in ${minutes} minutes beside ${looks} looks; log at most ${(mostLog / 1e6).toFixed(1)} MB; an edit
      took ${percentile(times, 50).toFixed(0)} ms (p99 ${percentile(times, 99).toFixed(0)} ms); load ${loadavg()[0]?.toFixed(1)}${isCalm ? '' : ', so times are not judged'}`,
    );
    expect(mostLog).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(looks).toBeGreaterThan(100);
    if (isCalm) expect(percentile(times, 99)).toBeLessThanOrEqual(200);
    await library.close();
    expect(valueOf(test.library.check()).findings).toEqual([]);
    test.remove();
  });
});
