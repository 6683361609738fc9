import {
  type Calendar,
  calendars,
  type Digits,
  defaultSettings,
  digitSystems,
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
  const keptDigits = (fields.digits ?? {}) as Record<string, unknown>;
  const digitsFor = (language: Language): Digits => {
    const digits = keptDigits[language];
    return isOneOf(digitSystems, digits) ? digits : defaultSettings(language).digits;
  };
  return {
    language: isOneOf(languages, fields.language) ? fields.language : first,
    digits: { fa: digitsFor('fa'), ar: digitsFor('ar'), en: digitsFor('en') },
    calendar: isOneOf(calendars, fields.calendar) ? fields.calendar : 'plan',
  };
}
