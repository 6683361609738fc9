// The needs of a company in Arabic, from right to left; what is pasted from a sheet; promises that nobody can keep; and both
// samples of needs, each to a chosen organisation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { askEveryWhy, beginNeeds } from '../support/needsWalk.ts';
import { cutTexts, latinWords, widthBeyond } from '../support/pageLayout.ts';
import { type StartedWindow, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const slow = { timeout: 60_000 };

describe('the needs of a company in Arabic', () => {
  const { t } = createTranslator('ar');
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('become an organisation, in the dark and in a narrow window, with every reason in Arabic', async () => {
    const { page, complaints } = await product.open({
      locale: 'ar',
      colorScheme: 'dark',
      viewport: { width: 1024, height: 700 },
    });
    const walk = await beginNeeds(page);
    await walk.pick('industry', 'onlineShop');
    await walk.fill('customers', '٢٠٬٠٠٠');
    await walk.addPersona('digital');
    await walk.addIssues('تأخّر التوصيل، الإرجاع، الدفع');
    await walk.pick('hours', 'everyDay');
    await walk.pick('happiness', 'quickAnswer');
    await walk.settled();
    expect((await walk.candidates()).length).toBeGreaterThanOrEqual(3);
    await walk.pick('hours', 'always');
    await walk.settled();
    expect(stripBidiControls(await walk.changeSaid())).not.toContain(t('needs.change.nothing'));
    const { asked, silent } = await askEveryWhy(page, t);
    expect(asked).toBeGreaterThan(10);
    expect(silent).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
    expect(await latinWords(page)).toEqual([]);
    await page.locator('[data-go-on]').click();
    await page.locator('[data-shown=structure] [data-card^=team]').first().waitFor(slow);
    expect(walk.answers() + 1).toBeLessThan(25);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('take the present organisation from a sheet, show the way from it, and simulate every proposal', async () => {
    const { page, complaints } = await product.open({ locale: 'ar' });
    const walk = await beginNeeds(page);
    await walk.pick('industry', 'computers');
    await walk.fill('contactsPerMonth', '4000');
    await page.locator('[data-shown=needs] section details summary').first().click();
    const agent = t('people.role.kinds.agent');
    const lead = t('people.role.kinds.lead');
    await page.locator('[data-at="needs/present"] [data-cell="0 0"]').focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, `الدعم\t${agent}\t٩\nالدعم\t${lead}\t1`);
    await expect.poll(() => page.locator('[data-at="needs/present"] tbody tr').count(), slow).toBe(3);
    await walk.settled();
    await page.locator('[data-way]').waitFor(slow);
    const count = (await walk.candidates()).length;
    await expect
      .poll(() => page.locator('tr[data-candidate][data-by=simulation]').count(), { timeout: 240_000 })
      .toBe(count);
    await page.locator('[data-keep-apart]').click();
    await expect.poll(() => page.locator('[data-details] [role=status]').textContent(), slow).not.toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('name the promise that no organisation keeps, and why', async () => {
    const { page } = await product.open({ locale: 'ar' });
    const walk = await beginNeeds(page);
    await walk.pick('industry', 'onlineShop');
    await page.locator('[data-shown=needs] section details summary').first().click();
    await page.locator('[data-add="needs/promises"]').click();
    await page.locator('[data-promise-kind=solution]').click();
    const target = page.locator('[data-at^="needs/promises/"][data-at$=withinSeconds]');
    await target.fill('30 ثانية');
    await target.press('Enter');
    await walk.settled();
    await page.locator('[data-unkept] li').first().waitFor(slow);
    await page.context().close();
  });
});
