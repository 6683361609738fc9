// What a person has chosen about the display, kept on this machine.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import {
  calendars,
  type Calendar,
  defaultSettings,
  type Digits,
  digitSystems,
  isLanguage,
  type Language,
  languages,
} from '../../locales/settings.ts';

export interface Preferences {
  readonly language: Language;
  /** Digits are chosen for each language: a change of language brings its own back. */
  readonly digits: Readonly<Record<Language, Digits>>;
  /** `plan`: the calendar that the open plan names. */
  readonly calendar: Calendar | 'plan';
}

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

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

/** Reads what was kept; anything unknown in it falls back to the default, one field at a time. */
export function readPreferences(kept: string | null, first: Language): Preferences {
  let found: unknown;
  try {
    found = JSON.parse(kept ?? '{}');
  } catch {
    found = {};
  }
  const fields = typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  const keptDigits = (fields['digits'] ?? {}) as Record<string, unknown>;
  const digitsFor = (language: Language): Digits => {
    const digits = keptDigits[language];
    return isOneOf(digitSystems, digits) ? digits : defaultSettings(language).digits;
  };
  return {
    language: isOneOf(languages, fields['language']) ? fields['language'] : first,
    digits: { fa: digitsFor('fa'), ar: digitsFor('ar'), en: digitsFor('en') },
    calendar: isOneOf(calendars, fields['calendar']) ? fields['calendar'] : 'plan',
  };
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
