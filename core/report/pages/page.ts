// Pages that are written from a plan: role descriptions, the escalation playbook, the satisfaction survey. Content without
// language, digits or layout: sentences by their keys under pages.say in locales, with typed values.
import type { DutyKind } from '../../plan/schema/duties.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';

export type PageKind = NonNullable<Plan['pages']>[number]['page'];

/** What may stand in a sentence of a page. */
export type PageValue =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'texts'; readonly texts: readonly Text[] }
  /** By their codes, such as 'fa'. */
  | { readonly kind: 'languages'; readonly codes: readonly string[] }
  | { readonly kind: 'duty'; readonly dutyKind: DutyKind; readonly name: Text | null }
  | { readonly kind: 'word'; readonly branch: 'people.role.kinds' | 'goals.kpi'; readonly word: string }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'seconds'; readonly value: number }
  | { readonly kind: 'hours'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number };

/** The text `pages.say.<key>` with its values in place. */
export interface PageSentence {
  readonly key: string;
  readonly values: Readonly<Record<string, PageValue>>;
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly say: PageSentence }
  | { readonly kind: 'paragraph'; readonly say: PageSentence }
  | { readonly kind: 'list'; readonly items: readonly PageSentence[] }
  /** Options to be ticked. */
  | { readonly kind: 'choice'; readonly items: readonly PageSentence[] }
  /** A scale between two whole numbers, with the meaning of its ends. */
  | {
      readonly kind: 'scale';
      readonly from: number;
      readonly to: number;
      readonly low: PageSentence;
      readonly high: PageSentence;
    }
  /** Room for free words. */
  | { readonly kind: 'lines'; readonly count: number }
  | {
      readonly kind: 'table';
      readonly head: readonly PageSentence[];
      readonly rows: readonly (readonly PageSentence[])[];
    };

export interface WrittenPage {
  readonly page: PageKind;
  /** Of a role description. */
  readonly role: string | null;
  readonly title: PageSentence;
  readonly blocks: readonly PageBlock[];
}

export const said = (key: string, values: PageSentence['values'] = {}): PageSentence => ({ key, values });
export const plain = (text: Text): PageSentence => said('plain', { text: { kind: 'text', text } });
export const text = (value: Text): PageValue => ({ kind: 'text', text: value });
export const texts = (values: readonly Text[]): PageValue => ({ kind: 'texts', texts: values });

/** A heading with its list; nothing where the list is empty. */
export const listUnder = (heading: string, items: readonly PageSentence[]): PageBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', say: said(heading) },
        { kind: 'list', items },
      ];

/** The name of a part by its id, or the id where it has none. */
export const nameOf = (
  list: readonly { readonly id: string; readonly name?: Text | undefined }[],
  id: string,
): Text => list.find((part) => part.id === id)?.name ?? id;
