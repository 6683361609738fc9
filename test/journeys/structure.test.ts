// The structure of a plan is shaped by mouse, then by keyboard, and undo brings the start back; the table takes a sheet.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe.each(walkedIn('fa'))('the structure of a plan in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    product = await startWindow();
    ({ page, complaints } = await product.open({
      locale: language,
      viewport: { width: 1600, height: 1000 },
    }));
    await openSample(page, 'computer-company');
    await page.locator('[data-screen=structure]').click();
    await page.locator('[data-card="team:setup"]').waitFor();
  });
  afterAll(() => product.stop());

  const strip = async (): Promise<string> =>
    stripBidiControls((await page.locator('section[data-by]').textContent()) ?? '');
  /** Which teams stand in each lane, by where they are on the screen. */
  const lanes = (): Promise<Record<string, string[]>> =>
    page.evaluate(() => {
      const found: Record<string, string[]> = {};
      for (const lane of document.querySelectorAll<HTMLElement>('[data-lane]')) {
        const { left, right } = lane.getBoundingClientRect();
        found[lane.dataset.lane ?? ''] = [...document.querySelectorAll<HTMLElement>('[data-team]')]
          .filter((team) => {
            const box = team.getBoundingClientRect();
            return box.left >= left && box.right <= right;
          })
          .map((team) => team.dataset.team ?? '');
      }
      return found;
    });
  const drag = async (from: string, to: string, below = 0): Promise<void> => {
    const start = await page.locator(from).boundingBox();
    const end = await page.locator(to).boundingBox();
    if (start === null || end === null) throw new Error('not on the screen');
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 40) + below, { steps: 8 });
    await page.mouse.up();
  };
  const undoAll = async (): Promise<void> => {
    const undo = page.locator('[data-step=undo]');
    while (await undo.isEnabled()) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/plan.undo'));
      await undo.click();
      await answered;
      await page.waitForTimeout(100);
    }
  };
  const choose = async (menu: string, ...acts: readonly string[]): Promise<void> => {
    await page.locator(`[data-menu="${menu}"]`).focus();
    await page.keyboard.press('Enter');
    for (const act of acts) {
      await page.locator(`[data-act="${act}"]`).focus();
      await page.keyboard.press('Enter');
    }
  };
  const arrow = (id: string) => page.locator(`[data-arrow="${id}"]`);

  it('is shaped by mouse, the strip follows, and undo brings the start back', async () => {
    const [start, before] = [await lanes(), await strip()];
    expect(start['tier-1']).toEqual(['general-help', 'setup']);
    await drag('[data-team=setup] ul', '[data-lane="tier-2"]', 480);
    await expect
      .poll(lanes, slow)
      .toMatchObject({ 'tier-1': ['general-help'], 'tier-2': ['wireless', 'hardware', 'setup'] });
    await expect.poll(strip, slow).not.toBe(before);
    await drag('[data-box="channel:email"] article >> nth=0', '[data-box="team:wireless"]');
    await expect.poll(() => arrow('arrival:chat:wireless').count(), slow).toBe(0);
    await drag('[data-team=setup] ul', '[data-box="team:general-help"]');
    await expect.poll(() => page.locator('[data-team=setup]').count(), slow).toBe(0);
    await undoAll();
    await expect.poll(lanes, slow).toEqual(start);
    expect(complaints).toEqual([]);
  });

  it('is shaped by keyboard alone: the same, and arrows', async () => {
    const start = await lanes();
    await page.locator('[data-card="team:setup"]').focus();
    await page.keyboard.press(language === 'fa' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight');
    await expect.poll(lanes, slow).toMatchObject({ 'tier-2': ['wireless', 'hardware', 'setup'] });
    await choose('channel:email', 'give', 'wireless');
    await expect.poll(() => arrow('arrival:chat:wireless').count(), slow).toBe(0);
    await choose('team:wireless', 'hierarchical', 'engineering');
    await arrow('hierarchical:wireless:engineering').waitFor();
    await choose('team:general-help', 'merge', 'setup');
    await expect.poll(() => page.locator('[data-team=setup]').count(), slow).toBe(0);
    await choose('team:general-help', 'split', 'general-remote');
    await page
      .getByRole('button', { name: t('structure.secondOf', { team: '' }).trim().slice(-4) })
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await undoAll();
    await expect.poll(lanes, slow).toEqual(start);
  });

  it('takes rows of a sheet with local digits as a table, all or nothing, and shows them in the chart', async () => {
    await page.locator('input[type=radio][value=outline] + label').click();
    const rows = page.locator('[data-outline] tbody tr');
    const count = await rows.count();
    const paste = async (text: string): Promise<void> => {
      // Where the focus is, and in the same moment: what comes in between may draw the table anew.
      await rows
        .last()
        .locator('input')
        .evaluate((field, sheet) => {
          field.focus();
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', sheet);
          document.activeElement?.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          );
        }, text);
    };
    await paste('Night\t\tmany\nDay\t\t3');
    await page.locator('[data-faults="1"]').waitFor();
    expect(await rows.count()).toBe(count);
    await paste('Night\tNew tier\t۱۲\t٤\nDay\tNew tier\t3\t2');
    await expect.poll(() => rows.count(), slow).toBe(count + 2);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('input[type=radio][value=chart] + label').click();
    await page.getByRole('article', { name: 'Night' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await undoAll();
    await expect.poll(() => page.getByRole('article', { name: 'Night' }).count(), slow).toBe(0);
    expect(complaints).toEqual([]);
  });
});
