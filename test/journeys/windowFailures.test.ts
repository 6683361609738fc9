import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { createFakeHost, type FakeHost } from '../support/fakeClient.ts';
import { openFakeWindow } from '../support/fakeWindow.ts';
import { launchBrowser, newPage, openSample } from '../support/startedWindow.ts';

const { t } = createTranslator('en');

describe('the window when something goes wrong', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(host: FakeHost): Promise<Page> {
    const { page } = await newPage(browser);
    await openFakeWindow(page, host);
    return page;
  }
  const shown = async (page: Page, role: 'alert' | 'status') =>
    stripBidiControls((await page.getByRole(role).allTextContents()).join(' '));

  it('says that the host does not answer where the samples would stand, and tries again', async () => {
    const host = createFakeHost();
    host.failNext('samples.list', { code: 'unreachable', params: {} });
    const page = await open(host);
    await page.getByText(t('failures.unreachable')).waitFor();
    await page.getByRole('button', { name: t('app.failure.again') }).click();
    await page.locator('[data-sample]').first().waitFor();
    await page.context().close();
  });

  it('tells of a sample that could not be opened, with the remedy', async () => {
    const host = createFakeHost();
    const page = await open(host);
    await page.locator('[data-sample]').first().waitFor();
    host.failNext('library.create', { code: 'unreachable', params: {} });
    await page.locator('[data-sample]').first().click();
    await page.getByText(t('failures.unreachable')).waitFor();
    expect(await page.locator('[data-sample]').count()).toBe(4);
    await page.context().close();
  });

  it('says why a run gave no result, and lets it be started again', async () => {
    const host = createFakeHost();
    host.failNext('plan.simulate', { code: 'tooManyRuns', params: { limit: 4 } });
    const page = await open(host);
    await page.locator('[data-sample]').first().click();
    await page.getByRole('alert').waitFor();
    expect(await shown(page, 'alert')).toContain('4 simulations are already running');
    await page.getByText(t('app.run.none')).waitFor();
    await page.getByRole('button', { name: t('app.run.simulate') }).click();
    await page.locator('#answer').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('shows how far a slow run is, and nothing jumps when the next one begins', async () => {
    const host = createFakeHost({ steps: 8, stepMilliseconds: 150 });
    const page = await open(host);
    await page.locator('[data-sample]').first().click();
    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    expect(await shown(page, 'status')).toMatch(/Replication \d+ of 20/);
    await page.locator('#answer').waitFor();
    const before = await page.locator('#answer').boundingBox();
    await page.getByRole('button', { name: t('app.run.simulate') }).click();
    await bar.waitFor();
    expect(await page.locator('#answer').boundingBox()).toEqual(before);
    await page.context().close();
  });

  it('warns of a team that gets more work than it can do', async () => {
    const page = await open(createFakeHost());
    await page.locator('[data-sample]').first().waitFor();
    await openSample(page, 'online-shop');
    const note = page.getByRole('note').filter({ hasText: 'backlog grows' });
    expect(stripBidiControls((await note.textContent()) ?? '')).toContain(
      'Engineering team: the backlog grows by 17 ± 2 contacts a day',
    );
    await page.context().close();
  });
});
