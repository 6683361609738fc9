// Sets language, direction and colours on the document before anything is drawn, so that the page does not flash.

import { directionOf } from '../../locales/settings.ts';
import { preferencesStore } from '../state/preferences.ts';

export const colourSchemeKey = 'saff.colourScheme';

export function applyFirst(): void {
  const root = document.documentElement;
  const { language } = preferencesStore.getState();
  root.lang = language;
  root.dir = directionOf(language);
  let kept: string | null = null;
  try {
    kept = window.localStorage.getItem(colourSchemeKey);
  } catch {
    // Without storage the system's colours are taken.
  }
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute(
    'data-mantine-color-scheme',
    kept === 'dark' || kept === 'light' ? kept : isDark ? 'dark' : 'light',
  );
}
