import type { Plan } from '../../../core/plan/schema/plan.ts';
import { ownLanguages } from '../../text/languageName.ts';

/** Every language that customers or people of the plan speak. */
export function languagesOf(plan: Plan): readonly string[] {
  const named = [
    ...plan.demand.flatMap(({ language }) => language ?? []),
    ...plan.company.personas.flatMap(({ languages }) => languages ?? []),
    ...plan.teams.flatMap(({ serves, groups }) => [
      ...(serves.languages ?? []),
      ...groups.flatMap(({ languages }) => languages),
    ]),
  ];
  return [...new Set(named)].sort();
}

/** What a language is chosen from: those of the window, and every other that the plan names. */
export const languagesToName = (plan: Plan | null): readonly string[] => [
  ...new Set([...ownLanguages, ...(plan === null ? [] : languagesOf(plan))]),
];
