// What customers ask for, typed and pasted as from a sheet, with the strip following, and taken back to the start.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { withDigits } from '../../locales/format/digits.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { slowPage } from '../support/slowPage.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe.each(walkedIn('fa'))('the demand of a plan in %s', (language) => {
  const { t } = createTranslator(language);
  const { digits } = defaultSettings(language);
  const local = (text: string): string => withDigits(text, digits);
  let product: StartedWindow;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    product = await startWindow();
    ({ page, complaints } = await product.open({ locale: language }));
    await openSample(page, 'online-shop');
    await showScreen(page, 'demand');
    await page.locator('[data-week-grid] td').first().waitFor();
  });
  afterAll(() => product.stop());

  /** The figures by simulation, without what they say of the last change. */
  const strip = async (page: Page): Promise<string> => {
    const shown = page.locator('section[data-by=simulation]');
    if ((await shown.count()) === 0) return '';
    return stripBidiControls(
      await shown.evaluate((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const change of copy.querySelectorAll('[data-better]')) change.remove();
        return copy.textContent;
      }),
    );
  };
  const cell = (page: Page, grid: string, row: number, column: number) =>
    page.locator(`${grid} td[data-row="${row}"][data-column="${column}"]`);
  const textOf = async (page: Page, grid: string, row: number, column: number): Promise<string> =>
    stripBidiControls((await cell(page, grid, row, column).textContent()) ?? '');
  /** As a spreadsheet gives it: through the clipboard of the page. */
  const paste = (page: Page, grid: string, text: string): Promise<void> =>
    page.locator(`${grid} textarea`).evaluate((element, pastedText) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pastedText);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  const mix = '[data-section=mix]';
  const week = '[data-week-grid]';

  it('is typed and pasted with local digits, followed by the strip, and undone to the start', async () => {
    const before = { strip: await strip(page), cell: await textOf(page, mix, 0, 0) };
    // By keyboard: the second cell of the first row, and Enter leads down.
    await cell(page, mix, 0, 0).click();
    await page.keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await page.keyboard.type(local('1250'));
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, mix, 0, 1), slow).toBe(local(language === 'fa' ? '1٬250' : '1,250'));
    expect(await page.locator(`${mix} td[data-active=true]`).getAttribute('data-row')).toBe('1');
    await expect.poll(() => strip(page), slow).not.toBeOneOf(['', before.strip]);

    // A cell that is no number refuses the whole, and is named.
    await cell(page, week, 0, 0).click();
    await paste(page, week, `${local('1')}\t${local('2')}\nx\t${local('4')}`);
    await expect
      .poll(async () => stripBidiControls((await page.locator(`${week} [role=status]`).textContent()) ?? ''))
      .toContain(stripBidiControls(t('demand.grid.refused', { number: 1 })));
    const typed = await strip(page);

    // A week's demand: 24 hours by seven days, with its heads, as it was copied.
    const hours = Array.from({ length: 24 }, (_, hour) => (hour < 8 || hour > 19 ? 0 : 60 + hour));
    const head = Array.from({ length: 7 }, (_, day) => `d${day}.`).join('\t');
    const rows = hours.map((contacts, hour) =>
      [`${hour}:00`, ...Array.from({ length: 7 }, (_, day) => String(contacts + day))].join('\t'),
    );
    await paste(page, week, local(`\t${head}\n${rows.join('\n')}\n`));
    await expect.poll(() => textOf(page, week, 10, 6), slow).toBe(local('76'));
    expect(await textOf(page, week, 3, 2)).toBe(local('2'));
    await expect.poll(() => strip(page), slow).not.toBeOneOf(['', typed]);
    expect(await violationsOf(page)).toEqual([]);

    // Two hours in quick succession: on a slow machine the second is typed before the first is drawn.
    await cell(page, week, 10, 0).click();
    const atFullSpeed = await slowPage(page);
    for (const contacts of ['500', '600']) {
      await page.keyboard.type(local(contacts));
      await page.keyboard.press('Enter');
    }
    await atFullSpeed();
    const hoursTyped = () => Promise.all([10, 11].map((hour) => textOf(page, week, hour, 0)));
    await expect.poll(hoursTyped, slow).toEqual([local('500'), local('600')]);

    // Undone in the grid itself, by its keys.
    for (const left of [
      ['500', '71'],
      ['70', '71'],
    ]) {
      await page.keyboard.press('Control+z');
      await expect.poll(hoursTyped, slow).toEqual(left.map(local));
    }
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page, week, 3, 2), slow).toBe(local('0'));
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page, mix, 0, 0), slow).toBe(before.cell);
    await expect.poll(() => page.locator('[data-step=undo]').isDisabled(), slow).toBe(true);
    await expect.poll(() => strip(page), slow).toBe(before.strip);
    expect(complaints).toEqual([]);
  });

  it('is added and drawn, and has no barrier with everything open', async () => {
    const types = page.locator('[data-section=issueTypes] li');
    const count = await types.count();
    await page.locator('[data-add=issueTypes]').click();
    await expect.poll(() => types.count(), slow).toBe(count + 1);
    for (const selector of ['[data-section=lines] li', '[data-section=personas] li'])
      await page.locator(`${selector} summary`).first().click();
    for (const summary of await page.locator('[data-section=profiles] details > summary').all())
      await summary.click();
    // The course of a day by keys: one step when they rest.
    const ten = page.locator('[data-curve] [data-hour="10"]');
    const shown = Number(await ten.getAttribute('aria-valuenow'));
    await ten.focus();
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('PageUp');
    await page.locator('[data-curve] [data-hour="11"]').focus();
    await expect
      .poll(async () => Number(await ten.getAttribute('aria-valuenow')), slow)
      .toBeGreaterThan(shown);
    // By pointer, across the day.
    const box = await page.locator('[data-curve] svg').boundingBox();
    if (box === null) throw new Error('no curve');
    await page.mouse.move(box.x + box.width * 0.2, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => textOf(page, week, 20, 0), slow).not.toBe(local('0'));
    await page.locator('[data-template=officeHours]').click();
    await expect.poll(() => textOf(page, week, 20, 0), slow).toBe(local('0'));
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-step=undo]').click();
    await expect.poll(() => textOf(page, week, 20, 0), slow).not.toBe(local('0'));
    expect(complaints).toEqual([]);
  });
});
