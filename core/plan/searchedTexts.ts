// The names and notes of a plan, with their places: what a search over many plans looks into.
import { foldText } from './foldText.ts';
import type { Path } from './planFault.ts';
import type { Plan } from './schema/plan.ts';

/** Fields that people write for people. */
const written: ReadonlySet<string> = new Set([
  'name',
  'description',
  'notes',
  'note',
  'industry',
  'products',
  'philosophy',
  'strategies',
  'source',
  'tone',
  'what',
  'why',
  'who',
  'cause',
  'topics',
]);

export interface SearchedText {
  readonly at: Path;
  readonly text: string;
}

/** Every text under a field that people write, in the order of the document; a text of several languages once each. */
export function searchedTexts(plan: Plan): readonly SearchedText[] {
  const found: SearchedText[] = [];
  const walk = (value: unknown, at: Path, isWritten: boolean): void => {
    if (typeof value === 'string') {
      if (isWritten && value.trim() !== '') found.push({ at, text: value });
    } else if (Array.isArray(value)) {
      // Long lists of numbers are recorded times.
      if (typeof value[0] === 'number') return;
      for (const [position, part] of value.entries()) walk(part, [...at, position], isWritten);
    } else if (typeof value === 'object' && value !== null) {
      for (const [field, part] of Object.entries(value))
        walk(part, [...at, field], isWritten || written.has(field));
    }
  };
  walk({ ...plan, scenarios: plan.scenarios.map(({ changes: _, ...named }) => named) }, [], false);
  return found;
}

/** What a search asks for: every word must occur, in any order and any spelling that folds alike. */
export const searchWords = (query: string): readonly string[] =>
  foldText(query)
    .split(' ')
    .filter((word) => word !== '');

/** All searched texts in one, folded: a plan is found where this holds every word. */
export const searchText = (plan: Plan): string =>
  searchedTexts(plan)
    .map(({ text }) => foldText(text))
    .join('\n');

/** The texts that hold at least one of the words, those with the most words first. */
export function textsWith(words: readonly string[], texts: readonly SearchedText[]): readonly SearchedText[] {
  return texts
    .map((searched) => {
      const folded = foldText(searched.text);
      return { searched, hits: words.filter((word) => folded.includes(word)).length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits)
    .map(({ searched }) => searched);
}
