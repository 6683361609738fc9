// What can be done with the boxes of the organisation, in words: for menus, keys and for what is dragged alike.
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Way } from '../../../core/plan/ways.ts';
import type { Edit } from '../../state/editSlice.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import type { Chosen } from './chosen.ts';
import { type Menus, menusOf } from './menus.ts';
import {
  addTeam,
  addTier,
  laneBeside,
  mergeTeams,
  moveTeam,
  removeTeam,
  reportTo,
  type Served,
  type SplitOff,
  serveBy,
  shiftTeam,
  splitTeam,
} from './teamEdits.ts';
import { type DrawnKind, drawWay, removeWay } from './wayEdits.ts';

/** Each one step of the history. */
export interface Steps {
  readonly choose: (chosen: Chosen | null) => void;
  readonly give: (edit: Edit, said?: string) => void;
  readonly refuse: (said: string) => void;
  readonly addTeam: (tier?: string) => void;
  readonly addTier: () => void;
  readonly moveTeam: (team: string, tier: string | undefined, before?: string) => void;
  readonly shiftTeam: (team: string, by: -1 | 1) => void;
  readonly moveBeside: (team: string, by: -1 | 1) => void;
  readonly removeTeam: (team: string) => void;
  readonly merge: (into: string, gone: string) => void;
  readonly split: (team: string, off: SplitOff) => void;
  readonly serve: (team: string, kind: Served, id: string) => void;
  readonly draw: (from: string, to: string, kind: DrawnKind) => void;
  readonly removeWay: (way: Way) => void;
  readonly redraw: (way: Way, kind: DrawnKind) => void;
  readonly report: (team: string, to: string | undefined) => void;
}

export interface Acts extends Steps, Menus {}

/** Says what has been done to who does not see it; `tell` has the words. */
export function useActs(
  plan: Plan,
  choose: (chosen: Chosen | null) => void,
  tell: (said: string) => void,
): Acts {
  const texts = useText();
  const { t, say, language } = texts;
  const edit = usePlanEdit();
  const name = (
    list: readonly { readonly id: string; readonly name?: Text | undefined }[],
    id: string,
  ): string => say(list.find((part) => part.id === id)?.name) || id;
  const nameOf = (team: string): string => name(plan.teams, team);
  const tierName = (tier: string | undefined): string =>
    tier === undefined ? t('app.organisation.withoutTier') : name(plan.tiers, tier);

  const movedTo = (team: string, tier: string | undefined): string =>
    t('structure.done.moved', { team: nameOf(team), tier: tierName(tier) });

  const give = (wanted: Edit, said?: string | (() => string)): void => {
    let given: readonly Command[] = [];
    const make = (now: Plan, document: Plan): readonly Command[] => {
      given = typeof wanted === 'function' ? wanted(now, document) : wanted;
      return given;
    };
    void edit(make).then((isSaved) => {
      if (isSaved && given.length > 0 && said !== undefined) tell(typeof said === 'function' ? said() : said);
    });
  };
  const addedId = (commands: readonly Command[]): string => {
    const [first] = commands;
    return first !== undefined && first.change === 'add' ? (first.value as { readonly id: string }).id : '';
  };

  const acts: Steps = {
    choose,
    give,
    refuse: tell,
    addTeam: (tier) => {
      const words = { [language]: t('structure.newTeam') };
      const commands = addTeam(plan, words, tier);
      give(commands, t('structure.done.added', { part: t('structure.newTeam') }));
      choose({ kind: 'team', id: addedId(commands) });
    },
    addTier: () => {
      const words = nameIn(language, t('structure.newTier', { number: plan.tiers.length + 1 }));
      const commands = addTier(plan, words);
      give(commands, t('structure.done.added', { part: say(words) }));
      choose({ kind: 'tier', id: addedId(commands) });
    },
    moveTeam: (team, tier, before) => give((now) => moveTeam(now, team, tier, before), movedTo(team, tier)),
    shiftTeam: (team, by) =>
      give((now) => shiftTeam(now, team, by), t('structure.done.shifted', { team: nameOf(team) })),
    moveBeside: (team, by) => {
      let to: ReturnType<typeof laneBeside> = null;
      const move = (now: Plan): readonly Command[] => {
        to = laneBeside(now, team, by);
        return to === null ? [] : moveTeam(now, team, to.tier);
      };
      give(move, () => movedTo(team, to?.tier));
    },
    removeTeam: (team) => {
      give(removeTeam(plan, team), t('structure.done.removed', { part: nameOf(team) }));
      choose(null);
    },
    merge: (into, gone) => {
      give(
        mergeTeams(plan, into, gone),
        t('structure.done.merged', { into: nameOf(into), team: nameOf(gone) }),
      );
      choose({ kind: 'team', id: into });
    },
    split: (team, off) => {
      const words = nameIn(language, t('structure.secondOf', { team: nameOf(team) }));
      const commands = splitTeam(plan, team, off, words);
      if (commands === undefined) return tell(t('structure.refused.split'));
      give(commands, t('structure.done.split', { team: nameOf(team) }));
    },
    serve: (team, kind, id) => {
      const commands = serveBy(plan, team, kind, id);
      const part = name(plan[kind], id);
      if (commands.length === 0) return tell(t('structure.refused.serves', { team: nameOf(team), part }));
      give((now) => serveBy(now, team, kind, id), t('structure.done.serves', { team: nameOf(team), part }));
    },
    draw: (from, to, kind) => {
      const commands = drawWay(plan, from, to, kind);
      if (commands === undefined) return tell(t('structure.refused.full', { team: nameOf(from) }));
      give(commands, t('structure.done.drawn'));
      choose({ kind: 'way', of: kind, from, to });
    },
    removeWay: (way) => {
      give(removeWay(plan, way), t('structure.done.arrowRemoved'));
      choose(null);
    },
    redraw: (way, kind) => {
      const away = removeWay(plan, way);
      const without = applyCommands(plan, away);
      if (!without.ok) return;
      const again = drawWay(without.value.document as Plan, way.from, way.to, kind);
      if (again === undefined) return tell(t('structure.refused.full', { team: nameOf(way.from) }));
      give([...away, ...again], t('structure.done.drawn'));
      choose({ kind: 'way', of: kind, from: way.from, to: way.to });
    },
    report: (team, to) =>
      give(
        reportTo(plan, team, to),
        to === undefined
          ? t('structure.done.reportsToNobody', { team: nameOf(team) })
          : t('structure.done.reports', { team: nameOf(team), to: nameOf(to) }),
      ),
  };

  return { ...acts, ...menusOf(texts, plan, acts) };
}
