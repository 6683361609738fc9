// What can be asked: which measures are told for which parts of a plan, and the names that were probably meant.
import { measureIds, type ScopeKind } from '../measures/catalogue.ts';
import type { Subject } from '../measures/explanation.ts';
import { type ExplainedId, planFigureIds, scopesOf } from '../measures/planFigures.ts';
import { kindOfWord, kindWords } from '../measures/subjectWord.ts';
import { nearestName } from '../plan/nearestName.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { failed, ok, type Result } from '../units/result.ts';

/** A code of core/contract/failures.ts with what its sentence needs. */
export interface QuestionFailure {
  readonly code: 'unknownMeasure' | 'unknownSubject' | 'subjectMissing' | 'subjectAmbiguous';
  readonly params: Readonly<Record<string, string>>;
}

const partsOf = (plan: Plan, kind: ScopeKind): readonly { readonly id: string }[] =>
  kind === 'total' ? [] : plan[kind];

const explainedIds: readonly ExplainedId[] = [...measureIds, ...planFigureIds];

/** A measure or a figure by its id, the unit left out or not: `occupancy` is `occupancyFraction`. Fails with names that are near. */
export function findMeasure(written: string): Result<ExplainedId, QuestionFailure> {
  const wanted = written.toLowerCase();
  const exact = explainedIds.find((id) => id.toLowerCase() === wanted);
  if (exact !== undefined) return ok(exact);
  const short = explainedIds.filter((id) => withoutUnit(id).toLowerCase() === wanted);
  if (short.length === 1) return ok(short[0] as ExplainedId);
  return failed({ code: 'unknownMeasure', params: { measure: written, near: nearMeasures(written) } });
}

/** `serviceLevelFraction` -> `serviceLevel`. */
const withoutUnit = (id: string): string =>
  id.replace(/(?:Contacts|Seconds|Fraction|ContactsPerDay|Hours|Money|Score)$/, '');

function nearMeasures(written: string): string {
  const wanted = written.toLowerCase();
  const holding = explainedIds.filter((id) => wanted.length >= 3 && id.toLowerCase().includes(wanted));
  const nearest = nearestName(written, explainedIds) ?? nearestShort(written);
  const near = [...new Set([...(nearest === undefined ? [] : [nearest]), ...holding])].slice(0, 6);
  return (near.length > 0 ? near : explainedIds.slice(0, 6)).join(', ');
}

function nearestShort(written: string): string | undefined {
  const name = nearestName(written, explainedIds.map(withoutUnit));
  return explainedIds.find((id) => withoutUnit(id) === name);
}

/**
 * The part of a plan that is meant: `total`, an id, or a kind with an id where an id names two parts (`team/first`); of a
 * promise also where it was decided (`calls@team/first`). Without a word: the whole, or the only promise.
 */
export function findSubject(
  plan: Plan,
  measure: ExplainedId,
  written: string | undefined,
): Result<Subject, QuestionFailure> {
  const scopes = scopesOf(measure);
  const refuse = (code: QuestionFailure['code'], near: readonly string[]) =>
    failed({ code, params: { measure, subject: written ?? '', near: near.join(', ') } });
  const all = scopes.flatMap((kind) => partsOf(plan, kind).map(({ id }) => ({ kind, id })));
  const named = (list: typeof all): string[] =>
    list.map(({ kind, id }) =>
      list.filter((one) => one.id === id).length > 1 ? `${kindWords[kind]}/${id}` : id,
    );
  if (written === undefined || written === 'total') {
    if (scopes.includes('total')) return ok({ kind: 'total', id: '', part: null });
    const [only] = all;
    if (written === undefined && only !== undefined && all.length === 1) return ok({ ...only, part: null });
    return refuse(written === undefined ? 'subjectMissing' : 'unknownSubject', named(all).slice(0, 12));
  }
  const [whole = '', place] = written.split('@');
  const [first = '', second] = whole.split('/');
  const kind = second === undefined ? undefined : kindOfWord(first);
  const id = second ?? first;
  const found = all.filter((one) => one.id === id && (second === undefined || one.kind === kind));
  const [subject] = found;
  if (found.length > 1) return refuse('subjectAmbiguous', named(found));
  if (subject === undefined) {
    const near = nearestName(id, named(all));
    return refuse('unknownSubject', near === undefined ? named(all).slice(0, 12) : [near]);
  }
  if (place === undefined) return ok({ ...subject, part: null });
  if (subject.kind !== 'promises') return refuse('unknownSubject', [whole]);
  return placeOf(plan, subject, place, refuse);
}

function placeOf(
  plan: Plan,
  subject: { readonly kind: ScopeKind; readonly id: string },
  written: string,
  refuse: (code: QuestionFailure['code'], near: readonly string[]) => Result<never, QuestionFailure>,
): Result<Subject, QuestionFailure> {
  const kinds = ['channels', 'tiers', 'teams'] as const;
  const all = kinds.flatMap((kind) => plan[kind].map(({ id }) => ({ kind, id })));
  const [first = '', second] = written.split('/');
  const id = second ?? first;
  const wanted = second === undefined ? undefined : kindOfWord(first);
  const found = all.filter((one) => one.id === id && (second === undefined || one.kind === wanted));
  const [part] = found;
  const full = (one: { readonly kind: ScopeKind; readonly id: string }): string =>
    `${subject.id}@${kindWords[one.kind]}/${one.id}`;
  if (found.length > 1) return refuse('subjectAmbiguous', found.map(full));
  if (part !== undefined) return ok({ ...subject, part });
  const near = nearestName(
    id,
    all.map((one) => one.id),
  );
  return refuse('unknownSubject', near === undefined ? all.slice(0, 8).map(full) : [`${subject.id}@${near}`]);
}

/** Whether a plan has the subject, and the measure is told for it. */
export function isTold(plan: Plan, measure: ExplainedId, { kind, id, part }: Subject): boolean {
  if (!scopesOf(measure).includes(kind)) return false;
  if (part !== null && (kind !== 'promises' || !plan[part.kind].some((one) => one.id === part.id)))
    return false;
  return kind === 'total' ? id === '' : partsOf(plan, kind).some((one) => one.id === id);
}
