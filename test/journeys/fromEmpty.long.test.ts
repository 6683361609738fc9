// From an empty plan to the computer company of the articles, by mouse and by keyboard alone: at each step the strip says what the
// command line says of the same plan, and undo leads back to the empty plan.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { simulatedStrip } from '../../core/report/strip.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { estimateText } from '../../renderer/text/estimateText.ts';
import { type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';

const slow = { timeout: 40_000 };
const words = (text: string | null): string => stripBidiControls(text ?? '');

/** How a person gets at things: the acts are the same, the ways differ. */
interface Hand {
  readonly show: (screen: string) => Promise<void>;
  readonly press: (selector: string) => Promise<void>;
  /** The first line of the menu that is open. */
  readonly pickFirst: () => Promise<void>;
  readonly type: (place: string, text: string) => Promise<void>;
  readonly choose: (place: string, option: string) => Promise<void>;
}

function mouse(page: Page): Hand {
  const field = (place: string) => page.locator(`[data-at="${place}"]`).first();
  return {
    show: (screen) => showScreen(page, screen),
    press: (selector) => page.locator(selector).first().click(),
    pickFirst: () => page.getByRole('menuitem').first().click(),
    type: async (place, text) => {
      await field(place).click({ clickCount: 3 });
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    choose: async (place, option) => {
      await field(place).click();
      await page.getByRole('option', { name: option, exact: true }).first().click();
    },
  };
}

function keyboard(page: Page, nameOf: (screen: string) => string): Hand {
  /** Tab by Tab, as a person without a mouse. */
  const reach = async (selector: string): Promise<void> => {
    const isThere = () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    await page.locator(selector).first().waitFor();
    for (let step = 0; step < 400; step += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  return {
    show: async (screen) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').last().waitFor();
      await page.keyboard.type(nameOf(screen));
      await page.keyboard.press('Enter');
      await page.locator(`[data-shown="${screen}"]`).waitFor();
    },
    press: async (selector) => {
      await reach(selector);
      await page.keyboard.press('Enter');
    },
    pickFirst: async () => {
      const first = page.getByRole('menuitem').first();
      await first.waitFor();
      const isThere = () => first.evaluate((line) => line === document.activeElement);
      for (let step = 0; step < 30 && !(await isThere()); step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    type: async (place, text) => {
      await reach(`[data-at="${place}"]`);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    choose: async (place, option) => {
      await reach(`[data-at="${place}"]`);
      await page.keyboard.press('ArrowDown');
      const chosen = () =>
        page.evaluate(() => document.querySelector('[data-combobox-selected]')?.textContent ?? '');
      await page.getByRole('option').first().waitFor();
      for (let step = 0; step < 40 && (await chosen()) !== option; step += 1)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
  };
}

describe.each([
  ['en', 'mouse'],
  ['fa', 'keyboard'],
  ['ar', 'mouse'],
  ['en', 'keyboard'],
] as const)('the computer company in %s by %s', (language, by) => {
  const { t } = createTranslator(language);
  const folder = mkdtempSync(join(tmpdir(), 'saff-empty-'));
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow(folder);
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const saff = (...args: readonly string[]): string =>
    execFileSync(process.execPath, ['electron/start/saff.mjs', ...args], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const exported = (): string => {
    const plans = JSON.parse(saff('library', 'list', '--data', folder, '--json')) as readonly {
      readonly plan: string;
    }[];
    return saff('library', 'export', plans[0]?.plan ?? '', '--data', folder);
  };

  it('is shaped from an empty plan, told as on the command line, and taken back to the start', async () => {
    const { page, complaints } = await product.open({ locale: language });
    const hand = by === 'mouse' ? mouse(page) : keyboard(page, (screen) => t.dynamic('app.screens', screen));
    const steps = async (): Promise<number> => page.locator('[data-step=undo][disabled]').count();
    /** The strip by simulation says what `saff simulate` says of the plan as it is kept. */
    const asOnTheCommandLine = async (): Promise<void> => {
      await page.locator('section[data-by=simulation]:not([data-old])').waitFor(slow);
      const text = exported();
      const file = join(folder, 'exported.saff');
      writeFileSync(file, text);
      const plan = JSON.parse(text) as Plan;
      const result = JSON.parse(saff('simulate', file, '--json')) as Parameters<typeof simulatedStrip>[1];
      const strip = simulatedStrip(plan, result);
      const format = createFormat({ ...defaultSettings(language), ...plan.locale });
      const shown = words(await page.locator('section[data-by]').textContent());
      expect(shown).toContain(words(format.integer(strip.people)));
      if (strip.worst !== null)
        expect(shown).toContain(words(estimateText(format, strip.worst.attained, 'fraction')));
    };

    await hand.press('[data-new-plan]');
    await page.locator('[data-shown=basics]').waitFor();
    const empty = exported();

    await hand.show('channels');
    await hand.press('[data-add=channels]');
    await hand.pickFirst();
    await page.locator('[data-at="channels/channel-1/name"]').waitFor();

    await hand.show('demand');
    await hand.press('[data-add=issueTypes]');
    await page.locator('[data-part="issueTypes/issue-1"]').waitFor();
    await hand.press('[data-add=issueTypes]');
    await page.locator('[data-part="issueTypes/issue-2"]').waitFor();
    await hand.press('[data-add=demand]');
    await page.locator('[data-part="demand/line-1"]').waitFor();

    await hand.show('structure');
    await hand.press('[data-add=tiers]');
    await page.locator('[data-lane][data-kind=tier]').first().waitFor();
    await hand.press('[data-add=tiers]');
    await expect.poll(() => page.locator('[data-lane][data-kind=tier]').count(), slow).toBe(2);
    const tierOf = (team: string): string | undefined =>
      (JSON.parse(exported()) as Plan).teams.find(({ id }) => id === team)?.tier;
    for (const [team, tier] of [
      ['team-1', 1],
      ['team-2', 1],
      ['team-3', 2],
    ] as const) {
      await hand.press('[data-add=teams]');
      await page.locator(`[data-at="teams/${team}/name"]`).waitFor();
      if (tierOf(team) === `tier-${tier}`) continue;
      await hand.choose(`teams/${team}/tier`, words(t('structure.newTier', { number: tier })));
      await expect.poll(() => tierOf(team), slow).toBe(`tier-${tier}`);
    }
    await hand.type('teams/team-3/name', 'Wireless');
    await hand.press('[data-card="team:team-1"]');
    await page.locator('[data-at="teams/team-1/name"]').waitFor();
    await hand.type('teams/team-1/name', 'General help');

    await hand.show('routing');
    await hand.press('[data-add=handling]');
    await page.locator('[data-part="handling/0"]').waitFor();
    await asOnTheCommandLine();
    await hand.press('[data-add=outcomes]');
    await page.locator('[data-part="outcomes/0"]').waitFor();
    await hand.press('[data-add="outcomes/0/next/functional"]');
    await page.locator('[data-at="outcomes/0/next/0/share"]').waitFor();
    await asOnTheCommandLine();

    await hand.show('promises');
    await hand.press('[data-add=promises]');
    const target = page.locator('[data-promise] [data-at$="/targetSeconds"]');
    await target.waitFor();
    await asOnTheCommandLine();
    await hand.type((await target.getAttribute('data-at')) ?? '', '20');
    await expect
      .poll(() => target.inputValue(), slow)
      .toContain(words(createFormat(defaultSettings(language)).integer(20)));
    await asOnTheCommandLine();

    const undo = page.locator('[data-step=undo]');
    while ((await steps()) === 0) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/plan.undo'));
      await undo.click();
      await answered;
      await page.waitForTimeout(100);
    }
    expect(exported()).toBe(empty);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
