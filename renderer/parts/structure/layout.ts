// Where the boxes of the organisation stand: what comes in at the start side, then the tiers as lanes from the first to the
// last, then who stands outside of them, then other departments. Positions are not part of a plan: they follow from it.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Direction } from '../../../locales/settings.ts';

export type BoxKind = 'channel' | 'issueType' | 'team' | 'department';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Box extends Rectangle {
  readonly kind: BoxKind;
  readonly id: string;
}
export type LaneKind = 'sources' | 'dispatch' | 'tier' | 'outside' | 'departments';
export interface Lane extends Rectangle {
  readonly kind: LaneKind;
  /** Of a tier, else the kind. */
  readonly id: string;
}
export interface BoardLayout {
  readonly boxes: readonly Box[];
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly height: number;
}

export const sizes = {
  team: { width: 256, height: 132 },
  channel: { width: 204, height: 40 },
  issueType: { width: 204, height: 40 },
  department: { width: 184, height: 56 },
} as const satisfies Readonly<Record<BoxKind, { width: number; height: number }>>;

export const boxKey = (kind: BoxKind, id: string): string => `${kind}:${id}`;

const padding = 16;
const head = 52;
const gap = 20;
const between = 88;
const leastRows = 5;

export interface LaneContent {
  readonly kind: LaneKind;
  readonly id: string;
  readonly boxes: readonly { readonly kind: BoxKind; readonly id: string }[];
}

const ofKind = (kind: BoxKind, list: readonly { readonly id: string }[]): LaneContent['boxes'] =>
  list.map(({ id }) => ({ kind, id }));

/** Who leads first contacts on stands before the first tier, who is in no tier behind the last. */
export function lanesOf(plan: Plan): readonly LaneContent[] {
  const tiers = new Set(plan.tiers.map(({ id }) => id));
  const dispatchers = new Set(plan.channels.map(({ dispatcher }) => dispatcher?.team));
  const outside = plan.teams.filter(({ tier }) => tier === undefined || !tiers.has(tier));
  const lanes: LaneContent[] = [
    {
      kind: 'sources',
      id: 'sources',
      boxes: [...ofKind('channel', plan.channels), ...ofKind('issueType', plan.issueTypes)],
    },
    {
      kind: 'dispatch',
      id: 'dispatch',
      boxes: ofKind(
        'team',
        outside.filter(({ id }) => dispatchers.has(id)),
      ),
    },
    ...plan.tiers.map(
      ({ id }): LaneContent => ({
        kind: 'tier',
        id,
        boxes: ofKind(
          'team',
          plan.teams.filter(({ tier }) => tier === id),
        ),
      }),
    ),
    {
      kind: 'outside',
      id: 'outside',
      boxes: ofKind(
        'team',
        outside.filter(({ id }) => !dispatchers.has(id)),
      ),
    },
    { kind: 'departments', id: 'departments', boxes: ofKind('department', plan.departments) },
  ];
  return lanes.filter(({ kind, boxes }) => kind === 'tier' || kind === 'outside' || boxes.length > 0);
}

/** Lanes and boxes, in the coordinates of the screen: in a text from right to left the first lane is the rightmost. */
export function boardLayout(plan: Plan, direction: Direction): BoardLayout {
  const boxes: Box[] = [];
  const lanes: Lane[] = [];
  let x = 0;
  for (const { kind, id, boxes: content } of lanesOf(plan)) {
    const size = sizes[content[0]?.kind ?? 'team'];
    const rows =
      kind === 'sources'
        ? Math.max(1, content.length)
        : Math.max(leastRows, Math.ceil(Math.sqrt(content.length * 1.6)));
    const columns = Math.max(1, Math.ceil(content.length / rows));
    const width = columns * size.width + (columns - 1) * gap + 2 * padding;
    content.forEach((box, i) => {
      const column = Math.floor(i / rows);
      boxes.push({
        ...box,
        ...size,
        x: x + padding + column * (size.width + gap),
        y: head + (i % rows) * (size.height + gap),
      });
    });
    lanes.push({ kind, id, x, y: 0, width, height: 0 });
    x += width + between;
  }
  const width = Math.max(0, x - between);
  const height = Math.max(...boxes.map((box) => box.y + box.height), head + sizes.team.height) + padding;
  const turned = <R extends Rectangle>(box: R): R =>
    direction === 'rtl' ? { ...box, x: width - box.x - box.width } : box;
  return {
    boxes: boxes.map(turned),
    lanes: lanes.map((lane) => turned({ ...lane, height })),
    width,
    height,
  };
}

const holds = ({ x, y, width, height }: Rectangle, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/** The lane over or under a point: lanes go on upwards and downwards without end. */
export const laneAt = (
  { lanes }: BoardLayout,
  at: { readonly x: number; readonly y: number },
): Lane | undefined =>
  lanes.find((lane) => at.x >= lane.x - between / 2 && at.x < lane.x + lane.width + between / 2);

export const boxAt = (
  { boxes }: BoardLayout,
  at: { readonly x: number; readonly y: number },
  except: string,
): Box | undefined => boxes.find((box) => boxKey(box.kind, box.id) !== except && holds(box, at));

/** The team of a lane before which a box that is let go at a height comes to stand; undefined: after all. */
export function teamBelow(
  { boxes }: BoardLayout,
  lane: Lane,
  at: { readonly x: number; readonly y: number },
  except: string,
) {
  return boxes.find(
    (box) =>
      box.kind === 'team' &&
      box.id !== except &&
      box.x + box.width > lane.x &&
      box.x < lane.x + lane.width &&
      Math.abs(box.x + box.width / 2 - at.x) < box.width / 2 + gap &&
      box.y + box.height / 2 > at.y,
  )?.id;
}
