import type { Page } from 'playwright-core';

/** As on a slow machine, where the screen is drawn well after the plan is kept; ends with what it returns. */
export async function slowPage(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  return async () => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  };
}
