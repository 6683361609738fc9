import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { methods } from '../../core/contract/methods.ts';
import { type Desktop, startDesktop } from '../support/electronDouble/startDesktop.ts';
import { smallPlanText } from '../support/smallPlan.ts';

/** A busy machine takes its time. */
const patient = { timeout: 20_000 };
const mainScript = fileURLToPath(new URL('../../dist/desktop/main.js', import.meta.url));

interface Recorded {
  readonly utilityProcesses: number;
  readonly isSandboxed: boolean;
  readonly menu: readonly { label: string; submenu: readonly { label?: string; role?: string }[] }[];
  readonly webPreferences: readonly Record<string, unknown>[];
  readonly schemes: readonly unknown[];
  readonly refusedNavigations: readonly string[];
  readonly refusedWindows: readonly string[];
  readonly errorBoxes: readonly unknown[];
}
interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

describe('the desktop application', () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = startDesktop(mainScript, ['--lang', 'fa']);
    await desktop.shown();
  });
  afterAll(() => desktop.stop());

  const evaluate = (expression: string) => desktop.ask('evaluate', { expression });
  const request = (method: string, input: unknown) =>
    evaluate(`window.saff.request(${JSON.stringify(method)}, ${JSON.stringify(input)})`);
  const recorded = () => desktop.ask('record', {}) as Promise<Recorded>;
  const fetched = (url: string, method = 'GET') => desktop.ask('fetch', { url, method }) as Promise<Fetched>;

  it('starts without a word of complaint', async () => {
    expect(desktop.output()).toBe('');
    expect((await recorded()).errorBoxes).toEqual([]);
  });

  it('R1: opens its window with the safe settings', async () => {
    const { webPreferences, isSandboxed } = await recorded();
    expect(isSandboxed).toBe(true);
    expect(webPreferences).toEqual([
      {
        preload: expect.stringMatching(/dist[\\/]desktop[\\/]preload\.cjs$/),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        spellcheck: false,
      },
    ]);
  });

  it('H18: gives the page two functions, and nothing of Electron or Node', async () => {
    const surface = await evaluate(`(() => {
      const shape = (value) => typeof value === 'object' ? Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, shape(part)])) : typeof value;
      return { saff: shape(window.saff), others: ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer', 'global']
        .filter((name) => name in window) };
    })()`);
    expect(surface).toEqual({ saff: { request: 'function', shell: 'function' }, others: [] });
    await expect(evaluate('window.saff.request = 1, window.saff.request instanceof Function')).resolves.toBe(
      true,
    );
  });

  it('keeps plans in the data folder, each edit as it is made', async () => {
    const added = (await request('library.import', { text: smallPlanText() })) as { value: { plan: string } };
    const { plan } = added.value;
    const renamed = await request('library.rename', {
      plan,
      base: 0,
      window: { id: 'w', openedAt: 0 },
      name: 'میز شب',
    });
    expect(renamed).toMatchObject({
      ok: true,
      value: { revision: 1, undo: { code: 'rename', at: ['name'] } },
    });
    expect(await request('library.search', { query: 'ميز' })).toMatchObject({
      ok: true,
      value: [{ plan: { plan } }],
    });
    expect(
      readFileSync(join(desktop.dataFolder, 'plans', 'library.db'))
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3');
  });

  it('carries requests of the contract to the host and replies back', async () => {
    const described = await request('app.describe', {});
    expect(described).toMatchObject({ ok: true, value: { formatVersion: 1 } });
    expect(await request('samples.open', { id: 7 })).toMatchObject({
      ok: false,
      failure: { code: 'invalidInput' },
    });
  });

  it('simulates in processes of Electron’s own', async () => {
    const started = (await request('simulation.start', {
      text: smallPlanText(),
      options: { replications: 3 },
    })) as {
      value: { run: string };
    };
    let state: { value: { state: string; sequence: number; result: unknown } } | undefined;
    do {
      const after = state?.value.sequence ?? -1;
      state = (await request('simulation.next', { run: started.value.run, after })) as typeof state;
    } while (state?.value.state === 'running');
    expect(state).toMatchObject({ ok: true, value: { state: 'done', result: { replications: 3 } } });
    expect((await recorded()).utilityProcesses).toBeGreaterThan(0);
  });

  it('lets only the methods of the contract through the preload script', async () => {
    const preload = readFileSync(join(mainScript, '..', 'preload.cjs'), 'utf8');
    for (const method of Object.keys(methods)) expect(preload).toContain(`"${method}"`);
    expect([...preload.matchAll(/require\(["'](.*?)["']\)/g)].map((match) => match[1])).toEqual(['electron']);
    for (const method of ['app.quit', 'constructor', '__proto__', '']) {
      expect(await request(method, {})).toMatchObject({ ok: false, failure: { code: 'unknownMethod' } });
    }
  });

  it('H16: answers no sender but the top frame of its own page', async () => {
    const own = { url: 'app://bundle/' };
    const senders = [
      { sender: { mainFrame: own }, senderFrame: { url: 'https://evil.test/' } },
      { sender: { mainFrame: own }, senderFrame: { url: 'app://bundle/' } },
      { sender: { mainFrame: own }, senderFrame: null },
      ...[
        'https://evil.test/',
        'app://bundle.evil.test/',
        'app://other/',
        'about:blank',
        'file:///page.html',
        '',
      ].map((url) => ({ url })),
    ];
    for (const sender of senders) {
      const event = 'url' in sender ? sender : { ...sender };
      const reply = await desktop.ask('invoke', {
        channel: 'saff:request',
        event: 'url' in event ? { sender: { mainFrame: event }, senderFrame: event } : event,
        args: ['app.describe', {}],
      });
      expect(reply).toEqual({ ok: false, failure: { code: 'forbiddenOrigin', params: {} } });
    }
  });

  it('R6, H12: serves its page under its own scheme, with the protecting headers', async () => {
    const { schemes } = await recorded();
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    const page = await fetched('app://bundle/');
    expect(page.status).toBe(200);
    const policy = page.headers['content-security-policy'] ?? '';
    const nonce = /<meta property="csp-nonce" nonce="([\w-]+)">/.exec(page.body)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'; script-src 'self'; ");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toMatch(/unsafe/);
    for (const answer of [page, await fetched('app://bundle/absent'), await fetched('app://other/')]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    }
    expect((await fetched('app://bundle/', 'POST')).status).toBe(403);
    expect((await fetched('app://other/')).status).toBe(403);
  });

  it.each([
    'app://bundle/..%2f..%2fpackage.json',
    'app://bundle/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://bundle/%252e%252e%252fpackage.json',
    'app://bundle/..%5c..%5cpackage.json',
    'app://bundle/index.html%00',
    'app://bundle//etc/passwd',
    'app://bundle/index.html::$DATA',
    'app://bundle/assets/',
  ])('R6, H11: gives nothing for %s', async (url) => {
    expect(await fetched(url)).toMatchObject({ status: 403, body: '' });
  });

  it('R6, H11: gives nothing for a plain path that leads outside', async () => {
    for (const url of [
      'app://bundle/../../package.json',
      'app://bundle/package.json',
      'app://bundle/INDEX.HTML',
    ]) {
      expect(await fetched(url)).toMatchObject({ status: 404, body: '' });
    }
  });

  it('R4: stays on its page, and opens no window', async () => {
    const before = await evaluate('location.href');
    await evaluate(`void (location.href = 'https://evil.test/')`);
    // The next way out would call this one off.
    await expect
      .poll(async () => (await recorded()).refusedNavigations, patient)
      .toContain('https://evil.test/');
    await evaluate(`void (location.href = 'app://elsewhere/')`).catch(() => {});
    await evaluate(`void window.open('https://evil.test/opened')`);
    await evaluate(`(() => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = 'https://evil.test/link'; link.target = '_blank'; link.click(); link.remove();
    })()`);
    await expect.poll(async () => (await recorded()).refusedWindows.length, patient).toBe(2);
    await expect.poll(() => desktop.ask('pages', {}), patient).toBe(1);
    expect(await evaluate('location.href')).toBe(before);
  });

  it('R2: runs no script that is not its own file', async () => {
    const ran = await evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = 1';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = 2">');
      await new Promise((settle) => setTimeout(settle, 200));
      script.remove();
      return { injected: window.injected ?? null };
    })()`);
    expect(ran).toEqual({ injected: null });
  });

  it('R5: grants no permission', async () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'hid',
      'openExternal',
    ]) {
      const denied = { requested: false, checked: false, device: false };
      expect(await desktop.ask('permission', { permission })).toEqual(denied);
    }
  });

  it('has a menu in the language asked for, each item with a label of ours', async () => {
    const { menu } = await recorded();
    expect(menu[0]?.label).toBe(process.platform === 'darwin' ? 'صف' : 'پرونده');
    const items = menu.flatMap(({ submenu }) => submenu).filter(({ role }) => role !== undefined);
    expect(items.length).toBeGreaterThan(10);
    for (const { label } of items) expect(label).toMatch(/[\u0600-\u06ff]/);
    await expect.poll(() => evaluate('document.documentElement.lang'), patient).toBe('fa');
  });
});

describe('the desktop application, started and ended', () => {
  let desktop: Desktop | undefined;
  afterEach(() => desktop?.stop());

  it('leaves the page its own language where none is asked for, and lets the menu follow it', async () => {
    const started = startDesktop(mainScript);
    desktop = started;
    await started.shown();
    expect(await started.ask('evaluate', { expression: 'document.documentElement.lang' })).toBe('en');
    // Until the page has told its language the menu speaks that of the system, which is Arabic here.
    const first = async () => ((await started.ask('record', {})) as Recorded).menu[0]?.label;
    await expect.poll(first, { timeout: 20_000 }).toBe(process.platform === 'darwin' ? 'Saff' : 'File');
  });

  it('keeps the window’s place, and ends when the window is closed', async () => {
    desktop = startDesktop(mainScript);
    await desktop.shown();
    await desktop.ask('secondInstance', {});
    await desktop.ask('closeWindow', {});
    expect(await desktop.exited).toBe(0);
    expect(JSON.parse(readFileSync(join(desktop.dataFolder, 'window.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1111,
      height: 777,
      maximised: false,
    });
  });
});
