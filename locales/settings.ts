// What a person has chosen about the display. Every choice is explicit: the locale data of a runtime disagree about
// digits, weeks and weekends (Intl gives Latin digits for 'ar' and Friday alone as the weekend of 'fa').

export const languages = ['fa', 'ar', 'en'] as const;
export type Language = (typeof languages)[number];

export const digitSystems = ['latn', 'arab', 'arabext'] as const;
export type Digits = (typeof digitSystems)[number];

export const calendars = ['gregory', 'persian', 'islamic-umalqura'] as const;
export type Calendar = (typeof calendars)[number];

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

export type Direction = 'rtl' | 'ltr';

export interface DisplaySettings {
  readonly language: Language;
  readonly digits: Digits;
  readonly calendar: Calendar;
  readonly weekStart: Weekday;
  readonly weekend: readonly Weekday[];
  /** An IANA name such as 'Asia/Tehran'. */
  readonly timeZone: string;
  /** A currency code; IRT is the toman, ten rials (IRR). */
  readonly currency: string;
}

const defaults: Readonly<Record<Language, DisplaySettings>> = {
  fa: {
    language: 'fa',
    digits: 'arabext',
    calendar: 'persian',
    weekStart: 'saturday',
    weekend: ['thursday', 'friday'],
    timeZone: 'Asia/Tehran',
    currency: 'IRT',
  },
  ar: {
    language: 'ar',
    digits: 'arab',
    calendar: 'gregory',
    weekStart: 'sunday',
    weekend: ['friday', 'saturday'],
    timeZone: 'Asia/Riyadh',
    currency: 'SAR',
  },
  en: {
    language: 'en',
    digits: 'latn',
    calendar: 'gregory',
    weekStart: 'monday',
    weekend: ['saturday', 'sunday'],
    timeZone: 'UTC',
    currency: 'USD',
  },
};

/** The settings of a language before anyone changes them. */
export function defaultSettings(language: Language): DisplaySettings {
  return defaults[language];
}

export function directionOf(language: Language): Direction {
  return language === 'en' ? 'ltr' : 'rtl';
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** The seven days in the order of the chosen week. */
export function weekFrom(weekStart: Weekday): readonly Weekday[] {
  const first = weekdays.indexOf(weekStart);
  return [...weekdays.slice(first), ...weekdays.slice(0, first)];
}
