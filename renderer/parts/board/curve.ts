// The line of an arrow between two boxes, for the canvas and for the picture alike.
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A cubic curve: its ends and the points that bend it. */
export type Curve = readonly [Point, Point, Point, Point];

const leastBend = 36;
const loop = 56;

/**
 * From a side of the one box to a side of the other. `leave` and `enter` say at which height of the side, from 0 to 1. Boxes
 * above each other are joined by a bow on the side where reading ends.
 */
export function curveBetween(
  from: Rectangle,
  to: Rectangle,
  leave: number,
  enter: number,
  isRtl: boolean,
): Curve {
  const y1 = from.y + from.height * leave;
  const y2 = to.y + to.height * enter;
  const overlaps = from.x < to.x + to.width && to.x < from.x + from.width;
  if (overlaps) {
    const side = isRtl ? -1 : 1;
    const x1 = isRtl ? from.x : from.x + from.width;
    const x2 = isRtl ? to.x : to.x + to.width;
    const out = side > 0 ? Math.max(x1, x2) + loop : Math.min(x1, x2) - loop;
    return [
      { x: x1, y: y1 },
      { x: out, y: y1 },
      { x: out, y: y2 },
      { x: x2, y: y2 },
    ];
  }
  const toRight = to.x >= from.x + from.width;
  const x1 = toRight ? from.x + from.width : from.x;
  const x2 = toRight ? to.x : to.x + to.width;
  const bend = Math.max(leastBend, Math.abs(x2 - x1) / 2) * (toRight ? 1 : -1);
  return [
    { x: x1, y: y1 },
    { x: x1 + bend, y: y1 },
    { x: x2 - bend, y: y2 },
    { x: x2, y: y2 },
  ];
}

/** As the path of an SVG element, with whole pixels. */
export function curvePath([a, b, c, d]: Curve): string {
  const at = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;
  return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
}

/** The point at a share of the way. */
export function pointOn([a, b, c, d]: Curve, share: number): Point {
  const left = 1 - share;
  const mix = (of: (point: Point) => number): number =>
    left * left * left * of(a) +
    3 * left * left * share * of(b) +
    3 * left * share * share * of(c) +
    share * share * share * of(d);
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) };
}
