// Split by kind of issue (T6): one team for each kind of issue that is work enough, one for all the others.
import type { Choices } from '../choices.ts';
import type { CompanyIssue } from '../company/issues.ts';
import { decideEntry } from '../decisions/entry.ts';
import { decideSplit } from '../decisions/split.ts';
import { idAfter } from '../ids.ts';
import { workOf } from './load.ts';
import { remaining, wholeSupport } from './names.ts';
import { poolTeam } from './pool.ts';
import { specialistFactor } from './specialists.ts';
import type { Structure, TeamDraft } from './structure.ts';

/** A kind of issue has a team of its own from so much work on, in agents kept busy. */
const leastForTeam = 0.8;
const mostTeams = 7;

/** Null where there is but one kind that is work enough. */
export function byIssueOf(choices: Choices): Structure | null {
  const { company } = choices;
  const ranked = company.issues
    .map((issue) => ({ issue, work: workOf(choices, [issue]).erlangs }))
    .toSorted((one, two) => two.work - one.work);
  const own = ranked.filter(({ work }) => work >= leastForTeam).slice(0, mostTeams);
  const rest = ranked.filter((one) => !own.includes(one)).map(({ issue }) => issue);
  if (own.length + (rest.length > 0 ? 1 : 0) < 2 || own.length === 0) return null;
  const pool = poolTeam(choices);
  const teamId = (issue: CompanyIssue): string => idAfter('team', issue.id, company.issues.indexOf(issue));
  const teams: TeamDraft[] = own.map(({ issue }) => ({
    ...pool,
    ...{ id: teamId(issue), name: issue.name, specialty: issue.name, issues: [issue.id] },
    grade:
      issue.complexity === 'simple'
        ? 'agent'
        : issue.complexity === 'engineering'
          ? 'engineer'
          : 'specialist',
    ...{ factorOf: () => specialistFactor, isSpecialist: true, decisions: [`split.${teamId(issue)}`] },
  }));
  if (rest.length > 0)
    teams.push({
      ...pool,
      ...{
        id: 'other-team',
        name: remaining,
        issues: rest.map(({ id }) => id),
        decisions: ['split.other-team'],
      },
    });
  const entry = decideEntry(choices, teams);
  return {
    ...{ kind: 'byIssue', tiers: [wholeSupport], teams, dispatched: entry.dispatched },
    decisions: [...decideSplit(choices, teams, 'issue'), ...entry.decisions],
  };
}
