// R3: a plan whose every name, note and summary is a text that wants to be a script, in the window and in its messages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { openSample as sampleText } from '../../core/samples/index.ts';
import type { Host } from '../../electron/host/createHost.ts';
import { openHost } from '../../electron/host/openHost.ts';
import { type RunningServer, startServer } from '../../electron/serve/server.ts';
import { scriptTexts, withTexts } from '../support/scriptTexts.ts';
import { launchBrowser, newPage, openSample } from '../support/startedWindow.ts';
import { inPart } from '../support/walkedIn.ts';

const assetsFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
const named = new Set(['name', 'notes', 'note', 'summary', 'description', 'source', 'title', 'label']);

let given = 0;
const next = (): string => scriptTexts[given++ % scriptTexts.length] ?? '';

/** The samples with other texts, as the host would give them if they had been written so. */
function hostileHost(real: Host): Host {
  const hostileText = JSON.stringify(withTexts(JSON.parse(sampleText('online-shop') ?? ''), named, next));
  const checked = parsePlan(hostileText);
  if (checked.plan === null) throw new Error(JSON.stringify(checked.faults.slice(0, 3)));
  return {
    ...real,
    handle: async (method, input) => {
      if (method === 'library.create') {
        const { sample } = input as { readonly sample: string };
        return sample === 'bank-phone-centre'
          ? { ok: false, failure: { code: 'unknownSample', params: { id: next() } } }
          : real.handle('library.import', { text: hostileText });
      }
      const reply = await real.handle(method, input);
      if (!reply.ok || method !== 'samples.list') return reply;
      return { ok: true, value: withTexts(reply.value, named, next) };
    },
  };
}

describe('texts that want to be scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saff-texts-'));
  let browser: Browser;
  let server: RunningServer;
  let host: Host;
  beforeAll(async () => {
    browser = await launchBrowser();
    host = hostileHost(openHost({ dataFolder: folder }));
    const started = await startServer({ host, assetsFolder });
    if (!started.ok) throw new Error(started.failure.code);
    server = started.value;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = (page: Page) =>
    page.evaluate(() => ({
      marker: (window as { marker?: unknown }).marker ?? null,
      scripts: [...document.querySelectorAll('script')].filter(({ src }) => src === '').length,
      planted: document.querySelectorAll(
        'iframe, object, embed, base, video, audio, img[src=x], [onerror], [onload]',
      ).length,
      prototype: Object.keys(Object.prototype),
    }));
  const untouched = { marker: null, scripts: 0, planted: 0, prototype: [] };

  it.each(inPart(['fa-IR', 'en-GB']))(
    'R3: stay texts in the list, the figures, the charts and their hints, in %s',
    async (locale) => {
      const { page, complaints } = await newPage(browser, { locale });
      page.on('dialog', (dialog) => {
        throw new Error(dialog.message());
      });
      await page.goto(server.url);
      await page.locator('[data-sample]').first().waitFor();
      expect(await look(page)).toEqual(untouched);
      await openSample(page, 'online-shop');
      // What only appears under the pointer or the keyboard.
      for (const chart of await page.locator('.recharts-surface').all())
        await chart.hover({ timeout: 2_000 }).catch(() => {});
      for (let press = 0; press < 40; press += 1) await page.keyboard.press('Tab');
      const text = (await page.locator('body').textContent()) ?? '';
      expect(scriptTexts.filter((one) => text.includes(one)).length).toBeGreaterThan(5);
      expect(await look(page)).toEqual(untouched);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('R3: stay texts in a message about what went wrong', async () => {
    const { page, complaints } = await newPage(browser);
    await page.goto(server.url);
    await page.locator('[data-sample="bank-phone-centre"]').click();
    await page.locator('[role=alert]').first().waitFor();
    expect(await look(page)).toEqual(untouched);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('F9: would be noticed in a page that takes texts for more', async () => {
    const { page } = await newPage(browser);
    for (const text of ['<img src=x onerror=window.marker=1>', '<iframe></iframe>', '<script>1</script>']) {
      await page.setContent(`<body>${text}</body>`);
      expect(await look(page)).not.toEqual(untouched);
    }
    expect(scriptTexts).toHaveLength(50);
    await page.context().close();
  });
});
