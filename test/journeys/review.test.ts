// What really happened is imported, held against the plan, and becomes the base of the next one.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 60_000 };

const tables = {
  en: [
    'from,to,channel,team,promise,contacts,shrinkage,service level,cost,note',
    '2026-10-24,2026-10-30,,,,"14,400",,,,',
    '2026-10-24,2026-10-30,,,phone-30s,,,70%,,',
    '2026-10-24,2026-10-30,,,,,,,650000000,Waited long',
  ],
  fa: [
    'از؛تا؛کانال؛تیم؛تعهد؛درخواست‌ها؛زمان غیرمولد؛سطح خدمت؛هزینه؛یادداشت',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛؛؛؛۱۴٬۴۰۰؛؛؛؛',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛؛؛phone-30s؛؛؛۷۰٪؛؛',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛؛؛؛؛؛؛۶۵۰۰۰۰۰۰۰؛زیاد منتظر ماندم',
  ],
} as const;

const give = (page: Page, lines: readonly string[]): Promise<void> =>
  page.setInputFiles('[data-actuals-file]', {
    name: 'actuals.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });

describe.each(walkedIn('fa'))('the review of a plan in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('takes a table or refuses it whole, tells where the plan was missed and why, and gives the next base', async () => {
    const { page, complaints } = await product.open({ locale: language });
    await openSample(page, 'online-shop');
    await showScreen(page, 'review');
    const [head = '', first = '', ...others] = tables[language];
    await give(page, [head, first.replace(/[4۴](?=[,٬][4۴]00|[,٬]۴۰۰)/, 'x'), ...others]);
    await page.locator('[data-refused="1"]').waitFor();
    expect(await page.locator('[data-select]').count()).toBe(0);

    await give(page, [head, first, ...others]);
    await page.locator('[data-hold]').click();
    await page.locator('[data-reviewed]').waitFor(slow);
    await expect.poll(() => page.locator('[data-miss]').count(), slow).toBe(3);
    const table = page.getByRole('table', { name: t('review.table.title') });
    expect(await table.getByRole('row').count()).toBe(5);
    expect(await violationsOf(page)).toEqual([]);

    await page.locator('[data-new-base]').click();
    await expect.poll(() => page.getByText(t('review.stale')).count(), slow).toBe(1);
    await page.locator('[data-add=decisions]').click();
    await page.locator('[data-part^="reviews/decisions"]').waitFor();
    await page.locator('[data-step=undo]').click();
    await page.locator('[data-step=undo]').click();
    await expect.poll(() => page.getByText(t('review.stale')).count(), slow).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
