// What a plan hangs on: asked, stopped, followed to a field; where promises break; the price of pooling as it is typed; what breaks
// first and what costs least, each kept as a scenario.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 30_000 };

describe.each(walkedIn('en'))('what matters most in %s', (language) => {
  const { t } = createTranslator(language);
  const words = (text: string): string => stripBidiControls(text);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('is worked out, leads to the field, and prices a split at once', async () => {
    const { page, complaints } = await product.open({ locale: language });
    await openSample(page, 'bank-phone-centre');
    await showScreen(page, 'matters');

    // Three teams of the plan, then what a person types, in the digits of the language.
    const pooled = page.locator('[data-pooled]');
    await pooled.waitFor(slow);
    const agents = async (): Promise<number> => Number(await pooled.getAttribute('data-split'));
    expect(await agents()).toBeGreaterThan(Number(await pooled.getAttribute('data-pooled')));
    await page.getByText(t('matters.pool.by.typed'), { exact: true }).click();
    await page.locator('[data-kind=own-2]').waitFor();
    for (const key of ['own-1', 'own-2']) {
      const fields = page.locator(`[data-kind=${key}] input:not([type=checkbox])`);
      await fields.nth(0).fill(language === 'fa' ? '۱۰۰' : '100');
      await fields.nth(0).press('Enter');
      await fields.nth(1).fill('180');
      await fields.nth(1).press('Enter');
    }
    await expect.poll(agents, slow).toBe(16);
    expect(await pooled.getAttribute('data-pooled')).toBe('14');

    const breakEven = page.locator('[data-study=breakEven] button');
    await breakEven.click();
    const assistant = page.locator('[data-assistant]');
    await assistant.waitFor(slow);
    await assistant.locator('input').first().fill('20000');
    await assistant.locator('input').first().press('Enter');
    await page.locator('[data-pays]').waitFor(slow);

    await page.locator('[data-study=sensitivity] button').click();
    await page.locator('[data-tornado]').waitFor(slow);
    await page.locator('[data-next]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-tornado] button').first().click();
    await page.locator('[data-shown=routing]').waitFor(slow);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is staffed at the least cost, put under stress, and keeps both as scenarios', async () => {
    // A host of its own: that of the others may still be busy with what their closed pages asked for last.
    const own = await startWindow();
    onTestFinished(own.stop);
    const { page, complaints } = await own.open({
      locale: language,
      viewport: { width: 1024, height: 768 },
    });
    await openSample(page, 'bank-phone-centre');

    // At the least cost, of those who are chosen; by formula only, which is a moment's work.
    await showScreen(page, 'leastCost');
    const start = page.locator('[data-study=leastCost] button');
    await page.locator('[data-folded=leastCostGroups]').click();
    for (const group of ['advisers', 'specialists']) await page.locator(`[data-free=${group}]`).uncheck();
    await expect.poll(() => start.isDisabled(), slow).toBe(true);
    await page.locator('[data-free=advisers]').check();
    await page.getByLabel(t('matters.check')).uncheck();
    await start.click();
    await page.locator('[data-least-cost=less]').waitFor(slow);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('[data-folded=leastCostChanges]').click();
    await page.locator('[data-change]').nth(1).waitFor(slow);
    const changes = await page.locator('[data-change]').count();
    await page.locator('[data-keep-scenario]').click();
    await page.getByRole('button', { name: t('scenarios.goTo') }).waitFor(slow);
    // What stands beside the plan makes nothing old.
    expect(await page.getByText(t('matters.stale')).count()).toBe(0);

    await showScreen(page, 'stress');
    await page.locator('[data-study=stress] button').click();
    // What gives way soonest is shown in full, with what the simulation says of it.
    const detail = page.locator('[data-stressed]');
    await detail.locator('[data-verdict=missed]').first().waitFor(slow);
    expect(await page.locator('[data-stresses] button[aria-pressed=true]').count()).toBe(1);
    // A table in a table, whole without scrolling.
    const hidden = await detail.getByRole('table').evaluate((table) => {
      const frame = table.parentElement as HTMLElement;
      return frame.scrollWidth - frame.clientWidth;
    });
    expect(hidden).toBe(0);
    // Another size of another row; only its first breaking size is simulated.
    const absence = words(t('stress.kind.absence', { part: '' }));
    const row = page.locator('[data-stresses] tr').filter({ has: page.locator('th', { hasText: absence }) });
    await row.first().locator('[data-size="0.3"]').click();
    await detail.and(page.locator('[data-stressed=absence]')).waitFor();
    expect(await detail.locator('[data-verdict]').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    const heading = words((await detail.getByRole('heading').textContent()) ?? '');
    await detail.locator('[data-keep-scenario]').click();
    await detail.getByRole('button', { name: t('scenarios.goTo') }).click(slow);
    await page.locator('[data-shown=scenarios]').waitFor(slow);
    const cards = page.locator('[data-part^="scenarios/"]');
    const cheapest = cards.nth((await cards.count()) - 2);
    await cheapest.locator('[data-open-scenario]').click();
    await expect.poll(() => cheapest.locator('[data-change]').count(), slow).toBe(changes);
    const kept = cards.last();
    await expect.poll(() => kept.locator('[data-at$="/name"]').first().inputValue(), slow).toBe(heading);
    await kept.locator('[data-open-scenario]').click();
    await kept.locator('[data-change]').first().waitFor(slow);
    expect(complaints).toEqual([]);
  });
});
