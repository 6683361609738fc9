import { describe, expect, it } from 'vitest';
import {
  areasOf,
  baseOf,
  basesOf,
  languages,
  latinWords,
  placeholdersOf,
  pluralForms,
  textsOf,
  unseenKeys,
  usesInSources,
} from './localeTexts.ts';

const texts = { fa: textsOf('fa'), ar: textsOf('ar'), en: textsOf('en') };
const english = basesOf(texts.en);
const uses = usesInSources();

/** A language's own name is written in its own letters everywhere. */
const isOwnName = (key: string): boolean =>
  key.startsWith('languages.ownName.') || key.startsWith('languages.digits.');

describe('the texts', () => {
  it('are looked at', () => {
    expect(areasOf('en').length).toBeGreaterThan(2);
    expect(english.size).toBeGreaterThan(50);
    expect(uses.keys.size).toBeGreaterThan(50);
  });

  it.each(languages)('have the same areas and keys in %s as in English', (language) => {
    const there = basesOf(texts[language]);
    expect(areasOf(language)).toEqual(areasOf('en'));
    expect({
      missing: [...english].filter((key) => !there.has(key)),
      unknown: [...there].filter((key) => !english.has(key)),
    }).toEqual({ missing: [], unknown: [] });
  });

  it.each(languages)('have in %s just the plural forms of the language', (language) => {
    const own = texts[language];
    const plurals = [...own.keys()].filter((key) => baseOf(key, own) !== key);
    const bases = new Set(plurals.map((key) => baseOf(key, own)));
    const wrong = [...bases].filter((base) => {
      const forms = plurals
        .filter((key) => baseOf(key, own) === base)
        .map((key) => key.slice(base.length + 1));
      return forms.toSorted().join() !== pluralForms[language].toSorted().join();
    });
    expect(wrong).toEqual([]);
  });

  it.each(languages)('are never empty, nor padded with blanks, in %s', (language) => {
    // The blank of a separator such as ", " is meant.
    const padded = (text: string): boolean => text.trim() !== text && text.trim().length > 2;
    expect([...texts[language]].filter(([, text]) => text.trim() === '' || padded(text))).toEqual([]);
  });

  it.each(languages)('have the same placeholders in %s as in English', (language) => {
    const wanted = placeholdersOf(texts.en);
    const found = placeholdersOf(texts[language]);
    const wrong = [...english].filter((key) => wanted.get(key)?.join() !== found.get(key)?.join());
    expect([...wanted.values()].flat().length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it.each(['fa', 'ar'] as const)('have in %s no Latin words but names', (language) => {
    const wrong = [...texts[language]]
      .filter(([key]) => !isOwnName(key))
      .map(([key, text]) => [key, ...latinWords(text)])
      .filter(([, ...words]) => words.length > 0);
    expect(wrong).toEqual([]);
  });

  it('are written with the letters of their own alphabet', () => {
    const wrong = (texts: ReadonlyMap<string, string>, foreign: RegExp): string[] =>
      [...texts].filter(([key, text]) => !isOwnName(key) && foreign.test(text)).map(([key]) => key);
    // Persian has its own yeh and kaf; Arabic knows neither these nor peh, cheh, zheh and gaf.
    expect(wrong(texts.fa, /[يكىة]/)).toEqual([]);
    expect(wrong(texts.ar, /[یکپچژگ]/)).toEqual([]);
  });
});

describe('the keys', () => {
  it('are all used', () => {
    const starts = [...uses.branches, ...unseenKeys.map(({ start }) => start)];
    const unused = [...english].filter(
      (key) => !uses.keys.has(key) && !starts.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('exist where one is asked for', () => {
    expect(uses.asked.length).toBeGreaterThan(10);
    expect(uses.asked.filter(({ key }) => !english.has(key))).toEqual([]);
  });

  it('are listed as unseen only where they exist', () => {
    expect(unseenKeys.filter(({ start }) => ![...english].some((key) => key.startsWith(start)))).toEqual([]);
  });
});

describe('latinWords', () => {
  it('finds words, and lets names, placeholders and commands pass', () => {
    expect(latinWords('نقض SLA و Queue در {{team}}')).toEqual(['Queue']);
    expect(latinWords('بنویسید: npm run desktop')).toEqual([]);
    expect(latinWords('<strong>فایل</strong> با پسوند .json یا .saff، یا \\n')).toEqual([]);
    expect(latinWords('با --lang fa|ar|en یا --port N')).toEqual([]);
  });
});
