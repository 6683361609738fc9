import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shopPlan } from '../report/shopPlan.ts';

const main = join(import.meta.dirname, '../../dist/host/main.js');
const folder = mkdtempSync(join(tmpdir(), 'saff-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const planFile = join(folder, 'shop.json');
writeFileSync(planFile, JSON.stringify(shopPlan));
const onPosix = it.skipIf(process.platform === 'win32');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const plainEnv = { PATH: process.env['PATH'], SYSTEMROOT: process.env['SYSTEMROOT'] };

function saff(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input?: string,
): Promise<Ran> {
  return new Promise((settle) => {
    const child = execFile(
      process.execPath,
      [main, ...words],
      { env: { ...plainEnv, ...env }, cwd: folder, maxBuffer: 64_000_000 },
      (error, out, err) => settle({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input ?? '');
  });
}

describe('the process', () => {
  it('gives the versions in the language of the system', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    const { code, out, err } = await saff(['version'], { LANG: 'fa_IR.UTF-8' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('صف');
    expect(out).toContain(version);
  });

  it('lists the samples with their names', async () => {
    const list = await saff(['samples', '--json']);
    const samples = JSON.parse(list.out) as { id: string; name: { fa: string } }[];
    expect(samples.map(({ id }) => id)).toContain('online-shop');
    const { code, out } = await saff(['samples', '--lang', 'fa']);
    expect(code).toBe(0);
    for (const { id } of samples) expect(out).toContain(id);
  });

  it('gives the same bytes with 1, 2 and 5 workers and in any surroundings', async () => {
    const words = ['simulate', planFile, '--replications', '6', '--seed', '3', '--json'];
    const runs = await Promise.all([
      saff([...words, '--workers', '1']),
      saff([...words, '--workers', '2'], { TZ: 'Asia/Tehran', LANG: 'fa_IR.UTF-8' }),
      saff([...words, '--workers', '5'], { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', SAFF_LANG: 'ar' }),
    ]);
    const [first] = runs;
    expect(JSON.parse(first?.out ?? '')).toMatchObject({ seed: 3, replications: 6, planId: 'small-shop' });
    for (const { code, out, err } of runs) {
      expect([code, err]).toEqual([0, '']);
      expect(out).toBe(first?.out);
    }
    const other = await saff(['simulate', planFile, '--replications', '6', '--seed', '4', '--json']);
    expect(other.out).not.toBe(first?.out);
  });

  it('gives an overloaded team as a result, not as an error', async () => {
    const crowded = {
      ...shopPlan,
      demand: [{ ...shopPlan.demand[1], id: 'crowd', volume: { contacts: 900, per: 'day' } }],
    };
    const { code, out } = await saff(['simulate', '-', '--replications', '3'], {}, JSON.stringify(crowded));
    expect(code).toBe(0);
    expect(out).toMatch(/the backlog grows by .* contacts a day/);
  });

  it('takes a plan through standard input', async () => {
    const { code, out } = await saff(['check', '-'], {}, JSON.stringify(shopPlan));
    expect([code, out.split('\n')[0]]).toEqual([0, 'The plan A small shop is sound.']);
  });

  it('ends with 2 for wrong usage and with 1 for a plan that is missing', async () => {
    expect((await saff(['simulate'])).code).toBe(2);
    expect((await saff(['check', 'missing.json'])).code).toBe(1);
  });

  onPosix('ends quietly when nobody reads on', async () => {
    const command = `"${process.execPath}" "${main}" simulate "${planFile}" --replications 2 --json | head -c 20`;
    const { out, err } = await new Promise<Ran>((settle) => {
      execFile('sh', ['-c', command], { env: plainEnv }, (error, text, said) =>
        settle({ code: error === null ? 0 : 1, out: text, err: said }),
      );
    });
    expect([out.length, err]).toEqual([20, '']);
  });

  onPosix('ends a long run at once when it is interrupted, and says so', async () => {
    const child = spawn(process.execPath, [main, 'simulate', '-', '--replications', '100000'], {
      env: plainEnv,
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    // More than a pipe holds: once it is written, the process is reading and its signals are set.
    await new Promise<void>((settle) => child.stdin.end(JSON.stringify(shopPlan).padEnd(400_000), settle));
    child.kill('SIGINT');
    const code = await new Promise<number | null>((settle) => child.once('close', settle));
    expect(code).toBe(130);
    expect(err).toContain('ended before its result');
  });
});
