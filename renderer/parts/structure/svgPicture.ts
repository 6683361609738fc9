// A picture as the text of an SVG file: boxes, arrows and words in either direction, with the type inside, so that it looks
// the same wherever it is opened.
import { type Curve, curvePath, pointOn, type Rectangle } from '../board/curve.ts';

export interface PictureText {
  readonly text: string;
  /** Base line, from the top of the box. */
  readonly y: number;
  readonly size: number;
  readonly isStrong?: boolean;
  readonly colour: string;
  /** At the side where a line ends. */
  readonly atEnd?: boolean;
  /** Part of the width of the box that it may take. */
  readonly share?: number;
}
export interface PictureBox extends Rectangle {
  readonly fill: string;
  readonly stroke: string;
  readonly dash?: string;
  readonly radius: number;
  readonly texts: readonly PictureText[];
}
export interface PictureLine {
  readonly curve: Curve;
  readonly colour: string;
  readonly dash: string;
  readonly label: string | null;
  readonly labelAt: number;
}
export interface Picture {
  readonly title: string;
  readonly isRtl: boolean;
  readonly width: number;
  readonly height: number;
  readonly grounds: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
  readonly boxes: readonly PictureBox[];
  /** What the arrows mean. */
  readonly legend: readonly { readonly colour: string; readonly dash: string; readonly name: string }[];
}

/** One file of the type, as base64 of WOFF2, with the characters that it has. */
export interface PictureFont {
  readonly base64: string;
  readonly range: string;
}

const margin = 32;
const titleSpace = 56;
const legendLine = 26;
const family = 'Saff Picture';
const inset = 12;
const ink = '#1f2433';
const paper = '#ffffff';

/** Example: a picture of one box with the words 'Chat' is an SVG with one `rect` more than its ground, and one `text` more. */
export function svgPicture(picture: Picture, fonts: readonly PictureFont[]): string {
  const { title, isRtl, width, height, grounds, lines, boxes, legend } = picture;
  const whole = {
    width: width + 2 * margin,
    height: height + 2 * margin + titleSpace + legendSpace(picture),
  };
  const start = isRtl ? whole.width - margin : margin;
  const body = [
    `<rect width="${whole.width}" height="${whole.height}" fill="${paper}"/>`,
    words(title, start, margin + 22, 22, 700, ink, isRtl, 'start'),
    `<g transform="translate(${margin} ${margin + titleSpace})">`,
    ...grounds.map((box) => boxMarks(box, isRtl)),
    ...lines.map(lineMarks),
    ...boxes.map((box) => boxMarks(box, isRtl)),
    // Numbers last: no box may hide them.
    ...lines.map(labelMarks),
    '</g>',
    ...legendMarks(legend, isRtl, whole),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="'${family}', Tahoma, sans-serif" direction="${isRtl ? 'rtl' : 'ltr'}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${fonts.map(fontFace).join('')}text{font-variant-numeric:tabular-nums}</style>`,
    ...body,
    '</svg>',
  ].join('\n');
}

const fontFace = ({ base64, range }: PictureFont): string =>
  `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`;

function boxMarks(box: PictureBox, isRtl: boolean): string {
  const { x, y, width, height, fill, stroke, dash, radius, texts } = box;
  const pattern = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
  const frame = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"${pattern}/>`;
  const marks = texts.map((one) => {
    const room = (width - 2 * inset) * (one.share ?? 1);
    const atRight = isRtl !== (one.atEnd === true);
    const at = atRight ? x + width - inset : x + inset;
    const fitted = fittingText(one.text, room, one.size);
    return words(
      fitted,
      at,
      y + one.y,
      one.size,
      one.isStrong === true ? 650 : 400,
      one.colour,
      isRtl,
      one.atEnd === true ? 'end' : 'start',
    );
  });
  return frame + marks.join('');
}

function lineMarks({ curve, colour, dash }: PictureLine): string {
  const [, , bend, end] = curve;
  const back = Math.sign(end.x - bend.x) * 7;
  const pattern = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const y = round(end.y);
  const point = `M${end.x} ${y}l${-back} -4v8Z`;
  return `<path d="${curvePath(curve)}" fill="none" stroke="${colour}" stroke-width="1.5"${pattern}/><path d="${point}" fill="${colour}"/>`;
}

function labelMarks({ curve, colour, label, labelAt }: PictureLine): string {
  if (label === null) return '';
  const { x, y } = pointOn(curve, labelAt);
  return `<text x="${round(x)}" y="${round(y + 4)}" font-size="12" font-weight="600" text-anchor="middle" fill="${colour}" stroke="${paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(label)}</text>`;
}

const perLine = (width: number): number => Math.max(1, Math.floor((width + margin) / 240));
const legendSpace = ({ legend, width }: Picture): number =>
  legend.length === 0 ? 0 : 16 + Math.ceil(legend.length / perLine(width)) * legendLine;

function legendMarks(
  legend: Picture['legend'],
  isRtl: boolean,
  whole: { readonly width: number; readonly height: number },
): string[] {
  const columns = perLine(whole.width - 2 * margin);
  const top = whole.height - margin - Math.ceil(legend.length / columns) * legendLine + 16;
  return legend.map(({ colour, dash, name }, i) => {
    const along = margin + (i % columns) * 240;
    const y = top + Math.floor(i / columns) * legendLine;
    const line = isRtl ? [whole.width - along, whole.width - along - 32] : [along, along + 32];
    const at = isRtl ? whole.width - along - 42 : along + 42;
    const pattern = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    return (
      `<path d="M${line[0]} ${y - 4}H${line[1]}" stroke="${colour}" stroke-width="2" fill="none"${pattern}/>` +
      words(fittingText(name, 190, 13), at, y, 13, 400, ink, isRtl, 'start')
    );
  });
}

function words(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  colour: string,
  isRtl: boolean,
  anchor: 'start' | 'end',
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}" direction="${isRtl ? 'rtl' : 'ltr'}">${escaped(text)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Characters that no XML file may hold are left out. */
const escaped = (text: string): string =>
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
