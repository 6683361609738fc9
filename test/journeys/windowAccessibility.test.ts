import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { inPart } from '../support/walkedIn.ts';

// All languages, colours and screens: matrix.long.test.ts.
const windows = [
  ['fa', 'dark', 'charts'],
  ['en', 'light', 'tables'],
] as const;

describe.each(inPart(windows))('the window in %s and %s', (locale, colorScheme, form) => {
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

  // The longest page by far: one form of its charts each.
  it(`has no barrier in the results, as ${form}`, async () => {
    await openSample(page, 'online-shop');
    for (const details of await page.locator('main details > summary').all()) await details.click();
    // One table stands for all here; every one of them: matrix.long.test.ts.
    if (form === 'tables') await page.locator('input[type=radio][value=table] + label').first().click();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has no barrier in the organisation', async () => {
    await showScreen(page, 'structure');
    await page.locator('[data-card]').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has no barrier in the menu of the plan, and where its name is changed', async () => {
    await page.locator('.screen-only button[aria-haspopup=menu]').click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('menuitem').first().click();
    await page.locator('[data-autofocus]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has no barrier among the person’s plans, their menus and the removed ones', async () => {
    await page.locator('header nav button').click();
    await page.locator('[data-plan]').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-plan] button[aria-haspopup=menu]').first().click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('menuitem').last().click();
    await page.locator('[data-folded=removed]').click();
    await page.locator('[data-removed] button').last().click();
    expect(await violationsOf(page)).toEqual([]);
  });
});
