// Channels, opening hours, overflow and escalation are changed by keyboard, the strip follows, and undo leads back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { slowPage } from '../support/slowPage.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };

describe.each(walkedIn('fa'))('channels and routing in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    product = await startWindow();
    ({ page, complaints } = await product.open({ locale: language }));
    await openSample(page, 'online-shop');
  });
  afterAll(() => product.stop());

  const words = (text: string | null): string => stripBidiControls(text ?? '');
  const strip = async (): Promise<string> => words(await page.locator('section[data-by]').textContent());
  const field = (place: string) => page.locator(`[data-at="${place}"]`);
  const type = async (place: string, text: string): Promise<void> => {
    await field(place).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  };
  const press = async (selector: string): Promise<void> => {
    await page.locator(selector).focus();
    await page.keyboard.press('Enter');
  };
  /** Takes back so many steps, which were all. */
  const undoAll = async (steps: number): Promise<void> => {
    const undo = page.locator('[data-step=undo]');
    for (let step = 0; step < steps; step += 1) await undo.click();
    await expect.poll(() => undo.isDisabled(), slow).toBe(true);
  };

  it('take another patience and other hours, typed and drawn, and the strip follows', async () => {
    await showScreen(page, 'channels');
    await field('channels/phone/patience/meanSeconds').waitFor();
    const patience = await field('channels/phone/patience/meanSeconds').inputValue();
    const saturday = await field('calendars/support-hours/weekly/saturday').inputValue();
    const before = await strip();
    await type('channels/phone/patience/meanSeconds', language === 'fa' ? '۴۵ ثانیه' : '45 s');
    await expect.poll(strip, slow).not.toBe(before);

    await type(
      'calendars/support-hours/weekly/saturday',
      language === 'fa' ? '۱۰ تا ۱۲، ۱۴-۱۶' : '10-12, 14 to 16',
    );
    const spans = page.locator('[data-day="support-hours/saturday"] [data-from]');
    await expect.poll(() => spans.count(), slow).toBe(2);
    const track = page.locator('[data-day="support-hours/saturday"]');
    const box = await track.boundingBox();
    if (box === null) throw new Error('the day is not shown');
    const at = (hour: number): number =>
      language === 'fa' ? box.x + box.width * (1 - hour / 24) : box.x + (box.width * hour) / 24;
    // Two strokes, the second before the plan with the first is drawn, as on a slow machine.
    const atFullSpeed = await slowPage(page);
    for (const [from, to] of [
      [22, 23],
      [18, 21],
    ] as const) {
      await page.mouse.move(at(from), box.y + 10);
      await page.mouse.down();
      await page.mouse.move(at(to), box.y + 10, { steps: 4 });
      await page.mouse.up();
    }
    await atFullSpeed();
    await expect.poll(() => spans.count(), slow).toBe(4);
    expect(await field('calendars/support-hours/weekly/saturday').inputValue()).toContain(
      language === 'fa' ? '۱۸:۰۰ تا ۲۱:۰۰' : '18:00–21:00',
    );

    await type('calendars/support-hours/weekly/friday', '8-25');
    await page.getByText(t('routing.hours.unread.time')).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('details summary').first().click();
    expect(await violationsOf(page)).toEqual([]);

    await undoAll(4);
    await expect.poll(() => field('channels/phone/patience/meanSeconds').inputValue(), slow).toBe(patience);
    expect(await field('calendars/support-hours/weekly/saturday').inputValue()).toBe(saturday);
  });

  it('take an overflow and an escalation by keyboard, and the path says what comes of them', async () => {
    await showScreen(page, 'routing');
    const entries = page.locator('[data-part="routing/orders-overflow"] ol > li');
    await expect.poll(() => entries.count(), slow).toBe(2);
    const path = page.locator('[data-path]');
    const first = words(await path.textContent());

    await press('[data-add="routing/orders-overflow/entries"]');
    await expect.poll(() => entries.count(), slow).toBe(3);
    await type('routing/orders-overflow/entries/2/afterSeconds', language === 'fa' ? '۴۰ ثانیه' : '40 s');
    await expect
      .poll(async () => words(await path.textContent()), slow)
      .toContain(language === 'fa' ? '۱ دقیقه' : '1 min');
    await press('[data-move="routing/orders-overflow/entries/2/up"]');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-move'));
    await expect.poll(focused, slow).toBe('routing/orders-overflow/entries/1/up');
    // Down and up again, faster than a slow machine draws: it is the same entry all the time.
    const atFullSpeed = await slowPage(page);
    const after = (): Promise<string> => field('routing/orders-overflow/entries/1/afterSeconds').inputValue();
    const [own, other] = [
      await after(),
      await field('routing/orders-overflow/entries/2/afterSeconds').inputValue(),
    ];
    expect(own).not.toBe(other);
    for (const way of ['down', 'up', 'down'])
      await page
        .locator(`[data-move="routing/orders-overflow/entries/1/${way}"]`)
        .evaluate((button: HTMLElement) => button.click());
    await atFullSpeed();
    await expect.poll(after, slow).toBe(other);
    await expect.poll(focused, slow).toBe('routing/orders-overflow/entries/2/up');
    await press('[data-move="routing/orders-overflow/entries/2/up"]');
    await expect.poll(after, slow).toBe(own);
    await expect.poll(focused, slow).toBe('routing/orders-overflow/entries/1/up');

    const left = page.locator('[data-left="0"]');
    const resolved = await left.textContent();
    await press('[data-add="outcomes/0/next/functional"]');
    await expect.poll(() => left.textContent(), slow).not.toBe(resolved);
    await type('outcomes/0/next/0/share', language === 'fa' ? '۳۰' : '30');
    await expect
      .poll(async () => words(await left.textContent()), slow)
      .toContain(language === 'fa' ? '۷۰' : '70');

    const rules = page.locator('[data-rule^="handling/"]');
    const count = await rules.count();
    await page.locator('[data-matrix] td[data-row="0"][data-column="0"]').click();
    await page.keyboard.type(language === 'fa' ? '۵:۰۰' : '5:00');
    await page.keyboard.press('Enter');
    await expect.poll(() => rules.count(), slow).toBe(count + 1);
    expect(await violationsOf(page)).toEqual([]);

    await undoAll(10);
    await expect.poll(async () => words(await path.textContent()), slow).toBe(first);
    expect(complaints).toEqual([]);
  });
});
