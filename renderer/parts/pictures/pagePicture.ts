// Shapes of the page as the text of an SVG file: title and sentence above them, the type inside.
import type { PageShape, PageShapes } from './pageShapes.ts';
import { escaped, type PictureFont, svgHead, svgWords, tenth, textWidth } from './svgText.ts';

export interface PagePicture extends PageShapes {
  readonly title: string;
  readonly sentence: string;
  readonly isRtl: boolean;
}

const margin = 32;
const leastWidth = 560;
const titleLine = 30;
const sentenceLine = 24;
const gap = 20;
const ink = '#1f2433';
const pale = '#596072';

/** Example: one box of 100 by 20 is an SVG of 624 in width, with two `rect`: the ground and the box. */
export function pagePicture(picture: PagePicture, fonts: readonly PictureFont[]): string {
  const { title, sentence, isRtl, shapes } = picture;
  const room = Math.max(leastWidth, picture.width);
  const titles = wrapped(title, room, 20);
  const sentences = wrapped(sentence, room, 14);
  const top = margin + titles.length * titleLine + sentences.length * sentenceLine + gap;
  const width = room + 2 * margin;
  const height = top + picture.height + margin;
  const start = isRtl ? width - margin : margin;
  const shift = isRtl ? room - picture.width : 0;
  return [
    ...svgHead(title, { width, height, isRtl }, fonts),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...titles.map((line, at) =>
      svgWords(line, start, margin + 20 + at * titleLine, 20, 700, ink, isRtl, 'start'),
    ),
    ...sentences.map((line, at) =>
      svgWords(
        line,
        start,
        margin + titles.length * titleLine + 14 + at * sentenceLine,
        14,
        400,
        pale,
        isRtl,
        'start',
      ),
    ),
    `<g transform="translate(${margin + shift} ${top})">`,
    ...shapes.map(shapeMark),
    '</g>',
    '</svg>',
  ].join('\n');
}

/** In lines of no more than `room`; a single word may be longer. */
export function wrapped(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function shapeMark(shape: PageShape): string {
  const [x, y] = [tenth(shape.x), tenth(shape.y)];
  switch (shape.kind) {
    case 'box': {
      const { width, height, radius, fill, fillOpacity, stroke, strokeWidth } = shape;
      const look = `fill="${fill ?? 'none'}"${fill === null || fillOpacity === 1 ? '' : ` fill-opacity="${fillOpacity}"`}`;
      const edge = stroke === null ? '' : ` stroke="${stroke}" stroke-width="${strokeWidth}"`;
      return `<rect x="${x}" y="${y}" width="${tenth(width)}" height="${tenth(height)}" rx="${tenth(radius)}" ${look}${edge}/>`;
    }
    case 'words': {
      const { text, size, weight, colour, isRtl, isTabular } = shape;
      const digits = isTabular ? '' : ' style="font-variant-numeric:normal"';
      return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" direction="${isRtl ? 'rtl' : 'ltr'}"${digits}>${escaped(text)}</text>`;
    }
    case 'drawing': {
      const { isTurned, width, markup } = shape;
      const turn = isTurned ? ` translate(${tenth(width)} 0) scale(-1 1)` : '';
      return `<g transform="translate(${x} ${y})${turn}">${markup}</g>`;
    }
  }
}
