// The review with all its figures, and the versions, in the languages that run from right to left: nothing cut off, nothing foreign.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { cutTexts, latinWords, unfold } from '../support/pageLayout.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const slow = { timeout: 120_000 };

const tables = {
  fa: [
    'از؛تا؛تیم؛تعهد؛درخواست‌ها؛زمان رسیدگی؛زمان غیرمولد؛سطح خدمت؛رضایت مشتری؛هزینه',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛؛؛۱۲٬۴۰۰؛۷:۳۰؛؛؛۳٫۹؛۶۵۰۰۰۰۰۰۰',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛general؛؛؛؛۱۵٪؛؛؛',
    '۱۴۰۵/۸/۲؛۱۴۰۵/۸/۸؛؛phone-30s؛؛؛؛۷۰٪؛؛',
  ],
  ar: [
    'من؛إلى؛الفريق؛الالتزام؛الطلبات؛زمن المعالجة؛الفاقد؛مستوى الخدمة؛رضا العملاء؛الكلفة',
    '٢٠٢٦/١٠/٢٤؛٢٠٢٦/١٠/٣٠؛؛؛١٢٬٤٠٠؛٧:٣٠؛؛؛٣٫٩؛٦٥٠٠٠٠٠٠٠',
    '٢٠٢٦/١٠/٢٤؛٢٠٢٦/١٠/٣٠؛general؛؛؛؛١٥٪؛؛؛',
    '٢٠٢٦/١٠/٢٤؛٢٠٢٦/١٠/٣٠؛؛phone-30s؛؛؛؛٧٠٪؛؛',
  ],
} as const;

describe.each(['ar', 'fa'] as const)('the review and the versions in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('are whole, with everything opened, in a small window', async () => {
    const { page, complaints } = await product.open({
      locale: language,
      viewport: { width: 1024, height: 700 },
    });
    await openSample(page, 'online-shop');
    await showScreen(page, 'versions');
    await page.locator('[data-version-name]').fill(t('versions.now'));
    await page.locator('[data-keep-version]').click();
    await page.locator('[data-version]').waitFor();
    await showScreen(page, 'review');
    await page.setInputFiles('[data-actuals-file]', {
      name: 'actuals.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(tables[language].join('\n')),
    });
    await page.locator('[data-hold]').click();
    await page.locator('[data-reviewed]').waitFor(slow);
    await page.locator('[data-new-base]').waitFor();
    await page.locator('[data-add=decisions]').click();
    await page.locator('[data-part^="reviews/decisions"]').waitFor();
    await unfold(page);
    const faults = async (screen: string): Promise<readonly string[]> =>
      [
        ...(await violationsOf(page)),
        ...(await cutTexts(page)).map((text) => `cut off: ${text}`),
        ...(await latinWords(page)).map((word) => `foreign: ${word}`),
      ].map((fault) => `${screen}: ${fault}`);
    expect(await faults('review')).toEqual([]);
    await page.locator('[data-new-base]').click();
    await showScreen(page, 'versions');
    await page.locator('[data-change]').first().waitFor(slow);
    expect(await faults('versions')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
