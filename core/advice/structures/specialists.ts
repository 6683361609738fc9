// Tiers with specialist teams (E3): within a tier, a kind of issue that is much work or hard gets a team of its own, which bears its
// name. Null where no issue does.
import type { Choices } from '../choices.ts';
import type { CompanyIssue } from '../company/issues.ts';
import { decideEntry } from '../decisions/entry.ts';
import { decideSpecialists } from '../decisions/specialists.ts';
import { idAfter } from '../ids.ts';
import { levelsOf } from './levels.ts';
import { tierNames } from './names.ts';
import type { Structure, TeamDraft } from './structure.ts';
import { before, generalTeam, gradeOf } from './tiers.ts';

/** Those who do one thing only are quicker by so much. Assumed: between nothing and 15 %. */
export const specialistFactor = 0.92;

/** The rest of a tier has a team of its own from so much work on, in agents kept busy. */
const leastForRest = 1;

export function specialistsOf(choices: Choices): Structure | null {
  const levels = levelsOf(choices);
  const decided = decideSpecialists(choices, levels);
  if (decided.issues.size === 0) return null;
  const teams = levels.flatMap((issues, tier) => teamsOfTier(choices, levels, issues, tier, decided));
  const entry = decideEntry(choices, teams);
  return {
    kind: 'specialists',
    tiers: levels.map((_, tier) => tierNames[tier] ?? tierNames[2]),
    teams,
    dispatched: entry.dispatched,
    decisions: [...decided.decisions, ...entry.decisions],
  };
}

function teamsOfTier(
  choices: Choices,
  levels: readonly (readonly CompanyIssue[])[],
  issues: readonly CompanyIssue[],
  tier: number,
  decided: { readonly issues: ReadonlySet<string>; readonly passedOnErlangs: (tier: number) => number },
): TeamDraft[] {
  const own = issues.filter(({ id }) => decided.issues.has(id));
  const rest = issues.filter(({ id }) => !decided.issues.has(id));
  const takes = before(levels, tier);
  const hasRest = rest.length > 0 || own.length === 0 || decided.passedOnErlangs(tier) >= leastForRest;
  return [
    ...(hasRest ? [generalTeam(choices, tier, rest, takes)] : []),
    ...own.map((issue, place) => teamOf(choices, issue, tier, !hasRest && place === 0 ? takes : [])),
  ];
}

export const teamOf = (
  { channels, company }: Choices,
  issue: CompanyIssue,
  tier: number,
  takes: readonly string[],
): TeamDraft => ({
  ...{
    id: idAfter('team', issue.id, company.issues.indexOf(issue)),
    name: issue.name,
    specialty: issue.name,
    tier,
    takes,
  },
  ...{ issues: [issue.id], channels: channels.map(({ kind }) => kind) },
  grade: tier === 0 ? 'agent' : gradeOf(tier, [issue]),
  factorOf: (id) => (id === issue.id ? specialistFactor : 1),
  ...{
    sourcing: 'inHouse',
    isSpecialist: true,
    duty: 'open',
    decisions: [`specialists.${issue.id}`, 'tiers'],
  },
});
