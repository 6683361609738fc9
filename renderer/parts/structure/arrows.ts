// The arrows of a layout: where each leaves and enters its boxes, and where its label stands free of boxes and other labels.
import type { Flow } from '../../../core/measures/evaluation.ts';
import type { ShortEvaluation } from '../../../core/measures/shortEvaluation.ts';
import type { Way, WayKind } from '../../../core/plan/ways.ts';
import type { Direction } from '../../../locales/settings.ts';
import { type Curve, curveBetween, pointOn, type Rectangle } from '../board/curve.ts';
import { type BoardLayout, type Box, boxKey } from './layout.ts';

export interface Arrow {
  readonly id: string;
  readonly way: Way;
  /** Keys of the boxes. */
  readonly from: string;
  readonly to: string;
  /** Heights at the sides of the boxes, 0 to 1. */
  readonly leave: number;
  readonly enter: number;
  /** Share of the way at which the label stands; null where it finds no free place. */
  readonly labelAt: number | null;
  /** Contacts a day; null where it is not known. */
  readonly perDay: number | null;
}

export const arrowId = ({ kind, from, to }: Pick<Way, 'kind' | 'from' | 'to'>): string =>
  `${kind}:${from}:${to}`;

/** The look of each kind: a colour of the theme, and a pattern, so that no kind is told by colour alone. */
export const arrowLooks = {
  arrival: { colour: '--line-strong', dash: '' },
  dispatch: { colour: '--line-strong', dash: '2 4' },
  overflow: { colour: '--chart-2', dash: '8 5' },
  functional: { colour: '--chart-1', dash: '' },
  hierarchical: { colour: '--chart-4', dash: '12 4 2 4' },
  department: { colour: '--chart-3', dash: '4 4' },
  moved: { colour: '--chart-2', dash: '2 5' },
} as const satisfies Readonly<Record<WayKind, { colour: string; dash: string }>>;

const labelPlaces = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78] as const;
const label = { width: 44, height: 20 };

/** Flows by the ends of their ways; what goes to departments is parted by the shares of the ways. */
function flowsBy(ways: readonly Way[], flows: readonly Flow[]): (way: Way) => number | null {
  const byEnds = new Map(
    flows.map((flow) => [`${flow.kind}:${flow.from}:${flow.to ?? ''}`, flow.contactsPerDay]),
  );
  const shares = new Map<string, number>();
  for (const { kind, from, share } of ways)
    if (kind === 'department') shares.set(from, (shares.get(from) ?? 0) + (share ?? 0));
  return (way) => {
    if (way.kind !== 'department') return byEnds.get(arrowId(way)) ?? null;
    const all = byEnds.get(`department:${way.from}:`);
    const sum = shares.get(way.from) ?? 0;
    return all === undefined || sum <= 0 ? null : (all * (way.share ?? 0)) / sum;
  };
}

/** All arrows of the ways between the boxes of the layout. */
export function arrowsOf(
  ways: readonly Way[],
  layout: BoardLayout,
  evaluation: ShortEvaluation | null,
  direction: Direction,
): readonly Arrow[] {
  const boxes = new Map(layout.boxes.map((box) => [boxKey(box.kind, box.id), box]));
  const perDay = flowsBy(ways, evaluation?.flows ?? []);
  const found = ways.flatMap((way) => {
    const from = boxKey(way.kind === 'arrival' ? 'channel' : 'team', way.from);
    const to = boxKey(way.kind === 'department' ? 'department' : 'team', way.to);
    const isDrawn = boxes.has(from) && boxes.has(to) && from !== to;
    return isDrawn ? [{ id: arrowId(way), way, from, to, perDay: perDay(way) }] : [];
  });
  const boxOf = (key: string): Box => boxes.get(key) as Box;
  const leave = portsOf(
    found,
    ({ from }) => from,
    ({ to }) => middle(boxOf(to)),
  );
  const enter = portsOf(
    found,
    ({ to }) => to,
    ({ from }) => middle(boxOf(from)),
  );
  const placed: Rectangle[] = [];
  return found.map((arrow, i) => {
    const ends = { leave: leave[i] ?? 0.5, enter: enter[i] ?? 0.5 };
    const curve = curveBetween(
      boxOf(arrow.from),
      boxOf(arrow.to),
      ends.leave,
      ends.enter,
      direction === 'rtl',
    );
    return { ...arrow, ...ends, labelAt: freePlace(curve, layout.boxes, placed) };
  });
}

const middle = ({ y, height }: Rectangle): number => y + height / 2;

/** Places along the side of a box for all that meets it there, in the order of the other ends. */
function portsOf<A>(
  arrows: readonly A[],
  boxOf: (arrow: A) => string,
  heightOf: (arrow: A) => number,
): number[] {
  const byBox = new Map<string, number[]>();
  arrows.forEach((arrow, i) => {
    const key = boxOf(arrow);
    byBox.set(key, [...(byBox.get(key) ?? []), i]);
  });
  const ports = arrows.map(() => 0.5);
  for (const at of byBox.values()) {
    const ordered = at.toSorted((a, b) => heightOf(arrows[a] as A) - heightOf(arrows[b] as A));
    ordered.forEach((arrow, place) => {
      ports[arrow] = (place + 1) / (ordered.length + 1);
    });
  }
  return ports;
}

function freePlace(curve: Curve, boxes: readonly Rectangle[], placed: Rectangle[]): number | null {
  for (const at of labelPlaces) {
    const { x, y } = pointOn(curve, at);
    const here = { x: x - label.width / 2, y: y - label.height / 2, ...label };
    if (boxes.some((box) => meet(box, here)) || placed.some((other) => meet(other, here))) continue;
    placed.push(here);
    return at;
  }
  return null;
}

const meet = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
