// What is wrong with a page as it is laid out: text that is cut off, text of another language, a page wider than its window.
import type { Page } from 'playwright-core';

/** Names and abbreviations that people use in Persian and Arabic too. */
const keys = ['Ctrl', 'Alt', 'Shift', 'Enter', 'Delete'];
const known = new Set(['SLA', 'OLA', 'JSON', 'json', 'Markdown', 'saff', 'English', ...keys]);

/** Latin words that stand in the page outside code, names of the plan and other isolated parts. */
export async function latinWords(page: Page): Promise<readonly string[]> {
  const words = await page.evaluate(() => {
    // What a person entered stands as it was entered, as it does in other fields.
    const isolated = 'code, kbd, bdi, style, script, [lang=en]:not(html), .mantine-Pill-label';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent !== null && parent.closest(isolated) === null)
        texts.push(walker.currentNode.textContent ?? '');
    }
    const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];
    for (const element of document.body.querySelectorAll(spoken.map((name) => `[${name}]`).join()))
      if (element.closest(`[aria-hidden=true], ${isolated}`) === null)
        texts.push(...spoken.map((name) => element.getAttribute(name) ?? ''));
    return texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
  });
  return words.filter((word) => !known.has(word));
}

/** Elements whose text is wider than they are and cut off, and fields too narrow for what they say. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts = 'h1, h2, h3, h4, p, th, td, dt, dd, li, button, label, strong, span, summary, text';
    const isCut = (element: Element): boolean =>
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    const cut = [...document.querySelectorAll(`main :is(${texts})`)].filter(
      (element) =>
        element.textContent?.trim() !== '' &&
        // What is said in full where one points at it may be short.
        !element.hasAttribute('title') &&
        getComputedStyle(element).overflowX === 'hidden' &&
        isCut(element),
    );
    const fields = [
      ...document.querySelectorAll(
        'main :is(input:not([type=checkbox], [type=radio], [type=range]), select)',
      ),
    ].filter((field) => isCut(field));
    return [...cut, ...fields].map((element) => {
      const says = element instanceof HTMLInputElement ? element.value : element.textContent;
      return `${says} (${element.scrollWidth} > ${element.clientWidth}): ${element.outerHTML.slice(0, 160)}`;
    });
  });

/** By how much the page is wider than its window. */
export const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens what is folded, and what is folded within. */
export async function unfold(page: Page): Promise<void> {
  // Folded parts make their fields, and further folded parts, when they are opened.
  for (let depth = 0; depth < 3; depth += 1) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('main details'))
        details.open = true;
    });
    await page.waitForTimeout(50);
  }
}
