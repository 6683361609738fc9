// From an empty library to a chosen organisation by answering questions, with the reason for every box.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { askEveryWhy, beginNeeds } from '../support/needsWalk.ts';
import { type StartedWindow, startWindow } from '../support/startedWindow.ts';
import { violationsOf } from '../support/violations.ts';
import { walkedIn } from '../support/walkedIn.ts';

const slow = { timeout: 30_000 };

describe.each(walkedIn('fa'))('the needs of a company in %s', (language) => {
  const { t } = createTranslator(language);
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('become an organisation in a few answers; each says what it changes, and every “why?” has a reason', async () => {
    const { page, complaints } = await product.open({ locale: language });
    const walk = await beginNeeds(page);
    await walk.pick('industry', 'computers');
    await walk.pick('kind', 'supportTeam');
    await walk.fill('contactsPerMonth', language === 'fa' ? '۹۰۰۰' : '9,000');
    await walk.addPersona('talk');
    await walk.addIssues(
      language === 'fa'
        ? 'راه‌اندازی، شبکه‌ی بی‌سیم، خرابی سخت‌افزار'
        : 'First set-up, Wireless networks, Hardware faults',
    );
    await walk.pick('hours', 'office');
    await walk.sayUnknown('budget');
    await walk.settled();
    const before = await walk.candidates();
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before.length).toBeLessThanOrEqual(6);

    const people = page.locator('tr[data-candidate] td:first-of-type').first();
    const fewer = await people.textContent();
    await walk.pick('hours', 'always');
    await walk.settled();
    await expect.poll(() => people.textContent(), slow).not.toBe(fewer);
    expect(await walk.changeSaid()).not.toContain(t('needs.change.nothing'));
    expect(await violationsOf(page)).toEqual([]);

    const { asked, silent } = await askEveryWhy(page, t);
    expect(asked).toBeGreaterThan(10);
    expect(silent).toEqual([]);

    await page.locator('[data-go-on]').click();
    await page.locator('[data-shown=structure] [data-card^=team]').first().waitFor(slow);
    expect(walk.answers() + 1).toBeLessThan(25);
    await page.locator('[data-step=undo]').click();
    await page.locator('[data-card^=team]').first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
