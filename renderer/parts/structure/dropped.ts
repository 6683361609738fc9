// What letting go of a box on the canvas comes to.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Point } from '../board/curve.ts';
import { type BoardLayout, boxAt, laneAt, teamBelow } from './layout.ts';
import { mergeTeams, moveTeam, serveBy } from './teamEdits.ts';

/** Where a box would go: onto a team, or into a lane before one of its teams. */
export type Drop =
  | {
      readonly kind: 'serve';
      readonly team: string;
      readonly list: 'channels' | 'issueTypes';
      readonly id: string;
    }
  | { readonly kind: 'merge'; readonly into: string; readonly gone: string }
  | {
      readonly kind: 'move';
      readonly team: string;
      readonly tier: string | undefined;
      readonly before: string | undefined;
    };

/** The parts of a box's key, such as `team:desk`. */
export const partsOf = (key: string): readonly [string, string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};

/** Undefined where nothing would happen. */
export function dropAt(layout: BoardLayout, key: string, at: Point): Drop | undefined {
  const [kind = '', id = ''] = partsOf(key);
  const over = boxAt(layout, at, key);
  if (kind === 'channel' || kind === 'issueType') {
    if (over?.kind !== 'team') return undefined;
    return { kind: 'serve', team: over.id, list: kind === 'channel' ? 'channels' : 'issueTypes', id };
  }
  if (kind !== 'team') return undefined;
  if (over?.kind === 'team') return { kind: 'merge', into: over.id, gone: id };
  const lane = laneAt(layout, at);
  if (lane === undefined || (lane.kind !== 'tier' && lane.kind !== 'outside')) return undefined;
  const tier = lane.kind === 'tier' ? lane.id : undefined;
  return { kind: 'move', team: id, tier, before: teamBelow(layout, lane, at, id) };
}

export function commandsOf(plan: Plan, drop: Drop): readonly Command[] {
  switch (drop.kind) {
    case 'serve':
      return serveBy(plan, drop.team, drop.list, drop.id);
    case 'merge':
      return mergeTeams(plan, drop.into, drop.gone);
    case 'move':
      return moveTeam(plan, drop.team, drop.tier, drop.before);
  }
}
