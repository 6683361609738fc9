// Frames a second while a team is dragged on a canvas of many teams, in the built window:
//   node test/bench/canvasFrames.ts [TEAMS]
// The table says the load of the machine with it: a frame that waits for a busy core is a late frame.
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { smallPlan } from '../support/smallPlan.ts';
import { startWindow } from '../support/startedWindow.ts';

const teams = Number(process.argv[2] ?? 201);
const aim = 30;
const steps = 90;

/** A third of the teams in each of three tiers; each three of them see to one issue type, and hand it on to each other. */
function manyTeams(count: number): PlanInput {
  const plan = smallPlan();
  const [first] = plan.teams;
  const [group] = first?.groups ?? [];
  if (first === undefined || group === undefined) throw new Error('the small plan has no team');
  const tiers = ['one', 'two', 'three'];
  const issueTypes = Array.from({ length: Math.ceil(count / 3) }, (_, i) => `issue-${i}`);
  return {
    ...plan,
    tiers: tiers.map((id) => ({ id, name: id })),
    issueTypes: issueTypes.map((id) => ({ id, name: id })),
    demand: issueTypes.map((issueType, i) => ({
      id: `calls-${i}`,
      issueType,
      channel: 'phone',
      volume: { contacts: 20, per: 'day' },
    })),
    teams: Array.from({ length: count }, (_, i) => ({
      ...first,
      id: `team-${i}`,
      name: `Team ${i}`,
      tier: tiers[i % 3] ?? 'one',
      serves: { issueTypes: [issueTypes[Math.floor(i / 3)] ?? 'issue-0'] },
      groups: [{ ...group, id: `group-${i}` }],
    })),
    // Nobody of the last third may be handed what its tier cannot take.
    outcomes: [
      {
        when: { tiers: ['one'] },
        next: [{ kind: 'functional', share: 0.2, to: 'nextTier' }],
      },
    ],
  };
}

/** Times between frames in milliseconds while `work` is done. */
async function frames(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const note = (at: number): void => {
      seen.push(at);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(window, { framesSeen: seen });
  });
  await work();
  const seen = await page.evaluate(() => (window as unknown as { framesSeen: number[] }).framesSeen);
  return seen.slice(1).map((at, i) => at - (seen[i] as number));
}

const product = await startWindow();
try {
  const { page } = await product.open({ locale: 'en', viewport: { width: 1600, height: 1000 } });
  const text = JSON.stringify(manyTeams(teams));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'many.saff',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await page.locator('[data-screen=structure]').click({ timeout: 60_000 });
  await page.locator('[data-card="team:team-0"]').waitFor({ timeout: 60_000 });
  await page.locator('[data-step=undo]').waitFor();
  // What is calculated after opening must not be counted to the drag.
  await page.waitForTimeout(8_000);
  await page.locator('[data-zoom=all]').click();
  await page.waitForTimeout(500);
  const arrows = await page.locator('[data-arrow]').count();
  const box = await page.locator('[data-team="team-0"]').boundingBox();
  if (box === null) throw new Error('the team is not on the screen');
  const from = { x: box.x + box.width / 2, y: box.y + box.height * 0.9 };
  const spans = await frames(page, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let i = 1; i <= steps; i += 1) await page.mouse.move(from.x + i * 4, from.y + 60 * Math.sin(i / 8));
    await page.mouse.move(from.x, from.y);
  });
  await page.mouse.up();
  const ordered = spans.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
  const mean = spans.reduce((sum, one) => sum + one, 0) / spans.length;
  const perSecond = (span: number): string => (1000 / span).toFixed(0);
  process.stdout.write(
    [
      '| teams | arrows | frames | frames a second, mean | median | slowest twentieth | aim | load |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      `| ${teams} | ${arrows} | ${spans.length} | ${perSecond(mean)} | ${perSecond(at(0.5))} | ${perSecond(at(0.95))} | ${aim} | ${loadavg()[0]?.toFixed(1)} |`,
      '',
    ].join('\n'),
  );
} finally {
  await product.stop();
}
