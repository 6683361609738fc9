import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { openSample, startWindow } from '../support/startedWindow.ts';

const { t } = createTranslator('en');

describe('the window without a library', () => {
  it('D11, C9: shows plans all the same, says that they are not kept, and why', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saff-window-foreign-'));
    writeFileSync(join(folder, 'library.db'), 'not a database of ours, but somebody’s file');
    const product = await startWindow(folder);
    const { page } = await product.open();
    await page
      .getByRole('alert')
      .filter({ hasText: t('app.library.closed') })
      .waitFor();
    await openSample(page, 'bank-phone-centre');
    await page.getByText(t('app.plan.unkept')).waitFor();
    expect(await page.locator('[data-step]').count()).toBe(0);
    expect(readFileSync(join(folder, 'library.db'), 'utf8')).toContain('somebody’s file');
    await page.context().close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
