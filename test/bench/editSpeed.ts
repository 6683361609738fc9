// How long after an edit the strip shows what it does, in a real browser on the loopback host:
//   node test/bench/editSpeed.ts [SAMPLE] [EDITS]
// Between two edits somebody looks at what came of the first, from a tenth of a second to two and a half: at times nothing runs by then, at
// times the chance that all promises are kept is being worked out on every core.
// Targets, p95 for the online shop: 100 ms to the figures by formula, 2 s to the simulated ones with their interval.
import type { Page } from 'playwright-core';
import { openSample, showScreen, startWindow } from '../support/startedWindow.ts';

const [sample = 'online-shop', edits = '40'] = process.argv.slice(2);

/** Watches the strip from within the page, so that the way to this process does not count. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = { begun: 0, formula: 0, simulated: 0 };
    (window as unknown as { noted: typeof noted }).noted = noted;
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Enter') return;
        noted.begun = performance.now();
        noted.formula = 0;
        noted.simulated = 0;
      },
      true,
    );
    const isShown = (by: string): boolean => {
      const strip = document.querySelector<HTMLElement>('section[data-by]');
      return strip !== null && strip.dataset.old === undefined && strip.dataset.by === by;
    };
    const since = (): number => performance.now() - noted.begun;
    // Looking at every frame would cost more than what is looked at. What has changed is seen in the frame that paints it.
    const look = (): void => {
      if (noted.begun === 0) return;
      if (noted.formula === 0) {
        if (isShown('formula')) requestAnimationFrame(() => Object.assign(noted, { formula: since() }));
      } else if (noted.simulated === 0 && isShown('simulation'))
        requestAnimationFrame(() => Object.assign(noted, { simulated: since() }));
    };
    new MutationObserver(look).observe(document.body, {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
      attributeFilter: ['data-by', 'data-old'],
    });
  });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;

const product = await startWindow();
const { page } = await product.open({ viewport: { width: 1280, height: 900 } });
await openSample(page, sample);
await showScreen(page, 'promises');
await watch(page);
const formula: number[] = [];
const simulated: number[] = [];
const target = page.locator('[data-promise]').first().locator('[data-at$="/targetSeconds"]');
for (let step = 0; step < Number(edits); step += 1) {
  await page.waitForTimeout(100 + ((step * 997) % 2_400));
  await target.fill(`${31 + (step % 50)} s`);
  await target.press('Enter');
  await page.waitForFunction(
    () => (window as unknown as { noted: { simulated: number } }).noted.simulated > 0,
    undefined,
    { timeout: 60_000, polling: 50 },
  );
  const noted = await page.evaluate(
    () => (window as unknown as { noted: { formula: number; simulated: number } }).noted,
  );
  formula.push(noted.formula);
  simulated.push(noted.simulated);
}
await product.stop();
const line = (name: string, values: readonly number[], most: number): string =>
  [
    name.padEnd(28),
    ...[0.5, 0.95, 1].map((share) => `${quantile(values, share).toFixed(0)} ms`.padStart(10)),
    `at most ${most} ms`.padStart(18),
  ].join('');
process.stdout.write(
  [
    `${sample}, ${edits} edits of a promise, from Enter to the strip`,
    `${''.padEnd(28)}${['median', 'p95', 'longest'].map((head) => head.padStart(10)).join('')}`,
    line('by formula', formula, 100),
    line('by simulation, 20 runs', simulated, 2000),
    '',
  ].join('\n'),
);
