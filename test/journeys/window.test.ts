import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import {
  newPage,
  openSample,
  type StartedWindow,
  showScreen,
  startWindow,
} from '../support/startedWindow.ts';

const en = createTranslator('en').t;
const fa = createTranslator('fa').t;

describe('the window', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const root = (page: Page) =>
    page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      return { lang, dir, scheme: document.documentElement.getAttribute('data-mantine-color-scheme') };
    });
  const choose = (page: Page, label: string) => page.getByText(label, { exact: true }).click();
  const openSettings = (page: Page) => page.locator('header button[aria-haspopup=dialog]').click();
  const said = async (page: Page, selector: string) =>
    stripBidiControls((await page.locator(selector).first().textContent()) ?? '');

  it('opens with the four samples in the language of the browser, from right to left', async () => {
    const { page, complaints } = await product.open({ locale: 'fa-IR' });
    expect(await root(page)).toMatchObject({ lang: 'fa', dir: 'rtl' });
    expect(await page.locator('[data-sample]').count()).toBe(4);
    expect(await page.title()).toBe(fa('app.shell.title'));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens in the language that the start asked for, and lets the person change it for good', async () => {
    const { page } = await newPage(product.browser);
    const [start, secret] = product.address.split('#');
    await page.goto(`${start?.split('?')[0]}?lang=ar#${secret}`);
    await page.locator('html[lang=ar][dir=rtl]').waitFor();
    await openSettings(page);
    await choose(page, 'English');
    await page.locator('html[lang=en][dir=ltr]').waitFor();
    await page.reload();
    await page.locator('[data-sample]').first().waitFor();
    expect(await root(page)).toMatchObject({ lang: 'en', dir: 'ltr' });
    await page.context().close();
  });

  it('keeps the secret out of the address', async () => {
    const { page } = await product.open();
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });

  it('shows the figures of a sample at once, the answer first', async () => {
    const { page, complaints } = await product.open();
    await openSample(page, 'online-shop');
    expect(await page.title()).toContain('Saff');
    expect(
      await page.locator('[data-shown]').getByRole('heading', { level: 2 }).first().getAttribute('id'),
    ).toBe('answer');
    expect(await said(page, 'form [role=status]')).toContain('20 replications');
    const promises = page.locator('section[aria-labelledby=answer] tbody tr');
    expect(await promises.count()).toBeGreaterThan(2);
    for (const row of await promises.allTextContents()) expect(row).toMatch(/kept|at risk|missed/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gives the same figures for the same seed and marks them as old when the seed changes', async () => {
    const { page } = await product.open();
    await openSample(page, 'computer-company');
    const figures = () => said(page, 'section[aria-labelledby=answer] table');
    const first = await figures();
    const seed = page.getByLabel(en('app.run.seed'));
    const simulate = page.locator('form').getByRole('button', { name: en('app.run.simulate') });
    const finished = (text: string) =>
      page.locator('form [role=status]', { hasText: new RegExp(text) }).waitFor();

    await seed.fill('2');
    await page.getByText(en('app.run.stale')).waitFor();
    await simulate.click();
    await finished('seed \u2068?2');
    expect(await page.getByText(en('app.run.stale')).count()).toBe(0);
    expect(await figures()).not.toBe(first);

    await seed.fill('۱');
    await simulate.click();
    await finished('seed \u2068?1');
    expect(await figures()).toBe(first);
    await page.context().close();
  });

  it('refuses what is no number and keeps it as it was typed', async () => {
    const { page } = await product.open();
    await openSample(page, 'computer-company');
    const field = page.getByRole('textbox', { name: en('app.run.replications') });
    await field.fill('many');
    await page.getByText('A whole number from').waitFor();
    await field.blur();
    expect(await field.inputValue()).toBe('many');
    await page.context().close();
  });

  it('cancels a long run and leaves the figures of the one before', async () => {
    const { page } = await product.open();
    await openSample(page, 'online-shop');
    const before = await said(page, '#answer');
    await page.getByRole('textbox', { name: en('app.run.replications') }).fill('100000');
    await page
      .locator('form')
      .getByRole('button', { name: en('app.run.simulate') })
      .click();
    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    await page.waitForFunction(
      () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 0,
    );
    await page.getByRole('button', { name: en('app.run.cancel') }).click();
    await page.getByText(en('app.run.cancelled')).waitFor();
    expect(await bar.count()).toBe(0);
    expect(await said(page, '#answer')).toBe(before);
    await page.context().close();
  });

  it('changes language, direction and digits, and remembers them', async () => {
    const { page } = await product.open();
    await openSample(page, 'online-shop');
    await openSettings(page);
    await choose(page, 'فارسی');
    await page.locator('html[lang=fa][dir=rtl]').waitFor();
    expect(await said(page, '#answer')).toMatch(/[۰-۹]/);
    await choose(page, 'العربية');
    await page.locator('html[lang=ar][dir=rtl]').waitFor();
    expect(await said(page, '#answer')).toMatch(/[٠-٩]/);
    await page.reload();
    await page.locator('html[lang=ar]').waitFor();
    // A reload comes back to the same plan.
    await page.locator('#answer').waitFor();
    await page.context().close();
  });

  it('shows other digits and another calendar when they are chosen', async () => {
    const { page } = await product.open({ locale: 'fa' });
    await openSample(page, 'online-shop');
    expect(await said(page, 'header ul li')).toMatch(/۱۴۰[۰-۹]/);
    await openSettings(page);
    await choose(page, fa('languages.digits.latn'));
    await page.getByRole('combobox', { name: fa('languages.setting.calendar') }).click();
    await page.getByRole('option', { name: fa('languages.calendar.gregory') }).click();
    await page.waitForFunction(() =>
      /\b20\d\d\b/.test(document.querySelector('header ul li')?.textContent ?? ''),
    );
    expect(await said(page, '#answer')).not.toMatch(/[۰-۹]/);
    await page.context().close();
  });

  it('follows the system’s colours, and a choice above them after a reload too', async () => {
    const { page } = await product.open({ colorScheme: 'dark' });
    expect((await root(page)).scheme).toBe('dark');
    await openSettings(page);
    await choose(page, en('app.settings.scheme.light'));
    await page.locator('html[data-mantine-color-scheme=light]').waitFor();
    await page.reload();
    await page.locator('[data-sample]').first().waitFor();
    expect((await root(page)).scheme).toBe('light');
    await page.context().close();
  });

  it('lists every fault of a bad file with its path, and opens the mended file', async () => {
    const { page } = await product.open();
    const give = (text: string) =>
      page.setInputFiles('input[type=file]', {
        name: 'mine.saff',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await give(
      JSON.stringify({ ...JSON.parse(smallPlanText()), teams: 'none', horizon: { start: 'yesterday' } }),
    );
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = stripBidiControls((await alert.textContent()) ?? '');
    expect(text).toContain('mine.saff could not be opened');
    expect(text).toContain('teams');
    expect(text).toContain('horizon.start');
    await give(smallPlanText());
    await page.locator('#answer').waitFor();
    expect(await page.locator('main header').first().textContent()).toContain('mine.saff');
    await page.context().close();
  });

  it('takes a file that is dropped', async () => {
    const { page } = await product.open();
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      return transfer;
    }, smallPlanText());
    await page.getByText(en('app.library.drop')).dispatchEvent('drop', { dataTransfer: data });
    await page.locator('#answer').waitFor();
    await page.context().close();
  });

  it('says what a number means', async () => {
    const { page } = await product.open();
    await openSample(page, 'bank-phone-centre');
    await page
      .getByRole('columnheader')
      .getByRole('button', { name: en('measures.occupancyFraction.short') })
      .click();
    await page.getByText(en('measures.occupancyFraction.definition')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(en('measures.occupancyFraction.definition')).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is worked with the keyboard alone', async () => {
    const { page } = await product.open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en('app.shell.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const sample = () => page.evaluate(() => document.activeElement?.getAttribute('data-sample') ?? null);
    for (let step = 0; step < 40 && (await sample()) === null; step += 1) await page.keyboard.press('Tab');
    expect(await sample()).not.toBeNull();
    await page.keyboard.press('Enter');
    await page.locator('#answer').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    const reach = async (wanted: string): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
        if (name === wanted) return;
      }
      throw new Error(`the keyboard does not reach ${wanted}`);
    };
    await reach(en('app.screens.basics'));
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).not.toBe('none');
    await reach(en('app.screens.structure'));
    await page.keyboard.press('Enter');
    await page.locator('[data-card]').first().waitFor();
    await reach(en('app.screens.results'));
    await page.keyboard.press('Enter');
    await reach(en('app.run.simulate'));
    await page.keyboard.press('Enter');
    await page.getByRole('progressbar').or(page.locator('form [role=status]')).first().waitFor();
    await page.context().close();
  });

  it('goes back to the library with the browser’s back button', async () => {
    const { page } = await product.open();
    await openSample(page, 'it-service-desk');
    await page.goBack();
    await page.locator('[data-sample]').first().waitFor();
    await page.goForward();
    await page.locator('#answer').waitFor();
    await page.context().close();
  });

  it('shows the organisation that was simulated, the first tier where reading starts', async () => {
    for (const [locale, first] of [
      ['en', 'left'],
      ['ar', 'right'],
    ] as const) {
      const { page } = await product.open({ locale });
      await openSample(page, 'computer-company');
      await showScreen(page, 'structure');
      const lanes = page.locator('[data-lane][data-kind=tier]');
      const [one, two] = await Promise.all([lanes.nth(0).boundingBox(), lanes.nth(1).boundingBox()]);
      expect((one?.x ?? 0) < (two?.x ?? 0) ? 'left' : 'right').toBe(first);
      await page.context().close();
    }
  });
});
