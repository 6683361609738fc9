// L11: the largest files that the program writes, in a place where it may have one gigabyte of memory and no more.
// One command: npm run test:long -- test/cli/memoryOfExports   (SAFF_EXPORT_DAYS=7 for a quicker look)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostResults } from '../../core/bundle/planFile.ts';
import { createCollector, simulateReplication } from '../../core/simulation/index.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { shopYear } from '../bench/shopYear.ts';
import { valueOf } from '../store/testLibrary.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

const program = fileURLToPath(new URL('../../dist/host/main.js', import.meta.url));
const gigabyte = 1024 ** 3;
const days = Number(process.env['SAFF_EXPORT_DAYS'] ?? 366);
const group = `/sys/fs/cgroup/memory/saff-${process.pid}`;
const canBound = (() => {
  try {
    mkdirSync(group);
    writeFileSync(join(group, 'memory.limit_in_bytes'), String(gigabyte));
    return true;
  } catch {
    return false;
  }
})();
const folder = mkdtempSync(join(tmpdir(), 'saff-exports-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (canBound) rmdirSync(group);
});

/** Within the bound; gives how it ended, how much it wrote, and the most that it held. */
function bounded(words: readonly string[], file: string) {
  const script = `echo $$ > ${group}/tasks && exec "$@" > ${file}`;
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', process.execPath, program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, SAFF_DATA: folder, NODE_OPTIONS: '' },
  });
  const held = Number(execFileSync('cat', [`${group}/memory.max_usage_in_bytes`], { encoding: 'utf8' }));
  return { status, stderr, held: held / 1024 / 1024 };
}

describe.skipIf(!canBound)('within one gigabyte', () => {
  let plan = '';
  beforeAll(() => {
    const library = openLibrary({ folder });
    const input = shopYear(days);
    plan = valueOf(library.add(JSON.stringify(input))).plan;
    const model = compiledPlan(input);
    const tallies = [0, 1].map((replication) => simulateReplication(model, 1, replication));
    for (let seed = 1; seed <= mostResults; seed += 1) {
      const collector = createCollector(model, { seed, replicationsAsked: 2, precisionFraction: null });
      for (const tally of tallies) collector.add(tally);
      valueOf(library.keepResult(collector.result('replicationsDone')));
    }
    library.close();
  }, 900_000);

  it.each([
    ['a plan', ['library', 'export']],
    ['a bundle with every result', ['library', 'export', '--bundle']],
  ])('L11: %s is written whole, or refused with a reason', (what, words) => {
    const file = join(folder, 'written');
    const { status, stderr, held } = bounded([...words.slice(0, 2), plan, ...words.slice(2)], file);
    const bytes = execFileSync('wc', ['-c', file], { encoding: 'utf8' }).split(' ')[0];
    console.log(
      `L11: ${what} of ${days} days: status ${status}, ${(Number(bytes) / 1e6).toFixed(1)} MB written, at most ${held.toFixed(0)} MB held`,
    );
    expect([0, 1], stderr).toContain(status);
    if (status !== 0) expect(stderr.length).toBeGreaterThan(20);
  });
});

describe('where memory cannot be bounded', () => {
  it('says so', () => {
    if (!canBound) console.log('L11 did not run: this account may not make a control group');
    expect(typeof canBound).toBe('boolean');
  });
});
