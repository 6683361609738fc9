// Tiers (E2): issues are classed by their difficulty, and customers are led to the tier for theirs; what one tier cannot solve the
// next one takes.
import type { Choices } from '../choices.ts';
import type { CompanyIssue } from '../company/issues.ts';
import type { PayGrade } from '../priors/money.ts';
import { levelsOf } from './levels.ts';
import { helpDesk, otherTeams, technicalTeams, tierNames } from './names.ts';
import type { Structure, TeamDraft } from './structure.ts';

const grades: readonly PayGrade[] = ['agent', 'specialist', 'engineer'];

/** Pay of a tier: the highest where engineering begins there. */
export const gradeOf = (tier: number, issues: readonly CompanyIssue[]): PayGrade =>
  issues.some(({ complexity }) => complexity === 'engineering') ? 'engineer' : (grades[tier] ?? 'engineer');

export function generalTeam(
  choices: Choices,
  tier: number,
  issues: readonly CompanyIssue[],
  takes: readonly string[],
): TeamDraft {
  const { company, channels } = choices;
  const names = company.industry.isTechnical ? technicalTeams : otherTeams;
  const isEngineering = issues.some(({ complexity }) => complexity === 'engineering');
  const name = tier === 0 && company.isHelpDesk ? helpDesk : (names[isEngineering ? 2 : tier] ?? names[2]);
  return {
    ...{ id: `tier-${tier + 1}-team`, name, specialty: null, tier },
    ...{ issues: issues.map(({ id }) => id), channels: channels.map(({ kind }) => kind), takes },
    ...{ grade: gradeOf(tier, issues), factorOf: () => 1, sourcing: 'inHouse', isSpecialist: false },
    ...{ duty: 'open', decisions: ['tiers'] },
  };
}

/** All issues of the tiers before. */
export const before = (levels: readonly (readonly CompanyIssue[])[], tier: number): readonly string[] =>
  levels.slice(0, tier).flatMap((issues) => issues.map(({ id }) => id));

export function tiersOf(choices: Choices): Structure {
  const levels = levelsOf(choices);
  return {
    kind: 'tiers',
    tiers: levels.map((_, tier) => tierNames[tier] ?? tierNames[2]),
    teams: levels.map((issues, tier) => generalTeam(choices, tier, issues, before(levels, tier))),
    dispatched: [],
    decisions: [],
  };
}
