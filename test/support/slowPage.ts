// A page on a slow machine: it draws well after the plan is kept, and after what stands above it.
import type { Page } from 'playwright-core';

/** How many times slower every page of a test runs. With SAFF_SLOW_PAGE=4 a test fails that looks before a screen is drawn. */
const usual = Number(process.env.SAFF_SLOW_PAGE ?? 1);

/** As on a slow machine, until what it returns is called. */
export async function slowPage(page: Page, rate = 6): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const run = async (times: number): Promise<void> => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
  };
  await run(Math.max(rate, usual));
  return () => run(usual);
}

/** For every page that a test opens. */
export async function atUsualPace(page: Page): Promise<Page> {
  if (usual > 1) await slowPage(page, usual);
  return page;
}
