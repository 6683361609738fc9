// The menus of the boxes on the board: everything that can be dragged or drawn, as a list of words.
import {
  IconArrowDown,
  IconArrowsJoin,
  IconArrowsSplit,
  IconArrowUp,
  IconHierarchy2,
  IconPencil,
  IconPlus,
  IconRoute,
  IconStack2,
  IconTag,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import type { Texts } from '../../text/TextProvider.tsx';
import type { Act } from './BoxMenu.tsx';
import { moveTier, removeTier, type Served } from './teamEdits.ts';
import type { Steps } from './useActs.ts';
import { type DrawnKind, drawnKinds } from './wayEdits.ts';

export interface Menus {
  readonly ofTeam: (team: Team) => readonly Act[];
  readonly ofTier: (tier: string) => readonly Act[];
  readonly ofServed: (kind: Served, id: string) => readonly Act[];
}

export function menusOf({ t, say }: Texts, plan: Plan, acts: Steps): Menus {
  const name = (
    list: readonly { readonly id: string; readonly name?: Text | undefined }[],
    id: string,
  ): string => say(list.find((part) => part.id === id)?.name) || id;
  const nameOf = (team: string): string => name(plan.teams, team);
  const tierName = (tier: string | undefined): string =>
    tier === undefined ? t('app.organisation.withoutTier') : name(plan.tiers, tier);
  const others = (team: string): Team[] => plan.teams.filter(({ id }) => id !== team);
  const each = (teams: readonly Team[], run: (id: string) => void): Act[] =>
    teams.map(({ id }) => ({ id, label: nameOf(id), run: () => run(id) }));
  const served = (kind: Served, team: Team): Act[] =>
    plan[kind].map(({ id }) => ({
      id,
      label: name(plan[kind], id),
      run: () => acts.serve(team.id, kind, id),
    }));
  const drawTo = (kind: DrawnKind, { id }: Team): Act[] =>
    kind === 'department'
      ? plan.departments.map((one) => ({
          id: one.id,
          label: name(plan.departments, one.id),
          run: () => acts.draw(id, one.id, kind),
        }))
      : each(others(id), (to) => acts.draw(id, to, kind));
  const splits = (team: Team): Act[] =>
    team.groups.length === 1
      ? [{ id: 'half', label: t('structure.menu.half'), run: () => acts.split(team.id, 'half') }]
      : team.groups.map((group) => ({
          id: group.id,
          label: say(group.name) || name(plan.roles, group.role ?? '') || group.id,
          run: () => acts.split(team.id, { groups: [group.id] }),
        }));

  return {
    ofTeam: (team) => [
      {
        id: 'details',
        label: t('structure.menu.details'),
        Icon: IconPencil,
        run: () => acts.choose({ kind: 'team', id: team.id }),
      },
      {
        id: 'move',
        label: t('structure.menu.move'),
        Icon: IconStack2,
        more: [...plan.tiers.map(({ id }) => id), undefined].map((tier) => ({
          id: tier ?? 'outside',
          label: tierName(tier),
          run: () => acts.moveTeam(team.id, tier),
        })),
      },
      { id: 'up', label: t('structure.menu.up'), Icon: IconArrowUp, run: () => acts.shiftTeam(team.id, -1) },
      {
        id: 'down',
        label: t('structure.menu.down'),
        Icon: IconArrowDown,
        run: () => acts.shiftTeam(team.id, 1),
      },
      {
        id: 'merge',
        label: t('structure.menu.merge'),
        Icon: IconArrowsJoin,
        more: each(others(team.id), (other) => acts.merge(team.id, other)),
      },
      { id: 'split', label: t('structure.menu.split'), Icon: IconArrowsSplit, more: splits(team) },
      { id: 'channels', label: t('structure.menu.channel'), Icon: IconRoute, more: served('channels', team) },
      {
        id: 'issueTypes',
        label: t('structure.menu.issueType'),
        Icon: IconTag,
        more: served('issueTypes', team),
      },
      ...drawnKinds.map((kind) => ({
        id: kind,
        label: t(`structure.menu.draw.${kind}`),
        Icon: IconRoute,
        more: drawTo(kind, team),
      })),
      {
        id: 'reportsTo',
        label: t('structure.menu.reportsTo'),
        Icon: IconHierarchy2,
        more: [
          ...each(others(team.id), (to) => acts.report(team.id, to)),
          { id: 'nobody', label: t('structure.nobody'), run: () => acts.report(team.id, undefined) },
        ],
      },
      {
        id: 'remove',
        label: t('structure.menu.remove'),
        Icon: IconTrash,
        isRemoval: true,
        run: () => acts.removeTeam(team.id),
      },
    ],
    ofTier: (tier) => [
      {
        id: 'details',
        label: t('structure.menu.details'),
        Icon: IconPencil,
        run: () => acts.choose({ kind: 'tier', id: tier }),
      },
      { id: 'addTeam', label: t('structure.menu.addTeam'), Icon: IconPlus, run: () => acts.addTeam(tier) },
      {
        id: 'earlier',
        label: t('structure.menu.earlier'),
        Icon: IconArrowUp,
        run: () => acts.give(moveTier(plan, tier, -1), t('structure.done.shifted', { team: tierName(tier) })),
      },
      {
        id: 'later',
        label: t('structure.menu.later'),
        Icon: IconArrowDown,
        run: () => acts.give(moveTier(plan, tier, 1), t('structure.done.shifted', { team: tierName(tier) })),
      },
      {
        id: 'remove',
        label: t('structure.menu.remove'),
        Icon: IconTrash,
        isRemoval: true,
        run: () => {
          acts.give(removeTier(plan, tier), t('structure.done.removed', { part: tierName(tier) }));
          acts.choose(null);
        },
      },
    ],
    ofServed: (kind, id) => [
      {
        id: 'give',
        label: t('structure.menu.give'),
        Icon: IconUsers,
        more: each(plan.teams, (team) => acts.serve(team, kind, id)),
      },
    ],
  };
}
