// Frames a second while a busy day is played back in the built window, drawn by software:
//   node test/bench/playbackSpeed.ts [CONTACTS] [SECONDS]
// The plan is the online shop with so many times its volume and its people that the played day has so many contacts. The
// table says the load of the machine with it: a frame that waits for a busy core is a late frame.
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openSample as sampleText } from '../../core/samples/index.ts';
import { showScreen, startWindow } from '../support/startedWindow.ts';

const contacts = Number(process.argv[2] ?? 10_000);
const seconds = Number(process.argv[3] ?? 10);
const aim = 30;
/** Contacts of the shop as it is on the day that is played first, returns included. */
const contactsOfSample = 735;

/** Volume and people times a factor; a range goes with its value. */
function enlarged(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((one) => enlarged(one, factor));
  if (typeof value !== 'object' || value === null) return value;
  const times = (amount: unknown): unknown => {
    if (typeof amount === 'number') return Math.round(amount * factor);
    if (typeof amount !== 'object' || amount === null) return amount;
    return Object.fromEntries(
      Object.entries(amount).map(([key, one]) => [
        key,
        typeof one === 'number' ? Math.round(one * factor) : one,
      ]),
    );
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'contacts' || key === 'agents' || key === 'headcount' ? times(one) : enlarged(one, factor),
    ]),
  );
}

/** Times between frames in milliseconds over a while, and what was drawn meanwhile. */
async function frames(page: Page, ms: number): Promise<readonly number[]> {
  return page.evaluate(
    (duration) =>
      new Promise<number[]>((settle) => {
        const spans: number[] = [];
        let last = performance.now();
        const end = last + duration;
        const note = (at: number): void => {
          spans.push(at - last);
          last = at;
          if (at < end) requestAnimationFrame(note);
          else settle(spans.slice(1));
        };
        requestAnimationFrame(note);
      }),
    ms,
  );
}

const product = await startWindow();
try {
  const { page } = await product.open({
    locale: 'fa',
    viewport: { width: 1600, height: 1000 },
    reducedMotion: 'no-preference',
  });
  const text = JSON.stringify(
    enlarged(JSON.parse(sampleText('online-shop') ?? ''), contacts / contactsOfSample),
  );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'busy.saff', mimeType: 'application/json', buffer: Buffer.from(text) });
  let events = 0;
  let arrived = 0;
  page.on('response', async (response) => {
    if (!response.url().includes('simulation.trace') || !response.ok()) return;
    const reply = await response.json().catch(() => null);
    for (const event of reply?.value?.events ?? []) {
      events += 1;
      if (event[0] === 'step' && event[3] === 'arrive') arrived += 1;
    }
  });
  await page.locator('#answer').waitFor({ timeout: 120_000 });
  await showScreen(page, 'playback');
  await page.locator('[data-complete=true]').waitFor({ timeout: 120_000 });
  // What is calculated after opening must not be counted to the film.
  await page.waitForTimeout(8_000);
  await page.locator('[data-worst]').click();
  const lines = [
    '| speed | contacts of the day | events | frames | frames a second, mean | median | slowest twentieth | aim | load |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const speed of [60, 300, 900]) {
    await page.locator('[data-worst]').click();
    await page.locator('[data-speed]').click();
    await page.locator(`[role=option][value="${speed}"]`).click();
    await page.locator('[data-play]').click();
    const spans = await frames(page, seconds * 1000);
    await page.locator('[data-play]').click();
    const ordered = spans.toSorted((a, b) => a - b);
    const at = (share: number): number =>
      ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
    const mean = spans.reduce((sum, one) => sum + one, 0) / spans.length;
    const perSecond = (span: number): string => (1000 / span).toFixed(0);
    lines.push(
      `| ${speed} s a second | ${arrived} | ${events} | ${spans.length} | ${perSecond(mean)} | ${perSecond(at(0.5))} | ${perSecond(at(0.95))} | ${aim} | ${loadavg()[0]?.toFixed(1)} |`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  await product.stop();
}
