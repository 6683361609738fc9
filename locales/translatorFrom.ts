// The one use of i18next: a translator made from the texts of one language. A text is addressed as 'area.key', where the
// area is the name of a file in locales/<language>.
import { createInstance, type FormatterModule, type i18n } from 'i18next';
import type { areas } from './en/index.ts';
import { directed, isolate } from './format/bidi.ts';
import { genitive } from './format/genitive.ts';
import { createNumberFormat } from './format/number.ts';
import type { BranchOf, KeyOf, PluralKeyOf } from './keys.ts';
import { type Digits, type Direction, defaultSettings, directionOf, type Language } from './settings.ts';

type Areas = typeof areas;

export type Key = KeyOf<Areas>;
export type PluralKey = PluralKeyOf<Areas>;
export type Branch = BranchOf<Areas>;

/** Numbers are written in the chosen digits; give identifiers, ports and years as text. */
export type Params = Readonly<Record<string, string | number>>;

type ParamsOf<K extends Key> = K extends PluralKey
  ? [params: Params & { readonly count: number }]
  : [params?: Params];

export interface Translate {
  <K extends Key>(key: K, ...params: ParamsOf<K>): string;
  /** For ids that are known only at run time, such as failure codes: the text of `branch.id`. */
  readonly dynamic: (branch: Branch, id: string, params?: Params) => string;
  readonly has: (branch: Branch, id: string) => boolean;
}

export interface Translator {
  readonly language: Language;
  readonly direction: Direction;
  readonly digits: Digits;
  readonly t: Translate;
  /** The instance behind `t`, for react-i18next. */
  readonly i18n: i18n;
}

export interface TranslatorOptions {
  /** Those of the language's defaults unless given. */
  readonly digits?: Digits | undefined;
  /** What a missing text or parameter does: 'throw' in tests, else 'show', which writes its key in brackets. */
  readonly missing?: 'throw' | 'show' | undefined;
}

/** `sayMissing` is what stands in the place of a text or parameter that is not there. */
export function translatorFrom(
  areas: object,
  language: Language,
  options: TranslatorOptions,
  sayMissing: (what: string) => string = missingSayer(language, options.missing ?? missingDefault()),
): Translator {
  const digits = options.digits ?? defaultSettings(language).digits;
  const direction = directionOf(language);
  const instance = createInstance();
  void instance.use(numbersIn(language, digits)).init({
    lng: language,
    // A copy: i18next keeps resources that are added later in the very object that it was given.
    resources: { [language]: { translation: { ...areas } } },
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    parseMissingKeyHandler: sayMissing,
    missingInterpolationHandler: (_text: string, match: RegExpExecArray) =>
      sayMissing(match[1]?.trim() ?? match[0]),
    interpolation: {
      escapeValue: true,
      escape: (value) => isolate(directed(direction, String(value))),
      alwaysFormat: true,
    },
  });

  const hasText = (key: string): boolean =>
    [key, `${key}_other`].some(
      (path) => typeof instance.getResource(language, 'translation', path) === 'string',
    );
  const say = (key: string, params: Params = {}): string =>
    hasText(key) ? instance.t(key, params) : sayMissing(key);

  const t: Translate = Object.assign(
    <K extends Key>(key: K, ...params: ParamsOf<K>): string => say(key, params[0]),
    {
      dynamic: (branch: Branch, id: string, params?: Params): string => say(`${branch}.${id}`, params),
      has: (branch: Branch, id: string): boolean => hasText(`${branch}.${id}`),
    },
  );
  return { language, direction, digits, t, i18n: instance };
}

function numbersIn(language: Language, digits: Digits): FormatterModule {
  const { number } = createNumberFormat(language, digits);
  const write = (value: unknown): string =>
    typeof value === 'number'
      ? number(value, { decimals: Number.isInteger(value) ? 0 : 3, trim: true })
      : String(value);
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    // i18next takes undefined for a missing parameter. `{{time, genitive}}` is how an Arabic text asks for the form.
    format: (value: unknown, form?: string) => {
      if (value === undefined) return undefined as unknown as string;
      return form === 'genitive' ? genitive(write(value)) : write(value);
    },
  };
}

function missingSayer(language: Language, missing: 'throw' | 'show'): (what: string) => string {
  return (what) => {
    if (missing === 'throw') throw new Error(`no text or parameter '${what}' in the language '${language}'`);
    return `[${what}]`;
  };
}

function missingDefault(): 'throw' | 'show' {
  const { env } = import.meta as { readonly env?: { readonly MODE?: string } };
  return env?.MODE === 'test' ? 'throw' : 'show';
}
