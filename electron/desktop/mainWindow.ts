// The window: its safe settings, its place on the screen, and the page in it.
import { fileURLToPath } from 'node:url';
import { BrowserWindow } from 'electron';
import type { Language } from '../../locales/settings.ts';
import { pageOrigin } from './pageOrigin.ts';
import { keepPlace, readPlace } from './windowPlace.ts';

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

/** `language`: the one asked for at the start; without it the page keeps the person's own choice. */
export async function openMainWindow(
  dataFolder: string,
  language: Language | undefined,
): Promise<BrowserWindow> {
  const { maximised, ...bounds } = readPlace(dataFolder);
  const window = new BrowserWindow({ ...bounds, minWidth: 640, minHeight: 480, show: false, webPreferences });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () =>
    keepPlace(dataFolder, { ...window.getNormalBounds(), maximised: window.isMaximized() }),
  );
  await window.loadURL(`${pageOrigin}/${language === undefined ? '' : `?lang=${language}`}`);
  return window;
}
