// Every field that the schema knows can be set in the window: the screens are walked with a plan in which each says something.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { unfold } from '../support/pageLayout.ts';
import { fieldPatterns, patternOf } from '../support/schemaFields.ts';
import { type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';
import { wholePlan } from '../support/wholePlan.ts';

/** Made by the program, and never typed: names of parts for references and random streams, what the file is, changes made by doing. */
const notTyped =
  /(^|\.)(id|streamKey)$|^(\$schema|format|formatVersion)$|^scenarios\.\*\.changes\.\*\.(at|change|value|position)$/;

const typed = fieldPatterns().filter((pattern) => !notTyped.test(pattern));

/** The places that the fields on the page edit, everything opened. */
async function places(page: Page): Promise<string[]> {
  await unfold(page);
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-at]')].map((field) => field.getAttribute('data-at') ?? ''),
  );
}

/** Places on all screens, each part that can be chosen chosen in turn. */
async function everyPlace(page: Page): Promise<Set<string>> {
  const found = new Set<string>();
  const collect = async (): Promise<void> => {
    for (const place of await places(page)) found.add(place);
  };
  for (const screen of await page.locator('[data-screen]').all()) {
    await showScreen(page, (await screen.getAttribute('data-screen')) ?? '');
    await page.locator('[data-shown] [aria-busy=true]').waitFor({ state: 'detached' });
    await collect();
    for (const choice of await page
      .locator('main [data-select], main [data-card^=team], main [data-lane] [aria-pressed]')
      .all()) {
      await choice.click();
      await collect();
    }
  }
  return found;
}

describe('the window', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('is walked with a plan that is sound and says something in every field', () => {
    const { faults, plan } = parsePlanValue(JSON.parse(JSON.stringify(wholePlan)));
    expect(faults).toEqual([]);
    const said = (pattern: readonly string[], value: unknown): boolean => {
      const [step, ...rest] = pattern;
      if (step === undefined) return value !== undefined;
      if (step === '*') return Array.isArray(value) && value.some((part) => said(rest, part));
      return (
        typeof value === 'object' && value !== null && said(rest, (value as Record<string, unknown>)[step])
      );
    };
    const silent = typed.filter((pattern) => !said(pattern.split('.'), plan));
    // Either of these excludes another that is there: a length in contacts, and a team by name.
    expect(silent).toEqual(
      ['horizon.contacts', 'outcomes.*.next.*.to.team'].filter((one) => silent.includes(one)),
    );
  });

  it('has an editor for every field of the schema', async () => {
    const { page, complaints } = await product.open();
    const open = async (plan: object): Promise<void> => {
      await page.setInputFiles('input[type=file]', {
        name: 'whole.saff',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(plan)),
      });
      await page.locator('[data-shown]').waitFor();
    };
    await open(wholePlan);
    const edited = new Set(
      [...(await everyPlace(page))].map((place) => patternOf(place.split('/'), wholePlan)),
    );
    const isEdited = (pattern: string): boolean => {
      const steps = pattern.split('.');
      // An editor of a whole is one of all that is in it.
      return steps.some((_, place) => edited.has(steps.slice(0, place + 1).join('.')));
    };
    const without = typed.filter((pattern) => !isEdited(pattern));
    expect(without).toEqual(['horizon.contacts']);
    await page.goBack();
    const { days: _, ...rest } = wholePlan.horizon;
    await open({ ...wholePlan, id: 'by-contacts', horizon: { ...rest, contacts: 1000 } });
    await showScreen(page, 'basics');
    expect(await places(page)).toContain('horizon/contacts');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
