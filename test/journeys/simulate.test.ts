// What a simulation says in the window: charts with their tables and pictures, the ways and the time of journeys; and a day
// that is played back: what the stage says is what the trace says, and a journey is followed.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { withLatinDigits } from '../../locales/format/digits.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe.each(walkedIn('fa'))('a simulation in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  const said = async (page: Page, selector: string): Promise<string> =>
    withLatinDigits(stripBidiControls((await page.locator(selector).first().textContent()) ?? ''));
  const clock = (page: Page): Promise<string> => said(page, '[data-clock]');

  it('gives its charts as table, as cells for a spreadsheet, and as a picture with the type inside', async () => {
    const { page, complaints } = await product.open({ locale: language });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSample(page, 'online-shop');
    const chart = (title: string) =>
      page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    await page.locator('[data-journeys]').evaluate((part) => part.scrollIntoView());
    await page.locator('[data-journeys=true]').waitFor(slow);

    const hours = chart(t('results.hours.title'));
    expect(await hours.locator('tbody tr').count()).toBe(7);
    expect(
      await hours.locator('tbody td[data-tone=kept], tbody td[data-tone=missed]').count(),
    ).toBeGreaterThan(20);

    const ways = chart(t('results.ways.title'));
    expect(await ways.locator('svg[role=img] path').count()).toBeGreaterThan(10);
    const download = page.waitForEvent('download');
    await ways.locator('[data-pictures]').click();
    await ways.locator('[data-picture=svg]').click();
    const svg = readFileSync(await (await download).path(), 'utf8');
    expect(svg).toContain('data:font/woff2;base64,');
    expect(svg).toContain(`direction="${language === 'fa' ? 'rtl' : 'ltr'}"`);
    expect(svg).toContain(t('results.ways.end.solved'));
    // Words stand before their halo.
    expect(svg).toContain('paint-order="stroke');
    expect(svg).not.toMatch(/var\(|NaN|undefined/);

    const time = chart(t('results.time.title'));
    await time.getByText(t('charts.table'), { exact: true }).click();
    await time.locator('[data-copy]').click();
    await time.locator('[role=status]', { hasText: /\S/ }).waitFor();
    const cells = (await page.evaluate(() => navigator.clipboard.readText()))
      .split('\n')
      .map((row) => row.split('\t'));
    expect(cells.length).toBe((await time.locator('tbody tr').count()) + 1);
    // Bare numbers, in every language: the parts of a row add up to its whole.
    for (const [, ...row] of cells.slice(1)) {
      const numbers = row.map(Number);
      const whole = numbers.pop() ?? Number.NaN;
      expect(numbers.reduce((sum, one) => sum + one, 0)).toBeCloseTo(whole, 6);
    }
    expect(await violationsOf(page)).toEqual([]);

    const switches = page.locator('input[type=radio][value=table] + label');
    expect(await switches.count()).toBeGreaterThan(6);
    await switches.evaluateAll((labels) => {
      for (const label of labels) (label as HTMLElement).click();
    });
    const charts = page.locator('main section', { has: switches });
    await expect.poll(() => page.locator('main svg.recharts-surface').count()).toBe(0);
    for (const one of await charts.all()) expect(await one.locator('table').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is played back as the trace tells it, and lets one journey be followed', async () => {
    const { page, complaints } = await product.open({ locale: language, reducedMotion: 'no-preference' });
    const traces: PlaybackTrace[] = [];
    page.on('response', async (response) => {
      if (!response.url().includes('simulation.trace')) return;
      const reply = await response.json().catch(() => null);
      if (reply?.ok === true) traces.push(reply.value);
    });
    await openSample(page, 'computer-company');
    await showScreen(page, 'playback');
    await page.locator('[data-complete=true]').waitFor(slow);
    const start = await clock(page);
    await page.locator('[data-worst]').click();
    await expect.poll(() => clock(page), slow).not.toBe(start);

    // The sentence below the time says the most that ever wait, as the record of the simulation has it.
    let most = 0;
    for (const trace of traces) {
      const waiting = [...trace.start.waiting];
      const sum = (): number => waiting.reduce((whole, one) => whole + one, 0);
      most = Math.max(most, sum());
      for (const [place, event] of trace.events.entries()) {
        if (event[0] === 'queue') waiting[event[2]] = event[3];
        if (trace.events[place + 1]?.[1] !== event[1]) most = Math.max(most, sum());
      }
    }
    expect(await said(page, '[data-summary]')).toMatch(new RegExp(`(^|\\D)${most}(\\D|$)`));

    await page.locator('[data-follow]').first().click();
    await page.locator('[data-unfollow]').waitFor();
    expect(await page.locator('section[data-playing] tbody tr').count()).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);

    // By keyboard: an hour back, then on as a film.
    const before = await clock(page);
    await page.locator('[data-timeline] [role=slider]').focus();
    await page.keyboard.press('PageDown');
    const earlier = await clock(page);
    expect(earlier).not.toBe(before);
    await page.locator('[data-play]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => clock(page), slow).not.toBe(earlier);
    await page.keyboard.press('Enter');
    await page.locator('[data-playing=false]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
