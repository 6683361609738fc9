import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslator } from '../../locales/translator.ts';
import { type Desktop, startDesktop } from '../support/electronDouble/startDesktop.ts';
import { smallPlanText } from '../support/smallPlan.ts';

/** A busy machine takes its time. */
const patient = { timeout: 20_000 };
const mainScript = fileURLToPath(new URL('../../dist/desktop/main.js', import.meta.url));

interface Recorded {
  readonly menu: readonly { label: string; submenu: readonly { label?: string; role?: string }[] }[];
  readonly recentDocuments: readonly string[];
  readonly dialogs: readonly { readonly kind: string; readonly options: unknown }[];
  readonly prints: readonly unknown[];
  readonly refusedRequests: readonly string[];
  readonly spellChecker?: boolean;
}

describe('the desktop application, at work with files', () => {
  let desktop: Desktop;
  const folder = mkdtempSync(join(tmpdir(), 'saff-desktop-files-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const named = (name: string) => JSON.stringify({ ...JSON.parse(smallPlanText()), name });
  beforeAll(async () => {
    desktop = startDesktop(mainScript, ['--lang', 'en', file('first.saff', named('On the command line'))]);
    await desktop.shown();
  });
  afterAll(async () => {
    await desktop.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const recorded = () => desktop.ask('record', {}) as Promise<Recorded>;
  const shows = (name: string) =>
    desktop.ask('waitFor', {
      expression: `document.querySelector('h1')?.textContent.includes(${JSON.stringify(name)})`,
    });
  const en = createTranslator('en').t;

  it('opens the file that it was started with', async () => {
    await shows('On the command line');
    expect((await recorded()).recentDocuments).toEqual([join(folder, 'first.saff')]);
  });

  it('opens what a second start brings, by path or address, and what macOS hands over', async () => {
    file('second.saff', named('Second start'));
    await desktop.ask('secondInstance', { words: ['--lang', 'fa.saff', './second.saff'], folder });
    await shows('Second start');
    const third = file('سوم.saff', named('By address'));
    await desktop.ask('secondInstance', { words: [pathToFileURL(third).href], folder: '/' });
    await shows('By address');
    expect(await desktop.ask('openFile', { path: file('mac.saff', named('From the Finder')) })).toBe(true);
    await shows('From the Finder');
  });

  it('says why a file could not be opened, and opens the next', async () => {
    await desktop.ask('openFile', { path: join(folder, 'absent.saff') });
    await desktop.ask('waitFor', {
      expression: `document.querySelector('[role=alert]')?.textContent.includes('absent.saff')`,
    });
    mkdirSync(join(folder, 'folder.saff'));
    await desktop.ask('secondInstance', { words: ['folder.saff', 'broken.saff'], folder });
    file('broken.saff', '{"format":"saff-plan"');
    await desktop.ask('secondInstance', { words: ['broken.saff'], folder });
    await desktop.ask('waitFor', { expression: `document.body.textContent.includes('broken.saff')` });
  });

  it('opens by its dialog, which asks in the language of the page', async () => {
    const path = file('chosen.saff', named('Chosen'));
    await desktop.ask('answer', { kind: 'open', answer: { canceled: false, filePaths: [path] } });
    await desktop.ask('menu', { label: en('desktop.menu.open') });
    await shows('Chosen');
    const { dialogs, recentDocuments } = await recorded();
    expect(dialogs.at(-1)).toMatchObject({
      kind: 'open',
      options: { title: en('desktop.dialog.open'), filters: [{ extensions: ['saff', 'json'] }] },
    });
    expect(recentDocuments.at(-1)).toBe(path);
  });

  it('saves a whole file where the person says, and nothing where none is said', async () => {
    const target = join(folder, 'saved.saff');
    await desktop.ask('menu', { label: en('desktop.menu.export') });
    await expect.poll(async () => (await recorded()).dialogs.at(-1)?.kind, patient).toBe('save');
    await desktop.ask('answer', { kind: 'save', answer: { canceled: false, filePath: target } });
    await desktop.ask('menu', { label: en('desktop.menu.exportBundle') });
    await expect.poll(() => existsSync(target), patient).toBe(true);
    const bundle = JSON.parse(readFileSync(target, 'utf8')) as { format: string; plan: { name: string } };
    expect(bundle).toMatchObject({ format: 'saff-bundle', plan: { name: 'Chosen' } });
    expect(readdirSync(folder).filter((name) => name.endsWith('.saff-part'))).toEqual([]);
    await desktop.ask('answer', {
      kind: 'save',
      answer: { canceled: false, filePath: join(folder, 'no', 'x.saff') },
    });
    await desktop.ask('menu', { label: en('desktop.menu.export') });
    await desktop.ask('waitFor', { expression: `document.body.textContent.includes('ENOENT')` });
  });

  it('takes a name from the page as a name, never as a path', async () => {
    await desktop.ask('answer', { kind: 'save', answer: { canceled: true } });
    for (const fileName of ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\x.saff', 'x.saff']) {
      const expression = `window.saff.shell('shell.saveFile', { fileName: ${JSON.stringify(fileName)}, text: '' })`;
      expect(await desktop.ask('evaluate', { expression })).toEqual({ ok: true, value: { saved: false } });
    }
    const asked = (await recorded()).dialogs
      .slice(-4)
      .map(({ options }) => options as { defaultPath: string });
    expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(['passwd', 'passwd', 'x.saff', 'x.saff']);
  });

  it('H17: answers made-up requests of the page with a failure', async () => {
    const replies = await desktop.ask('evaluate', {
      expression: `Promise.all([['shell.saveFile', {}], ['shell.saveFile', { fileName: 5, text: '' }], ['shell.next', { after: 'x' }],
        ['shell.quit', {}], ['__proto__', {}], ['shell.show', { language: 'de' }], [7, null], ['library.list', {}]]
        .map(([method, input]) => window.saff.shell(method, input)))`,
    });
    const codes = (replies as { failure: { code: string } }[]).map(({ failure }) => failure.code);
    const [invalid, unknown] = ['invalidInput', 'unknownMethod'];
    expect(codes).toEqual([invalid, invalid, invalid, unknown, unknown, invalid, unknown, unknown]);
    const foreign = await desktop.ask('invoke', {
      channel: 'saff:shell',
      event: { sender: { mainFrame: 1 }, senderFrame: { url: 'app://bundle/' } },
      args: ['shell.openFile', {}],
    });
    expect(foreign).toMatchObject({ ok: false, failure: { code: 'forbiddenOrigin' } });
  });

  it('prints the report, and makes a PDF of it with its words inside', async () => {
    await desktop.ask('waitFor', { expression: `document.querySelector('#answer') !== null` });
    await desktop.ask('menu', { label: en('desktop.menu.print') });
    const target = join(folder, 'report.pdf');
    await desktop.ask('answer', { kind: 'save', answer: { canceled: false, filePath: target } });
    await desktop.ask('menu', { label: en('desktop.menu.pdf') });
    await expect.poll(() => existsSync(target), patient).toBe(true);
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await recorded()).prints).toHaveLength(2);
  });

  it('follows the page’s language with its menu, and offers the plans that were used last', async () => {
    await desktop
      .ask('evaluate', {
        expression: `localStorage.setItem('saff.preferences', '{"language":"fa"}'), location.reload()`,
      })
      .catch(() => {});
    await expect.poll(async () => (await recorded()).menu[0]?.label, patient).toBe('پرونده');
    const firstRecent = async () => {
      const items = (await recorded()).menu[0]?.submenu as { id?: string; submenu?: { label: string }[] }[];
      return items.find(({ id }) => id === 'recent')?.submenu?.[0]?.label;
    };
    await expect.poll(firstRecent, patient).toBe('Chosen');
    expect(JSON.parse(readFileSync(join(desktop.dataFolder, 'language.json'), 'utf8'))).toBe('fa');
  });

  it('R4, R9: asks for nothing but its own content, downloads nothing, fetches no dictionary', async () => {
    for (const url of [
      'https://evil.test/x',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://other/',
      'ws://x.test/',
    ])
      expect(await desktop.ask('request', { url })).toEqual({ may: false, downloadPrevented: true });
    expect(await desktop.ask('request', { url: 'app://bundle/assets/a.js' })).toMatchObject({ may: true });
    const { spellChecker, refusedRequests } = await recorded();
    expect([spellChecker, refusedRequests]).toEqual([false, []]);
  });
});
