// A colour as every program reads it: six hexadecimal digits and an opacity beside them.

export interface PaperColour {
  readonly hex: string;
  /** 0..1. */
  readonly opacity: number;
}

const hexOf = (parts: readonly number[]): string =>
  `#${parts
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/**
 * From what a browser calculates: `rgb(58, 86, 196)`, `rgba(0, 0, 0, 0.5)`, `color(srgb 0.2 0.3 0.4 / 0.5)`; black for
 * anything else. Example: `rgba(255, 0, 0, 0.5)` is `#ff0000` at 0.5.
 */
export function paperColour(calculated: string): PaperColour {
  const numbers = calculated.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  if (calculated.startsWith('color(srgb'))
    return { hex: hexOf([red * 255, green * 255, blue * 255]), opacity };
  return calculated.startsWith('rgb')
    ? { hex: hexOf([red, green, blue]), opacity }
    : { hex: '#000000', opacity: calculated === 'transparent' ? 0 : 1 };
}
