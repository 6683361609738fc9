// The screen of scenarios in Arabic: a slider, a scenario opened, all of them held against the plan.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';

const slow = { timeout: 30_000 };

describe('the scenarios of a plan in ar', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('are tried by a slider, opened, and compared', async () => {
    const { page, complaints } = await product.open({ locale: 'ar' });
    await openSample(page, 'bank-phone-centre');
    await showScreen(page, 'scenarios');
    // Sliders run with the text: the arrow to the left is more.
    await page.locator('[data-slider=volume]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[data-refined=true] [data-verdict=worse]').first().waitFor(slow);
    await page.locator('[data-quick-reset]').click();
    await page.locator('[data-open-scenario]').first().click();
    await page.locator('[data-scenario]').waitFor(slow);
    await page.locator('[data-compare]').click();
    await page.locator('[data-comparison=true][aria-busy=false] [data-verdict]').first().waitFor(slow);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-back-to-plan]').click();
    await page.locator('[data-scenario]').waitFor({ state: 'detached', ...slow });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
