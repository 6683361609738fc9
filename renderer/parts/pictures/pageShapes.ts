// What stands in a part of the page, as shapes: boxes, words and drawings where the browser has laid them out, in the colours
// of paper. A picture of a chart is therefore the chart that is seen, without being drawn a second time.
import { paperColour } from './paperColour.ts';

interface At {
  readonly x: number;
  readonly y: number;
}
export type PageShape =
  | (At & {
      readonly kind: 'box';
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string | null;
      readonly fillOpacity: number;
      readonly stroke: string | null;
      readonly strokeWidth: number;
    })
  /** At the base line, where its reading begins. */
  | (At & {
      readonly kind: 'words';
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly colour: string;
      readonly isRtl: boolean;
      /** All digits have one width. */
      readonly isTabular: boolean;
    })
  | (At & {
      readonly kind: 'drawing';
      readonly width: number;
      readonly height: number;
      readonly isTurned: boolean;
      readonly markup: string;
    });

export interface PageShapes {
  readonly shapes: readonly PageShape[];
  readonly width: number;
  readonly height: number;
}

/** Not seen, or not part of what a picture is about: readings of the pointer, fields, what is for screen readers. */
const leftOut = '[data-no-picture], .recharts-tooltip-wrapper, input, select, textarea, script, style';
const copied = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  // Words with a halo: else it would lie over them.
  'paint-order',
  'fill-opacity',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** In light colours, whatever the window has: a picture is for paper and slides. */
export function pageShapes(part: HTMLElement): PageShapes {
  const root = document.documentElement;
  const scheme = root.getAttribute('data-mantine-color-scheme');
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  // Put back before the browser paints.
  root.setAttribute('data-mantine-color-scheme', 'light');
  try {
    const origin = part.getBoundingClientRect();
    const shapes: PageShape[] = [];
    for (const child of part.children) collect(child, origin, 1, shapes);
    const ends = shapes.map((shape) => endOf(shape));
    return {
      shapes,
      width: Math.ceil(Math.max(origin.width, ...ends.map(({ x }) => x))),
      height: Math.ceil(Math.max(0, ...ends.map(({ y }) => y))),
    };
  } finally {
    if (scheme !== null) root.setAttribute('data-mantine-color-scheme', scheme);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }
}

const endOf = (shape: PageShape): At =>
  shape.kind === 'words'
    ? { x: shape.x, y: shape.y + shape.size / 2 }
    : { x: shape.x + shape.width, y: shape.y + shape.height };

function collect(element: Element, origin: At, above: number, into: PageShape[]): void {
  if (element.matches(leftOut)) return;
  const style = getComputedStyle(element);
  const opacity = above * Number(style.opacity);
  const rect = element.getBoundingClientRect();
  if (style.display === 'none' || style.visibility === 'hidden' || opacity === 0) return;
  if (style.display !== 'contents' && rect.width <= 1 && rect.height <= 1 && style.overflow === 'hidden')
    return;
  if (element instanceof SVGSVGElement) {
    into.push(drawingOf(element, rect, origin, opacity));
    return;
  }
  into.push(...boxesOf(style, rect, origin, opacity));
  for (const node of element.childNodes) {
    if (node instanceof Text) into.push(...wordsOf(node, style, origin));
    else if (node instanceof Element) collect(node, origin, opacity, into);
  }
}

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Ground and border; a border on some sides only as thin boxes. */
function boxesOf(style: CSSStyleDeclaration, rect: DOMRect, origin: At, opacity: number): PageShape[] {
  const ground = paperColour(style.backgroundColor);
  const borders = sides.map((side) => ({
    width: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    colour: paperColour(style[`border${side}Color`]),
  }));
  const [first] = borders;
  const isFrame =
    first !== undefined &&
    first.width > 0 &&
    borders.every(({ width, colour }) => width === first.width && colour.hex === first.colour.hex);
  const [x, y] = [rect.left - origin.x, rect.top - origin.y];
  const found: PageShape[] = [];
  const hasStroke = isFrame && first.colour.opacity > 0;
  if (ground.opacity > 0 || hasStroke) {
    const edge = hasStroke ? first.width / 2 : 0;
    const radius = Number.parseFloat(style.borderStartStartRadius);
    const share = style.borderStartStartRadius.endsWith('%') ? (radius / 100) * rect.width : radius;
    found.push({
      kind: 'box',
      x: x + edge,
      y: y + edge,
      width: Math.max(0, rect.width - 2 * edge),
      height: Math.max(0, rect.height - 2 * edge),
      radius: Math.min(share || 0, rect.width / 2, rect.height / 2),
      fill: ground.opacity > 0 ? ground.hex : null,
      fillOpacity: ground.opacity * opacity,
      stroke: hasStroke ? first.colour.hex : null,
      strokeWidth: hasStroke ? first.width : 0,
    });
  }
  if (isFrame) return found;
  for (const [place, { width, colour }] of borders.entries()) {
    if (width === 0 || colour.opacity === 0) continue;
    const isLevel = place % 2 === 0;
    found.push({
      kind: 'box',
      x: place === 1 ? x + rect.width - width : x,
      y: place === 2 ? y + rect.height - width : y,
      width: isLevel ? rect.width : width,
      height: isLevel ? width : rect.height,
      radius: 0,
      fill: colour.hex,
      fillOpacity: colour.opacity * opacity,
      stroke: null,
      strokeWidth: 0,
    });
  }
  return found;
}

let pen: CanvasRenderingContext2D | null = null;

/** Each line of a text by itself, on its base line. */
function wordsOf(node: Text, style: CSSStyleDeclaration, origin: At): PageShape[] {
  const said = node.data;
  if (said.trim() === '') return [];
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return [];
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const ascent = pen.measureText('x').fontBoundingBoxAscent;
  const isRtl = style.direction === 'rtl';
  return linesOf(node).map(({ text, left, right, top }) => ({
    kind: 'words',
    text,
    x: (isRtl ? right : left) - origin.x,
    y: top + ascent - origin.y,
    size: Number.parseFloat(style.fontSize),
    weight: Number(style.fontWeight),
    colour: paperColour(style.color).hex,
    isRtl,
    isTabular: style.fontVariantNumeric.includes('tabular-nums'),
  }));
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly top: number;
}

function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [first] = rects;
    if (first === undefined) continue;
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.top - first.top) < first.height / 2) {
      line.text += ` ${word}`;
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    } else lines.push({ text: word, left, right, top: first.top });
  }
  return lines;
}

/** A drawing of the page with the looks that style sheets and themes give it written into it. */
function drawingOf(drawing: SVGSVGElement, rect: DOMRect, origin: At, opacity: number): PageShape {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [place, original] of originals.entries()) {
    const one = copies[place];
    if (one === undefined) continue;
    const style = getComputedStyle(original);
    for (const name of ['class', 'style', 'role', 'tabindex', 'aria-hidden', 'aria-label', 'focusable'])
      one.removeAttribute(name);
    for (const name of copied) {
      const value = style.getPropertyValue(name);
      if (value === '' || value === 'normal') continue;
      if ((name === 'fill' || name === 'stroke') && value !== 'none' && !value.startsWith('url')) {
        const colour = paperColour(value);
        one.setAttribute(name, colour.hex);
        if (colour.opacity < 1)
          one.setAttribute(
            `${name}-opacity`,
            String(colour.opacity * Number(style.getPropertyValue(`${name}-opacity`))),
          );
      } else if (!(name.endsWith('-opacity') && one.hasAttribute(name))) one.setAttribute(name, value);
    }
  }
  copy.setAttribute('x', '0');
  copy.setAttribute('y', '0');
  copy.setAttribute('width', String(rect.width));
  copy.setAttribute('height', String(rect.height));
  copy.setAttribute('overflow', 'visible');
  copy.setAttribute('opacity', String(opacity));
  copy.setAttribute('direction', getComputedStyle(drawing).direction);
  return {
    kind: 'drawing',
    x: rect.left - origin.x,
    y: rect.top - origin.y,
    width: rect.width,
    height: rect.height,
    isTurned: getComputedStyle(drawing).transform.startsWith('matrix(-1'),
    markup: new XMLSerializer().serializeToString(copy),
  };
}
