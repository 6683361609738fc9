// A scenario is made by doing, held against the plan, and becomes the plan; a slider is answered at once and then simulated.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe('the scenarios of a plan', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const openScenarios = async (page: Page): Promise<void> => {
    await openSample(page, 'bank-phone-centre');
    await showScreen(page, 'scenarios');
    await page.locator('[data-open-scenario]').first().waitFor();
  };

  it.each(walkedIn('fa'))('are edited by doing, compared, and made the plan, in %s', async (language) => {
    const { t } = createTranslator(language);
    const { page, complaints } = await product.open({ locale: language });
    await openScenarios(page);
    const cards = page.locator('[data-open-scenario]');
    const count = await cards.count();
    await page.locator('[data-add=scenarios]').click();
    await expect.poll(() => cards.count(), slow).toBe(count + 1);
    await cards.last().click();
    await page.locator('[data-scenario]').waitFor();
    // On another screen: an edit as always, which goes into the scenario.
    await showScreen(page, 'promises');
    const target = page
      .locator('[data-promise]')
      .first()
      .getByLabel(t('app.promises.target'), { exact: true });
    const before = await target.inputValue();
    await target.fill(language === 'fa' ? '۱ ثانیه' : '1 s');
    await target.press('Enter');
    await page
      .getByText(stripBidiControls(t('app.strip.againstPlan')))
      .first()
      .waitFor(slow);
    await page.locator('[data-back-to-plan]').click();
    await expect.poll(() => target.inputValue(), slow).toBe(before);
    await showScreen(page, 'scenarios');
    await page.locator('[data-compare]').click();
    await page.locator('[data-comparison=true][aria-busy=false]').waitFor(slow);
    await page.locator('[data-verdict=worse]').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-apply-scenario]').last().click();
    await expect.poll(() => cards.count(), slow).toBe(count);
    await showScreen(page, 'promises');
    await expect.poll(() => target.inputValue(), slow).not.toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are kept from a slider that was answered by formula and then simulated', async () => {
    const { page, complaints } = await product.open({ locale: 'en' });
    await openScenarios(page);
    const count = await page.locator('[data-open-scenario]').count();
    await page.locator('[data-slider=volume]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-quick=true] table').first().waitFor(slow);
    await page.locator('[data-refined=true] [data-verdict]').first().waitFor(slow);
    await page.locator('[data-quick-keep]').click();
    await expect.poll(() => page.locator('[data-open-scenario]').count(), slow).toBe(count + 1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('have changes that are named and taken out, of the scenario that is shown as of any other', async () => {
    const { page, complaints } = await product.open({ locale: 'en' });
    await openScenarios(page);
    await page.locator('[data-open-scenario]').first().click();
    await page.locator('[data-scenario]').waitFor();
    const changes = page.locator('[data-part^="scenarios/"]').first().locator('[data-change]');
    // The bar above tells of the scenario first; the fields follow.
    await changes.first().waitFor(slow);
    const count = await changes.count();
    const name = changes.last().getByRole('textbox');
    await name.fill('What it is about');
    await name.press('Enter');
    // What is kept is there again after another screen.
    await showScreen(page, 'promises');
    await showScreen(page, 'scenarios');
    await expect.poll(() => name.inputValue(), slow).toBe('What it is about');
    await changes.last().locator('[data-remove]').click();
    await expect.poll(() => changes.count(), slow).toBe(count - 1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
