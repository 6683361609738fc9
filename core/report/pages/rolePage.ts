// The description of a role: what it is for, its duties, its time, whom it works with, where it passes work on, and the way up.
import { amount } from '../../plan/amount.ts';
import { groupsOfHolder } from '../../plan/dutyHolders.ts';
import { hoursOfDuty } from '../../plan/dutyHours.ts';
import { peopleOfGroup } from '../../plan/people.ts';
import { type Duty, type DutyPart, dutyParts } from '../../plan/schema/duties.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group, Team } from '../../plan/schema/team.ts';
import { skillName } from '../../plan/skillName.ts';
import type { Way } from '../../plan/ways.ts';
import {
  listUnder,
  nameOf,
  type PageBlock,
  type PageSentence,
  plain,
  said,
  text,
  texts,
  type WrittenPage,
} from './page.ts';
import { passingOn } from './passingOn.ts';

type Role = Plan['roles'][number];
interface Held {
  readonly team: Team;
  readonly group: Group;
}

export function rolePage(plan: Plan, role: Role, ways: readonly Way[]): WrittenPage {
  const held: Held[] = plan.teams.flatMap((team) =>
    team.groups.filter((group) => group.role === role.id).map((group) => ({ team, group })),
  );
  const teams = [...new Set(held.map(({ team }) => team))];
  return {
    page: 'role',
    role: role.id,
    title: plain(role.name),
    blocks: [
      ...about(plan, role, held),
      ...listUnder('ownDuties', role.duties.map(plain)),
      ...dutyParts.flatMap((part) => dutiesOf(plan, role, part)),
      ...timeOf(plan, role),
      ...withWhom(plan, held, teams),
      ...listUnder(
        'passesOn',
        passingOn(
          plan,
          ways.filter(({ from }) => teams.some(({ id }) => id === from)),
        ),
      ),
      ...heldTo(plan, teams),
      ...growsTo(plan, teams),
    ],
  };
}

function about(plan: Plan, role: Role, held: readonly Held[]): PageBlock[] {
  const people = held.reduce((sum, { team, group }) => sum + peopleOfGroup(plan, team, group), 0);
  const kind: PageSentence =
    held.length === 0
      ? said('roleOfNobody', { kind: { kind: 'word', branch: 'people.role.kinds', word: role.kind } })
      : said('roleIn', {
          kind: { kind: 'word', branch: 'people.role.kinds', word: role.kind },
          teams: texts([...new Set(held.map(({ team }) => team.name))]),
          people: { kind: 'number', value: people },
        });
  const led = plan.teams.filter(({ lead }) => held.some(({ group }) => group.id === lead));
  const above = held.flatMap(({ team }) =>
    team.reportsTo === undefined ? [] : [nameOf(plan.teams, team.reportsTo)],
  );
  return [
    { kind: 'paragraph', say: kind },
    ...(led.length === 0
      ? []
      : [{ kind: 'paragraph', say: said('leads', { teams: texts(led.map(({ name }) => name)) }) } as const]),
    ...(above.length === 0
      ? []
      : [{ kind: 'paragraph', say: said('reportsTo', { teams: texts([...new Set(above)]) }) } as const]),
    ...(role.maximumSpan === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            say: said('span', { most: { kind: 'number', value: role.maximumSpan } }),
          } as const,
        ]),
  ];
}

const dutyValue = ({ kind, name }: Duty) => ({ kind: 'duty', dutyKind: kind, name: name ?? null }) as const;

/** Duties in which the role, or a group that holds it, has the part. */
function dutiesOf(plan: Plan, role: Role, part: DutyPart): PageBlock[] {
  const mine = (plan.duties ?? []).filter(({ who }) =>
    who.some(
      (holder) =>
        holder.parts.includes(part) &&
        (holder.role === role.id ||
          (holder.role === undefined &&
            groupsOfHolder(plan, holder).some(
              ({ teamIndex, groupIndex }) => plan.teams[teamIndex]?.groups[groupIndex]?.role === role.id,
            ))),
    ),
  );
  const lines = mine.map((duty) => {
    const hours = part === 'does' ? hoursOfDuty(plan, duty) : null;
    const values = { duty: dutyValue(duty) };
    return hours === null
      ? said('duty', values)
      : said('dutyHours', { ...values, hours: { kind: 'hours', value: hours } });
  });
  return listUnder(`duties.${part}`, lines);
}

function timeOf(plan: Plan, role: Role): PageBlock[] {
  const share = amount(role.contactTimeShare);
  const isSaid = share < 1 || (plan.duties ?? []).length > 0;
  return isSaid
    ? [
        { kind: 'heading', say: said('time') },
        {
          kind: 'paragraph',
          say:
            share < 1
              ? said('contactTime', { share: { kind: 'share', value: share } })
              : said('allContactTime'),
        },
      ]
    : [];
}

function withWhom(plan: Plan, held: readonly Held[], teams: readonly Team[]): PageBlock[] {
  const types = [...new Set(teams.flatMap(({ serves }) => serves.issueTypes ?? []))];
  const channels = [...new Set(teams.flatMap(({ serves }) => serves.channels ?? []))];
  const skills = [...new Set(held.flatMap(({ group }) => group.skills))];
  const languages = [...new Set(held.flatMap(({ group }) => group.languages))];
  const line = (key: string, names: readonly (string | PageText)[]): PageSentence[] =>
    names.length === 0 ? [] : [said(key, { list: texts(names) })];
  return listUnder('scope', [
    ...line(
      'issueTypes',
      types.map((id) => nameOf(plan.issueTypes, id)),
    ),
    ...line(
      'channels',
      channels.map((id) => nameOf(plan.channels, id)),
    ),
    ...line(
      'skills',
      skills.map((skill) => skillName(plan, skill)),
    ),
    ...(languages.length === 0 ? [] : [said('languages', { list: { kind: 'languages', codes: languages } })]),
  ]);
}
type PageText = ReturnType<typeof nameOf>;

/** Goals that members or the teams of the role are held to. */
const heldTo = (plan: Plan, teams: readonly Team[]): PageBlock[] =>
  listUnder(
    'heldTo',
    plan.goals
      .filter(
        ({ appliesTo, teams: named }) =>
          appliesTo !== 'organisation' &&
          (named === undefined || named.some((id) => teams.some((team) => team.id === id))),
      )
      .map(({ kpi, threshold, scale }) =>
        said(scale === 'fraction' ? 'goalShare' : scale === 'seconds' ? 'goalTime' : 'goalNumber', {
          kpi: { kind: 'word', branch: 'goals.kpi', word: kpi },
          threshold: {
            kind: scale === 'fraction' ? 'share' : scale === 'seconds' ? 'seconds' : 'number',
            value: amount(threshold),
          },
        }),
      ),
  );

function growsTo(plan: Plan, teams: readonly Team[]): PageBlock[] {
  const steps = (plan.careerSteps ?? []).filter(({ from }) => teams.some(({ tier }) => tier === from));
  return listUnder(
    'growsTo',
    steps.flatMap(({ to, trainingHours, topics = [] }) => [
      trainingHours === undefined
        ? said('stepUp', { tier: text(nameOf(plan.tiers, to)) })
        : said('stepUpTraining', {
            tier: text(nameOf(plan.tiers, to)),
            hours: { kind: 'hours', value: amount(trainingHours) },
          }),
      ...topics.map((topic) => said('topic', { topic: text(topic) })),
    ]),
  );
}
