// Words in pictures that leave the window: escaped, in their direction, with the type inside the file.

/** One file of the type, as base64 of WOFF2, with the characters that it has. */
export interface PictureFont {
  readonly base64: string;
  readonly range: string;
}

const family = 'Saff Picture';

/** Beginning of the file: its size, its name for screen readers, and its type. */
export const svgHead = (
  title: string,
  { width, height, isRtl }: { readonly width: number; readonly height: number; readonly isRtl: boolean },
  fonts: readonly PictureFont[],
): readonly string[] => [
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'${family}', Tahoma, sans-serif" direction="${isRtl ? 'rtl' : 'ltr'}">`,
  `<title>${escaped(title)}</title>`,
  `<style>${fonts.map(fontFace).join('')}text{font-variant-numeric:tabular-nums}</style>`,
];

const fontFace = ({ base64, range }: PictureFont): string =>
  `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`;

export function svgWords(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  colour: string,
  isRtl: boolean,
  anchor: 'start' | 'end',
): string {
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}" direction="${isRtl ? 'rtl' : 'ltr'}">${escaped(text)}</text>`;
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Characters that no XML file may hold are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** How wide words are about, on the wide side: the type is not at hand where pictures are written. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    if (/[\u200B-\u200F\u2066-\u2069\u064B-\u0652]/.test(letter)) continue;
    if (/\s/.test(letter)) width += 0.28;
    else if (/[0-9\u0660-\u0669\u06F0-\u06F9]/.test(letter)) width += 0.6;
    else if (/[\u0600-\u06FF]/.test(letter)) width += 0.56;
    else if (/[A-Z@%mwMW]/.test(letter)) width += 0.72;
    else if (/[.,:;'|·il]/.test(letter)) width += 0.3;
    else width += 0.57;
  }
  return width * size;
}

/** The words, or as many letters of them as there is room for. */
export function fittingText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  let end = letters.length;
  while (end > 1 && textWidth(`${letters.slice(0, end).join('')}…`, size) > room) end -= 1;
  return `${letters.slice(0, end).join('').trimEnd()}…`;
}
