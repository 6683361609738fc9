// What the reading of a table of actuals must be told, because it is a matter of languages: heads, numbers, days.
import { type ReviewFigure, reviewFigures, reviewSubjects } from '../reviewFigures.ts';

/** Columns beside those of the figures. A month stands for its first and last day. */
export const actualsColumns = ['from', 'to', 'month', ...reviewSubjects, 'note', ...reviewFigures] as const;
export type ActualsColumn = (typeof actualsColumns)[number];

export type CellOf<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Why not; a word that the language has a sentence for. */
  | { readonly ok: false; readonly reason: string };

export interface ActualsReaders {
  /** The column that a head names, in any language; undefined for others. */
  readonly column: (head: string) => ActualsColumn | undefined;
  /** Gregorian, YYYY-MM-DD. */
  readonly date: (text: string) => CellOf<string>;
  readonly month: (text: string) => CellOf<{ readonly from: string; readonly to: string }>;
  readonly number: (text: string) => CellOf<number>;
  /** 0.85, 85% and 85 per cent are the same; 85 alone is none. */
  readonly share: (text: string) => CellOf<number>;
  readonly seconds: (text: string) => CellOf<number>;
  /** The same text for names that differ only in spelling. */
  readonly folded: (text: string) => string;
}

export const isFigure = (column: ActualsColumn): column is ReviewFigure =>
  (reviewFigures as readonly string[]).includes(column);
