// Marks onto the canvas. Round spots are painted once for each colour and size and then only copied: thousands of them fit
// into a frame, also without a graphics card.
import type { Mark, Tone } from './picture.ts';

export type Palette = Readonly<Record<Tone | 'ink' | 'pale' | 'ground' | 'ring', string>>;

const colours: Readonly<Record<keyof Palette, string>> = {
  free: '--line-strong',
  busy: '--chart-3',
  outside: '--line-strong',
  waiting: '--chart-2',
  handled: '--chart-3',
  department: '--chart-4',
  solved: '--kept',
  lost: '--missed',
  ink: '--mantine-color-text',
  pale: '--mantine-color-dimmed',
  ground: '--surface',
  ring: '--accent-text',
};

/** The colours that the theme has just now. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(colours).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as unknown as Palette;
}

type Sprites = Map<string, HTMLCanvasElement>;
const cache = new WeakMap<Palette, Sprites>();

export interface Pen {
  readonly context: CanvasRenderingContext2D;
  /** Pixels of the canvas in one of the page. */
  readonly fineness: number;
  readonly palette: Palette;
}

export function drawMarks({ context, fineness, palette }: Pen, marks: readonly Mark[]): void {
  let sprites = cache.get(palette);
  if (sprites === undefined) {
    sprites = new Map();
    cache.set(palette, sprites);
  }
  for (const { x, y, radius, tone, opacity } of marks) {
    const sprite = spriteOf(sprites, palette, tone, radius, fineness);
    const size = sprite.width / fineness;
    if (opacity < 1) context.globalAlpha = Math.max(0, opacity);
    context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
    if (opacity < 1) context.globalAlpha = 1;
  }
}

/** A ring around who is followed. */
export function drawRing({ context, palette }: Pen, { x, y, radius }: Mark): void {
  context.beginPath();
  context.arc(x, y, radius + 5, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = palette.ring;
  context.stroke();
}

function spriteOf(
  sprites: Sprites,
  palette: Palette,
  tone: Tone,
  radius: number,
  fineness: number,
): HTMLCanvasElement {
  const steps = Math.max(1, Math.round(radius * 4)) / 4;
  const key = `${tone} ${steps} ${fineness}`;
  const known = sprites.get(key);
  if (known !== undefined) return known;
  const sprite = document.createElement('canvas');
  const side = Math.ceil((2 * steps + 3) * fineness);
  sprite.width = side;
  sprite.height = side;
  const pen = sprite.getContext('2d');
  if (pen !== null) {
    pen.scale(fineness, fineness);
    const middle = side / fineness / 2;
    pen.beginPath();
    // People are rings, contacts are full: no kind is told by colour alone.
    if (tone === 'free' || tone === 'busy') {
      pen.arc(middle, middle, steps + 0.5, 0, 2 * Math.PI);
      pen.lineWidth = steps < 2 ? 0.6 : 1.2;
      pen.strokeStyle = palette[tone];
      pen.stroke();
      if (tone === 'busy') {
        pen.globalAlpha = 0.28;
        pen.fillStyle = palette.busy;
        pen.fill();
      }
    } else {
      pen.arc(middle, middle, tone === 'handled' ? steps * 0.72 : steps, 0, 2 * Math.PI);
      pen.fillStyle = palette[tone];
      pen.fill();
    }
  }
  sprites.set(key, sprite);
  return sprite;
}
