import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutTexts, latinWords, widthBeyond } from '../support/pageLayout.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { inWhole } from '../support/walkedIn.ts';

describe('the layout of the window', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it.each([
    ['fa', 1024, 700],
    // 1024 x 700 at 200 %.
    ['ar', 512, 350],
    ['en', 400, 800],
    ...inWhole([
      ['en', 1024, 700],
      ['fa', 400, 800],
    ] as const),
  ] as const)('needs no sideways scrolling in %s at %d x %d', async (locale, width, height) => {
    const { page } = await product.open({ locale, viewport: { width, height } });
    expect(await widthBeyond(page)).toBe(0);
    await openSample(page, 'online-shop');
    expect(await widthBeyond(page)).toBe(0);
    expect(await cutTexts(page)).toEqual([]);
    for (const label of await page.locator('input[type=radio][value=table] + label').all())
      await label.click();
    expect(await widthBeyond(page)).toBe(0);
    await showScreen(page, 'structure');
    await page.locator('[data-card]').first().waitFor();
    expect(await widthBeyond(page)).toBe(0);
    await page.context().close();
  });

  it.each(['fa', ...inWhole(['ar'])])('has no English in %s', async (locale) => {
    const { page } = await product.open({ locale });
    const strangers = () => latinWords(page);
    expect(await strangers()).toEqual([]);
    for (const sample of ['online-shop', 'bank-phone-centre']) {
      await openSample(page, sample);
      for (const details of await page.locator('main details > summary').all()) await details.click();
      expect(await strangers()).toEqual([]);
      await showScreen(page, 'structure');
      await page.locator('[data-card]').first().waitFor();
      expect(await strangers()).toEqual([]);
      await page.goBack();
      await page.locator('[data-sample]').first().waitFor();
    }
    await page.context().close();
  });

  it.each([['fa', -1], ['en', 1], ...inWhole([['ar', -1]] as const)] as const)(
    'lets time run with the text in %s',
    async (locale, sign) => {
      const { page } = await product.open({ locale });
      await openSample(page, 'online-shop');
      const days = await page.evaluate(() => {
        const plot = document.querySelector('svg.recharts-surface');
        const texts = [...(plot?.querySelectorAll('text[font-weight="600"]') ?? [])];
        const marks = plot?.querySelector('text.recharts-cartesian-axis-tick-value')?.getBoundingClientRect();
        const box = plot?.getBoundingClientRect();
        return {
          places: texts.map((text) => text.getBoundingClientRect().x),
          scaleOnRight: marks !== undefined && box !== undefined && marks.x > box.x + box.width / 2,
        };
      });
      expect(days.places).toHaveLength(7);
      const steps = days.places.slice(1).map((place, at) => Math.sign(place - (days.places[at] ?? 0)));
      expect(steps).toEqual(steps.map(() => sign));
      expect(days.scaleOnRight).toBe(sign === -1);
      await page.context().close();
    },
  );

  it('names the week of the plan from its own first day', async () => {
    const { page } = await product.open({ locale: 'fa' });
    await openSample(page, 'online-shop');
    const first = page.locator('svg.recharts-surface').first().locator('text[font-weight="600"]').first();
    expect(await first.textContent()).toContain('شنبه');
    await page.context().close();
  });
});
