// Where things stand on the stage: the boxes of the structure canvas in pixels, and in them rooms for those who wait and for
// those who work. Pure, so that what is drawn and what is clicked are the same.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { waysOf } from '../../../core/plan/ways.ts';
import type { Direction } from '../../../locales/settings.ts';
import {
  type BoardLayout,
  type Box,
  boardLayout,
  boxKey,
  type Lane,
  type Rectangle,
} from '../structure/layout.ts';

export interface TeamRooms {
  readonly line: Rectangle;
  readonly agents: Rectangle;
}
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly isRtl: boolean;
  readonly boxes: readonly Box[];
  readonly lanes: readonly Lane[];
  readonly byKey: ReadonlyMap<string, Box>;
  readonly teams: ReadonlyMap<string, TeamRooms>;
  /** Below its box: who is with self-service, or between two attempts. */
  readonly channels: ReadonlyMap<string, Rectangle>;
  /** By the team that asked another department: where its contacts are meanwhile. */
  readonly departments: ReadonlyMap<string, Rectangle>;
}

/** Smaller, nobody reads the names, and a line finds no room. */
const leastScale = { along: 0.58, down: 0.68 } as const;
const headOfTeam = 44;
const inset = 8;
const strip = 12;

/** Issue types stand still in a playback: only where contacts come in and where they go is shown. */
export const layoutOf = (plan: Plan, direction: Direction): BoardLayout =>
  boardLayout({ ...plan, issueTypes: [] }, direction);

export function stageOf(plan: Plan, layout: BoardLayout, room: number, isRtl: boolean): Stage {
  const fits = room / Math.max(1, layout.width);
  const along = Math.min(1, Math.max(leastScale.along, fits));
  const down = Math.min(1, Math.max(leastScale.down, fits));
  const scaled = <R extends Rectangle>(box: R): R => ({
    ...box,
    x: box.x * along,
    y: box.y * down,
    width: box.width * along,
    height: box.height * down,
  });
  const boxes = layout.boxes.map(scaled);
  const byKey = new Map(boxes.map((box) => [boxKey(box.kind, box.id), box]));
  const ofKind = (kind: Box['kind']) => boxes.filter((box) => box.kind === kind);
  return {
    width: layout.width * along,
    height: layout.height * down + strip,
    isRtl,
    boxes,
    lanes: layout.lanes.map(scaled),
    byKey,
    teams: new Map(ofKind('team').map((box) => [box.id, roomsOf(box, isRtl)])),
    channels: new Map(ofKind('channel').map((box) => [box.id, below(box)])),
    departments: departmentsByTeam(plan, byKey),
  };
}

const below = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + 4,
  y: y + height + 1,
  width: width - 8,
  height: strip - 2,
});

/** The line at the side where reading begins, the people behind it. */
function roomsOf({ x, y, width, height }: Rectangle, isRtl: boolean): TeamRooms {
  const gap = 8;
  const half = (width - 2 * inset - gap) / 2;
  const top = y + headOfTeam;
  const size = { y: top, width: half, height: Math.max(8, height - headOfTeam - 8) };
  const [first, second] = [x + inset, x + inset + half + gap];
  return {
    line: { ...size, x: isRtl ? second : first },
    agents: { ...size, x: isRtl ? first : second },
  };
}

/** Where several departments may have it, it is drawn between them: the trace does not say at which it is. */
function departmentsByTeam(plan: Plan, byKey: ReadonlyMap<string, Box>): Stage['departments'] {
  const asked = new Map<string, Box[]>();
  for (const { kind, from, to } of waysOf(plan)) {
    const box = kind === 'department' ? byKey.get(boxKey('department', to)) : undefined;
    if (box !== undefined) asked.set(from, [...(asked.get(from) ?? []), box]);
  }
  return new Map(
    [...asked].flatMap(([team, boxes]) => {
      const [first] = boxes;
      if (first === undefined) return [];
      const middle = boxes.reduce((sum, { y }) => sum + y, 0) / boxes.length;
      return [[team, below({ ...first, y: middle })] as const];
    }),
  );
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Radius. */
  readonly radius: number;
}
export interface Grid {
  readonly columns: number;
  readonly cell: number;
}

const largestCell = 11;
const leastCell = 2.4;

/** The largest cells with which so many find room; the last ones share the last place where there is none. */
export function gridOf({ width, height }: Rectangle, count: number): Grid {
  const most = Math.max(1, count);
  let cell = Math.min(largestCell, Math.max(leastCell, Math.sqrt((width * height) / most)));
  while (cell > leastCell && Math.floor(width / cell) * Math.floor(height / cell) < most) cell -= 0.4;
  cell = Math.max(leastCell, cell);
  return { columns: Math.max(1, Math.floor(width / cell)), cell };
}

/** The middle of a place of a room, counted from where reading begins, row by row. */
export function spotOf(room: Rectangle, { columns, cell }: Grid, place: number, isRtl: boolean): Spot {
  const rows = Math.max(1, Math.floor(room.height / cell));
  const shown = Math.min(place, columns * rows - 1);
  const along = ((shown % columns) + 0.5) * cell;
  return {
    x: isRtl ? room.x + room.width - along : room.x + along,
    y: room.y + (Math.floor(shown / columns) + 0.5) * cell,
    radius: cell * 0.4,
  };
}

export const middleOf = ({ x, y, width, height }: Rectangle): { readonly x: number; readonly y: number } => ({
  x: x + width / 2,
  y: y + height / 2,
});
