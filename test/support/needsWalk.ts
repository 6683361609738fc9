// A manager without data: from an empty library through the questions to a chosen organisation, as one walk that a language goes.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Translate } from '../../locales/translator.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 30_000 };

export interface NeedsWalk {
  /** Answers given so far. */
  readonly answers: () => number;
  readonly pick: (question: string, value: string) => Promise<void>;
  readonly fill: (field: string, text: string) => Promise<void>;
  /** Issue types, separated by commas, as one answer. */
  readonly addIssues: (names: string) => Promise<void>;
  readonly addPersona: (kind: 'talk' | 'mixed' | 'digital') => Promise<void>;
  readonly sayUnknown: (question: string) => Promise<void>;
  /** The proposals follow from all answers. */
  readonly settled: () => Promise<void>;
  readonly candidates: () => Promise<readonly string[]>;
  readonly changeSaid: () => Promise<string>;
}

export async function beginNeeds(page: Page): Promise<NeedsWalk> {
  let given = 0;
  await page.locator('[data-new-needs]').click();
  await page.locator('[data-shown=needs] [data-question]').first().waitFor();
  const question = (id: string) => page.locator(`[data-question="${id}"]`);
  const answered = async (id: string, state = 'answered'): Promise<void> => {
    given += 1;
    await expect.poll(() => question(id).getAttribute('data-state'), slow).toBe(state);
  };
  return {
    answers: () => given,
    pick: async (id, value) => {
      await question(id).locator(`[data-value="${value}"] input`).click();
      await answered(id);
    },
    fill: async (field, text) => {
      const input = page.locator(`input[data-at="needs/${field}"]`);
      await input.fill(text);
      await input.press('Enter');
      given += 1;
    },
    addIssues: async (names) => {
      const input = page.locator('[data-add="needs/issues"]');
      await input.fill(names);
      await input.press('Enter');
      await answered('issues');
    },
    addPersona: async (kind) => {
      await page.locator('[data-add="needs/personas"]').click();
      await page.locator(`[data-persona="${kind}"]`).click();
      await answered('personas');
    },
    sayUnknown: async (id) => {
      await page.locator(`[data-unknown="${id}"]`).click();
      await answered(id, 'unknown');
    },
    settled: async () => {
      // An answer is on its way for a moment before the proposals know of it.
      await page.waitForTimeout(100);
      await page.locator('[data-changed=done]').waitFor(slow);
    },
    candidates: () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('tr[data-candidate]')].map(
          ({ dataset }) => dataset.candidate ?? '',
        ),
      ),
    changeSaid: async () => (await page.locator('[data-changed=done]').textContent()) ?? '',
  };
}

/** Every "why?" of the proposal that is shown: which of them opened no reason, and how many there were. */
export async function askEveryWhy(
  page: Page,
  t: Translate,
): Promise<{ readonly asked: number; readonly silent: readonly string[] }> {
  const silent: string[] = [];
  const boxes = page.locator('[data-details] button[data-box]');
  const count = await boxes.count();
  for (let at = 0; at < count; at += 1) {
    const box = boxes.nth(at);
    await box.click();
    const reasons = page.getByRole('region', { name: t('needs.reason.ofBox') }).locator('[data-reason]');
    if ((await reasons.count()) === 0) silent.push((await box.getAttribute('data-box')) ?? '');
  }
  const decisions = page.locator('[data-details] details');
  const folded = await decisions.count();
  await decisions.evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const opened = page.locator('[data-details] details:has([data-reason])');
  await expect.poll(() => opened.count(), slow).toBe(folded);
  return { asked: count + folded, silent };
}
