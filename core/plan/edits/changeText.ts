// One change of a plan as a sentence, from words that a host gives: the same in the window and in the terminal.
import type { ChangedValue } from './changedValue.ts';
import type { ChangedPart, PlanChange } from './planChanges.ts';

export const changeSentences = [
  'set',
  'given',
  'taken',
  'changed',
  'sure',
  'added',
  'removed',
  'order',
  'part',
  'numbered',
  'partIn',
  'field',
  'whole',
] as const;
export type ChangeSentence = (typeof changeSentences)[number];

export interface ChangeWords {
  readonly sentence: (of: ChangeSentence, params: Readonly<Record<string, string | number>>) => string;
  /** What a list calls one of its parts: `teams` is a team. Undefined where it has no word. */
  readonly part: (list: string) => string | undefined;
  /** What a field is called; undefined where it has no word. */
  readonly field: (name: string) => string | undefined;
  readonly names: (part: ChangedPart) => string;
  readonly value: (value: ChangedValue) => string;
}

/** Example: 'Team “Night desk”, shrinkage: from 20% to 25%'. */
export function changeText(change: PlanChange, words: ChangeWords): string {
  const about = subjectOf(change, words);
  const { kind, before, after } = change;
  if (kind !== 'set') return words.sentence(kind, { what: about });
  const said = { before: words.value(before), after: words.value(after) };
  if (before.kind === 'much' || after.kind === 'much') return words.sentence('changed', { what: about });
  if (before.kind === 'nothing') return words.sentence('given', { what: about, after: said.after });
  if (after.kind === 'nothing') return words.sentence('taken', { what: about, before: said.before });
  if (said.before === said.after) return words.sentence('sure', { what: about, after: said.after });
  return words.sentence('set', { what: about, ...said });
}

function subjectOf({ of, fields }: PlanChange, words: ChangeWords): string {
  const part = of.reduce<string | undefined>((whole, one) => {
    const name = partText(one, words);
    return whole === undefined ? name : words.sentence('partIn', { whole, part: name });
  }, undefined);
  const field = fieldText(fields, words);
  if (part === undefined) return field ?? words.sentence('whole', {});
  return field === undefined ? part : words.sentence('field', { part, field });
}

function partText(part: ChangedPart, words: ChangeWords): string {
  const kind = words.part(part.list) ?? words.field(part.list) ?? '';
  if (part.names.length === 0) return words.sentence('numbered', { kind, number: part.number });
  return words.sentence('part', { kind, name: words.names(part) });
}

/** The innermost field with a word of its own: alone, or with the field around it where its name alone says too little. */
function fieldText(fields: readonly string[], words: ChangeWords): string | undefined {
  for (let end = fields.length; end > 0; end -= 1) {
    const [around, own] = [fields[end - 2], fields[end - 1] as string];
    const exact = around === undefined ? undefined : words.field(joined(around, own));
    const word = exact ?? words.field(own);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** `staffing`, `kind`: staffingKind. */
const joined = (around: string, own: string): string => around + own.charAt(0).toUpperCase() + own.slice(1);
