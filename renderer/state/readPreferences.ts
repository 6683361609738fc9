import {
  type Calendar,
  calendars,
  type Digits,
  defaultSettings,
  digitSystems,
  type Language,
  languages,
  type Weekday,
  weekdays,
} from '../../locales/settings.ts';

/** What belongs to a region; a field that was never chosen is as usual for the language. */
export interface ChosenRegion {
  readonly weekStart?: Weekday;
  readonly weekend?: readonly Weekday[];
  readonly timeZone?: string;
  readonly currency?: string;
}

export interface Preferences {
  readonly language: Language;
  /** Digits are chosen for each language: a change of language brings its own back. */
  readonly digits: Readonly<Record<Language, Digits>>;
  /** `plan`: the calendar that the open plan names. */
  readonly calendar: Calendar | 'plan';
  /** With which new plans begin, and in which times that belong to no plan are told. */
  readonly region: ChosenRegion;
}

/** The region with which a new plan begins. */
export function regionOf({ language, region }: Pick<Preferences, 'language' | 'region'>) {
  const { weekStart, weekend, timeZone, currency } = defaultSettings(language);
  return {
    weekStart: region.weekStart ?? weekStart,
    weekend: region.weekend ?? weekend,
    timeZone: region.timeZone ?? timeZone,
    currency: region.currency ?? currency,
  };
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
    region: readRegion(fields.region),
  };
}

const isWeekday = (value: unknown): value is Weekday => isOneOf(weekdays, value);

function readRegion(kept: unknown): ChosenRegion {
  const { weekStart, weekend, timeZone, currency } = (kept ?? {}) as Record<string, unknown>;
  return {
    ...(isWeekday(weekStart) && { weekStart }),
    ...(Array.isArray(weekend) && weekend.every(isWeekday) && weekend.length < 7 && { weekend }),
    ...(typeof timeZone === 'string' && isZone(timeZone) && { timeZone }),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
  };
}

/** Zones that were known once may be unknown on another machine. */
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
