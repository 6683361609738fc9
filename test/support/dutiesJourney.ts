// From no duties to a matrix that is owned and timed, to what support does to customers, to pages that are printed: one way
// through three screens, in any language.
import { expect } from 'vitest';
import type { Language } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, type StartedWindow, showScreen } from './startedWindow.ts';
import { violationsOf } from './violations.ts';

/** A host with much else to do answers late. */
const slow = { timeout: 20_000 };
const numbers: Readonly<Record<Language, { readonly hours: string; readonly value: string }>> = {
  en: { hours: '6000', value: '900,000' },
  fa: { hours: '۶۰۰۰', value: '۹۰۰٬۰۰۰' },
  ar: { hours: '٦٠٠٠', value: '٩٠٠٬٠٠٠' },
};

export async function throughDuties(product: StartedWindow, language: Language): Promise<void> {
  const { t } = createTranslator(language);
  const { page, complaints } = await product.open({ locale: language });
  await openSample(page, 'online-shop');

  await showScreen(page, 'duties');
  await page.locator('[data-make=duties]').click();
  const rows = page.locator('tr[data-duty]');
  await expect.poll(() => rows.count(), slow).toBeGreaterThan(14);
  // Nobody else answers: the lead gives the duty away by its letter, and the remedy gives it back.
  const owner = page.locator('[data-cell="content:lead/"]');
  const owned = owner.locator('[data-part-of=answersFor]');
  await page.locator('[data-cell="content:manager/"]').focus();
  await page.keyboard.press(language === 'en' ? 'ArrowLeft' : 'ArrowRight');
  await expect.poll(() => owner.evaluate((cell) => cell === document.activeElement), slow).toBe(true);
  await owner.dispatchEvent('keydown', { key: t('duties.part.answersFor.letter'), bubbles: true });
  await expect.poll(() => owned.count(), slow).toBe(0);
  const finding = page.locator('[data-finding=unowned]');
  await finding.locator('[data-remedy=letAnswer]').click({ timeout: 20_000 });
  await expect.poll(() => owned.count(), slow).toBe(1);
  await expect.poll(() => finding.count(), slow).toBe(0);
  expect(await violationsOf(page)).toEqual([]);

  // More hours than there are between contacts: the strip and the findings say so, and undo takes it back.
  await page.locator('[data-select=proactiveContact]').click();
  await page.locator('[data-toggle=isTold]').waitFor();
  await page.locator('input[data-at="duties/proactiveContact/time/kind"]').click();
  await page.getByRole('option', { name: t('duties.time.kinds.hours') }).click();
  const hours = page.locator('[data-at="duties/proactiveContact/time/hoursPerWeek"]');
  await hours.waitFor();
  await hours.fill(numbers[language].hours);
  await hours.press('Enter');
  await page.locator('[data-finding=noTimeBetween]').first().waitFor(slow);
  await page.locator('[data-step=undo]').click();
  await expect.poll(() => page.locator('[data-finding=noTimeBetween]').count(), slow).toBe(0);

  await showScreen(page, 'outcomes');
  await page.locator('[data-retention]').waitFor(slow);
  const value = page.locator('[data-at="company/badExperience/valuePerYear"]');
  await value.fill(numbers[language].value);
  await value.press('Enter');
  await page.locator('[data-stake]').waitFor(slow);
  await expect.poll(() => page.locator('[data-gap=valuePerYear]').count(), slow).toBe(0);
  expect(await violationsOf(page)).toEqual([]);

  await showScreen(page, 'pages');
  await page.locator('[data-select=survey]').click();
  const survey = page.locator('[data-page=survey]');
  await survey.locator('[data-edit-page]').click();
  const words = survey.locator('textarea');
  await words.fill('# Own\n\n- [ ] one');
  await words.blur();
  await expect.poll(() => survey.locator('h2').textContent(), slow).toBe('Own');
  expect(await violationsOf(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await survey.locator('[data-save=md]').click();
  expect((await downloading).suggestedFilename()).toMatch(/-survey\.md$/);
  await survey.locator('[data-generated]').click();
  await expect.poll(() => survey.locator('h2').textContent(), slow).not.toBe('Own');
  await page.emulateMedia({ media: 'print' });
  const papers = page.locator('main [aria-hidden] > section');
  await expect.poll(() => papers.first().isVisible()).toBe(true);
  expect(await papers.count()).toBe(await page.locator('[data-select]').count());
  expect(await survey.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
}
