// What the desktop's menu and the system ask of the window, and what the menu is told of it. In a browser there is neither.
import type { MenuCommand, Shell, Wish } from '../../core/contract/shellMethods.ts';
import type { Language } from '../../locales/settings.ts';
import { byLastUse, recentlyOpened } from './recent.ts';
import type { Session, SessionStore, SliceParts } from './session.ts';
import { printShown, saveShownPdf } from './usePrinting.ts';

export interface MenuSlice {
  /** True from the menu's wish for another name until the name can be typed. */
  readonly renameAsked: boolean;
  readonly noteRenameAsked: () => void;
  /** True where this page took the place of one that had stopped. */
  readonly recovered: boolean;
  readonly dismissRecovered: () => void;
  /** By the dialog of the desktop; false where there is none. */
  readonly chooseFile: () => Promise<boolean>;
  readonly command: (command: MenuCommand) => Promise<void>;
  readonly grant: (wish: Wish) => Promise<void>;
}

export function createMenu({ platform, set, get }: SliceParts): MenuSlice {
  const onKept = (work: (plan: string) => Promise<unknown>): Promise<unknown> => {
    const kept = get().open?.kept;
    return kept ? work(kept.plan) : Promise.resolve();
  };
  const commands: Readonly<Record<MenuCommand, () => unknown>> = {
    library: () => get().closePlan(),
    open: () => get().chooseFile(),
    export: () => onKept((plan) => get().exportPlan(plan, false)),
    exportBundle: () => onKept((plan) => get().exportPlan(plan, true)),
    rename: () => onKept(async () => set({ renameAsked: true })),
    undo: () => stepBack('undo', get()),
    redo: () => stepBack('redo', get()),
    print: () => printShown(get()),
    pdf: () => saveShownPdf(get()),
  };
  return {
    renameAsked: false,
    noteRenameAsked: () => set({ renameAsked: false }),
    recovered: false,
    dismissRecovered: () => set({ recovered: false }),
    chooseFile: async () => {
      if (platform.shell === null) return false;
      const reply = await platform.shell.call('shell.openFile', {});
      if (!reply.ok) set({ notice: reply.failure });
      else if (reply.value !== null) {
        const { name, text } = reply.value;
        await get().openFile({ name, text: async () => text });
      }
      return true;
    },
    command: async (command) => void (await commands[command]()),
    grant: async (wish) => {
      switch (wish.kind) {
        case 'command':
          return get().command(wish.command);
        case 'file':
          return get().openFile({ name: wish.name, text: async () => wish.text });
        case 'plan':
          return get().openPlan(wish.plan);
        case 'failure':
          return set({ notice: wish.failure });
        case 'recovered':
          return set({ recovered: true });
      }
    },
  };
}

/** Whether the person is typing, so that undo means the letters and not the plan. */
export const isTyping = (): boolean => {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLTextAreaElement ||
    (activeElement instanceof HTMLInputElement && activeElement.type === 'text')
  );
};

/** By menu the focus may stand in a field: then its own letters are meant, as with the keys. */
function stepBack(step: 'undo' | 'redo', session: Session): unknown {
  return isTyping() ? document.execCommand(step) : session[step]();
}

const mostRecent = 8;
const pauseMs = 2_000;

/** Grants the desktop's wishes one after another, and keeps its menu up to date, until the signal. */
export function followShell(
  store: SessionStore,
  shell: Shell,
  language: Language,
  signal: AbortSignal,
): () => void {
  let told = '';
  const tell = (): void => {
    const { open, plans } = store.getState();
    const shown = {
      language,
      plan: open?.kept?.plan ?? null,
      undo: open?.kept?.undo !== null && open?.kept?.undo !== undefined,
      redo: open?.kept?.redo !== null && open?.kept?.redo !== undefined,
      recent: byLastUse(plans ?? [], recentlyOpened())
        .slice(0, mostRecent)
        .map(({ plan, name }) => ({ plan, name })),
    };
    const text = JSON.stringify(shown);
    if (text === told) return;
    told = text;
    void shell.call('shell.show', shown);
  };
  tell();
  const stop = store.subscribe(tell);
  void (async () => {
    let after = -1;
    while (!signal.aborted) {
      const reply = await shell.call('shell.next', { after });
      if (signal.aborted) return;
      if (!reply.ok) {
        await new Promise((settle) => setTimeout(settle, pauseMs));
        continue;
      }
      after = reply.value.sequence;
      for (const wish of reply.value.wishes) await store.getState().grant(wish);
    }
  })();
  return stop;
}
