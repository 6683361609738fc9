// Subjects of numbers as screens and reports name them.
import type { ScopeKind } from './catalogue.ts';
import type { Subject } from './explanation.ts';

export const whole: Subject = { kind: 'total', id: '', part: null };

export const partSubject = (kind: Exclude<ScopeKind, 'total'>, id: string): Subject => ({
  kind,
  id,
  part: null,
});

/** A promise, where given by where it was decided. */
export const promiseSubject = (
  id: string,
  kind?: 'channels' | 'tiers' | 'teams',
  part?: string,
): Subject => ({
  kind: 'promises',
  id,
  part: kind === undefined || part === undefined ? null : { kind, id: part },
});
