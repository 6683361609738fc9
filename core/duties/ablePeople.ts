// Queues that one person alone can serve, and spans above their limit.

import type { DutyFinding, DutyRemedy } from '../measures/duties.ts';
import { contactKinds, journeyOf } from '../plan/journeys.ts';
import { peopleOfGroup } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Group, Team } from '../plan/schema/team.ts';
import {
  type ContactFacts,
  type GroupPosition,
  groupsOfNamedTeam,
  reachesPeople,
  routeFor,
} from '../plan/serving.ts';
import { spanOf } from '../report/spans.ts';
import { oneMore } from './time.ts';

interface Alone {
  readonly at: GroupPosition;
  readonly language: string | undefined;
  readonly issueTypes: Set<string>;
}

/** Groups of one person who alone can serve some queue that contacts of the plan can stand in, with what they ask. */
export function ableFindings(plan: Plan): DutyFinding[] {
  const found = new Map<string, Alone>();
  const look = (groups: readonly GroupPosition[], { issueType, language }: ContactFacts): void => {
    if (peopleIn(plan, groups) !== 1) return;
    const at = groups.find((one) => peopleIn(plan, [one]) === 1);
    if (at === undefined) return;
    const key = `${at.teamIndex}/${at.groupIndex}`;
    const alone = found.get(key) ?? { at, language, issueTypes: new Set() };
    alone.issueTypes.add(issueType);
    found.set(key, alone);
  };
  for (const kind of contactKinds(plan)) {
    if (!reachesPeople(plan, kind.facts)) continue;
    const { places, steps } = journeyOf(plan, kind);
    const tiers = new Set([...places.keys()].map((index) => plan.teams[index]?.tier));
    for (const tier of tiers) {
      const facts = { ...kind.facts, tier };
      look(uniqueGroups(routeFor(plan, facts).flatMap(({ groups }) => groups)), facts);
    }
    for (const { to, path } of steps) {
      const next = plan.outcomes[Number(path[1])]?.next[Number(path[3])];
      const team = plan.teams[to]?.id;
      if (
        next === undefined ||
        next.kind === 'otherDepartment' ||
        typeof next.to !== 'object' ||
        team === undefined
      )
        continue;
      look(groupsOfNamedTeam(plan, team, kind.facts, next.kind), kind.facts);
    }
  }
  return [...found.values()].map((alone) => findingOf(plan, alone));
}

const uniqueGroups = (groups: readonly GroupPosition[]): GroupPosition[] => [
  ...new Map(groups.map((at) => [`${at.teamIndex}/${at.groupIndex}`, at])).values(),
];

function peopleIn(plan: Plan, groups: readonly GroupPosition[]): number {
  return groups.reduce((sum, { teamIndex, groupIndex }) => {
    const team = plan.teams[teamIndex];
    const group = team?.groups[groupIndex];
    return team === undefined || group === undefined ? sum : sum + peopleOfGroup(plan, team, group);
  }, 0);
}

function findingOf(plan: Plan, { at, language, issueTypes }: Alone): DutyFinding {
  const team = plan.teams[at.teamIndex] as Team;
  const group = team.groups[at.groupIndex] as Group;
  const types = plan.issueTypes.filter(({ id }) => issueTypes.has(id));
  const skills = [...new Set(types.flatMap((type) => type.skills))];
  return {
    code: 'oneAblePerson',
    values: {
      issueTypes: { kind: 'names', names: types.map(({ name }) => name) },
      group: { kind: 'name', name: group.name ?? team.name },
    },
    place: ['teams', team.id, 'groups', group.id, 'headcount'],
    remedy: taught(plan, team, group, skills, language) ?? oneMore('onePerson', team, group),
  };
}

/** The skills for the largest other group of the team that speaks the language; null where there is none to be taught. */
function taught(
  plan: Plan,
  team: Team,
  only: Group,
  skills: readonly string[],
  language: string | undefined,
): DutyRemedy | null {
  const [pupil] = team.groups
    .filter((group) => {
      const speaks =
        language === undefined || group.languages.length === 0 || group.languages.includes(language);
      return group !== only && speaks && skills.some((skill) => !group.skills.includes(skill));
    })
    .sort((one, other) => peopleOfGroup(plan, team, other) - peopleOfGroup(plan, team, one));
  if (pupil === undefined) return null;
  return {
    kind: 'teach',
    values: { group: { kind: 'name', name: pupil.name ?? team.name } },
    commands: [
      {
        change: 'set',
        at: ['teams', team.id, 'groups', pupil.id, 'skills'],
        value: [...new Set([...pupil.skills, ...skills])],
      },
    ],
  };
}

/** Leads of more people than their role allows, each once. */
export function spanFindings(plan: Plan): DutyFinding[] {
  const seen = new Set<string>();
  return plan.teams.flatMap((team): DutyFinding[] => {
    const span = spanOf(plan, team);
    if (span === null || !span.isOver || seen.has(span.lead.id)) return [];
    seen.add(span.lead.id);
    const home = plan.teams.find(({ groups }) => groups.includes(span.lead)) as Team;
    return [
      {
        code: 'spanTooWide',
        values: {
          group: { kind: 'name', name: span.lead.name ?? home.name },
          people: { kind: 'number', value: span.peoplePerLead ?? 0 },
          most: { kind: 'number', value: span.most ?? 0 },
        },
        place: ['roles', span.lead.role ?? '', 'maximumSpan'],
        remedy: oneMore('oneLead', home, span.lead),
      },
    ];
  });
}
