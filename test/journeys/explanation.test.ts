import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { inPart } from '../support/walkedIn.ts';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

interface AxeWindow {
  readonly axe: {
    run: (
      options: unknown,
    ) => Promise<{ violations: readonly { readonly id: string; readonly nodes: unknown[] }[] }>;
  };
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as AxeWindow).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes).slice(0, 400)}`);
}

const windows = [
  ['fa', 'light', 1024],
  ['en', 'dark', 1600],
] as const;

describe.each(inPart(windows))(
  'a number of the window in %s and %s, %d wide',
  (locale, colorScheme, width) => {
    const { t } = createTranslator(locale);
    let product: StartedWindow;
    let page: Page;
    let complaints: readonly string[];
    beforeAll(async () => {
      product = await startWindow();
      const viewport = { width, height: 900 };
      ({ page, complaints } = await product.open({ locale, colorScheme, viewport }));
      await openSample(page, 'bank-phone-centre');
    });
    afterAll(() => product.stop());

    const panel = () => page.getByRole('dialog');
    const attained = () => page.locator('section[aria-labelledby=answer] tbody td strong button').first();
    const steps = () => panel().locator('ol > li');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);

    it('says by keyboard how it came about, and gives the keyboard back', async () => {
      const text = await attained().textContent();
      await attained().focus();
      await page.keyboard.press('Enter');
      await steps().first().waitFor();
      expect(await panel().getByRole('heading', { level: 2 }).textContent()).toBe(
        t('measures.serviceLevelFraction.name'),
      );
      expect(await panel().textContent()).toContain(text ?? '-');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');
      await panel().getByText(t('explain.beside.halfWidth'), { exact: true }).click();
      await panel().getByText(t('explain.step.studentQuantile')).waitFor();
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
      expect(await focused()).toBe(text);
    });

    it('leads by formula back to the fields of the plan, named in its words', async () => {
      await attained().click();
      await steps().first().waitFor();
      await panel().getByText(t('explain.by.formula'), { exact: true }).click();
      await panel().getByText(t('explain.step.station')).waitFor();
      expect(await steps().count()).toBeGreaterThan(8);
      const said = await panel().textContent();
      expect(said).toContain('demand[0].volume.contacts');
      expect(said).toContain(t('report.part.demand'));
      expect(said).toContain(t('explain.status.assumed'));
      expect(said).not.toMatch(/\[[a-z]+\.[A-Za-z.]+\]/);
      expect(await violationsOf(page)).toEqual([]);
    });

    it('tells another number without being closed first, and a cell over time', async () => {
      const other = page.locator('section[aria-labelledby=answer] tbody td strong button').nth(1);
      await other.evaluate((button: HTMLElement) => button.click());
      const name =
        (await page.locator('section[aria-labelledby=answer] tbody th bdi').nth(1).textContent()) ?? '-';
      await panel().getByText(name, { exact: true }).first().waitFor();
      await steps().first().waitFor();
      await panel()
        .getByRole('button', { name: t('explain.close') })
        .click();
      await panel().waitFor({ state: 'detached' });
      const load = page.locator('section', {
        has: page.getByRole('heading', { name: t('app.load.title'), exact: true }),
      });
      await load.getByText(t('charts.table'), { exact: true }).click();
      await load.locator('tbody td button').nth(60).click();
      await panel().getByRole('heading', { level: 2 }).waitFor();
      await steps().first().waitFor();
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
    });

    it('makes nothing wider than the window', async () => {
      await attained().click();
      await steps().first().waitFor();
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      const inside = await panel().evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(inside).toBeLessThanOrEqual(1);
      expect(complaints).toEqual([]);
    });

    it('is behind the verdict of a promise and of a team, too', async () => {
      await showScreen(page, 'promises');
      await page.locator('[data-promise] button:has([data-verdict])').first().press('Enter');
      await panel().getByText(t('explain.figure.promiseVerdict')).first().waitFor();
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
      await showScreen(page, 'structure');
      await page.locator('[data-team] button:has([data-verdict])').first().press('Enter');
      await steps().first().waitFor();
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
    });

    it('is behind the chance that all promises are kept, with the draws of the study that gave it', async () => {
      const chance = page.locator('dl > div', { hasText: t('app.strip.chance') }).getByRole('button');
      await chance.waitFor({ timeout: 60_000 });
      await chance.press('Enter');
      await panel().getByText(t('explain.step.chance'), { exact: false }).waitFor();
      const said = await panel().textContent();
      expect(said).toContain(t('explain.figure.allKeptChance'));
      for (const about of ['interval', 'split'] as const)
        expect(said).toContain(t(`explain.beside.${about}`));
      expect(said).not.toMatch(/\[[a-z]+\.[A-Za-z.]+\]|undefined|NaN/);
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
    });
  },
);
