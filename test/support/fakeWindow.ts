// The built window in a browser page, with the requests to the host answered by a fake one.
import type { Page } from 'playwright-core';
import { loadAssets } from '../../electron/host/assets.ts';
import type { FakeHost } from './fakeClient.ts';

const origin = 'https://saff.test';
const secret = 'a-secret-that-only-tests-know';

/** The page is served with the same headers as by the real host, its policy for content included. */
export async function openFakeWindow(page: Page, host: FakeHost, folder = 'dist/renderer'): Promise<void> {
  const assets = await loadAssets(folder);
  if (assets === undefined) throw new Error(`${folder} holds no built page`);
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/api/')) {
      const reply = await host.answer(pathname.slice('/api/'.length), route.request().postDataJSON());
      await route.fulfill({ json: reply }).catch(() => undefined);
      return;
    }
    const found = assets.answer(pathname);
    await route.fulfill(
      found === undefined ? { status: 404 } : { headers: { ...found.headers }, body: found.body },
    );
  });
  await page.goto(`${origin}/#${secret}`);
}
