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
  /** Names have two lines. */
  readonly isNarrow: boolean;
  readonly boxes: readonly Box[];
  readonly lanes: readonly Lane[];
  readonly byKey: ReadonlyMap<string, Box>;
  readonly teams: ReadonlyMap<string, TeamRooms>;
  /** Below its box: who is with self-service, or between two attempts. */
  readonly channels: ReadonlyMap<string, Rectangle>;
  /** By the team that asked another department: where its contacts are meanwhile. */
  readonly departments: ReadonlyMap<string, Rectangle>;
}

/** Smaller, names need two lines. */
const leastScale = { along: 0.58, down: 0.68 } as const;
/** In a narrow window lanes stand close together. Smaller, nobody reads the names: the stage scrolls then. */
const narrow = { along: 0.32, down: 0.8, between: 12 } as const;
const headOfTeam = { usual: 44, narrow: 62 } as const;
const inset = 8;
const strip = 12;

/** Issue types stand still in a playback: only where contacts come in and where they go is shown. */
export const layoutOf = (plan: Plan, direction: Direction): BoardLayout =>
  boardLayout({ ...plan, issueTypes: [] }, direction);

export function stageOf(plan: Plan, layout: BoardLayout, room: number, isRtl: boolean): Stage {
  const fits = room / Math.max(1, layout.width);
  // Before its room is known the stage is as wide as it is read best.
  const isNarrow = room > 0 && fits < leastScale.along;
  const { width, lanes, boxes, down } = isNarrow ? closeTogether(layout, room) : asOnCanvas(layout, fits);
  const tall = <R extends Rectangle>(box: R): R => ({ ...box, y: box.y * down, height: box.height * down });
  const standing = boxes.map(tall);
  const byKey = new Map(standing.map((box) => [boxKey(box.kind, box.id), box]));
  const ofKind = (kind: Box['kind']) => standing.filter((box) => box.kind === kind);
  const head = isNarrow ? headOfTeam.narrow : headOfTeam.usual;
  return {
    width,
    height: layout.height * down + strip,
    isRtl,
    isNarrow,
    boxes: standing,
    lanes: lanes.map(tall),
    byKey,
    teams: new Map(ofKind('team').map((box) => [box.id, roomsOf(box, head, isRtl)])),
    channels: new Map(ofKind('channel').map((box) => [box.id, below(box)])),
    departments: departmentsByTeam(plan, byKey),
  };
}

/** A layout in pixels from side to side; `down` is still to be applied. */
interface Across extends Pick<BoardLayout, 'width' | 'lanes' | 'boxes'> {
  readonly down: number;
}

function asOnCanvas({ width, lanes, boxes }: BoardLayout, fits: number): Across {
  const along = Math.min(1, Math.max(leastScale.along, fits));
  const scaled = <R extends Rectangle>(box: R): R => ({
    ...box,
    x: box.x * along,
    width: box.width * along,
  });
  return {
    ...{ width: width * along, lanes: lanes.map(scaled), boxes: boxes.map(scaled) },
    down: Math.min(1, Math.max(leastScale.down, fits)),
  };
}

function closeTogether({ lanes, boxes }: BoardLayout, room: number): Across {
  const sorted = lanes.toSorted((one, other) => one.x - other.x);
  const content = sorted.reduce((sum, lane) => sum + lane.width, 0);
  const gaps = Math.max(1, sorted.length - 1);
  const wanted = (room - gaps * narrow.between) / Math.max(1, content);
  const along = Math.min(leastScale.along, Math.max(narrow.along, wanted));
  const between = Math.max(narrow.between, (room - along * content) / gaps);
  const moved = new Map<Lane, Lane>();
  let x = 0;
  for (const lane of sorted) {
    moved.set(lane, { ...lane, x, width: lane.width * along });
    x += lane.width * along + between;
  }
  return {
    width: Math.max(0, x - between),
    down: narrow.down,
    lanes: sorted.map((lane) => moved.get(lane) ?? lane),
    boxes: boxes.map((box) => {
      const lane = sorted.find((one) => box.x >= one.x && box.x < one.x + one.width);
      const start = lane === undefined ? 0 : (moved.get(lane)?.x ?? 0) - lane.x * along;
      return { ...box, x: start + box.x * along, width: box.width * along };
    }),
  };
}

const below = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + 4,
  y: y + height + 1,
  width: width - 8,
  height: strip - 2,
});

/** The line at the side where reading begins, the people behind it. */
function roomsOf({ x, y, width, height }: Rectangle, head: number, isRtl: boolean): TeamRooms {
  const gap = 8;
  const half = (width - 2 * inset - gap) / 2;
  const top = y + head;
  const size = { y: top, width: half, height: Math.max(8, height - head - 8) };
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
