// Random routing, handling, outcomes, returns and promises.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { randomLaw, workLaw } from './laws.ts';
import type { Channels, Shape, Teams } from './shape.ts';

type Outcome = NonNullable<NonNullable<PlanInput['outcomes']>[number]['next']>[number];

export function randomFlow(shape: Shape, channels: Channels, teams: Teams) {
  return {
    routing: randomRouting(shape, teams),
    handling: randomHandling(shape, teams),
    outcomes: randomOutcomes(shape, teams),
    returns: randomReturns(shape),
    departments: [{ id: 'warehouse', name: 'Warehouse', turnaround: randomLaw(shape.chance, 5400) }],
    promises: randomPromises(shape, channels),
  };
}

function randomRouting(
  { chance, tiers, issueTypes }: Shape,
  teams: Teams,
): NonNullable<PlanInput['routing']> {
  const places = tiers.length === 0 ? [undefined] : tiers;
  return places.flatMap((tier) => {
    const inTier = tier === undefined ? {} : { tiers: [tier] };
    const own = teams.list.filter((team) => team.tier === tier && !['dispatch', 'leads'].includes(team.id));
    const order = chance.is(0.5) ? own : [...own].reverse();
    const groups = order.flatMap((team) => team.groups.map((group) => group.id));
    const after = (i: number): number =>
      i > 0 && chance.maybe('overflow times', 0.7) ? chance.whole(5, 120) : 0;
    const entries = chance.is(0.5)
      ? order.map((team, i) => ({ teams: [team.id], afterSeconds: after(i) }))
      : groups.map((group, i) => ({ groups: [group], afterSeconds: after(i) }));
    // For one issue type everybody at once: groups that serve few rows beside groups that serve many.
    const all = chance.maybe('everybody for one issue type', 0.6)
      ? [{ when: { ...inTier, issueTypes: [chance.one(issueTypes)] }, entries: [{ groups }] }]
      : [];
    return chance.maybe('routing rules', 0.35) ? [...all, { when: inTier, entries }] : all;
  });
}

function randomHandling(shape: Shape, teams: Teams): PlanInput['handling'] {
  const { chance } = shape;
  const rule = (when: object, mean: number) => ({
    when,
    time: workLaw(chance, mean),
    ...(chance.maybe('wrap-up', 0.5) ? { wrapUpShare: chance.share(0.05, 0.5) } : {}),
  });
  const special = shape.issueTypes.filter(() => chance.is(0.4));
  return [
    ...(teams.list.some((team) => team.id === 'dispatch') ? [rule({ teams: ['dispatch'] }, 60)] : []),
    ...special.map((issueType) => rule({ issueTypes: [issueType] }, chance.between(120, 500))),
    ...shape.tiers
      .filter(() => chance.is(0.5))
      .map((tier) => rule({ tiers: [tier] }, chance.between(200, 700))),
    rule({}, chance.between(150, 400)),
  ];
}

function randomOutcomes(shape: Shape, teams: Teams): NonNullable<PlanInput['outcomes']> {
  const { chance, tiers } = shape;
  const lead = teams.leads[0];
  const rules = tiers.slice(0, -1).flatMap((tier) => {
    if (!chance.is(0.8)) return [];
    return [{ when: { tiers: [tier] }, next: nexts(shape, lead, 'nextTier') }];
  });
  const atLead = lead === undefined ? [] : [{ when: { teams: [lead] }, next: [] }];
  return [...atLead, ...rules, ...(chance.is(0.6) ? [{ next: nexts(shape, lead, undefined) }] : [])];
}

function nexts({ chance }: Shape, lead: string | undefined, up: 'nextTier' | undefined): Outcome[] {
  const early = () =>
    chance.maybe('recognised at once', 0.4)
      ? { recognisedAtOnceShare: chance.between(0.2, 0.7), recognition: workLaw(chance, 45) }
      : {};
  const warm = () =>
    chance.maybe('warm hand-over', 0.6) ? { warm: { overlapSeconds: chance.one([0, 16, 64]) } } : {};
  const next: Outcome[] = [];
  if (up !== undefined && chance.maybe('functional escalation', 0.9))
    next.push({ kind: 'functional', share: chance.between(0.1, 0.4), to: up, ...early(), ...warm() });
  if (chance.maybe('same team again', 0.25))
    next.push({ kind: 'functional', share: chance.between(0.03, 0.12), to: 'sameTeam', ...early() });
  if (lead !== undefined && chance.maybe('named team', 0.3))
    next.push({
      kind: 'functional',
      share: chance.between(0.03, 0.1),
      to: { team: lead },
      ...early(),
      ...warm(),
    });
  if (chance.maybe('other department', 0.35))
    next.push({
      kind: 'otherDepartment',
      share: chance.between(0.05, 0.2),
      department: 'warehouse',
      ...(chance.is(0.5) ? { handlingAfter: workLaw(chance, 120) } : {}),
    });
  if (lead !== undefined && chance.maybe('hierarchical escalation', 0.7))
    next.push({ kind: 'hierarchical', share: chance.between(0.02, 0.1), to: { team: lead } });
  return next;
}

function randomReturns({ chance }: Shape): NonNullable<PlanInput['returns']> {
  if (!chance.maybe('returns', 0.4)) return [];
  return [{ share: chance.between(0.05, 0.3), delay: randomLaw(chance, chance.between(3600, 20_000)) }];
}

function randomPromises(
  { chance, calendars }: Shape,
  channels: Channels,
): NonNullable<PlanInput['promises']> {
  const waits = chance.maybe('wait promise', 0.5)
    ? [
        {
          id: 'wait',
          name: 'Wait in a line',
          clock: 'wait' as const,
          ...(chance.is(0.3) ? { measuredIn: 'businessHours' as const } : {}),
          targetSeconds: chance.one([60, 600, 1800]),
          shareToAttain: 0.8,
        },
      ]
    : [];
  const own = [...channels.list, ...channels.further].flatMap((channel) => {
    const applies = { channels: [channel.id] };
    const name = `First ${channel.id}`;
    const business = chance.maybe('business hours', 0.3) ? { measuredIn: 'businessHours' as const } : {};
    const calendar = chance.is(0.5) ? { calendar: chance.one(calendars.ids) } : {};
    const first = chance.is(0.7);
    return [
      ...(first
        ? [
            {
              id: `first-${channel.id}`,
              name,
              applies,
              clock: 'firstResponse' as const,
              targetSeconds: chance.one([20, 60, 300, 3600]),
              shareToAttain: 0.8,
              firstResponseAt: chance.one(['end', 'begin'] as const),
              abandoned: chance.one(['missed', 'metWithinTarget', 'leftOut'] as const),
              ...business,
              ...calendar,
            },
          ]
        : []),
      ...(!first || chance.is(0.7)
        ? [
            {
              id: `solve-${channel.id}`,
              name,
              applies,
              clock: 'resolution' as const,
              targetSeconds: chance.one([600, 1800, 7200]),
              shareToAttain: 0.9,
              pausesInOtherDepartment: chance.is(0.6),
              ...(chance.is(0.3) ? { measuredIn: 'businessHours' as const } : {}),
            },
          ]
        : []),
    ];
  });
  return [...waits, ...own];
}
