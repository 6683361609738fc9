import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shopPlan } from '../report/shopPlan.ts';
import { shopResult } from '../report/shopResult.ts';
import { fakeHost } from './fakeHost.ts';
import { run, visible } from './testIo.ts';

const pageFolder = mkdtempSync(join(tmpdir(), 'saff-page-'));
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><html><head></head><body>page</body></html>');
afterAll(() => rmSync(pageFolder, { recursive: true }));

const text = JSON.stringify(shopPlan);
const openHost = fakeHost(shopResult, {
  'samples.open': () => ({ ok: true, value: { text, checked: null } }),
});

/** Serves until what is printed satisfies `enough`, looks around, and asks for the end. */
async function served(
  words: readonly string[],
  enough: (out: string, err: string) => boolean,
  look: (out: string) => Promise<void> = async () => {},
) {
  const ending = new AbortController();
  let out = '';
  let err = '';
  const check = (): void => {
    if (enough(out, err) && !looking) {
      looking = true;
      void look(out).finally(() => ending.abort(143));
    }
  };
  let looking = false;
  const { code } = await run(['serve', ...words], {
    openHost,
    pageFolder,
    ending: ending.signal,
    onOut: (more) => {
      out += more;
      check();
    },
    onErr: (more) => {
      err += more;
      check();
    },
  });
  return { code, out, err };
}

describe('serve', () => {
  it('prints the address alone on a line, answers there, and ends with 0 when asked to', async () => {
    const answers: [number, string][] = [];
    const { code, out, err } = await served(
      [],
      (_, said) => said.includes('Ctrl-C'),
      async (printed) => {
        const answer = await fetch(printed.trim().replace(/#.*/, ''), { redirect: 'error' });
        answers.push([answer.status, await answer.text()]);
      },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\S+\n$/);
    expect(answers).toEqual([[200, expect.stringContaining('page')]]);
    expect(err).toContain('until you press Ctrl-C');
    await expect(fetch(out.trim())).rejects.toThrow();
  });

  it('prints the report of the sample after the address', async () => {
    const { code, out } = await served(['--report', '--lang', 'fa'], (printed) =>
      printed.includes('سناریوها'),
    );
    expect(code).toBe(0);
    const [address, ...report] = out.split('\n');
    expect(address).toMatch(/^http:.*\?lang=fa#/);
    expect(visible(report.join('\n'))).toContain('فروشگاه کوچک');
  });

  it('says that no browser could be opened where there is no display', async () => {
    const { code, err } = await served(['--open'], (_, said) => said.includes('yourself'));
    expect(code).toBe(0);
    expect(err).toContain('No browser could be opened');
  });

  it('says that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, out, err } = await run(['serve', '--port', String(port)], { openHost, pageFolder });
    other.close();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('portTaken');
    expect(err).toContain(String(port));
  });

  it('says what to type where the page is not built', async () => {
    const { code, err } = await run(['serve'], { openHost, pageFolder: join(pageFolder, 'nothing') });
    expect(code).toBe(1);
    expect(err).toContain('pageMissing');
    expect(err).toContain('npm start');
  });
});
