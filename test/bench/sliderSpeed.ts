// How long after a slider has moved the promises show what it does, in a real browser on the loopback host:
//   node test/bench/sliderSpeed.ts [SAMPLE] [MOVES]
// Targets, p95 for the online shop: 100 ms to the figures by formula, 2 s to twenty simulated replications with their interval. The
// simulation begins 250 ms after the last move; that pause counts.
import { openSample, showScreen, startWindow } from '../support/startedWindow.ts';

const [sample = 'online-shop', moves = '40'] = process.argv.slice(2);

interface Noted {
  begun: number;
  formula: number;
  simulated: number;
}
type Watched = Window & { noted: Noted };

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;

const product = await startWindow();
const { page } = await product.open({ viewport: { width: 1280, height: 900 } });
await openSample(page, sample);
await showScreen(page, 'scenarios');
const slider = page.locator('[data-slider=volume]');
await slider.waitFor();
// What runs for the plan itself is over.
await page.locator('section[data-by=simulation]').waitFor({ timeout: 60_000 });
await page.waitForTimeout(8_000);
await page.evaluate(() => {
  const noted: Noted = { begun: 0, formula: 0, simulated: 0 };
  (window as unknown as Watched).noted = noted;
  const answer = (): string => document.querySelector('[data-quick] table')?.textContent ?? '';
  let before = '';
  window.addEventListener(
    'keydown',
    () => {
      before = answer();
      Object.assign(noted, { begun: performance.now(), formula: 0, simulated: 0 });
    },
    true,
  );
  const look = (): void => {
    if (noted.begun > 0) {
      const passed = performance.now() - noted.begun;
      if (noted.formula === 0 && answer() !== before && answer() !== '') noted.formula = passed;
      const isRefined = document.querySelector('[data-refined=true]') !== null;
      if (noted.formula > 0 && noted.simulated === 0 && isRefined) noted.simulated = passed;
    }
    requestAnimationFrame(look);
  };
  look();
});
const formula: number[] = [];
const simulated: number[] = [];
for (let move = 0; move < Number(moves); move += 1) {
  await slider.focus();
  await page.keyboard.press(move % 16 < 8 ? 'ArrowRight' : 'ArrowLeft');
  const noted = await (
    await page.waitForFunction(
      () => {
        const { noted: now } = window as unknown as Watched;
        // Back at nothing moved there is nothing to simulate.
        const isMoved = document.querySelector('[data-quick=true]') !== null;
        return !isMoved || now.simulated > 0 ? { ...now, isMoved } : false;
      },
      undefined,
      { timeout: 60_000, polling: 20 },
    )
  ).jsonValue();
  if (noted === false || !noted.isMoved) continue;
  formula.push(noted.formula);
  simulated.push(noted.simulated);
}
await product.stop();
const line = (name: string, values: readonly number[]): string =>
  `${name.padEnd(12)} p50 ${quantile(values, 0.5).toFixed(0)} ms  p95 ${quantile(values, 0.95).toFixed(0)} ms  most ${quantile(values, 1).toFixed(0)} ms`;
process.stdout.write(
  `${sample}, ${formula.length} moves\n${line('formula', formula)}\n${line('simulated', simulated)}\n`,
);
