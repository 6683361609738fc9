// The next card in the direction of an arrow key, by where the cards stand on the screen.

/** Null where there is none on that side. */
export function neighbour(from: EventTarget & Element, key: string): HTMLElement | null {
  const here = middleOf(from);
  let best: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const card of from.closest('[data-board]')?.querySelectorAll<HTMLElement>('[data-card]') ?? []) {
    if (card === from) continue;
    const there = middleOf(card);
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const [along, across] =
      key === 'ArrowRight'
        ? [dx, dy]
        : key === 'ArrowLeft'
          ? [-dx, dy]
          : key === 'ArrowDown'
            ? [dy, dx]
            : [-dy, dx];
    if (along < 4) continue;
    const far = along + 2.5 * Math.abs(across);
    if (far < least) {
      least = far;
      best = card;
    }
  }
  return best;
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
