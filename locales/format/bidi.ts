// Marks that keep numbers, names and code in reading order inside text of the other direction. They are written as
// escapes everywhere: a source file holds no invisible direction mark.

export const LRM = '\u200E';
export const RLM = '\u200F';
export const ALM = '\u061C';
export const FSI = '\u2068';
export const PDI = '\u2069';

const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const embeddings = /[\u202A-\u202E]/g;
const isolates = /[\u2066-\u2069]/g;

/** Removes every direction control; the joiners (U+200C, U+200D), which belong to the spelling, stay. */
export function stripBidiControls(text: string): string {
  return text.replace(controls, '');
}

/**
 * Encloses a text so that it neither turns the text around it nor is turned by it. Embeddings and overrides are removed
 * and so are isolates that do not pair up: a name must not be able to end its own isolation.
 */
export function isolate(text: string): string {
  if (text === '') return '';
  const plain = text.replace(embeddings, '');
  return FSI + (isolatesPairUp(plain) ? plain : plain.replace(isolates, '')) + PDI;
}

/**
 * A text put together of isolated parts, so that it has a direction of its own wherever it is put in: who looks for its first strong
 * sign passes over isolates.
 */
export const composed = (direction: 'ltr' | 'rtl', text: string): string =>
  direction === 'rtl' ? RLM + text : text;

/** The same where a text is put into another: only what has no letter or mark of its own, outside of its isolates, needs it. */
export function directed(direction: 'ltr' | 'rtl', text: string): string {
  if (direction === 'ltr' || !text.includes(PDI)) return text;
  let depth = 0;
  for (const sign of text) {
    if (isolateStart.test(sign)) depth += 1;
    else if (sign === PDI) depth -= 1;
    else if (depth === 0 && strong.test(sign)) return text;
  }
  return composed(direction, text);
}

const isolateStart = /[\u2066-\u2068]/;
const strong = /[\p{L}\u061C\u200E\u200F]/u;

function isolatesPairUp(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(isolates)) {
    depth += mark === PDI ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
