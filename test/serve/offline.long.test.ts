// R9: the whole program in a network namespace with nothing in it, watched for every connection that it asks for.
// One command: npm run test:long -- test/serve/offline   (SAFF_JOURNEYS=loopback for one of them)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saff-offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const works = (command: string, words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const canHide = process.platform === 'linux' && works('unshare', ['-n', 'true']) && works('strace', ['-V']);

describe('without any network', () => {
  it.skipIf(!canHide)(
    'R9: the journeys of the window, the loopback host and the desktop double pass, and ask for no other machine',
    () => {
      const trace = join(folder, 'connects');
      // Chromium makes its own namespaces of users; as root it needs none.
      const journeys = (process.env['SAFF_JOURNEYS'] ?? 'window,loopback,desktop')
        .split(',')
        .map((name) => `test/journeys/${name}.test.ts`);
      const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
      const script = `ip link set lo up && exec strace -f --decode-pids=comm --seccomp-bpf -qq -e trace=connect -e signal=none -o ${trace} ${process.execPath} ${vitest} run --project journeys ${journeys.join(' ')}`;
      const { status, stdout } = spawnSync('unshare', ['-n', 'sh', '-c', script], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      const connects = readFileSync(trace, 'utf8')
        .split('\n')
        .filter((line) => line.includes('sa_family=AF_INET'));
      const foreign = connects.filter(
        (line) =>
          !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|sin_addr=inet_addr\("0\.0\.0\.0"\)/.test(line),
      );
      // The browser is the person's own, and looks for a network of itself; threads of Node have these names.
      const own = foreign.filter((line) => /^\d+<(?:node|libuv|V8|DelayedTask|MainThread)/i.test(line));
      const named = [...new Set(foreign.map((line) => /<(.*?)>/.exec(line)?.[1]))];
      console.log(
        `R9: ${connects.length} connections asked for; to other machines ${own.length} by the program, ${foreign.length - own.length} by the
        browser (${named.join(', ')}); ${/Tests .*/.exec(stdout)?.[0]}`,
      );
      expect(status, stdout.slice(-3000)).toBe(0);
      expect(connects.length).toBeGreaterThan(10);
      expect(own).toEqual([]);
    },
  );

  it('says so where it cannot be tried', () => {
    if (!canHide) console.log('R9 did not run: no namespace or no tracer here');
    expect(typeof canHide).toBe('boolean');
  });
});
