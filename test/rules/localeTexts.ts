// The texts of the three languages, and which of them the sources use.
import {
  codeFilesBelow,
  filesBelow,
  readProjectFile,
  readProjectJson,
  sourceFolders,
} from './sourceFiles.ts';
import { splitSource } from './sourceText.ts';

export const languages = ['fa', 'ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** Flat: `area.path.to.key` -> text. */
export type Texts = ReadonlyMap<string, string>;

/** The forms of a plural, those of `Intl.PluralRules` that occur with whole numbers. */
export const pluralForms: Readonly<Record<Language, readonly string[]>> = {
  fa: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

/** Keys that are used in a way which cannot be seen in the sources: the start of the key and the reason. */
export const unseenKeys: readonly { readonly start: string; readonly reason: string }[] = [];

/** Areas that one folder reads by itself and without the area's name before the key. */
const ownAreas: Readonly<Record<string, string>> = { start: 'electron/start/', units: 'locales/format/' };

export const areasOf = (language: Language): string[] =>
  filesBelow([`locales/${language}`])
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(`locales/${language}/`.length, -'.json'.length));

export function textsOf(language: Language): Texts {
  const texts = new Map<string, string>();
  for (const area of areasOf(language))
    flatten(readProjectJson(`locales/${language}/${area}.json`), area, texts);
  return texts;
}

function flatten(tree: unknown, path: string, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null)
    for (const [name, child] of Object.entries(tree)) flatten(child, `${path}.${name}`, into);
  else throw new Error(`${path} is neither a text nor a group of texts`);
}

const form = /_(zero|one|two|few|many|other)$/;

/** The key without its plural form, where its plural is written out in the same language. */
export function baseOf(key: string, texts: Texts): string {
  const base = key.replace(form, '');
  return base !== key && texts.has(`${base}_other`) ? base : key;
}

export const basesOf = (texts: Texts): Set<string> =>
  new Set([...texts.keys()].map((key) => baseOf(key, texts)));

/** The placeholders of each text by its base, those of all its plural forms together, in order. */
export function placeholdersOf(texts: Texts): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const [key, text] of texts) {
    const base = baseOf(key, texts);
    const ofBase = names.get(base) ?? new Set();
    for (const [, name = ''] of text.matchAll(/\{\{-?\s*(\w+)/g)) ofBase.add(name);
    names.set(base, ofBase);
  }
  return new Map([...names].map(([base, ofBase]) => [base, [...ofBase].sort()]));
}

export interface Uses {
  /** Keys written out, with the place of each. */
  readonly keys: ReadonlyMap<string, string>;
  /** Beginnings of keys whose end is known only at run time. */
  readonly branches: ReadonlySet<string>;
  /** What is certainly meant as a key, because it stands in a call that takes one. */
  readonly asked: readonly { readonly key: string; readonly place: string }[];
}

export function usesInSources(): Uses {
  const keys = new Map<string, string>();
  const branches = new Set<string>();
  const asked: { key: string; place: string }[] = [];
  for (const path of codeFilesBelow(sourceFolders)) {
    const { code, literals } = splitSource(readProjectFile(path));
    const own = Object.entries(ownAreas).find(([, folder]) => path.startsWith(folder))?.[0];
    for (const { at, text, isPart } of literals) {
      const names = own === undefined ? [text] : [text, `${own}.${text}`];
      const before = code.slice(Math.max(0, at - 40), at);
      if (isPart) {
        if (code[at] === '`' && /^\w[\w.]*[._]$/.test(text)) for (const name of names) branches.add(name);
        continue;
      }
      for (const name of names) keys.set(name, path);
      if (/\.(dynamic|has)\(\s*$/.test(before)) for (const name of names) branches.add(`${name}.`);
      if (own === 'start' && /(?<!\w)(message|fail)\(\s*$/.test(before))
        asked.push({ key: `start.${text}`, place: path });
      else if (/(?<![\w$])(t|translate)\(\s*$/.test(before)) asked.push({ key: text, place: path });
    }
  }
  return { keys, branches, asked };
}

/** Names that people write in Latin letters in Persian and Arabic too; commands are typed as they are. */
export const latinNames: readonly string[] = [
  'SLA',
  'CSV',
  'CASE',
  'JSON',
  'PDF',
  'PNG',
  'SVG',
  'URL',
  'FTE',
  'CSAT',
  'NPS',
  'UTF-8',
  'Ctrl',
  'Ctrl-C',
  'PLAN',
  'NEEDS',
  'computer-company',
  'online-shop',
  'FORMULA',
  'MEASURE',
  'KIND',
  'ID',
  'SAFF_LANG',
  'SAFF_DATA',
  'Esc',
  'Enter',
  'Saff',
  'Electron',
  'Chromium',
  'Node.js',
  'nodejs.org',
];

/** What is no prose: commands, options, marks of emphasis and of fields, endings of file names, escapes. */
const notProse = [
  /npm (?:run |ci|start)[\w -]*/g,
  /--[a-z][\w-]*(?:[ =](?:[a-z]{2}(?:\|[a-z]{2})+|[A-Z]+\b))?/g,
  /<\/?\w+\/?>/g,
  /(?<!\w)\.[a-z]{2,4}\b/g,
  /\\[nrt]\b/g,
];

export function latinWords(text: string): string[] {
  const prose = notProse.reduce(
    (rest, pattern) => rest.replace(pattern, ' '),
    text.replace(/\{\{.*?\}\}/g, ' '),
  );
  return [...prose.matchAll(/[A-Za-z][\w.+'’-]*/g)]
    .map(([word]) => word.replace(/[.'’-]+$/, ''))
    .filter((word) => !latinNames.includes(word) && !/^(fa|ar|en)$/.test(word));
}
