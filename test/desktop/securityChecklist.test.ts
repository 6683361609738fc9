// The checklist of Electron's own documentation ("Security", items 1 to 20), each item as a rule on our sources and settings. What
// only a running application can show is tried on the double in test/journeys, and named here.
import { describe, expect, it } from 'vitest';
import { menuTemplate, nothingShown } from '../../electron/desktop/menu.ts';
import { createTranslator } from '../../locales/translator.ts';
import { codeFilesBelow, readProjectFile, readProjectJson } from '../rules/sourceFiles.ts';

const desktop = codeFilesBelow(['electron/desktop']).map((path) => [path, readProjectFile(path)] as const);
const all = desktop.map(([, source]) => source).join('\n');
const renderer = codeFilesBelow(['renderer']).map(readProjectFile).join('\n');
const page = readProjectFile('renderer/index.html');
const builder = readProjectFile('electron-builder.yml');
const count = (pattern: RegExp, source = all): number => source.match(new RegExp(pattern, 'g'))?.length ?? 0;

describe('the security checklist of Electron', () => {
  it('looks at the sources', () => {
    expect(desktop.length).toBeGreaterThan(10);
    expect(renderer.length).toBeGreaterThan(10_000);
  });

  it('1: loads secure content only', () => {
    expect(count(/loadURL\(/)).toBe(1);
    expect(count(/loadFile\(/)).toBe(0);
    expect(all).toContain('onBeforeRequest');
    // Addresses are in the sources as names of formats and in comments, never as something to load.
    expect(renderer).not.toMatch(/(?:src|href|fetch\(|import\()\s*=?\s*["'`]https?:/);
  });

  it('2, 3, 4, 6, 8, 9: isolates its window, which has no Node, and switches no protection off', () => {
    expect(count(/new BrowserWindow\(/)).toBe(1);
    for (const setting of [
      'contextIsolation: true',
      'sandbox: true',
      'nodeIntegration: false',
      'nodeIntegrationInWorker: false',
      'nodeIntegrationInSubFrames: false',
      'webSecurity: true',
      'allowRunningInsecureContent: false',
      'experimentalFeatures: false',
    ])
      expect(count(new RegExp(`\\b${setting}`))).toBe(1);
    expect(all).toContain('app.enableSandbox()');
    expect(all).not.toMatch(/no-sandbox|disable-web-security|ignore-certificate-errors|remote-debugging/);
  });

  it('5: answers every request for a permission with no', () => {
    for (const handler of ['Request', 'Check']) expect(all).toContain(`setPermission${handler}Handler(`);
    expect(all).toContain('setDevicePermissionHandler(() => false)');
    expect(all).not.toMatch(/decide\(true\)/);
  });

  it('7: has a policy for content, without a way round it', () => {
    const policy = readProjectFile('electron/host/securityHeaders.ts');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe-(?:inline|eval|hashes)/);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/);
  });

  it('10: asks for no features of the engine beyond the usual', () => {
    expect(all).not.toMatch(/enableBlinkFeatures|enable-blink-features|enable-features/);
  });

  it('11, 12: embeds no pages', () => {
    expect(all).toContain('webviewTag: false');
    expect(all).toContain("'will-attach-webview', (event) => event.preventDefault()");
    expect(renderer + page).not.toMatch(/<webview|<iframe/);
  });

  it('13, 14: goes nowhere and opens no window', () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
      expect(all).toContain(`'${event}'`);
    expect(all).toContain("setWindowOpenHandler(() => ({ action: 'deny' }))");
    expect(all).not.toContain("action: 'allow'");
  });

  it('15: opens nothing outside of itself', () => {
    expect(all).not.toMatch(/openExternal|openPath|showItemInFolder|child_process/);
  });

  it('16: names one version of Electron exactly', () => {
    const { devDependencies } = readProjectJson('package.json') as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('17: looks at the sender of each message', () => {
    const handlers = desktop.filter(([, source]) => /ipcMain\.(?:handle|on)\(/.test(source));
    expect(handlers.length).toBe(2);
    for (const [path, source] of handlers) expect(source, path).toContain('!isOwnPage(event)');
    expect(count(/ipcMain\.on\(/)).toBe(0);
  });

  it('18: serves its page over a scheme of its own, with no privilege that is not needed', () => {
    expect(all).toContain('{ standard: true, secure: true, supportFetchAPI: true }');
    expect(all).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled|file:\/\//);
  });

  it('19: sets its fuses', () => {
    for (const fuse of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
      'enableCookieEncryption: true',
      'loadBrowserProcessSpecificV8Snapshot: false',
    ])
      expect(builder).toContain(`  ${fuse}\n`);
    expect(builder).toContain('\nasar: true\n');
    expect(builder).not.toContain('disableAsarIntegrity');
  });

  it('20: gives the page functions of its own, and nothing of Electron', () => {
    const preload = readProjectFile('electron/desktop/preload.cts');
    expect(count(/exposeInMainWorld\(/, preload)).toBe(1);
    expect(count(/ipcRenderer/, preload)).toBe(2);
    expect(preload).not.toMatch(/ipcRenderer\.(?:on|send|sendSync|postMessage)\b|webUtils|shell:\s*require/);
    expect(renderer).not.toMatch(/from 'electron'|require\('electron'\)/);
  });

  it('and has no way to the developer tools in its menu', () => {
    const { t } = createTranslator('en');
    const menu = menuTemplate({ t, language: 'en', platform: 'linux', shown: nothingShown, wish: () => {} });
    expect(JSON.stringify(menu)).not.toMatch(/toggleDevTools|reload|forceReload/i);
    expect(all).not.toContain('openDevTools');
  });
});
