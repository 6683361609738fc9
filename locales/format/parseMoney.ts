// Reads an amount of money as people type and paste it: '12.5 million', «۲ میلیون و ۵۰۰ هزار تومان», '1,200 USD'.
import { type NumberRefusal, parseNumber } from './parseNumber.ts';
import { everyLanguage, folded, listed, type TypedWord, typedParts } from './typedWords.ts';
import { type PluralWordKey, wordsOf } from './words.ts';

export type MoneyRefusal =
  | NumberRefusal
  /** Something stands there that is neither a scale nor a currency. */
  | 'unknownWord'
  /** Scales that do not fall, as in '5 thousand 2 million', or numbers side by side. */
  | 'unclearScales'
  /** An amount in another currency than the plan's. */
  | 'otherCurrency';

export type ParsedMoney =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly reason: MoneyRefusal };

const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 } as const;
type Scale = keyof typeof scales;
const scaleNames = Object.keys(scales) as Scale[];

/** Currencies that have words; others are known by their code. */
const currencies = ['IRT', 'IRR', 'SAR', 'AED', 'EGP', 'ILS', 'USD', 'EUR'] as const;

type Meaning = { readonly scale: number } | { readonly currencies: readonly string[] };

/** Ten rials are a toman: the one pair whose rate never changes. */
const rialsInToman = 10;

/**
 * An amount in the plan's currency. A word for another currency is refused, but for rials in a plan in tomans and tomans in one
 * in rials. Example: «۳ میلیون ریال» is 300,000 in tomans.
 */
export function parseMoney(text: string, currency: string): ParsedMoney {
  const number = parseNumber(text, { percent: 'refuse' });
  if (number.ok) return { ok: true, amount: number.value };
  if (number.reason !== 'notANumber') return refuse(number.reason);

  const isNegative = /^[\s\u200E\u200F\u061C\u2066-\u2069]*[-\u2212]/.test(text);
  const parts = typedParts(
    text.replace(/[-\u2212]/, ''),
    [...knownWords(), ...codeOf(currency)],
    joiningWords(),
  );
  if (parts === null) return refuse('unknownWord');
  let amount = 0;
  let below = Number.POSITIVE_INFINITY;
  let named: readonly string[] | undefined;
  for (const [at, { number: written, count, meaning }] of parts.entries()) {
    const isCurrency = meaning !== undefined && 'currencies' in meaning;
    if (isCurrency) {
      if (named !== undefined) return refuse('unclearScales');
      named = meaning.currencies;
      if (written === '' && count === 1) continue;
    }
    const scale = meaning !== undefined && 'scale' in meaning ? meaning.scale : 1;
    const parsed = parseNumber(written, { percent: 'refuse' });
    if (!parsed.ok) return refuse(parsed.reason === 'empty' ? 'unknownWord' : parsed.reason);
    if (scale >= below || (at > 0 && parsed.value * scale >= below)) return refuse('unclearScales');
    below = scale;
    amount += parsed.value * scale;
  }
  if (below === Number.POSITIVE_INFINITY) return refuse('notANumber');
  const rate = rateOf(named, currency);
  if (rate === undefined) return refuse('otherCurrency');
  return { ok: true, amount: Number(((isNegative ? -amount : amount) * rate).toPrecision(15)) };
}

/** What one of the named currency is in the plan's; undefined: not known, for it changes. */
function rateOf(named: readonly string[] | undefined, currency: string): number | undefined {
  if (named === undefined || named.includes(currency)) return 1;
  if (named.includes('IRR') && currency === 'IRT') return 1 / rialsInToman;
  if (named.includes('IRT') && currency === 'IRR') return rialsInToman;
  return undefined;
}

const refuse = (reason: MoneyRefusal): ParsedMoney => ({ ok: false, reason });

let known: readonly TypedWord<Meaning>[] | undefined;

function knownWords(): readonly TypedWord<Meaning>[] {
  known ??= [...scaleWords(), ...currencyWords()];
  return known;
}

function scaleWords(): readonly TypedWord<Meaning>[] {
  return everyLanguage.flatMap((language) => {
    const words = wordsOf(language);
    return scaleNames.flatMap((name) => {
      const written = words
        .forms(`scale.${name}`)
        .map(([, pattern]) => folded(pattern.replace('{{count}}', '')));
      const typed = listed(words.text(`typed.scale.${name}`));
      return [...written, ...typed].map((word) => ({
        word,
        meaning: { scale: scales[name] },
        count: undefined,
      }));
    });
  });
}

/** A word may name several currencies («ریال» is Iran's, and Saudi Arabia's where it says no more). */
function currencyWords(): readonly TypedWord<Meaning>[] {
  const byWord = new Map<string, Set<string>>();
  const note = (word: string, currency: string): void => {
    byWord.set(word, (byWord.get(word) ?? new Set()).add(currency));
  };
  for (const language of everyLanguage) {
    const words = wordsOf(language);
    for (const currency of currencies) {
      for (const [, pattern] of words.forms(`currency.${currency}` as PluralWordKey))
        note(folded(pattern.replace('{{count}}', '')), currency);
      const name = words.find(`currencyName.${currency}`);
      if (name !== undefined) note(folded(name), currency);
    }
  }
  for (const currency of currencies) note(folded(currency), currency);
  return [...byWord].flatMap(([word, meant]) => asEither(word, [...meant]));
}

const codeOf = (currency: string): readonly TypedWord<Meaning>[] => asEither(folded(currency), [currency]);

/** Behind a number, or by itself before or after one that has its scale. */
const asEither = (word: string, meant: readonly string[]): readonly TypedWord<Meaning>[] =>
  [undefined, 1].map((count) => ({ word, meaning: { currencies: meant }, count }));

const joiningWords = (): readonly string[] =>
  everyLanguage.flatMap((language) => listed(wordsOf(language).text('typed.and')));
