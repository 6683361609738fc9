// The same screen in Arabic, with the check by simulation, and on a plan in which nothing is there yet.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const slow = { timeout: 120_000 };
const { t } = createTranslator('ar');

describe('what matters most in ar', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('is checked by simulation, stopped, and begun again', async () => {
    const { page, complaints } = await product.open({ locale: 'ar' });
    await openSample(page, 'bank-phone-centre');
    await showScreen(page, 'matters');
    const bar = page.locator('[data-study=breakEven]');
    await bar.getByRole('checkbox').check();
    await bar.getByRole('button').click();
    await bar.getByRole('button', { name: t('matters.stop') }).click();
    await bar.getByRole('button', { name: t('matters.start') }).click();
    await page.getByText(t('breakEven.column.simulated')).first().waitFor(slow);
    await page.locator('[data-study=sensitivity] button').click();
    await page.locator('[data-tornado]').waitFor(slow);
    await page.locator('[data-all-figures]').click();
    await page.getByText(t('matters.pool.by.issueType'), { exact: true }).click();
    await page.locator('[data-pooled]').waitFor(slow);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
