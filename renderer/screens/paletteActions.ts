// What the command palette offers: everything that can be done without pointing at something.
import { useMemo } from 'react';
import { matches } from '../../core/plan/foldText.ts';
import { languages } from '../../locales/settings.ts';
import { useNeedsPlan, useNewPlan } from '../parts/useNewPlan.ts';
import { preferencesStore } from '../state/preferences.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { usePrinting } from '../state/usePrinting.ts';
import { useText } from '../text/TextProvider.tsx';
import { planScreens } from './planScreens.ts';

export interface PaletteAction {
  readonly id: string;
  readonly group: 'goTo' | 'do' | 'plans' | 'show';
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** The actions that make sense now, in the order in which they are shown. */
export function usePaletteActions(onShortcuts: () => void): readonly PaletteAction[] {
  const { t, say } = useText();
  const newPlan = useNewPlan();
  const fromNeeds = useNeedsPlan();
  const open = useSession((session) => session.open);
  const plans = useSession((session) => session.plans);
  const samples = useSession((session) => session.samples);
  const { goTo, closePlan, undo, redo, openPlan, openSample, exportPlan } = useSession((session) => session);
  const { print } = usePrinting();
  return useMemo(() => {
    const kept = open?.kept ?? null;
    const screens = planScreens
      .filter((entry) => open !== null && (kept !== null || !('edits' in entry)))
      .map(({ id }) => ({
        id: `screen-${id}`,
        group: 'goTo' as const,
        label: t(`app.screens.${id}`),
        run: () => goTo(id),
      }));
    const ofPlan: readonly (PaletteAction | false)[] = [
      open !== null && {
        id: 'library',
        group: 'goTo',
        label: t('app.library.title'),
        run: closePlan,
      },
      kept !== null &&
        kept.undo !== null && {
          id: 'undo',
          group: 'do',
          label: t('app.plan.undo'),
          keys: 'Ctrl Z',
          run: () => void undo(),
        },
      kept !== null &&
        kept.redo !== null && {
          id: 'redo',
          group: 'do',
          label: t('app.plan.redo'),
          keys: 'Ctrl Shift Z',
          run: () => void redo(),
        },
      kept !== null && {
        id: 'export',
        group: 'do',
        label: t('app.library.export'),
        run: () => void exportPlan(kept.plan, false),
      },
      open !== null && { id: 'print', group: 'do', label: t('app.plan.print'), run: print },
    ];
    const always: readonly PaletteAction[] = [
      {
        id: 'new',
        group: 'do',
        label: t('app.library.newPlan'),
        run: newPlan,
      },
      { id: 'needs', group: 'do', label: t('needs.start.title'), run: () => fromNeeds() },
      { id: 'shortcuts', group: 'show', label: t('app.palette.shortcuts'), keys: '?', run: onShortcuts },
      ...languages.map((language) => ({
        id: `language-${language}`,
        group: 'show' as const,
        label: t.dynamic('languages.ownName', language),
        run: () => preferencesStore.getState().setLanguage(language),
      })),
    ];
    const toOpen: readonly PaletteAction[] = [
      ...(plans ?? []).map(({ plan, name }) => ({
        id: `plan-${plan}`,
        group: 'plans' as const,
        label: say(name),
        run: () => void openPlan(plan),
      })),
      ...(samples ?? []).map(({ id, name }) => ({
        id: `sample-${id}`,
        group: 'plans' as const,
        label: t('app.palette.sample', { name: say(name) }),
        run: () => void openSample(id),
      })),
    ];
    return [...screens, ...ofPlan.filter((action) => action !== false), ...always, ...toOpen];
  }, [
    open,
    plans,
    samples,
    t,
    say,
    goTo,
    closePlan,
    undo,
    redo,
    openPlan,
    openSample,
    newPlan,
    fromNeeds,
    exportPlan,
    print,
    onShortcuts,
  ]);
}

/** Those whose words hold every word that was typed, however it is spelt. */
export function foundActions(actions: readonly PaletteAction[], typed: string): readonly PaletteAction[] {
  const words = typed.split(/\s+/).filter((word) => word !== '');
  return actions.filter(({ label }) => words.every((word) => matches(label, word)));
}
