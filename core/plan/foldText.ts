// Texts made alike for searching and comparing names: what is typed on an Arabic keyboard finds what was typed on a
// Persian one. The folded text is never shown, and never takes the place of what was written.

const letters: Readonly<Record<string, string>> = {
  '\u064A': '\u06CC', // Arabic yeh -> Persian yeh
  '\u0649': '\u06CC', // alef maksura
  '\u0643': '\u06A9', // Arabic kaf -> Persian kaf
  '\u0629': '\u0647', // teh marbuta -> heh
  '\u06C0': '\u0647', // heh with yeh above
  '\u06C1': '\u0647',
  '\u06D5': '\u0647',
};

const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const arabicZero = 0x660;
const persianZero = 0x6f0;

const withLatinDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - arabicZero))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - persianZero));

/**
 * Without difference of yeh, kaf, hamza, half-space, tatweel, vowel marks, accents, digits, case and blanks.
 * Example: `foldText('تیم\u200Cهای ۱۲')` and `foldText('تيمهاي  ١٢')` are the same.
 */
export function foldText(text: string): string {
  return (
    withLatinDigits(text.replace(directionMarks, '').normalize('NFKD'))
      // Halves of characters and NUL, too: no database keeps them.
      .replace(/[\p{Mn}\p{Surrogate}\0\u0640\u200B-\u200D\u00AD\uFEFF]/gu, '')
      .replace(/[\u0629\u0643\u0649\u064A\u06C0\u06C1\u06D5]/g, (letter) => letters[letter] ?? letter)
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Whether a text holds what is looked for, however either is spelt. */
export const matches = (text: string, query: string): boolean => foldText(text).includes(foldText(query));
