// What the page does until a sample that is opened stands there with its charts, in a real browser on the loopback host:
//   node test/bench/openSpeed.ts [SAMPLE] [TIMES]
// Processor time of the page's own thread, so that others at work on the machine count for little; the first opening warms up.
import type { CDPSession } from 'playwright-core';
import { openSample, startWindow } from '../support/startedWindow.ts';

const [sample = 'online-shop', times = '5'] = process.argv.slice(2);
const parts = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'] as const;
type Spent = Readonly<Record<(typeof parts)[number], number>>;

async function spent(session: CDPSession): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = new Map(metrics.map(({ name, value }) => [name, value]));
  return Object.fromEntries(parts.map((part) => [part, 1000 * (seconds.get(part) ?? 0)])) as Spent;
}

const product = await startWindow();
const seen: Spent[] = [];
for (let time = 0; time <= Number(times); time += 1) {
  const { page } = await product.open({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await spent(session);
  await openSample(page, sample);
  // Charts further down, and what is drawn a moment later.
  await page.waitForTimeout(1_500);
  const after = await spent(session);
  seen.push(Object.fromEntries(parts.map((part) => [part, after[part] - before[part]])) as Spent);
  await page.context().close();
}
await product.stop();

const median = (part: keyof Spent): string => {
  const values = seen
    .slice(1)
    .map((one) => one[part])
    .sort((a, b) => a - b);
  return `${(values[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(0)} ms`;
};
const [task, script, style, layout] = parts.map(median);
console.log(`${sample}: ${task} of the page's thread; script ${script}, styles ${style}, layout ${layout}.`);
