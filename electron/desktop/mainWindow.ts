// The window: its safe settings, its place on the screen, and the page in it.
import { fileURLToPath } from 'node:url';
import { BrowserWindow, screen } from 'electron';
import type { Language } from '../../locales/settings.ts';
import { pageOrigin } from './pageOrigin.ts';
import { keepPlace, placeOn, readPlace } from './windowPlace.ts';

export const webPreferences = {
  preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const;

/** The address of the page. `language`: the one asked for at the start; without it the page keeps the person's own choice. */
export const pageAddress = (language: Language | undefined): string =>
  `${pageOrigin}/${language === undefined ? '' : `?lang=${language}`}`;

/** Not yet loaded, so that whoever opens it can listen first. */
export function createMainWindow(dataFolder: string): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const workAreas = [primary, ...others].map(({ workArea }) => workArea);
  const { maximised, ...bounds } = placeOn(readPlace(dataFolder), workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences,
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    keepPlace(dataFolder, { ...window.getNormalBounds(), maximised: window.isMaximized() });
    // What was typed and not given yet is on the disk, too, before the program ends.
    window.webContents.session.flushStorageData();
  });
  return window;
}
