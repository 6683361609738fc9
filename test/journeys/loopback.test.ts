import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../electron/host/createHost.ts';
import { openHost } from '../../electron/host/openHost.ts';
import { type RunningServer, startServer } from '../../electron/serve/server.ts';
import { atUsualPace } from '../support/slowPage.ts';

const assetsFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
const secretPattern = /[\w-]{43}/;

const dataFolder = mkdtempSync(join(tmpdir(), 'saff-journey-'));

let browser: Browser;
let server: RunningServer;
let host: Host;
const reached: string[] = [];
beforeAll(async () => {
  const executablePath = process.env.SAFF_CHROMIUM ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--host-resolver-rules=MAP evil.test 127.0.0.1, MAP rebound.test 127.0.0.1'];
  browser = await chromium.launch({ executablePath, args });
  const real = openHost({ dataFolder });
  host = {
    ...real,
    handle: (method, input) => {
      reached.push(method);
      return real.handle(method, input);
    },
  };
  const started = await startServer({ host, assetsFolder });
  if (!started.ok) throw new Error(started.failure.code);
  server = started.value;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await host?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;
/** What the page's console and the security policy complained of. */
let complaints: string[];
beforeEach(async () => {
  reached.length = 0;
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  page = await atUsualPace(await context.newPage());
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterEach(() => context.close());

const hasText = () =>
  page.waitForFunction(() => (document.getElementById('root')?.innerText.length ?? 0) > 20);

describe('the page in a real browser', () => {
  it('R2: shows itself from the printed address without a complaint of the security policy', async () => {
    await page.goto(server.url);
    await hasText();
    // The page never stops asking what is new.
    await page.locator('[data-sample]').first().waitFor();
    expect(reached).toContain('samples.list');
    expect(complaints).toEqual([]);
  });

  it('H8: takes the secret off the address and finds it again after a reload', async () => {
    await page.goto(server.url);
    await hasText();
    expect(page.url()).toBe(server.address);
    reached.length = 0;
    await page.reload();
    await hasText();
    await expect.poll(() => reached).toContain('samples.list');
    expect(page.url()).toBe(server.address);
  });

  it('H8: shows itself from the opening address, whose code is worth nothing afterwards', async () => {
    const opening = server.openingUrl();
    await page.goto(opening);
    await hasText();
    await expect.poll(() => reached).toContain('samples.list');
    expect(page.url()).toBe(server.address);
    // The page itself asks on; what is reached from now on comes from the other one.
    await page.close();
    reached.length = 0;
    const other = await browser.newContext();
    const thief = await other.newPage();
    await thief.goto(opening);
    await thief.waitForLoadState('networkidle');
    // The first thing that a page with a secret asks for.
    expect(reached).not.toContain('samples.list');
    await other.close();
  });

  it('gives nobody data without the secret', async () => {
    await page.goto(server.address);
    await hasText();
    expect(reached).toEqual([]);
  });

  it('H3: cannot be read under another name that leads to this machine', async () => {
    for (const name of ['evil.test', 'rebound.test']) {
      const response = await page.goto(`http://${name}:${server.port}/`);
      expect(response?.status()).toBe(403);
      const text = await page.evaluate(() => document.documentElement.innerText);
      expect(text).toContain('forbiddenOrigin');
      const status = await page.evaluate(async () => {
        const headers = { 'Content-Type': 'application/json', 'X-Saff-Secret': 'x' };
        return (await fetch('/api/app.describe', { method: 'POST', headers, body: '{}' })).status;
      });
      expect(status).toBe(403);
    }
    expect(reached).toEqual([]);
  });
});

describe('a page of another site in the same browser', () => {
  let other: Server;
  let otherAddress: string;
  const requests: string[] = [];
  beforeAll(async () => {
    other = createServer((request, response) => {
      requests.push(`${request.url} ${JSON.stringify(request.headers)}`);
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><title>other</title><body></body>');
    });
    await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle));
    otherAddress = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((settle) => other.close(settle)));

  it('H6: changes nothing by forms, by simple requests, and by scripts', async () => {
    await page.goto(server.url);
    await hasText();
    reached.length = 0;
    for (const origin of [otherAddress, otherAddress.replace('127.0.0.1', 'evil.test')]) {
      await page.goto(origin);
      const outcome = await page.evaluate(async (target) => {
        const body = '{"run":"x"}';
        const send = (init: RequestInit) =>
          fetch(`${target}api/simulation.cancel`, { method: 'POST', body, ...init }).then(
            ({ type, status }) => `${type} ${status}`,
            () => 'refused',
          );
        const script = document.createElement('script');
        script.src = `${target}api/app.describe`;
        document.body.append(script);
        const form = document.createElement('form');
        Object.assign(form, {
          method: 'POST',
          action: `${target}api/simulation.cancel`,
          enctype: 'text/plain',
        });
        const frame = document.createElement('iframe');
        frame.name = form.target = 'inside';
        document.body.append(frame, form);
        form.submit();
        return Promise.all([
          send({ mode: 'no-cors' }),
          send({ headers: { 'Content-Type': 'application/json' } }),
          send({ headers: { 'X-Saff-Secret': 'x', 'Content-Type': 'application/json' } }),
          fetch(target).then(
            () => 'read',
            () => 'refused',
          ),
        ]);
      }, server.address);
      expect(outcome.slice(1)).toEqual(['refused', 'refused', 'refused']);
      // An opaque answer tells a page nothing, and it was a refusal.
      expect(['opaque 0', 'refused']).toContain(outcome[0]);
      await page.waitForLoadState('networkidle');
    }
    // What our own page had still asked for is none of theirs.
    const attacked = ['simulation.cancel', 'app.describe'];
    expect(reached.filter((method) => attacked.includes(method))).toEqual([]);
  });

  it('H7: receives no secret, neither by cookie nor by referrer', async () => {
    await page.goto(server.url);
    await hasText();
    expect(await context.cookies()).toEqual([]);
    requests.length = 0;
    await page.evaluate((address) => {
      location.href = address;
    }, otherAddress);
    await page.waitForURL(otherAddress);
    expect(requests.length).toBeGreaterThan(0);
    const secret = secretPattern.exec(new URL(server.url).hash)?.[0] ?? '';
    for (const request of requests) {
      expect(request).not.toContain(secret);
      expect(request).not.toContain(server.address);
    }
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');
  });

  it('H12: cannot put the page into a frame', async () => {
    await page.goto(otherAddress);
    const frame = await page.evaluateHandle(async (address) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = address;
      await new Promise((settle) => frame.addEventListener('load', settle));
      return frame;
    }, server.url);
    const inside = await frame.asElement()?.contentFrame();
    expect(inside?.url()).not.toContain(`:${server.port}/`);
    expect(reached).toEqual([]);
  });
});
