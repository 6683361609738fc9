// All pages of a plan, in the order in which they are read and printed.
import type { Plan } from '../../plan/schema/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import { escalationPage } from './escalationPage.ts';
import type { WrittenPage } from './page.ts';
import { rolePage } from './rolePage.ts';
import { surveyPage } from './surveyPage.ts';

/** A description for each role, the escalation playbook, and the survey. */
export function pagesOf(plan: Plan): readonly WrittenPage[] {
  const ways = waysOf(plan);
  return [
    ...plan.roles.map((role) => rolePage(plan, role, ways)),
    escalationPage(plan, ways),
    surveyPage(plan),
  ];
}

/** Own words of the plan for a page, if it has any. */
export const ownPage = (plan: Plan, { page, role }: Pick<WrittenPage, 'page' | 'role'>) =>
  plan.pages?.find((own) => own.page === page && (own.role ?? null) === role);
