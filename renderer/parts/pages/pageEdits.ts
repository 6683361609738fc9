// Steps of the pages: own words in place of the generated text, and back.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { WrittenPage } from '../../../core/report/pages/page.ts';
import { ownPage } from '../../../core/report/pages/pagesOf.ts';
import type { Language } from '../../../locales/settings.ts';
import { withText } from '../../text/localText.ts';
import { freeId } from '../at/freeId.ts';

export type PageName = Pick<WrittenPage, 'page' | 'role'>;

export const pageKey = ({ page, role }: PageName): string => (role === null ? page : `${page}/${role}`);

/** Own words in this very language; a text without languages is meant for all. */
export const ownWords = (text: Text | undefined, language: Language): string | undefined =>
  typeof text === 'string' ? text : text?.[language];

export function writeOwn(plan: Plan, name: PageName, language: Language, words: string): Command[] {
  const own = ownPage(plan, name);
  if (own !== undefined)
    return [{ change: 'set', at: ['pages', own.id, 'text'], value: withText(own.text, language, words) }];
  const value = {
    ...{ id: freeId(plan.pages ?? [], 'page'), page: name.page },
    ...(name.role !== null && { role: name.role }),
    text: { [language]: words },
  };
  return [
    plan.pages === undefined
      ? { change: 'set', at: ['pages'], value: [value] }
      : { change: 'add', at: ['pages'], value },
  ];
}

/** The generated text in this language again; what was written in other languages stays. */
export function backToGenerated(plan: Plan, name: PageName, language: Language): Command[] {
  const own = ownPage(plan, name);
  if (own === undefined) return [];
  const { [language]: _, ...others } = typeof own.text === 'string' ? {} : own.text;
  if (Object.values(others).some((words) => words !== undefined))
    return [{ change: 'set', at: ['pages', own.id, 'text'], value: others }];
  return [
    (plan.pages?.length ?? 0) > 1
      ? { change: 'remove', at: ['pages', own.id] }
      : { change: 'remove', at: ['pages'] },
  ];
}
