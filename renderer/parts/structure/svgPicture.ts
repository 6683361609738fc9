// A picture as the text of an SVG file: boxes, arrows and words in either direction, with the type inside, so that it looks
// the same wherever it is opened.
import { type Curve, curvePath, pointOn, type Rectangle } from '../board/curve.ts';
import { escaped, fittingText, type PictureFont, svgHead, svgWords, tenth } from '../pictures/svgText.ts';

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

const margin = 32;
const titleSpace = 56;
const legendLine = 26;
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
    svgWords(title, start, margin + 22, 22, 700, ink, isRtl, 'start'),
    `<g transform="translate(${margin} ${margin + titleSpace})">`,
    ...grounds.map((box) => boxMarks(box, isRtl)),
    ...lines.map(lineMarks),
    ...boxes.map((box) => boxMarks(box, isRtl)),
    // Numbers last: no box may hide them.
    ...lines.map(labelMarks),
    '</g>',
    ...legendMarks(legend, isRtl, whole),
  ];
  return [...svgHead(title, { ...whole, isRtl }, fonts), ...body, '</svg>'].join('\n');
}

function boxMarks(box: PictureBox, isRtl: boolean): string {
  const { x, y, width, height, fill, stroke, dash, radius, texts } = box;
  const pattern = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
  const frame = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"${pattern}/>`;
  const marks = texts.map((one) => {
    const room = (width - 2 * inset) * (one.share ?? 1);
    const atRight = isRtl !== (one.atEnd === true);
    const at = atRight ? x + width - inset : x + inset;
    const fitted = fittingText(one.text, room, one.size);
    return svgWords(
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
  const y = tenth(end.y);
  const point = `M${end.x} ${y}l${-back} -4v8Z`;
  return `<path d="${curvePath(curve)}" fill="none" stroke="${colour}" stroke-width="1.5"${pattern}/><path d="${point}" fill="${colour}"/>`;
}

function labelMarks({ curve, colour, label, labelAt }: PictureLine): string {
  if (label === null) return '';
  const { x, y } = pointOn(curve, labelAt);
  return `<text x="${tenth(x)}" y="${tenth(y + 4)}" font-size="12" font-weight="600" text-anchor="middle" fill="${colour}" stroke="${paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escaped(label)}</text>`;
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
      svgWords(fittingText(name, 190, 13), at, y, 13, 400, ink, isRtl, 'start')
    );
  });
}
