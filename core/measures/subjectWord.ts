// How a part of a plan is typed where a number of it is asked for.
import type { ScopeKind } from './catalogue.ts';
import type { Subject } from './explanation.ts';

export const kindWords: Readonly<Record<ScopeKind, string>> = {
  total: 'total',
  channels: 'channel',
  issueTypes: 'issueType',
  tiers: 'tier',
  teams: 'team',
  promises: 'promise',
};

/** `team` and `teams` are the same kind. */
export const kindOfWord = (word: string): ScopeKind | undefined =>
  (Object.keys(kindWords) as ScopeKind[]).find((kind) => kind === word || kindWords[kind] === word);

/** A subject as it is typed: `team/first-line`, `promise/calls@tier/second`; the whole: `total`. */
export function subjectWord({ kind, id, part }: Subject): string {
  if (kind === 'total') return kind;
  const whole = `${kindWords[kind]}/${id}`;
  return part === null ? whole : `${whole}@${kindWords[part.kind]}/${part.id}`;
}
