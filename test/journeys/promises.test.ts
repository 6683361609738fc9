// A promise is made, changed and taken back in the window, and the strip follows.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe.each(walkedIn('fa'))('the promises of a plan in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const strip = async (page: Page): Promise<string> =>
    stripBidiControls((await page.locator('section[data-by]').textContent()) ?? '');
  const openPromises = async (page: Page): Promise<void> => {
    await openSample(page, 'online-shop');
    await showScreen(page, 'promises');
    await page.locator('[data-promise]').first().waitFor();
  };

  it('change by keyboard, are told in the strip, and come back with undo', async () => {
    const { page, complaints } = await product.open({ locale: language });
    await openPromises(page);
    const before = await strip(page);
    const first = page.locator('[data-promise]').first();
    const target = first.getByLabel(t('app.promises.target'), { exact: true });
    const shown = await target.inputValue();
    await target.fill(language === 'fa' ? '۱ ثانیه' : '1 s');
    await target.press('Enter');
    const share = first.getByLabel(t('app.promises.share'), { exact: true });
    await share.fill(language === 'fa' ? '۹۹٫۵' : '99.5');
    await share.press('Enter');
    await page.locator('section[data-by=simulation] [data-better=false]').first().waitFor();
    expect(await strip(page)).not.toBe(before);
    await page.locator('[data-step=undo]').click();
    await page.locator('[data-step=undo]').click();
    await expect.poll(() => target.inputValue(), slow).toBe(shown);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('name what cannot be read, keep it as it was typed, and change nothing', async () => {
    const { page } = await product.open({ locale: language });
    await openPromises(page);
    const target = page
      .locator('[data-promise]')
      .first()
      .getByLabel(t('app.promises.target'), { exact: true });
    await target.fill('4:75');
    await target.press('Enter');
    await page.getByText(t('app.unread.clock')).waitFor();
    expect(await target.inputValue()).toBe('4:75');
    expect(await page.locator('[data-step=undo]').isDisabled()).toBe(true);
    await target.press('Escape');
    expect(await target.inputValue()).not.toBe('4:75');
    await page.context().close();
  });

  it('are added and removed', async () => {
    const { page } = await product.open({ locale: language });
    await openPromises(page);
    const cards = page.locator('[data-promise]');
    const count = await cards.count();
    await page.getByRole('button', { name: t('app.promises.add') }).click();
    await expect.poll(() => cards.count(), slow).toBe(count + 1);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-promise] [data-remove]').last().click();
    await expect.poll(() => cards.count(), slow).toBe(count);
    await page.context().close();
  });
});
