// The ways in which a person gets at things in the window: by mouse, and by keyboard alone.
import type { Page } from 'playwright-core';
import { showScreen } from './startedWindow.ts';

/** How a person gets at things: the acts are the same, the ways differ. */
export interface Hand {
  readonly show: (screen: string) => Promise<void>;
  readonly press: (selector: string) => Promise<void>;
  /** A line of the menu that is open; the first where none is named. */
  readonly pick: (line?: string) => Promise<void>;
  readonly type: (place: string, text: string) => Promise<void>;
  readonly choose: (place: string, option: string) => Promise<void>;
  readonly flip: (place: string) => Promise<void>;
  /** A cell of the table of people. */
  readonly cell: (row: string, column: string, text: string) => Promise<void>;
}

export function mouse(page: Page): Hand {
  const field = (place: string) => page.locator(`[data-at="${place}"]`).first();
  return {
    show: (screen) => showScreen(page, screen),
    press: (selector) => page.locator(selector).first().click(),
    pick: (line) =>
      page
        .locator(`[role=menuitem]${line ?? ''}`)
        .first()
        .click(),
    type: async (place, text) => {
      await field(place).click({ clickCount: 3 });
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    choose: async (place, option) => {
      await field(place).click();
      await page.getByRole('option', { name: option, exact: true }).first().click();
    },
    flip: (place) =>
      page.locator(`label:has(+ * [data-at="${place}"]), [data-at="${place}"]`).first().click(),
    cell: async (row, column, text) => {
      const cell = page.locator(`[data-cell="${row}/${column}"]`);
      await cell.dblclick();
      if (column === 'role') await cell.locator('select').selectOption({ label: text });
      else await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
  };
}

export function keyboard(page: Page, nameOf: (screen: string) => string): Hand {
  /** Tab by Tab, as a person without a mouse. */
  const reach = async (selector: string): Promise<void> => {
    const isThere = () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    await page.locator(selector).first().waitFor();
    for (let step = 0; step < 400; step += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  return {
    show: async (screen) => {
      await page.keyboard.press('Control+k');
      // Other fields of the page are comboboxes, too: what is typed must not go there.
      await page.locator('[role=dialog] [role=combobox]:focus').waitFor();
      await page.keyboard.type(nameOf(screen));
      await page.keyboard.press('Enter');
      await page.locator(`[data-shown="${screen}"]`).waitFor();
    },
    press: async (selector) => {
      await reach(selector);
      await page.keyboard.press('Enter');
    },
    pick: async (line) => {
      const wanted = page.locator(`[role=menuitem]${line ?? ''}`).first();
      await wanted.waitFor();
      const isThere = () => wanted.evaluate((found) => found === document.activeElement);
      for (let step = 0; step < 30 && !(await isThere()); step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await wanted.waitFor({ state: 'hidden' });
    },
    type: async (place, text) => {
      await reach(`[data-at="${place}"]`);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    choose: async (place, option) => {
      await reach(`[data-at="${place}"]`);
      /** What the list of this field, not of another, would take. */
      const chosen = () =>
        page.evaluate(() => {
          const list = document.getElementById(document.activeElement?.getAttribute('aria-controls') ?? '');
          return list?.querySelector('[data-combobox-selected]')?.textContent ?? '';
        });
      for (let step = 0; step < 40 && (await chosen()) !== option; step += 1) {
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(50);
      }
      await page.keyboard.press('Enter');
    },
    flip: async (place) => {
      await reach(`[data-at="${place}"]`);
      await page.keyboard.press('Space');
    },
    cell: async (row, column, text) => {
      await reach('[data-cell][tabindex="0"]');
      const active = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? '');
      const press = async (key: string, until: (cell: string) => boolean): Promise<boolean> => {
        for (let step = 0; step < 40 && !until(await active()); step += 1) await page.keyboard.press(key);
        return until(await active());
      };
      await page.keyboard.press('Home');
      const isRow = (cell: string): boolean => cell.startsWith(`${row}/`);
      if (!(await press('ArrowDown', isRow))) await press('ArrowUp', isRow);
      const forward = (await page.locator('html').getAttribute('dir')) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      await press(forward, (cell) => cell === `${row}/${column}`);
      await page.keyboard.press('F2');
      const chosen = () =>
        page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions?.[0]?.label);
      if (column === 'role')
        for (let step = 0; step < 20 && (await chosen()) !== text; step += 1)
          await page.keyboard.press('ArrowDown');
      else await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
  };
}
