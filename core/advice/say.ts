// The sentences and values of an advice, as plain data; the words themselves stand in locales/<language>/advice.json.
import type {
  AdviceDecision,
  AdviceRule,
  AdviceText,
  AdviceUnit,
  AdviceValue,
  AdviceWordGroup,
} from '../measures/advice.ts';
import type { Text } from '../plan/schema/elements.ts';
import { type Figure, inputOf } from './company/figure.ts';

export const amountOf = (value: number, unit: AdviceUnit): AdviceValue => ({ kind: 'amount', value, unit });
export const nameOf = (name: Text): AdviceValue => ({ kind: 'name', name });
export const wordOf = (group: AdviceWordGroup, word: string): AdviceValue => ({ kind: 'word', group, word });
export const listOf = (items: readonly AdviceValue[]): AdviceValue => ({ kind: 'list', items });

type Params = AdviceText['params'];
const saying =
  (branch: AdviceText['branch']) =>
  (code: string, params: Params = {}): AdviceText => ({ branch, code, params });

export const chosen = saying('chosen');
export const reason = saying('reason');
export const change = saying('change');
export const source = saying('source');
export const weak = saying('weak');
export const unkept = saying('unkept');
export const toMeasure = saying('measure');
export const summary = saying('summary');

/** The article that a row of the source facts comes from, by its letter. */
const articles: Readonly<Record<string, string>> = {
  E: 'articleTeam',
  R: 'articleRetention',
  T: 'articleStructure',
  A: 'articleDelight',
  M: 'articleManagement',
};

export interface Decided {
  readonly id: string;
  readonly rule: AdviceRule;
  readonly chosen: AdviceText;
  readonly reasons: readonly AdviceText[];
  readonly figures: readonly Figure[];
  readonly rows: readonly string[];
  /** Literature beside the articles of the rows. */
  readonly sources?: readonly AdviceText[];
  readonly changes: readonly AdviceText[];
}

/** A decision with the articles that its rows come from. Example: rows E3 and T6 stand for two articles. */
export function decision({ figures, sources = [], rows, ...rest }: Decided): AdviceDecision {
  const letters = [...new Set(rows.map((row) => row.charAt(0)))];
  return {
    ...rest,
    rows,
    inputs: figures.map(inputOf),
    sources: [...letters.flatMap((letter) => articles[letter] ?? []).map((code) => source(code)), ...sources],
  };
}
