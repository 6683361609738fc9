// The screens of the simulation in Arabic, in both colours: charts that are fetched when they come into sight, all tables, and
// a day that plays.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutTexts, latinWords } from '../support/pageLayout.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const slow = { timeout: 60_000 };

describe.each(['light', 'dark'] as const)('a simulation in ar, %s', (colorScheme) => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('has no barrier and no foreign word, as charts, as tables and as a film', async () => {
    const { page, complaints } = await product.open({ locale: 'ar', colorScheme });
    await openSample(page, 'it-service-desk');
    await page.locator('[data-journeys]').evaluate((part) => part.scrollIntoView());
    await page.locator('[data-journeys=true]').waitFor(slow);
    expect(await violationsOf(page)).toEqual([]);
    expect(await latinWords(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    await page.locator('input[type=radio][value=table] + label').evaluateAll((labels) => {
      for (const label of labels) (label as HTMLElement).click();
    });
    expect(await violationsOf(page)).toEqual([]);
    expect(await latinWords(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);

    await showScreen(page, 'playback');
    await page.locator('[data-complete=true]').waitFor(slow);
    await page.locator('[data-worst]').click();
    expect(await violationsOf(page)).toEqual([]);
    expect(await latinWords(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    await page.locator('[data-follow]').first().click();
    await page.locator('[data-unfollow]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await latinWords(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
