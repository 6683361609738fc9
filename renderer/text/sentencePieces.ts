// A sentence with fields, cut so that its lines break before the words of a field and never between them and the field,
// and no line begins with a comma.
export interface SentencePiece {
  readonly words: string;
  readonly field: string;
  /** What ends the clause, right after the field. */
  readonly sign: string;
}

export interface SentencePieces {
  readonly pieces: readonly SentencePiece[];
  /** The words after the last field. */
  readonly end: string;
}

const signs = /^[.,;:\u060C\u061B]+/u;

/** `<share/> of contacts about <issue/>.` has the pieces `<share/>` and `of contacts about <issue/>.`. */
export function sentencePieces(text: string): SentencePieces {
  const parts = text.split(/<(\w+)\/>/u);
  const pieces: SentencePiece[] = [];
  let words = (parts[0] ?? '').trim();
  for (let at = 1; at < parts.length; at += 2) {
    const after = parts[at + 1] ?? '';
    const sign = signs.exec(after)?.[0] ?? '';
    pieces.push({ words, field: parts[at] ?? '', sign });
    words = after.slice(sign.length).trim();
  }
  return { pieces, end: words };
}
