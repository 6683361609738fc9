import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createTranslator } from '../../locales/translator.ts';
import { atUsualPace } from '../support/slowPage.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { openSample, type StartedWindow, showScreen, startWindow } from '../support/startedWindow.ts';

const { t } = createTranslator('en');

describe('the library in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saff-window-library-'));
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow(folder);
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const named = (name: string, change: (text: string) => string = (text) => text) =>
    change(JSON.stringify({ ...JSON.parse(smallPlanText()), name }));
  const give = (page: Page, name: string, text: string) =>
    page.setInputFiles('input[type=file]', {
      name: `${name}.saff`,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
  const home = (page: Page) => page.locator('header nav button').click();
  const row = (page: Page, name: string) => page.locator('[data-plan]').filter({ hasText: name });
  const rename = async (page: Page, to: string): Promise<void> => {
    await page.getByRole('button', { name: t('app.plan.actions') }).click();
    await page.getByRole('menuitem', { name: t('app.library.rename') }).click();
    const field = page.getByRole('textbox', { name: t('app.library.newName') });
    await field.fill(to);
    await field.press('Enter');
  };
  const opened = async (text: string, name: string): Promise<Page> => {
    const { page } = await product.open();
    await give(page, name, text);
    await heading(page, name);
    return page;
  };
  const fromList = async (name: string): Promise<Page> => {
    const { page } = await product.open();
    await row(page, name).locator('button').first().click();
    await heading(page, name);
    return page;
  };

  it('keeps what is opened, and does not keep the same twice', async () => {
    const page = await opened(named('Kept once'), 'Kept once');
    await home(page);
    await row(page, 'Kept once').waitFor();
    await give(page, 'again', named('Kept once'));
    await heading(page, 'Kept once');
    await home(page);
    expect(await row(page, 'Kept once').count()).toBe(1);
    await openSample(page, 'bank-phone-centre');
    await home(page);
    await openSample(page, 'bank-phone-centre');
    await home(page);
    const first = page.locator('[data-plan]').first();
    expect(await first.textContent()).toContain('Bank phone centre');
    expect(await row(page, 'Bank phone centre').count()).toBe(1);
    await page.context().close();
  });

  it('shows the kept figures of a plan at once when it is opened again', async () => {
    const { page } = await product.open();
    await openSample(page, 'bank-phone-centre');
    const figures = async () =>
      (await page.locator('section[aria-labelledby=answer] table').textContent()) ?? '';
    const first = await figures();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await home(page);
    await row(page, 'Bank phone centre').locator('button').first().click();
    await page.locator('#answer').waitFor();
    expect(await figures()).toBe(first);
    expect(asked).toContain('/api/plan.results');
    expect(asked.filter((path) => /simulat/.test(path))).toEqual([]);
    await page.context().close();
  });

  it('undoes and makes again by buttons and keys, and says what; over a reload too', async () => {
    const page = await opened(named('First name'), 'First name');
    const undo = page.locator('[data-step=undo]');
    expect(await undo.isDisabled()).toBe(true);
    await rename(page, 'Second name');
    await heading(page, 'Second name');
    expect(stripBidiControls((await undo.getAttribute('aria-label')) ?? '')).toBe(
      t('app.plan.undoStep', { step: t('steps.rename') }).replace(/[\u2068\u2069]/g, ''),
    );
    await page.keyboard.press('Control+z');
    await heading(page, 'First name');
    await page.keyboard.press('Control+Shift+z');
    await heading(page, 'Second name');
    await page.reload();
    await heading(page, 'Second name');
    await undo.click();
    await heading(page, 'First name');
    await page.locator('[data-step=redo]').click();
    await heading(page, 'Second name');
    await page.context().close();
  });

  it('W8: shows what another window and another process do, within a second or so', async () => {
    const one = await opened(named('Seen by two'), 'Seen by two');
    const two = await fromList('Seen by two');
    await rename(two, 'Renamed by the other');
    await heading(one, 'Renamed by the other');
    await one.getByText(t('app.plan.changedElsewhere')).waitFor();
    const library = openLibrary({ folder });
    const listed = library.list(false);
    const found = listed.ok
      ? listed.value.plans.find(({ name }) => name === 'Renamed by the other')
      : undefined;
    const window = { id: 'terminal', openedAt: 0 };
    const commands = [{ change: 'set', at: ['name'], value: 'Renamed by a process' }] as const;
    library.edit({ plan: found?.plan ?? '', base: found?.revision ?? 0, window, commands });
    await Promise.all([heading(one, 'Renamed by a process'), heading(two, 'Renamed by a process')]);
    library.remove(found?.plan ?? '');
    await one.getByText(t('app.plan.removedElsewhere')).waitFor();
    await one.getByRole('button', { name: t('app.library.restore') }).click();
    await one.getByText(t('app.plan.removedElsewhere')).waitFor({ state: 'detached' });
    library.close();
    await one.context().close();
    await two.context().close();
  });

  /** An edit that the page makes while it has not yet heard of another one. */
  const conflicting = async (page: Page, mine: string, theirs: string): Promise<void> => {
    await page.route('**/api/library.open', (route) => route.abort());
    const other = await fromList('Conflict');
    await rename(other, theirs);
    await heading(other, theirs);
    await other.context().close();
    await rename(page, mine);
    await page
      .getByRole('alert')
      .filter({ hasText: t('app.conflict.title') })
      .waitFor();
    await page.unroute('**/api/library.open');
  };

  it('W4: offers both states of a conflict, and loses neither', async () => {
    const page = await opened(named('Conflict one'), 'Conflict one');
    await conflicting(page, 'Conflict mine', 'Conflict theirs');
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain(t('app.conflict.same'));
    await alert.getByRole('button', { name: t('app.conflict.keepTheirs') }).click();
    await heading(page, 'Conflict theirs');

    await conflicting(page, 'Conflict mine 2', 'Conflict theirs 2');
    await alert.getByRole('button', { name: t('app.conflict.putMine') }).click();
    await heading(page, 'Conflict mine 2');
    expect(await alert.count()).toBe(0);

    await conflicting(page, 'Conflict mine 3', 'Conflict theirs 3');
    await alert.getByRole('button', { name: t('app.conflict.asCopy') }).click();
    await heading(page, 'Conflict mine 3');
    await home(page);
    await row(page, 'Conflict theirs 3').waitFor();
    await row(page, 'Conflict mine 3').waitFor();
    await page.context().close();
  });

  it('D6: keeps an edit that could not be written, offers it again and elsewhere', async () => {
    const page = await opened(named('Disk full'), 'Disk full');
    await page.route('**/api/plan.edit', (route) =>
      route.fulfill({ json: { ok: false, failure: { code: 'diskFull', params: {} } } }),
    );
    await rename(page, 'Not yet written');
    const alert = page.getByRole('alert').filter({ hasText: t('app.unsaved.title') });
    await alert.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert.getByRole('button', { name: t('app.unsaved.elsewhere') }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ format: 'saff-plan' });
    await page.unroute('**/api/plan.edit');
    await alert.getByRole('button', { name: t('app.unsaved.again') }).click();
    await heading(page, 'Not yet written');
    expect(await alert.count()).toBe(0);
    await page.context().close();
  });

  it('removes, brings back, erases; renames and duplicates in the list', async () => {
    const page = await opened(named('To be removed'), 'To be removed');
    await home(page);
    const act = async (name: string, item: string): Promise<void> => {
      await row(page, name).getByRole('button').last().click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await act('To be removed', t('app.library.remove'));
    await row(page, 'To be removed').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t('app.library.undo') }).click();
    await row(page, 'To be removed').waitFor();
    await act('To be removed', t('app.library.rename'));
    await page.getByRole('textbox', { name: t('app.library.newName') }).fill('Otherwise called');
    await page.keyboard.press('Enter');
    await row(page, 'Otherwise called').waitFor();
    await act('Otherwise called', t('app.library.duplicate'));
    const copy = t('app.library.copyOf', { name: 'Otherwise called' });
    await row(page, copy).waitFor();
    await act(copy, t('app.library.remove'));
    await page.locator('[data-folded=removed]').click();
    const removed = page.locator('[data-removed]').filter({ hasText: copy });
    await removed.getByRole('button', { name: t('app.library.erase') }).click();
    await removed.getByRole('button', { name: t('app.library.eraseSure') }).click();
    await removed.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('finds words in any spelling, and says where', async () => {
    const page = await opened(
      named('Bookshop', (text) => text.replace('"Small', '"پشتیبانی ویژه')),
      'Bookshop',
    );
    await rename(page, 'كتاب‌فروشي');
    await heading(page, 'كتاب‌فروشي');
    await home(page);
    const search = page.getByRole('textbox', { name: t('app.library.search') });
    await search.fill('کتابفروشی');
    await expect.poll(() => page.locator('[data-plan]').count()).toBe(1);
    expect(await row(page, 'كتاب‌فروشي').count()).toBe(1);
    await search.fill('no such words');
    await page.getByText(t('app.library.nothing')).waitFor();
    await page.context().close();
  });

  it('gives a plan with its results as a download, which opens elsewhere with its figures', async () => {
    const { page } = await product.open();
    await openSample(page, 'bank-phone-centre');
    await page.getByRole('button', { name: t('app.plan.actions') }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: t('app.library.exportBundle') }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'saff-bundle', results: [{ replications: 20 }] });
    const elsewhere = await startWindow();
    const other = await elsewhere.open();
    const asked: string[] = [];
    other.page.on('request', (request) => asked.push(request.url()));
    await give(other.page, 'bundle', text);
    await other.page.locator('#answer').waitFor();
    expect(asked.filter((url) => url.includes('plan.simulate'))).toEqual([]);
    await elsewhere.stop();
    await page.context().close();
  });

  it('keeps a plan with faults, lists them, and does not simulate it', async () => {
    const text = named('Faulty', (plain) => plain.replace('"channel":"phone"', '"channel":"gone"'));
    const page = await opened(text, 'Faulty');
    await page.locator('[data-shown=results]').getByText('demand').first().waitFor();
    expect(await page.getByRole('button', { name: t('app.run.simulate') }).count()).toBe(0);
    await showScreen(page, 'structure');
    await page.locator('[data-card]').first().waitFor();
    await home(page);
    expect(await row(page, 'Faulty').textContent()).toContain(t('app.library.faulty'));
    await page.context().close();
  });

  it('D9: finds what was typed and not given after the page was closed', async () => {
    const page = await opened(named('Unfinished'), 'Unfinished');
    await page.getByRole('button', { name: t('app.plan.actions') }).click();
    await page.getByRole('menuitem', { name: t('app.library.rename') }).click();
    await page.getByRole('textbox', { name: t('app.library.newName') }).fill('Half a na');
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    const again = await atUsualPace(await context.newPage());
    await again.goto(product.address);
    await row(again, '').first().waitFor();
    const field = again.getByRole('textbox', { name: t('app.library.newName') });
    expect(await field.inputValue()).toBe('Half a na');
    await field.press('Escape');
    await row(again, 'Unfinished').waitFor();
    await context.close();
  });
});
