// What axe finds on a page: every violation of WCAG 2.2 AA and of good practice.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly failureSummary: string;
    readonly target: readonly string[];
  }[];
}
interface AxeWindow {
  readonly axe: {
    run: (
      ...options: readonly unknown[]
    ) => Promise<{ violations: readonly Violation[]; passes: readonly unknown[] }>;
  };
}

/** All violations of WCAG 2.2 AA, each with its elements, as text that says what to mend. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Not as a script element: the page's own policy refuses those.
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(async () => {
    const found = await (window as unknown as AxeWindow).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // All rules look at all elements; of what they pass, only that they do is told: a page has thousands.
      resultTypes: ['violations'],
    });
    return { violations: found.violations, passes: found.passes.length };
  });
  expect(passes).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { id, nodes } of violations)
    for (const { html, failureSummary, target } of nodes)
      if (id !== 'target-size' || (await isSmall(page, target[0] ?? '')))
        found.push(`${id}: ${html.slice(0, 200)} ${failureSummary}`);
  return found;
}

/** A target that the strip at the edge half covers is looked at once more in the middle of the page. */
const isSmall = (page: Page, target: string): Promise<boolean> =>
  page.evaluate(async (selector) => {
    const element = document.querySelector(selector);
    if (element === null) return true;
    const before = window.scrollY;
    element.scrollIntoView({ block: 'center' });
    const { violations } = await (window as unknown as AxeWindow).axe.run(element, {
      runOnly: ['target-size'],
    });
    window.scrollTo(0, before);
    return violations.length > 0;
  }, target);
