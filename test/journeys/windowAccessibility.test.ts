import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type StartedWindow, startWindow } from '../support/startedWindow.ts';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
interface AxeWindow {
  readonly axe: {
    run: (options: unknown) => Promise<{ violations: readonly Violation[]; passes: readonly unknown[] }>;
  };
}

/** All violations of WCAG 2.2 AA, each with its elements, as text that says what to mend. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  // Not as a script element: the page's own policy refuses those.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    (window as unknown as AxeWindow).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

describe.each([
  ['fa', 'light'],
  ['fa', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('the window in %s and %s', (locale, colorScheme) => {
  let product: StartedWindow;
  let page: Page;
  beforeAll(async () => {
    product = await startWindow();
    ({ page } = await product.open({ locale, colorScheme }));
  });
  afterAll(() => product.stop());

  it('has no barrier in the library', async () => {
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has no barrier in the settings', async () => {
    await page.locator('header button[aria-haspopup=dialog]').click();
    await page.getByRole('dialog').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('has no barrier where a file was refused', async () => {
    await page.setInputFiles('input[type=file]', {
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"saff-plan","formatVersion":1}'),
    });
    await page.getByRole('alert').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has no barrier in the results, as charts and as tables', async () => {
    await openSample(page, 'online-shop');
    for (const details of await page.locator('main details > summary').all()) await details.click();
    expect(await violationsOf(page)).toEqual([]);
    for (const label of await page.locator('input[type=radio][value=table] + label').all())
      await label.click();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has no barrier in the organisation', async () => {
    await page.getByRole('tab').nth(1).click();
    await page.locator('#lanes').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});
