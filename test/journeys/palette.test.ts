// The command palette and the sheet of shortcuts, by keyboard alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type StartedWindow, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

describe('the command palette', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('does anything by its name, and shows the keys that it knows', async () => {
    const { page, complaints } = await product.open({ locale: 'fa' });
    await openSample(page, 'it-service-desk');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').last().fill('تعهد');
    await page.locator('[role=option][data-action=screen-promises]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('[data-shown=promises]').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('kbd').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
