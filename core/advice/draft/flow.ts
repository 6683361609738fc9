// How contacts move in a plan: handling times, what is passed on and to whom, what comes back, what is promised (M1, M2, M4-M6, A8).
import type { Law } from '../../plan/schema/law.ts';
import type { PlanInput } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import { assumedQuantity } from '../company/figure.ts';
import { dispatchSeconds } from '../decisions/entry.ts';
import { idAfter } from '../ids.ts';
import { complexities } from '../priors/complexities.ts';
import type { Prior } from '../priors/industry.ts';
import { insistingShare, returnShare } from '../priors/people.ts';
import { dispatchTeam, minutesAt, passedShare } from '../sizing/flows.ts';
import type { Structure, TeamDraft } from '../structures/structure.ts';
import { assumedSource, words } from '../words.ts';
import { openHours, tierId } from './demand.ts';

type Handling = PlanInput['handling'][number];
type Outcome = NonNullable<PlanInput['outcomes']>[number];
type Next = NonNullable<Outcome['next']>[number];
type PlanPromise = NonNullable<PlanInput['promises']>[number];

export const leadsTeam = 'leads';
export const managementTeam = 'management';

const law = (meanSeconds: number, cv: number, range?: readonly [low: number, high: number]): Law => {
  const mean = Math.max(1, Math.round(meanSeconds * 10) / 10);
  return {
    ...{ law: 'lognormal' as const, meanSeconds: mean, cv },
    ...(range !== undefined && {
      meanLowSeconds: Math.max(0.5, Math.min(mean, Math.round(range[0] * 10) / 10)),
      meanHighSeconds: Math.max(mean, Math.round(range[1] * 10) / 10),
    }),
    ...{ assumed: true, source: assumedSource },
  };
};

/** Issues that reach a team: its own, and those that are passed on to it. */
const issuesAt = (team: TeamDraft): readonly string[] => [
  ...team.issues,
  ...team.takes.filter((id) => !team.issues.includes(id)),
];

const grouped = <T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
};

export function handlingOf(choices: Choices, structure: Structure, hasLeads: boolean): Handling[] {
  const { company, channels } = choices;
  const dispatch: Handling[] =
    structure.dispatched.length > 0
      ? [
          {
            when: { teams: [dispatchTeam] },
            time: law(dispatchSeconds[0], 0.5, [dispatchSeconds[1], dispatchSeconds[2]]),
          },
        ]
      : [];
  const higher: Handling = {
    when: { teams: hasLeads ? [leadsTeam, managementTeam] : [managementTeam] },
    time: law(720, 0.7),
    wrapUpShare: 0.1,
  };
  const ofTeams = structure.teams.flatMap((team) => {
    const reach = channels.filter(({ kind }) => team.channels.includes(kind));
    const issues = issuesAt(team).map((id) => ({ id, minutes: minutesAt(choices, team, id) }));
    return grouped(issues, ({ minutes, id }) => `${minutes} ${cvOf(choices, id)}`).flatMap((alike) =>
      grouped(reach, ({ prior }) => String(prior.length)).map((same): Handling => {
        const [first] = alike as [(typeof alike)[number]];
        const [channel] = same as [(typeof same)[number]];
        const about = company.issues.find(({ id }) => id === first.id);
        const scale = (first.minutes / Math.max(1e-9, about?.minutes.value ?? 1)) * channel.prior.length * 60;
        const range = about && ([about.minutes.low * scale, about.minutes.high * scale] as const);
        return {
          when: {
            teams: [team.id],
            issueTypes: alike.map(({ id }) => id),
            channels: same.map(({ prior }) => prior.id),
          },
          time: law(first.minutes * channel.prior.length * 60, cvOf(choices, first.id), range),
          wrapUpShare: 0.1,
        };
      }),
    );
  });
  return [...dispatch, higher, ...ofTeams];
}

const cvOf = ({ company }: Choices, id: string): number => {
  const about = company.issues.find((issue) => issue.id === id);
  return complexities[about?.complexity ?? 'moderate'].cv;
};

/** Share of an issue for which another department is needed, and how long that takes. Assumed. */
const departmentShare: Prior = [0.2, 0.1, 0.35];
/** Of what is passed on, the share that is seen at once, and how long that takes (M1). Assumed. */
const atOnce: Prior = [0.4, 0.2, 0.6];
/** Share of the cases of a lead that go on to the manager. Assumed. */
const onToManager: Prior = [0.05, 0.02, 0.1];

export function outcomesOf(choices: Choices, structure: Structure, hasLeads: boolean): Outcome[] {
  const higher: Next = {
    ...{ kind: 'hierarchical', share: assumedQuantity(insistingShare) },
    to: { team: hasLeads ? leadsTeam : managementTeam },
  };
  const ofTeams = structure.teams.flatMap((team) => {
    const issues = issuesAt(team).map((id) => ({
      id,
      passed: passedShare(choices, structure, team, id),
      department: departmentOf(choices, id),
    }));
    return grouped(issues, ({ passed, department }) => `${passed} ${department}`).map((alike): Outcome => {
      const [{ passed, department }] = alike as [(typeof alike)[number]];
      return {
        when: { teams: [team.id], issueTypes: alike.map(({ id }) => id) },
        next: [
          ...(passed > 0
            ? [
                {
                  ...{ kind: 'functional' as const, to: 'nextTier' as const },
                  share: assumedQuantity([passed, passed / 2, Math.min(0.5, passed * 2)]),
                  recognisedAtOnceShare: assumedQuantity(atOnce),
                  recognition: law(90, 0.6),
                },
              ]
            : []),
          ...(department === null
            ? []
            : [
                {
                  ...{ kind: 'otherDepartment' as const, department },
                  share: assumedQuantity(departmentShare),
                  handlingAfter: law(180, 0.6),
                },
              ]),
          higher,
        ],
      };
    });
  });
  const ofLeads: Outcome = {
    when: { teams: [leadsTeam] },
    next: [{ kind: 'hierarchical', share: assumedQuantity(onToManager), to: { team: managementTeam } }],
  };
  return [{ when: { teams: [managementTeam] }, next: [] }, ...(hasLeads ? [ofLeads] : []), ...ofTeams];
}

const departmentOf = ({ company }: Choices, id: string): string | null => {
  const place = company.issues.findIndex((issue) => issue.id === id);
  return company.issues[place]?.department == null ? null : idAfter('department', id, place);
};

export const departmentsOf = (choices: Choices): NonNullable<PlanInput['departments']> =>
  choices.company.issues.flatMap(({ id, department }) =>
    department === null
      ? []
      : [{ id: departmentOf(choices, id) ?? id, name: department, turnaround: law(86_400, 1) }],
  );

export const returnsOf = (): NonNullable<PlanInput['returns']> => [
  { share: assumedQuantity(returnShare), delay: law(86_400, 1) },
];

/** What is nearly overdue is taken before the rest (M3): written contacts, from four fifths of their time on. */
export function triggersOf({ channels }: Choices): NonNullable<PlanInput['waitingTriggers']> {
  const written = channels.filter(({ prior }) => !prior.isLive).map(({ prior }) => prior.id);
  return written.length === 0
    ? []
    : [{ when: { channels: written }, afterShareOfPromise: 0.8, raisePriorityTo: 3 }];
}

/** What teams promise each other where contacts are led or passed on (M6): taken over by most within two minutes. */
export const takeOver = { id: 'take-over', seconds: 120, share: 0.8 } as const;

export function promisesOf(choices: Choices, structure: Structure): PlanPromise[] {
  const { company, channels, promises } = choices;
  const inHours = company.week.alwaysOpen
    ? {}
    : ({ measuredIn: 'businessHours', calendar: openHours } as const);
  const own = promises.map(
    (promise): PlanPromise => ({
      ...{ id: promise.id, name: promise.name, clock: promise.clock },
      applies: {
        channels: promise.channels.map(({ prior }) => prior.id),
        ...(promise.issue !== null && { issueTypes: [promise.issue] }),
      },
      ...{ targetSeconds: promise.seconds, shareToAttain: promise.share },
      ...(!promise.isLive && inHours),
      ...(promise.clock === 'resolution' && { ...inHours, pausesInOtherDepartment: true }),
    }),
  );
  const live = channels.filter(({ prior }) => prior.isLive).map(({ prior }) => prior.id);
  const tiers = takingOver(structure).map(tierId);
  if (live.length === 0 || tiers.length === 0) return own;
  return [
    ...own,
    {
      id: promises.some(({ id }) => id === takeOver.id) ? `${takeOver.id}-of-teams` : takeOver.id,
      name: words('Taking over from each other', 'تحویل گرفتن از یکدیگر', 'التسلّم بين الفرق'),
      ...{ applies: { channels: live, tiers }, clock: 'wait', abandoned: 'leftOut' },
      ...{ targetSeconds: takeOver.seconds, shareToAttain: takeOver.share },
    },
  ];
}

/** Tiers to which contacts are led by a dispatcher or passed on. */
const takingOver = ({ tiers, dispatched }: Structure): readonly number[] =>
  tiers.map((_, place) => place).filter((place) => place > 0 || dispatched.length > 0);
