import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { type Desktop, startDesktop } from '../support/electronDouble/startDesktop.ts';

const mainScript = fileURLToPath(new URL('../../dist/desktop/main.js', import.meta.url));

interface Recorded {
  readonly dialogs: readonly { readonly kind: string; readonly options: unknown }[];
}

describe('the desktop application, when its page stops', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = startDesktop(mainScript, ['--lang', 'en']);
    await desktop.shown();
  });
  afterAll(() => desktop.stop());
  const evaluate = (expression: string) => desktop.ask('evaluate', { expression });
  const request = (method: string, input: unknown) =>
    evaluate(`window.saff.request(${JSON.stringify(method)}, ${JSON.stringify(input)})`) as Promise<{
      value: never;
    }>;
  const recovered = createTranslator('en').t('app.recovered.title');
  const says = (text: string) =>
    desktop.ask('waitFor', { expression: `document.body.textContent.includes(${JSON.stringify(text)})` });

  it('R8, D9: comes back with the plan that was shown, every edit, and what was being typed', async () => {
    await desktop.ask('waitFor', { expression: `document.querySelector('[data-sample]') !== null` });
    await evaluate(`document.querySelector('[data-sample="online-shop"]').click()`);
    await desktop.ask('waitFor', { expression: `document.querySelector('[data-step=undo]') !== null` });
    const { plans } = (await request('library.list', {})).value as { plans: { plan: string }[] };
    const plan = plans[0]?.plan ?? '';
    const window = { id: 'w', openedAt: 0 };
    await request('library.rename', { plan, base: 0, window, name: 'Before the crash' });
    await desktop.ask('waitFor', {
      expression: `document.querySelector('h1')?.textContent.includes('Before')`,
    });
    await desktop.ask('menu', { label: createTranslator('en').t('desktop.menu.rename') });
    await desktop.ask('waitFor', { expression: `document.activeElement?.hasAttribute('data-autofocus')` });
    await desktop.ask('type', { text: 'Half typed' });
    await desktop.ask('crash', {});
    await says(recovered);
    await desktop.ask('waitFor', {
      expression: `document.querySelector('[data-autofocus]')?.value === 'Half typed'`,
    });
    expect((await request('library.list', {})).value).toMatchObject({
      plans: [{ plan, name: 'Before the crash' }],
    });
  });

  it('R8: comes back to the library after the third crash within a minute', async () => {
    await desktop.ask('crash', {});
    await says(recovered);
    await desktop.ask('waitFor', { expression: `document.querySelector('[data-step=undo]') !== null` });
    await desktop.ask('crash', {});
    await says(recovered);
    await desktop.ask('waitFor', { expression: `document.querySelectorAll('[data-sample]').length === 4` });
    expect(await evaluate(`document.querySelector('[data-step=undo]') === null`)).toBe(true);
  });

  it('asks whether to wait for a page that does not answer, and starts it anew where that is wished', async () => {
    await desktop.ask('unresponsive', {});
    const recorded = () => desktop.ask('record', {}) as Promise<Recorded>;
    const { t } = createTranslator('en');
    expect((await recorded()).dialogs.at(-1)).toMatchObject({
      kind: 'message',
      options: {
        message: t('desktop.silent.title'),
        buttons: [t('desktop.silent.wait'), t('desktop.silent.startAnew')],
      },
    });
    await evaluate('void (window.isTheSame = true)');
    await desktop.ask('answer', { kind: 'message', answer: { response: 1 } });
    await desktop.ask('unresponsive', {});
    await expect.poll(() => evaluate('window.isTheSame ?? false').catch(() => true)).toBe(false);
  });
});
