// What a person has chosen about the display, kept on this machine.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Calendar, type Digits, isLanguage, type Language } from '../../locales/settings.ts';
import { type ChosenRegion, type Preferences, readPreferences } from './readPreferences.ts';

interface PreferencesStore extends Preferences {
  readonly setLanguage: (language: Language) => void;
  readonly setDigits: (digits: Digits) => void;
  readonly setCalendar: (calendar: Calendar | 'plan') => void;
  readonly setRegion: (part: ChosenRegion) => void;
}

const storageKey = 'saff.preferences';

/** The language that the browser asks for, where it is one of ours. */
function browserLanguage(): Language {
  for (const name of navigator.languages) {
    const language = name.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The language that the start asked for. It leaves the address at once, so that a later choice outlives a reload. */
function takeAskedLanguage(): Language | undefined {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get('lang') ?? '';
  if (!isLanguage(asked)) return undefined;
  address.searchParams.delete('lang');
  window.history.replaceState(window.history.state, '', address);
  return asked;
}

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function keep({ language, digits, calendar, region }: Preferences): void {
  try {
    storage()?.setItem(storageKey, JSON.stringify({ language, digits, calendar, region }));
  } catch {
    // A full or forbidden storage costs only the memory of the choice.
  }
}

function firstPreferences(): Preferences {
  const kept = readPreferences(storage()?.getItem(storageKey) ?? null, browserLanguage());
  const asked = takeAskedLanguage();
  if (asked === undefined) return kept;
  const preferences = { ...kept, language: asked };
  keep(preferences);
  return preferences;
}

export const preferencesStore = createStore<PreferencesStore>((set, get) => ({
  ...firstPreferences(),
  setLanguage: (language) => set({ language }),
  setDigits: (digits) => set({ digits: { ...get().digits, [get().language]: digits } }),
  setCalendar: (calendar) => set({ calendar }),
  setRegion: (part) => set({ region: { ...get().region, ...part } }),
}));

preferencesStore.subscribe(keep);

export function usePreferences<T>(select: (store: PreferencesStore) => T): T {
  return useStore(preferencesStore, select);
}
