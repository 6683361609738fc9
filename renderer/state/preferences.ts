// What a person has chosen about the display, kept on this machine.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Calendar, type Digits, isLanguage, type Language } from '../../locales/settings.ts';
import { type Preferences, readPreferences } from './readPreferences.ts';

interface PreferencesStore extends Preferences {
  readonly setLanguage: (language: Language) => void;
  readonly setDigits: (digits: Digits) => void;
  readonly setCalendar: (calendar: Calendar | 'plan') => void;
}

const storageKey = 'saff.preferences';

/** The language that the browser asks for, where it is one of ours. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang') ?? '';
  if (isLanguage(asked)) return asked;
  for (const name of navigator.languages) {
    const language = name.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

export const preferencesStore = createStore<PreferencesStore>((set, get) => ({
  ...readPreferences(storage()?.getItem(storageKey) ?? null, firstLanguage()),
  setLanguage: (language) => set({ language }),
  setDigits: (digits) => set({ digits: { ...get().digits, [get().language]: digits } }),
  setCalendar: (calendar) => set({ calendar }),
}));

preferencesStore.subscribe(({ language, digits, calendar }) => {
  try {
    storage()?.setItem(storageKey, JSON.stringify({ language, digits, calendar }));
  } catch {
    // A full or forbidden storage costs only the memory of the choice.
  }
});

export function usePreferences<T>(select: (store: PreferencesStore) => T): T {
  return useStore(preferencesStore, select);
}
