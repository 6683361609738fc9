// What must be seen, or announced, in the smallest windows.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { inPart } from '../support/walkedIn.ts';

describe('a low or narrow window', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const opened = async (locale: string, width: number, height: number): Promise<Page> => {
    const { page } = await product.open({ locale, viewport: { width, height } });
    await openSample(page, 'online-shop');
    return page;
  };

  it.each([
    ['en', 'right'],
    ['fa', 'left'],
  ] as const)(
    'says in %s how many cards of the structure lie outside, and goes there',
    async (locale, side) => {
      const page = await opened(locale, 1024, 700);
      await showScreen(page, 'structure');
      const more = page.locator(`[data-beyond=${side}]`);
      await more.waitFor();
      const frame = page.locator('[data-board]');
      await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const department = page.locator('[data-box="department:warehouse"]');
      const board = await frame.boundingBox();
      const isInside = async (): Promise<boolean> => {
        // The browser scrolls the canvas to what gets the focus, and the canvas takes that back.
        if ((await frame.locator('> div').evaluate(({ scrollLeft }) => scrollLeft)) !== 0) return false;
        const box = await department.boundingBox();
        return (
          board !== null && box !== null && box.x >= board.x && box.x + box.width <= board.x + board.width
        );
      };
      expect(await isInside()).toBe(false);
      // The keyboard takes the canvas with it, there and back.
      await page.keyboard.press('Tab');
      await department.locator('[data-card]').focus();
      await expect.poll(isInside, { timeout: 20_000 }).toBe(true);
      await page.locator('[data-box^="channel:"] [data-card]').first().focus();
      await expect.poll(isInside, { timeout: 20_000 }).toBe(false);
      // By the mouse alone: `click` would scroll the canvas itself, which sets that back at any moment, under the pointer.
      const button = await more.boundingBox();
      if (button === null) throw new Error('the edge is not shown');
      await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
      await expect.poll(() => more.count(), { timeout: 20_000 }).toBe(0);
      expect(await isInside()).toBe(true);
      await page.context().close();
    },
  );

  it.each(inPart([1024, 1280]))('keeps the legend of the arrows in one line at %d', async (width) => {
    const page = await opened('en', width, 700);
    await showScreen(page, 'structure');
    const kinds = page.locator('label:has([data-kind])');
    await kinds.nth(4).waitFor();
    const lines = (): Promise<number> =>
      kinds.evaluateAll(
        (labels) => new Set(labels.map((label) => Math.round(label.getBoundingClientRect().top))).size,
      );
    // Letters change their width when their font is there.
    await expect.poll(lines, { timeout: 5_000 }).toBe(1);
    await page.context().close();
  });

  it.each(inPart(['fa', 'en']))(
    'lets the list of screens reach down to the figures in %s',
    async (locale) => {
      const page = await opened(locale, 1024, 600);
      const room = (): Promise<number> =>
        page.evaluate(() => {
          const list = document.querySelector('[data-screen]')?.closest('nav')?.getBoundingClientRect();
          const strip = document.querySelector('section[data-by]')?.getBoundingClientRect();
          return (strip?.top ?? 0) - (list?.bottom ?? 0);
        });
      for (const scrolled of [0, 60, 400]) {
        await page.evaluate((y) => window.scrollTo(0, y), scrolled);
        const isUsed = async (): Promise<boolean> => {
          const left = await room();
          return left >= 0 && left < 30;
        };
        await expect.poll(isUsed, { timeout: 5_000 }).toBe(true);
      }
      await page.context().close();
    },
  );
});
