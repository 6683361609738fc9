// Every screen in every language, colour and width: no barrier, nothing cut off, nothing in another language.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutTexts, latinWords, unfold, widthBeyond } from '../support/pageLayout.ts';
import {
  type OpenedPage,
  openSample,
  type StartedWindow,
  showScreen,
  startWindow,
} from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const windows = (['fa', 'ar', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    ([1024, 1600] as const).map((width) => ({ locale, colorScheme, width })),
  ),
);

describe.each(windows)(
  'the window in $locale, $colorScheme and $width wide',
  ({ locale, colorScheme, width }) => {
    let product: StartedWindow;
    let opened: OpenedPage;
    let page: Page;
    beforeAll(async () => {
      product = await startWindow();
      const viewport = { width, height: width === 1024 ? 700 : 1000 };
      opened = await product.open({ locale, colorScheme, viewport });
      page = opened.page;
    });
    afterAll(() => product.stop());

    /** All that is wrong with what is shown, as sentences that name the place. */
    const faultsOf = async (place: string): Promise<readonly string[]> => {
      const beyond = await widthBeyond(page);
      return [
        ...(await violationsOf(page)),
        ...(beyond === 0 ? [] : [`${beyond} px wider than the window`]),
        ...(await cutTexts(page)).map((text) => `cut off: ${text}`),
        ...(locale === 'en' ? [] : (await latinWords(page)).map((word) => `not in ${locale}: ${word}`)),
      ].map((fault) => `${place}: ${fault}`);
    };

    const faultsOfScreens = async (): Promise<readonly string[]> => {
      const faults: string[] = [];
      for (const screen of await page.locator('[data-screen]').all()) {
        const id = (await screen.getAttribute('data-screen')) ?? '';
        await showScreen(page, id);
        await page.locator('[data-shown] [aria-busy=true]').waitFor({ state: 'detached' });
        await unfold(page);
        faults.push(...(await faultsOf(id)));
      }
      return faults;
    };

    const faultsOfPalette = async (): Promise<readonly string[]> => {
      await page.keyboard.press('Control+k');
      await page.locator('[role=option][data-action]').first().waitFor();
      const faults = await faultsOf('palette');
      await page.keyboard.press('Escape');
      await page.locator('[role=option][data-action]').first().waitFor({ state: 'detached' });
      return faults;
    };

    it('is right in the library, its settings and its palette', async () => {
      expect(await faultsOf('library')).toEqual([]);
      await page.locator('header button[aria-haspopup=dialog]').click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf('settings')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await faultsOfPalette()).toEqual([]);
    });

    it('is right on every screen of a sample, with charts and with tables', async () => {
      await openSample(page, 'online-shop');
      expect(await faultsOfPalette()).toEqual([]);
      const faults = [...(await faultsOfScreens())];
      await showScreen(page, 'results');
      for (const label of await page.locator('input[type=radio][value=table] + label').all())
        await label.click();
      faults.push(...(await faultsOf('tables')));
      await page.locator('.screen-only button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().waitFor();
      faults.push(...(await faultsOf('menu of the plan')));
      await page.keyboard.press('Escape');
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    });

    it('is right among the plans and on every screen of an empty one', async () => {
      await page.locator('header nav button').click();
      await page.locator('[data-plan]').first().waitFor();
      expect(await faultsOf('plans')).toEqual([]);
      await page.locator('[data-new-plan]').click();
      await page.locator('[data-screen]').first().waitFor();
      await page.locator('[data-shown]').waitFor();
      expect(await faultsOfScreens()).toEqual([]);
    });

    it('is right on the needs of a company, with proposals and with every reason', async () => {
      await page.locator('header nav button').click();
      await page.locator('[data-needs-sample]').first().click();
      await page.locator('[data-shown=needs] [data-details]').waitFor();
      await page.locator('button[data-box]').first().click();
      await unfold(page);
      expect(await faultsOf('proposals')).toEqual([]);
    });

    it('has nothing to complain of in the console', () => {
      expect(opened.complaints).toEqual([]);
    });
  },
);
