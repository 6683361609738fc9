// What was found, short and harmless enough to stand inside a sentence of any direction.

const longest = 40;

// Controls, and marks that would turn the direction of the sentence around them.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Text as it stands, at most 40 characters of it, invisible characters as escapes: `excerptOfText('a\n')` is `a\u000a`. */
export function excerptOfText(text: string): string {
  const characters = [...text.slice(0, 2 * longest + 2)];
  const shown = characters
    .slice(0, longest)
    .map((character) =>
      invisible.test(character) && character.length === 1 ? escaped(character) : character,
    );
  return shown.join('') + (characters.length > longest ? '…' : '');
}

/** A value as JSON would write it, lists and objects only hinted at: `excerptOf([1])` is `[…]`. */
export function excerptOf(value: unknown): string {
  if (typeof value === 'string') return `"${excerptOfText(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  return typeof value === 'symbol' || typeof value === 'function' ? typeof value : String(value);
}
