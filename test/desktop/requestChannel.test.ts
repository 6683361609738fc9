import { describe, expect, it } from 'vitest';
import { createHost } from '../../electron/host/createHost.ts';
import { ipcInvoker } from '../contract/transports.ts';

const host = createHost({ simulate: () => Promise.reject(new Error('unused')) });
const forbidden = { ok: false, failure: { code: 'forbiddenOrigin', params: {} } };

describe('the channel to the window', () => {
  it.each(['app://bundle/', 'app://bundle', 'app://bundle/index.html?lang=fa'])('answers %s', async (url) => {
    expect(await ipcInvoker(host, url)('app.describe', {})).toMatchObject({ ok: true });
  });

  it.each([
    'https://evil.test/',
    'app://bundle.evil.test/',
    'app://bundleevil/',
    'app://other/bundle/',
    'https://app://bundle/',
    'about:blank',
    'data:text/html,x',
    'file:///bundle/',
    '',
  ])('H16: does not answer «%s»', async (url) => {
    expect(await ipcInvoker(host, url)('app.describe', {})).toEqual(forbidden);
  });

  it('H16: does not answer a frame within the page, nor one that is gone', async () => {
    const mainFrame = { url: 'app://bundle/' };
    const invoke = ipcInvoker(host);
    expect(
      await invoke('app.describe', {}, { sender: { mainFrame }, senderFrame: { ...mainFrame } }),
    ).toEqual(forbidden);
    expect(await invoke('app.describe', {}, { sender: { mainFrame }, senderFrame: null })).toEqual(forbidden);
  });
});
