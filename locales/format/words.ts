// The words that the formatting itself needs: units, patterns, months and weekdays of the three languages.
import ar from '../ar/units.json' with { type: 'json' };
import en from '../en/units.json' with { type: 'json' };
import fa from '../fa/units.json' with { type: 'json' };
import type { KeyOf, PluralKeyOf } from '../keys.ts';
import type { Language } from '../settings.ts';

export type WordKey = KeyOf<typeof en>;
export type PluralWordKey = PluralKeyOf<typeof en>;

export interface Words {
  /** A text with its placeholders filled. */
  readonly text: (key: WordKey, parts?: Readonly<Record<string, string>>) => string;
  /** As `text`, or nothing when there is no such word: for codes that come from a plan. */
  readonly find: (key: string, parts?: Readonly<Record<string, string>>) => string | undefined;
  /** The form for `count`, with the number as it shall be shown; 'other' is the form for intervals and the like. */
  readonly plural: (key: PluralWordKey, count: number | 'other', shown: string) => string;
  readonly pluralForm: (count: number) => Intl.LDMLPluralRule;
  /** Every form that a plural has, with the plural that it is for. */
  readonly forms: (key: PluralWordKey) => readonly (readonly [Intl.LDMLPluralRule, string])[];
}

const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const trees: Readonly<Record<Language, unknown>> = { ar, en, fa };
const made = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known !== undefined) return known;
  const words = createWords(language);
  made.set(language, words);
  return words;
}

function createWords(language: Language): Words {
  const flat = new Map<string, string>();
  flatten(trees[language], '', flat);
  const rules = new Intl.PluralRules(language);

  const find: Words['find'] = (key, parts = {}) => {
    const pattern = flat.get(key);
    return pattern?.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => parts[name] ?? whole);
  };
  const text: Words['text'] = (key, parts) => {
    const found = find(key, parts);
    if (found === undefined) throw new Error(`locales/${language}/units.json has no '${key}'`);
    return found;
  };
  const pluralForm: Words['pluralForm'] = (count) => rules.select(count);
  const plural: Words['plural'] = (key, count, shown) => {
    const form = count === 'other' ? 'other' : pluralForm(count);
    return text(`${key}_${form}` as WordKey, { count: shown });
  };
  const forms: Words['forms'] = (key) =>
    pluralForms.flatMap((form) => {
      const pattern = flat.get(`${key}_${form}`);
      return pattern === undefined ? [] : [[form, pattern] as const];
    });
  return { text, find, plural, pluralForm, forms };
}

function flatten(tree: unknown, path: string, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null) {
    for (const [name, child] of Object.entries(tree))
      flatten(child, path === '' ? name : `${path}.${name}`, into);
  }
}
