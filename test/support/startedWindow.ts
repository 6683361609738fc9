// The product as a person has it: the built host as a process of its own, and its page in a real browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { atUsualPace } from './slowPage.ts';

export interface StartedWindow {
  readonly address: string;
  readonly browser: Browser;
  /** A page of its own storage; what its console complains of is collected. */
  readonly open: (options?: BrowserContextOptions) => Promise<OpenedPage>;
  readonly stop: () => Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A quiet page that behaves the same each time. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await atUsualPace(await context.newPage());
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  return { page, complaints };
}

/** With a library of its own, unless a folder is named. */
export async function startWindow(dataFolder?: string): Promise<StartedWindow> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'saff-window-'));
  const host = spawn(process.execPath, ['dist/host/main.js', 'serve', '--no-open', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await firstAddress(host);
  const browser = await launchBrowser();
  return {
    address,
    browser,
    open: async (options) => {
      const opened = await newPage(browser, options);
      await opened.page.goto(address);
      await opened.page.locator('[data-sample]').first().waitFor();
      return opened;
    },
    stop: async () => {
      await browser.close();
      const ended = new Promise((done) => host.once('exit', done));
      host.kill('SIGTERM');
      await ended;
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstAddress(host: ChildProcess): Promise<string> {
  return new Promise((settle, refuse) => {
    let printed = '';
    host.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    host.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /^http:\/\/\S+$/m.exec(printed)?.[0];
      if (address !== undefined && printed.includes('\n')) settle(address);
    });
    host.once('exit', (code) => refuse(new Error(`the host ended with ${code}: ${printed}`)));
  });
}

/** Opens a sample and waits for its first figures. */
export async function openSample(page: Page, id: string): Promise<void> {
  await page.locator(`[data-sample="${id}"]`).click();
  await page.locator('#answer').waitFor();
  await page.locator('svg.recharts-surface').first().waitFor();
}

/** Goes to a screen of the open plan by the navigation. */
export async function showScreen(page: Page, id: string): Promise<void> {
  await page.locator(`[data-screen="${id}"]`).click();
  await page.locator(`[data-shown="${id}"]`).waitFor();
}
