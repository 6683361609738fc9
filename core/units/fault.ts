// A fault says what is wrong and where, without words: hosts turn the code and its parameters into a sentence.

/** One thing wrong with an input. */
export interface Fault {
  /** Which rule is broken; the key of its sentence in every language. */
  readonly code: string;
  /** Where: the field names and positions from the root of the input. Empty for the input as a whole. */
  readonly path: readonly (string | number)[];
  /** What the sentence needs to be said: limits, names, values found. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Builds a fault; the parameters may be left out. */
export function fault(
  code: string,
  path: readonly (string | number)[],
  params: Readonly<Record<string, string | number>> = {},
): Fault {
  return { code, path, params };
}
