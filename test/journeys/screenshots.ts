// Pictures of every screen in all languages and colours, for looking at:
//   node test/journeys/screenshots.ts FOLDER [ADDRESS] [SAMPLE]
// ADDRESS is the one that `npm start -- --no-open` prints; without it a fake host answers.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/chromium.mjs';
import { createFakeHost } from '../support/fakeClient.ts';
import { openFakeWindow } from '../support/fakeWindow.ts';
import { showScreen } from '../support/startedWindow.ts';

const [folder, address = 'fake', sample = 'online-shop'] = process.argv.slice(2);
const only = process.env.SAFF_SHOTS?.split(',');
const built = process.env.SAFF_RENDERER;

const languages = ['fa', 'ar', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const widths = [1024, 1600] as const;

async function open(
  browser: Browser,
  language: string,
  scheme: 'light' | 'dark',
  width: number,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: width === 1024 ? 700 : 1000 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: language,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      process.stdout.write(`  ${message.text()}\n`);
  });
  page.on('pageerror', (error) => process.stdout.write(`  ${error.stack ?? error.message}\n`));
  if (address === 'fake') await openFakeWindow(page, createFakeHost(), built);
  else await page.goto(address);
  await page.locator(`[data-sample="${sample}"]`).waitFor();
  return page;
}

const mostHeight = 12_000;

/** The window is made as high as the screen: parts that nobody has scrolled to are not drawn. */
async function picture(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? { width: 1024, height: 700 };
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.waitForTimeout(200);
  let { height } = usual;
  for (;;) {
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    if (needed <= height || height >= mostHeight) break;
    height = Math.min(mostHeight, needed);
    await page.setViewportSize({ ...usual, height });
    await page.waitForTimeout(200);
  }
  // What is still being fetched is not what there is to look at.
  const fetching = page.locator('.mantine-Loader-root, [aria-busy=true]').first();
  await fetching.waitFor({ state: 'detached', timeout: 20_000 }).catch(() => {});
  // A chart is drawn once it knows its width.
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder ?? '.', `${name}.png`), animations: 'disabled' });
  await page.setViewportSize(usual);
}

async function tour(
  browser: Browser,
  language: string,
  scheme: 'light' | 'dark',
  width: number,
): Promise<void> {
  const name = (screen: string): string => `${screen}-${language}-${scheme}-${width}`;
  const page = await open(browser, language, scheme, width);
  await picture(page, name('library'));
  await page.locator(`[data-sample="${sample}"]`).click();
  await page.locator('#answer').waitFor({ timeout: 120_000 });
  await page.locator('svg.recharts-surface').first().waitFor();
  await picture(page, name('results'));
  const tables = page.locator('input[type=radio][value=table] + label');
  for (const label of await tables.all()) await label.click();
  await picture(page, name('tables'));
  for (const screen of await page.locator('[data-screen]').all()) {
    const id = (await screen.getAttribute('data-screen')) ?? '';
    if (id === 'results') continue;
    await showScreen(page, id);
    await picture(page, name(id));
  }
  await page.locator('header nav button').click();
  await page.locator('[data-plan]').first().waitFor();
  await picture(page, name('plans'));
  await page.locator('[data-plan] button[aria-haspopup=menu]').first().click();
  await page.getByRole('menuitem').last().click();
  await page.locator('[data-folded=removed]').click();
  await picture(page, name('removed'));
  await page.context().close();
}

if (folder === undefined) throw new Error('name a folder for the pictures');
await mkdir(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const language of languages) {
  for (const scheme of schemes) {
    for (const width of widths) {
      const name = `${language}-${scheme}-${width}`;
      if (only !== undefined && !only.includes(name)) continue;
      process.stdout.write(`${name}\n`);
      await tour(browser, language, scheme, width);
    }
  }
}
await browser.close();
