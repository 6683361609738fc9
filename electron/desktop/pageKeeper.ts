// Keeps the window's page alive: opens it, starts it anew when its process is gone, and asks the person when it does not
// answer. Nothing is lost by that: what was changed is in the library, and what was shown is shown again.
import type { BrowserWindow, Dialog } from 'electron';
import type { Language } from '../../locales/settings.ts';
import type { Translate } from '../../locales/translator.ts';
import type { ErrorLog } from '../host/errorLog.ts';
import { createCrashGuard } from './crashes.ts';
import { createMainWindow, pageAddress } from './mainWindow.ts';
import type { Shown } from './menu.ts';
import type { Wishes } from './wishes.ts';

export interface PageKeeper {
  readonly open: () => Promise<void>;
  readonly focus: () => void;
}

export interface PageKeeperParts {
  readonly settingsFolder: string;
  readonly asked: Language | undefined;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly wishes: Wishes;
  readonly now: () => number;
  readonly t: () => Translate;
  readonly shown: () => Shown;
  readonly log: ErrorLog;
}

export function createPageKeeper(parts: PageKeeperParts): PageKeeper {
  const { settingsFolder, asked, dialog, wishes, now, t, shown, log } = parts;
  let window: BrowserWindow | undefined;

  const load = async (address: string): Promise<void> => {
    try {
      await window?.loadURL(address);
    } catch (error) {
      log('page', error);
    }
  };

  const guard = createCrashGuard({
    now,
    startAnew: (how) => {
      if (window === undefined || window.isDestroyed()) return;
      wishes.dropCommands();
      wishes.add({ kind: 'recovered' });
      const { plan } = shown();
      if (how === 'asItWas' && plan !== null) wishes.add({ kind: 'plan', plan });
      // The page keeps the person's own language.
      void load(pageAddress(undefined));
    },
  });

  /** Waiting is always possible; starting anew loses nothing that was saved. */
  const askAboutSilence = async (): Promise<void> => {
    if (window === undefined) return;
    const answered = new AbortController();
    window.once('responsive', () => answered.abort());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t()('desktop.silent.title'),
      detail: t()('desktop.silent.detail'),
      buttons: [t()('desktop.silent.wait'), t()('desktop.silent.startAnew')],
      defaultId: 0,
      cancelId: 0,
      signal: answered.signal,
    });
    // Its end is the end of a page like any other, and is answered like it.
    if (response === 1) window.webContents.forcefullyCrashRenderer();
  };

  return {
    open: async () => {
      window = createMainWindow(settingsFolder);
      window.webContents.on('render-process-gone', (_event, { reason }) => guard(reason));
      window.on('unresponsive', () => void askAboutSilence());
      window.on('closed', () => {
        window = undefined;
      });
      await load(pageAddress(asked));
    },
    focus: () => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
  };
}
