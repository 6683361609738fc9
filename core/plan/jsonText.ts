// A strict scanner of JSON text that finds what JSON.parse passes over in silence: duplicate keys, numbers too large
// for a computer, keys that reach into the language itself, nesting without end. It never recurses.
import { excerptOfText } from './excerpt.ts';
import type { FaultCode } from './faultCodes.ts';
import { faultLimit, limitFaults, type PlanFault, planFault } from './planFault.ts';

/** Objects and lists may stand inside each other this deep. */
export const depthLimit = 64;
/** Longest text that is read, in characters. */
export const textLimit = 32 * 1024 * 1024;

/** Most values in one plan, recorded times not counted. */
export const valueLimit = 500_000;
/** Fields that hold recorded times, where millions of numbers are usual. */
export const recordedTimes: ReadonlySet<string | number | undefined> = new Set([
  'arrivalsSeconds',
  'valuesSeconds',
]);

/** How much of a text is read, and which lists do not count as values. */
export interface JsonLimits {
  readonly characters: number;
  readonly values: number;
  readonly uncounted: ReadonlySet<string | number | undefined>;
}

/** Those of a plan. */
const planLimits: JsonLimits = { characters: textLimit, values: valueLimit, uncounted: recordedTimes };

/** Keys that could change what every object of the program is. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const numberAt = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const tokenAt = /[^\s,:[\]{}"]+/y;
const spaceAt = /[ \t\n\r]+/y;
const plainTextAt = /[^"\\\u0000-\u001f]*/y;
const escapeAt = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const notANumber = /^[+-]?(?:nan|infinity|inf|∞)$/i;
const numberLike = /^[+-]?[.\p{Nd}]/u;
const wrongQuote = /['`‘’“”«»„]/;

/** Of a path into a nest without meaning only the beginning is told. */
const shownDepth = 16;

/** What the scanner waits for. */
type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** Reads on from `at` as far as the sticky pattern fits; '' where it does not. */
function readAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

class JsonScanner {
  readonly faults: PlanFault[] = [];
  leftOut = 0;
  readonly #text: string;
  readonly #limits: JsonLimits;
  #at: number;
  #awaited: Awaited = 'value';
  /** For each open object the keys seen so far, for each open list null. */
  readonly #open: (Set<string> | null)[] = [];
  /** For each open object the present key, for each open list the present position. */
  readonly #path: (string | number)[] = [];
  #count = 0;
  /** Depth at which a list of recorded times is open; 0 for none. */
  #recordedDepth = 0;
  #line = 1;
  #lineStart: number;
  #countedTo: number;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
    this.#at = text.startsWith('\ufeff') ? 1 : 0;
    this.#lineStart = this.#at;
    this.#countedTo = this.#at;
  }

  /** Reads all of the text, or as much as can be understood. */
  scan(): void {
    let goesOn = true;
    while (goesOn) {
      this.#at += readAt(spaceAt, this.#text, this.#at).length;
      goesOn = this.#at < this.#text.length ? this.#step(this.#text.charAt(this.#at)) : this.#finish();
    }
  }

  #finish(): false {
    return this.#awaited === 'nothing' ? false : this.#stop('jsonEndsEarly');
  }

  #step(character: string): boolean {
    switch (this.#awaited) {
      case 'value':
      case 'valueOrEnd':
        return this.#readValue(character);
      case 'key':
      case 'keyOrEnd':
        return this.#readKey(character);
      case 'colon':
        if (character !== ':') return this.#unexpected(character);
        return this.#take('value');
      case 'commaOrEnd':
        return this.#readCommaOrEnd(character);
      case 'nothing':
        return this.#stop('jsonAfterEnd', this.#found());
    }
  }

  #take(awaited: Awaited): true {
    this.#at += 1;
    this.#awaited = awaited;
    return true;
  }

  #readValue(character: string): boolean {
    if (this.#recordedDepth === 0) this.#count += 1;
    if (this.#count > this.#limits.values) return this.#stop('tooManyValues', { limit: this.#limits.values });
    if (character === '{') return this.#enter(new Set(), '', 'keyOrEnd');
    if (character === '[') return this.#enter(null, 0, 'valueOrEnd');
    if (character === ']' && this.#open.at(-1) === null) {
      return this.#awaited === 'valueOrEnd' ? this.#leave() : this.#stop('jsonTrailingComma');
    }
    if (character === '"') return this.#readString() !== undefined && this.#afterValue();
    return this.#readToken(character);
  }

  #enter(keys: Set<string> | null, first: string | number, awaited: Awaited): boolean {
    if (this.#open.length >= depthLimit) return this.#stop('jsonNestedTooDeep', { limit: depthLimit });
    if (keys === null && this.#recordedDepth === 0 && this.#limits.uncounted.has(this.#path.at(-1))) {
      this.#recordedDepth = this.#open.length + 1;
    }
    this.#open.push(keys);
    this.#path.push(first);
    return this.#take(awaited);
  }

  #leave(): boolean {
    if (this.#recordedDepth === this.#open.length) this.#recordedDepth = 0;
    this.#open.pop();
    this.#path.pop();
    this.#at += 1;
    return this.#afterValue();
  }

  #afterValue(): true {
    this.#awaited = this.#open.length === 0 ? 'nothing' : 'commaOrEnd';
    return true;
  }

  #readCommaOrEnd(character: string): boolean {
    const isList = this.#open.at(-1) === null;
    if (character === (isList ? ']' : '}')) return this.#leave();
    if (character !== ',') return this.#unexpected(character);
    const last = this.#path.length - 1;
    const position = this.#path[last];
    if (typeof position === 'number') this.#path[last] = position + 1;
    return this.#take(isList ? 'value' : 'key');
  }

  #readKey(character: string): boolean {
    if (character === '}') {
      return this.#awaited === 'keyOrEnd' ? this.#leave() : this.#stop('jsonTrailingComma');
    }
    if (character !== '"')
      return this.#unexpected(character, /[\p{L}_$]/u.test(character) ? 'jsonQuotes' : undefined);
    const start = this.#at;
    const key = this.#readString();
    if (key === undefined) return false;
    this.#path[this.#path.length - 1] = key;
    const keys = this.#open.at(-1);
    const params = { key: excerptOfText(key) };
    if (forbiddenKeys.has(key)) this.#note('jsonForbiddenKey', params, start);
    if (keys?.has(key)) this.#note('jsonDuplicateKey', params, start);
    keys?.add(key);
    this.#awaited = 'colon';
    return true;
  }

  /** The text of the string that starts here, or undefined where it is broken. */
  #readString(): string | undefined {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#at += readAt(plainTextAt, this.#text, this.#at).length;
      const character = this.#text.charAt(this.#at);
      if (character === '"') break;
      if (character === '') this.#stop('jsonEndsEarly');
      if (character === '') return undefined;
      const escape = readAt(escapeAt, this.#text, this.#at);
      if (escape === '') {
        this.#stop(character === '\\' ? 'jsonEscape' : 'jsonControlCharacter', {
          found: excerptOfText(this.#text.slice(this.#at, this.#at + (character === '\\' ? 2 : 1))),
        });
        return undefined;
      }
      this.#at += escape.length;
    }
    this.#at += 1;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  /** Numbers and words; what is meant as a number is noted and passed over, so that the next fault is found too. */
  #readToken(character: string): boolean {
    const token = readAt(tokenAt, this.#text, this.#at);
    const start = this.#at;
    const found = { found: excerptOfText(token) };
    if (token === '' || character === '/' || character === '#' || wrongQuote.test(character)) {
      return this.#unexpected(character);
    }
    if (readAt(numberAt, token, 0).length === token.length) {
      if (!Number.isFinite(Number(token))) this.#note('jsonNumberOverflow', found, start);
    } else if (notANumber.test(token)) this.#note('jsonNotANumber', found, start);
    else if (numberLike.test(token)) this.#note('jsonNumberForm', found, start);
    else if (token !== 'true' && token !== 'false' && token !== 'null') return this.#unexpected(character);
    this.#at += token.length;
    return this.#afterValue();
  }

  #unexpected(character: string, code: FaultCode = 'jsonSyntax'): false {
    if (character === '#' || /^\/[/*]/.test(this.#text.slice(this.#at, this.#at + 2)))
      return this.#stop('jsonComment');
    return this.#stop(wrongQuote.test(character) ? 'jsonQuotes' : code, this.#found());
  }

  #found(): { readonly found: string } {
    const token = readAt(tokenAt, this.#text, this.#at);
    return { found: excerptOfText(token === '' ? this.#text.charAt(this.#at) : token) };
  }

  #stop(code: FaultCode, params: Readonly<Record<string, string | number>> = {}): false {
    this.#note(code, params, this.#at);
    return false;
  }

  #note(code: FaultCode, params: Readonly<Record<string, string | number>>, at: number): void {
    if (this.faults.length >= faultLimit) {
      this.leftOut += 1;
      return;
    }
    this.#countLines(at);
    const path = this.#path.filter((step) => step !== '').slice(0, shownDepth);
    this.faults.push(
      planFault(code, path, { ...params, line: this.#line, column: at - this.#lineStart + 1 }),
    );
  }

  #countLines(to: number): void {
    for (; this.#countedTo < to; this.#countedTo += 1) {
      const character = this.#text.charAt(this.#countedTo);
      const endsLine =
        character === '\n' || (character === '\r' && this.#text.charAt(this.#countedTo + 1) !== '\n');
      if (!endsLine) continue;
      this.#line += 1;
      this.#lineStart = this.#countedTo + 1;
    }
  }
}

/** What JSON text says, or all that is wrong with its form, each with line and column (both from 1). */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

/**
 * Reads JSON text, tolerating a byte order mark and nothing else. Time grows in proportion to the length.
 *
 * Broken structure ends the reading, for nothing after it can be trusted; wrong numbers and wrong keys are collected.
 * Example: `readJson('{"a":NaN}')` gives the fault `jsonNotANumber` at line 1, column 6, path ["a"].
 */
export function readJson(text: string, limits: JsonLimits = planLimits): JsonReading {
  if (text.length > limits.characters) {
    const params = { limitMegabytes: limits.characters / 1024 / 1024 };
    return { ok: false, faults: [planFault('documentTooLong', [], params)] };
  }
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/^[ \t\n\r]*$/.test(bare)) return { ok: false, faults: [planFault('emptyDocument', [])] };
  const scanner = new JsonScanner(text, limits);
  scanner.scan();
  if (scanner.faults.length > 0) return { ok: false, faults: limitFaults(scanner.faults, scanner.leftOut) };
  return { ok: true, value: JSON.parse(bare) as unknown };
}
