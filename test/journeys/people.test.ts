// People are added, named and put on duty in the window, by mouse and by keyboard, and the strip follows.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { withLatinDigits } from '../../locales/format/digits.ts';
import { createTranslator } from '../../locales/translator.ts';
import { slowPage } from '../support/slowPage.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };
const names = { en: 'Night desk', fa: 'میز شب' } as const;

describe.each(walkedIn('fa'))('people and staffing in %s', (language) => {
  const { t } = createTranslator(language);
  const forward = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const strip = async (page: Page): Promise<string> =>
    stripBidiControls((await page.locator('section[data-by]').textContent()) ?? '');
  const paste = (page: Page, into: string, text: string): Promise<void> =>
    page.locator(into).evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);

  it('are added, named, moved on the week and taken back to the start', async () => {
    const { page, complaints } = await product.open({ locale: language });
    await openSample(page, 'online-shop');
    await showScreen(page, 'people');
    const groups = page.locator('tr[data-group]');
    await groups.first().waitFor();
    const count = await groups.count();
    const before = await strip(page);

    await page.locator('[data-cell="new/orders/name"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(names[language]);
    await page.keyboard.press('Enter');
    await expect.poll(() => groups.count(), slow).toBe(count + 1);
    const added = page.locator('tr[data-group]', { hasText: names[language] });
    const group = (await added.getAttribute('data-group')) ?? '';
    for (const [column, value] of [
      ['role', 'lead'],
      ['contract', 'part-time'],
    ] as const) {
      const cell = page.locator(`[data-cell="${group}/${column}"]`);
      await cell.focus();
      await page.keyboard.press('F2');
      await cell.locator('select').selectOption(value);
      await page.keyboard.press('Enter');
      await expect.poll(() => cell.locator('select').count(), slow).toBe(0);
    }
    const details = page.locator(`aside[data-part="teams/orders/groups/${group}"]`);
    // Folded parts make their fields when they are opened.
    await details.evaluate((panel) => {
      for (const folded of panel.querySelectorAll('details')) folded.open = true;
    });
    await page.locator('[data-names]').waitFor();
    await paste(page, '[data-names]', 'Sara\t24\r\nمینا\r\nOmid\r\n');
    await expect.poll(() => details.locator('[data-at$="/name"]').count(), slow).toBe(4);
    await expect.poll(() => strip(page), slow).not.toBe(before);
    expect(await violationsOf(page)).toEqual([]);

    await showScreen(page, 'staffing');
    await page.locator('[data-select="general-agents"]').click();
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
    });
    await page.locator('[data-at="shifts/early/start"]').waitFor();
    const bar = page.locator('[data-bar="0/saturday"] [role=slider]').first();
    const start = (): Promise<string | null> => bar.getAttribute('aria-valuenow');
    expect(await start()).toBe('480');
    // Into the middle: at the edge it would stand behind the strip.
    await bar.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await bar.boundingBox();
    const track = await page.locator('[data-track="saturday"]').boundingBox();
    if (box === null || track === null) throw new Error('the bar cannot be seen');
    const hour = (track.width / 24) * (language === 'fa' ? -1 : 1);
    const [x, y] = [box.x + box.width / 2, box.y + 8];
    const atFullSpeed = await slowPage(page);
    // Every state that was drawn: the shift never jumps back to where it was before the plan has come back.
    await bar.evaluate((element) => {
      const drawn: (string | null)[] = [];
      const note = () => drawn.push(element.getAttribute('aria-valuenow'));
      new MutationObserver(note).observe(element, { attributeFilter: ['aria-valuenow'] });
      Object.assign(window, { drawn });
    });
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + hour / 2, y);
    await page.mouse.move(x + hour, y);
    expect(await start()).toBe('540');
    await page.mouse.up();
    await bar.focus();
    await page.keyboard.press(forward);
    await page.keyboard.press(`Shift+${forward}`);
    expect(await start()).toBe('555');
    const field = async (edge: string): Promise<string> =>
      withLatinDigits(await page.locator(`[data-at="shifts/early/${edge}"]`).inputValue());
    await expect.poll(() => field('start'), slow).toBe('09:15');
    await expect.poll(() => field('end'), slow).toBe('17:30');
    expect(await start()).toBe('555');
    await atFullSpeed();
    const drawn = await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn.map(Number));
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
    await page.locator('[data-coverage] svg.recharts-surface').waitFor();
    expect(await violationsOf(page)).toEqual([]);

    const undo = page.locator('[data-step=undo]');
    for (let steps = 0; steps < 20 && (await undo.isEnabled()); steps += 1) {
      const answered = page.waitForResponse((reply) => reply.url().includes('plan.undo'));
      await undo.click();
      await answered;
      await page.waitForTimeout(50);
    }
    await expect.poll(() => undo.isDisabled(), slow).toBe(true);
    expect(await start()).toBe('480');
    await showScreen(page, 'people');
    await expect.poll(() => groups.count(), slow).toBe(count);
    expect(await page.getByText(t('people.groups.title')).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
