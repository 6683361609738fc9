// Where derived figures come from; it stands at the head of each file of figures.

export interface Origin {
  readonly dataset: string;
  readonly origin: string;
  readonly licence: string;
  /** Name and fingerprint of the raw file, so that it can be told whether another copy is the same one. */
  readonly file: string;
  readonly sha256: string;
  readonly madeBy: string;
}

/** What identifies a raw file: its name without folder, and the SHA-256 of its bytes. */
export interface RawFile {
  readonly name: string;
  readonly sha256: string;
}

/** A figure that the file's description announces, and what was found instead. */
export interface Expected {
  readonly figure: string;
  readonly found: number;
  readonly expected: number;
}

/** One sentence for each figure that is not exactly the one announced. */
export function differences(expectations: readonly Expected[]): string[] {
  return expectations
    .filter(({ found, expected }) => found !== expected)
    .map(({ figure, found, expected }) => `${figure}: ${found} in this file, ${expected} in its description`);
}
