// Answers about a company as steps of the history: each a list of commands on the plan.
import type { Candidate } from '../../../core/measures/advice.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { type NeedsQuestionId, needsQuestions } from '../../../core/plan/needsQuestions.ts';
import type { ChannelKind } from '../../../core/plan/schema/channel.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { NeededIssue, NeededPersona, NeededPromise, Needs } from '../../../core/plan/schema/needs.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';

/** Fields that stand in a group of their own. */
type Grouped = 'hours' | 'channels' | 'sourcing';
export type AnswerPlace = readonly [keyof Needs] | readonly [Grouped, string];
type NeedsList = 'personas' | 'issues' | 'promises' | 'present';

const needsOf = (plan: Plan): Needs => plan.needs ?? {};

/** All answers in one step; fields without a value are left out. */
function given(
  plan: Plan,
  change: { readonly [field in keyof Needs]?: Needs[field] | undefined },
): Command[] {
  const needs = Object.fromEntries(
    Object.entries({ ...needsOf(plan), ...change }).filter(([, value]) => value !== undefined),
  );
  return [{ change: 'set', at: ['needs'], value: needs }];
}

const questionOf = (field: keyof Needs): NeedsQuestionId | undefined =>
  needsQuestions.find(({ fields }) => (fields as readonly string[]).includes(field))?.id;

const without = <T>(list: readonly T[] | undefined, one: unknown): T[] | undefined => {
  const rest = (list ?? []).filter((item) => item !== one);
  return rest.length === 0 ? undefined : rest;
};

/** Gives a question its answer; undefined takes it back. A question that is answered is no longer unknown. */
export function answer(plan: Plan, [field, inner]: AnswerPlace, value: unknown): Command[] {
  const needs = needsOf(plan);
  const unknown = without(needs.unknown, questionOf(field));
  if (inner === undefined) return given(plan, { [field]: value, unknown });
  const { [inner]: _, ...rest } = (needs[field] ?? {}) as Readonly<Record<string, unknown>>;
  const group = value === undefined ? rest : { ...rest, [inner]: value };
  return given(plan, { [field]: Object.keys(group).length === 0 ? undefined : group, unknown });
}

/** "I don't know": what was answered is taken back, and what is usual is assumed; said once more, the question is open again. */
export function dontKnow(plan: Plan, id: NeedsQuestionId): Command[] {
  const needs = needsOf(plan);
  if (needs.unknown?.includes(id) === true) return given(plan, { unknown: without(needs.unknown, id) });
  const fields = needsQuestions.find((question) => question.id === id)?.fields ?? [];
  return given(plan, {
    ...Object.fromEntries(fields.map((field) => [field, undefined])),
    unknown: [...(needs.unknown ?? []), id],
  });
}

function added<List extends NeedsList>(plan: Plan, list: List, parts: NonNullable<Needs[List]>): Command[] {
  const present = needsOf(plan)[list] ?? [];
  return answer(plan, [list], [...present, ...parts]);
}

/** Kinds of issues by their names; those that are there already are not added again. */
export function addIssues(plan: Plan, names: readonly Text[], say: (text: Text) => string): Command[] {
  const taken: { readonly id: string; readonly name: Text }[] = [...(needsOf(plan).issues ?? [])];
  const issues: NeededIssue[] = [];
  for (const name of names) {
    if (taken.some((one) => say(one.name) === say(name))) continue;
    const issue = { id: freeId(taken, 'issue'), name };
    taken.push(issue);
    issues.push(issue);
  }
  return issues.length === 0 ? [] : added(plan, 'issues', issues);
}

export const addPersona = (plan: Plan, persona: Omit<NeededPersona, 'id'>): Command[] =>
  added(plan, 'personas', [{ id: freeId(needsOf(plan).personas ?? [], 'customers'), ...persona }]);

export const addPromise = (plan: Plan, promise: Omit<NeededPromise, 'id'>): Command[] =>
  added(plan, 'promises', [{ id: freeId(needsOf(plan).promises ?? [], 'promise'), ...promise }]);

/** Takes a part out; promises about an issue that is gone are about all issues. */
export function withoutNeeded(plan: Plan, list: NeedsList, id: string): Command[] {
  const parts: readonly { readonly id: string }[] = needsOf(plan)[list] ?? [];
  const rest = parts.filter((part) => part.id !== id);
  const promises = needsOf(plan).promises?.map((promise) => {
    const { issue, ...others } = promise;
    return list === 'issues' && issue === id ? others : promise;
  });
  return given(plan, {
    ...(list === 'issues' && promises !== undefined && { promises }),
    [list]: rest.length === 0 ? undefined : rest,
  });
}

/** Promises that are often made, from which a person goes on. */
export const usualPromises = {
  phone: { channel: 'phone', clock: 'firstResponse', withinSeconds: 30, share: 0.8 },
  chat: { channel: 'chat', clock: 'firstResponse', withinSeconds: 60, share: 0.8 },
  email: { channel: 'email', clock: 'firstResponse', withinSeconds: 6 * 3600, share: 0.95 },
  social: { channel: 'social', clock: 'firstResponse', withinSeconds: 3600, share: 0.9 },
  solution: { clock: 'resolution', withinSeconds: 16 * 3600, share: 0.9 },
} as const satisfies Readonly<Record<string, Omit<NeededPromise, 'id'> & { channel?: ChannelKind }>>;

/** Customers as many companies know them, from whom a person goes on. */
export const usualPersonas = {
  talk: { age: 'older', digitalSkill: 'low', preferredChannels: ['phone'] },
  mixed: { age: 'middle', digitalSkill: 'medium', preferredChannels: ['phone', 'email'] },
  digital: { age: 'young', digitalSkill: 'high', preferredChannels: ['chat', 'email'] },
} as const satisfies Readonly<Record<string, object>>;

/** The proposal becomes the plan, in one step: the needs stay, and the plan keeps its id and, where it is its own, its name. */
export function goOnWith(plan: Plan, candidate: Candidate, keepsName: boolean): Command[] {
  const { document } = candidate;
  const value = {
    ...document,
    id: plan.id,
    name: keepsName ? plan.name : document.name,
    ...(plan.needs !== undefined && { needs: plan.needs }),
  };
  return [{ change: 'set', at: [], value }];
}
