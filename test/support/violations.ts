// What axe finds on a page: every violation of WCAG 2.2 AA and of good practice.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
interface AxeWindow {
  readonly axe: {
    run: (options: unknown) => Promise<{ violations: readonly Violation[]; passes: readonly unknown[] }>;
  };
}

/** All violations of WCAG 2.2 AA, each with its elements, as text that says what to mend. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Not as a script element: the page's own policy refuses those.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() =>
    (window as unknown as AxeWindow).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
