// One picture of the stage, as spots: who stands where at an instant, and who is on the way. Made from the state of the trace
// alone, so that the same instant is always the same picture.

import { isSolved, kindOf, placeOf, teamOf } from '../../../core/playback/places.ts';
import type { Replay } from '../../../core/playback/replay.ts';
import type { Rectangle } from '../structure/layout.ts';
import { type Grid, gridOf, middleOf, type Spot, type Stage, spotOf } from './stage.ts';

export const tones = [
  'free',
  'busy',
  'outside',
  'waiting',
  'handled',
  'department',
  'solved',
  'lost',
] as const;
export type Tone = (typeof tones)[number];

export interface Mark extends Spot {
  readonly tone: Tone;
  /** Place in the list of the trace; -1: an agent. */
  readonly contact: number;
  /** 0..1. */
  readonly opacity: number;
}
export interface TeamCount {
  readonly team: string;
  readonly waiting: number;
  readonly busy: number;
  readonly onDuty: number;
}

/** What a team does at the instant of the replay. */
export function countsOf(replay: Replay): readonly TeamCount[] {
  const { trace, waiting, onDuty, busy, teamOfGroup } = replay;
  const counts = trace.teams.map((team, place) => ({
    team,
    waiting: waiting[place] ?? 0,
    busy: 0,
    onDuty: 0,
  }));
  for (const [group, team] of teamOfGroup.entries()) {
    const count = counts[team];
    if (count === undefined) continue;
    count.busy += busy[group] ?? 0;
    count.onDuty += onDuty[group] ?? 0;
  }
  return counts;
}

interface Room {
  readonly at: Rectangle;
  readonly grid: Grid;
  taken: number;
}

/**
 * All marks at the instant of the replay. For `travelSeconds` after a step a contact is on its way from where it was, and who
 * has left is still seen leaving; 0: nothing is on its way.
 */
export function marksOf(replay: Replay, stage: Stage, travelSeconds: number): readonly Mark[] {
  const { trace, present, places, before, movedAt, nowSeconds } = replay;
  const counts = countsOf(replay);
  const held = new Map<number, number>();
  for (const contact of present) {
    const place = places[contact] as number;
    held.set(place, (held.get(place) ?? 0) + 1);
  }
  const outsideOf = new Map<string, number>();
  for (const contact of present)
    if (kindOf(places[contact] as number) === 'outside') {
      const channel = trace.contacts[contact]?.channel ?? '';
      outsideOf.set(channel, (outsideOf.get(channel) ?? 0) + 1);
    }

  const rooms = new Map<string, Room | null>();
  const roomOf = (place: number, contact: number): Room | null => {
    const kind = kindOf(place);
    const channel = trace.contacts[contact]?.channel ?? '';
    const key = kind === 'outside' ? `channel ${channel}` : `place ${place}`;
    const known = rooms.get(key);
    if (known !== undefined) return known;
    const team = trace.teams[teamOf(place)] ?? '';
    const count = counts[teamOf(place)];
    const inside = held.get(place) ?? 0;
    const [at, most] =
      kind === 'line'
        ? [stage.teams.get(team)?.line, inside]
        : kind === 'agent'
          ? [stage.teams.get(team)?.agents, Math.max(inside, count?.onDuty ?? 0, count?.busy ?? 0)]
          : kind === 'department'
            ? [stage.departments.get(team), inside]
            : [stage.channels.get(channel), outsideOf.get(channel) ?? 1];
    const room = at === undefined || kind === 'away' ? null : { at, grid: gridOf(at, most), taken: 0 };
    rooms.set(key, room);
    return room;
  };

  const marks: Mark[] = [];
  for (const [place, count] of counts.entries()) {
    const at = stage.teams.get(count.team)?.agents;
    if (at === undefined) continue;
    const inside = held.get(placeOf('agent', place)) ?? 0;
    const most = Math.max(inside, count.onDuty, count.busy);
    const grid = gridOf(at, most);
    for (let seat = 0; seat < Math.max(count.onDuty, count.busy); seat += 1)
      marks.push({
        ...spotOf(at, grid, seat, stage.isRtl),
        tone: seat < count.busy ? 'busy' : 'free',
        contact: -1,
        opacity: 1,
      });
  }
  for (const contact of present) {
    const place = places[contact] as number;
    const room = roomOf(place, contact);
    if (room === null) continue;
    const goal = spotOf(room.at, room.grid, room.taken, stage.isRtl);
    room.taken += 1;
    const share = travelSeconds === 0 ? 1 : (nowSeconds - (movedAt[contact] as number)) / travelSeconds;
    const from = share >= 1 ? null : originOf(stage, replay, before[contact] as number, contact);
    marks.push({
      ...(from === null ? goal : between(from, goal, share)),
      tone: toneOf(place),
      contact,
      opacity: 1,
    });
  }
  if (travelSeconds > 0) marks.push(...leaving(replay, stage, travelSeconds));
  return marks;
}

const toneOf = (place: number): Tone => {
  const kind = kindOf(place);
  if (kind === 'line') return 'waiting';
  return kind === 'agent' ? 'handled' : kind === 'department' ? 'department' : 'outside';
};

/** Where a contact comes from: the middle of the room in which it was. */
function originOf(
  stage: Stage,
  { trace }: Replay,
  place: number,
  contact: number,
): { readonly x: number; readonly y: number } | null {
  const kind = kindOf(place);
  const team = trace.teams[teamOf(place)] ?? '';
  const channel = trace.contacts[contact]?.channel ?? '';
  const box =
    kind === 'line'
      ? stage.teams.get(team)?.line
      : kind === 'agent'
        ? stage.teams.get(team)?.agents
        : kind === 'department'
          ? stage.departments.get(team)
          : stage.byKey.get(`channel:${channel}`);
  return box === undefined ? null : middleOf(box);
}

/** A quick start and a soft arrival, bent like the arrows of the canvas. */
function between(from: { readonly x: number; readonly y: number }, to: Spot, share: number): Spot {
  const left = 1 - Math.max(0, share);
  const eased = 1 - left * left;
  const turn = eased * eased * (3 - 2 * eased);
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * turn,
    radius: Math.max(2, to.radius),
  };
}

function leaving(replay: Replay, stage: Stage, travelSeconds: number): readonly Mark[] {
  const { nowSeconds, places } = replay;
  return replay.goneSince(nowSeconds - travelSeconds).flatMap(({ contact, atSeconds }) => {
    const from = originOf(stage, replay, places[contact] as number, contact);
    if (from === null) return [];
    const share = (nowSeconds - atSeconds) / travelSeconds;
    const hasSolved = isSolved(replay.stepOf(contact));
    return [
      {
        x: from.x,
        y: from.y + (hasSolved ? -1 : 1) * share * 34,
        radius: 3.5,
        tone: hasSolved ? ('solved' as const) : ('lost' as const),
        contact,
        opacity: 1 - share,
      },
    ];
  });
}

/** The contact at a point; null where none is near. Later ones lie above. */
export function contactAt(marks: readonly Mark[], x: number, y: number): number | null {
  const reach = 8;
  let best: number | null = null;
  let nearest = reach * reach;
  for (const mark of marks) {
    if (mark.contact < 0) continue;
    const distance = (mark.x - x) * (mark.x - x) + (mark.y - y) * (mark.y - y);
    if (distance <= nearest) {
      nearest = distance;
      best = mark.contact;
    }
  }
  return best;
}
