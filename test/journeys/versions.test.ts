// A version of the plan is kept, what changed since is read in words, and the version is brought back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

const slow = { timeout: 20_000 };

describe.each(walkedIn('en'))('the versions of a plan in %s', (language) => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('are kept, compared in words and brought back', async () => {
    const { t } = createTranslator(language);
    const { page, complaints } = await product.open({ locale: language });
    await openSample(page, 'online-shop');
    await showScreen(page, 'versions');
    await page.getByText(t('versions.none')).waitFor();
    await page.locator('[data-version-name]').fill('Agreed');
    await page.locator('[data-keep-version]').click();
    const card = page.locator('[data-version]');
    await card.waitFor();
    await expect.poll(() => card.textContent(), slow).toContain(t('versions.nothingSince'));

    await showScreen(page, 'promises');
    const target = page
      .locator('[data-promise]')
      .first()
      .getByLabel(t('app.promises.target'), { exact: true });
    const before = await target.inputValue();
    await target.fill(language === 'fa' ? '۷ ثانیه' : '7 s');
    await target.press('Enter');
    await expect.poll(() => page.locator('[data-step=undo]').isEnabled(), slow).toBe(true);

    await showScreen(page, 'versions');
    const change = page.locator('[data-change]');
    await expect.poll(() => change.count(), slow).toBe(1);
    const said = stripBidiControls((await change.textContent()) ?? '');
    expect(said).toContain(t('changes.field.targetSeconds'));
    expect(said).toContain(stripBidiControls(before));
    expect(await violationsOf(page)).toEqual([]);

    await card.locator('[data-restore]').click();
    await expect.poll(() => change.count(), slow).toBe(0);
    await showScreen(page, 'promises');
    await expect.poll(() => target.inputValue(), slow).toBe(before);
    await page.locator('[data-step=undo]').click();
    await expect.poll(() => target.inputValue(), slow).not.toBe(before);
    await page.locator('[data-step=undo]').click();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
