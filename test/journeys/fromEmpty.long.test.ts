// From an empty plan to the computer company of the articles, by mouse and by keyboard alone: at each step the strip says what the
// command line says of the same plan, and undo leads back to the empty plan.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { simulatedStrip } from '../../core/report/strip.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { estimateText } from '../../renderer/text/estimateText.ts';
import { keyboard, mouse } from '../support/hands.ts';
import { type StartedWindow, startWindow } from '../support/startedWindow.ts';

const slow = { timeout: 40_000 };
const words = (text: string | null): string => stripBidiControls(text ?? '');

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
    await hand.pick();
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

    // A dispatcher takes the first contact; every team has a lead, and the whole a manager.
    await hand.show('structure');
    await hand.press('[data-add=teams]');
    await hand.type('teams/team-4/name', 'Dispatchers');
    await hand.show('channels');
    await hand.press('[data-folded=front]');
    await hand.flip('channels/channel-1/dispatcher');
    await hand.choose('channels/channel-1/dispatcher/team', 'Dispatchers');
    await expect
      .poll(() => (JSON.parse(exported()) as Plan).channels[0]?.dispatcher?.team, slow)
      .toBe('team-4');
    await hand.show('people');
    for (const kind of ['dispatcher', 'agent', 'lead', 'manager'] as const) {
      await hand.press('[data-add=roles]');
      await hand.pick(`[data-kind=${kind}]`);
      await expect
        .poll(() => (JSON.parse(exported()) as Plan).roles.some((role) => role.kind === kind), slow)
        .toBe(true);
    }
    const rolesOf = (team: string): readonly (string | undefined)[] => {
      const plan = JSON.parse(exported()) as Plan;
      const groups = plan.teams.find(({ id }) => id === team)?.groups ?? [];
      return groups.map(({ role }) => plan.roles.find(({ id }) => id === role)?.kind);
    };
    for (const [team, kind] of [
      ['team-1', 'lead'],
      ['team-3', 'lead'],
      ['team-4', 'manager'],
    ] as const) {
      const before = rolesOf(team).length;
      await hand.cell(`new/${team}`, 'name', t(`people.role.kinds.${kind}`));
      await expect.poll(() => rolesOf(team).length, slow).toBe(before + 1);
      const plan = JSON.parse(exported()) as Plan;
      const group = plan.teams.find(({ id }) => id === team)?.groups.at(-1)?.id ?? '';
      await hand.cell(group, 'role', t(`people.role.kinds.${kind}`));
      await expect.poll(() => rolesOf(team).at(-1), slow).toBe(kind);
    }
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
