// Random teams: about as many people as the load asks for, on duty by hours, counts or named shifts.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { everyDay } from './chance.ts';
import type { Channels, Shape, Teams } from './shape.ts';

type TeamInput = PlanInput['teams'][number];
type GroupInput = TeamInput['groups'][number];
const meanHandling = 300;
/** Often the one that differs from the longest idle only where groups of one entry serve different rows. */
const agentChoices = [
  'longestIdle',
  ...(['fewestQueues', 'fewestQueues', 'fewestQueues', 'fewestQueues'] as const),
  'random',
  'fixed',
] as const;

/** Mean agents busy around the clock if all contacts were handled once. */
const loadOf = ({ contacts, days }: Shape): number => (contacts * meanHandling) / (days * 86_400);

export function randomTeams(shape: Shape, channels: Channels): Teams {
  const { chance, tiers } = shape;
  const list: TeamInput[] = [];
  const places = tiers.length === 0 ? [undefined] : tiers;
  const isSplit = chance.is(0.5);
  places.forEach((tier, level) => {
    const share = 0.45 ** level;
    const names =
      isSplit && chance.maybe('specialists', 0.7)
        ? ['special', 'general', ...(chance.is(0.75) ? ['third'] : [])]
        : ['general'];
    for (const name of names)
      list.push(
        team(shape, channels, {
          id: `${name}${level}`,
          tier,
          name,
          load: (loadOf(shape) * share) / names.length,
        }),
      );
  });
  if (channels.dispatcher)
    list.push(team(shape, channels, { id: 'dispatch', name: 'dispatch', load: loadOf(shape) / 4 }));
  const leads = chance.is(0.65) ? ['leads'] : [];
  for (const id of leads) list.push(team(shape, channels, { id, name: id, load: loadOf(shape) / 10 }));
  return { list, shifts: shifts(), leads };
}

interface Wish {
  readonly id: string;
  readonly name: string;
  readonly tier?: string | undefined;
  readonly load: number;
}

function team(shape: Shape, channels: Channels, { id, name, tier, load }: Wish): TeamInput {
  const { chance } = shape;
  const groups = chance.is(0.65) ? 2 : 1;
  const own = chance.maybe('team hours', 0.75) ? chance.one(shape.calendars.ids) : undefined;
  const hours = shape.calendars.together ?? own;
  const order = chance.one(['entry', 'entry', 'firstArrival', 'deadline'] as const);
  chance.mark(`order ${order}`);
  return {
    id,
    name: id,
    ...(tier === undefined ? {} : { tier }),
    ...(chance.is(0.2) ? { streamKey: `team-${id}-${chance.whole(0, 1e6)}` } : {}),
    ...(name === 'special' ? { serves: { issueTypes: chance.some(shape.issueTypes, 0.5) } } : {}),
    ...(hours === undefined ? {} : { hours }),
    ...(chance.maybe('site in another zone', 0.1) ? { site: { timeZone: 'Asia/Dubai' } } : {}),
    waitingOrder: order,
    ...(chance.maybe('team waiting places', 0.25) ? { waitingPlaces: chance.whole(0, 12) } : {}),
    agentChoice: chance.one(agentChoices),
    ...(chance.maybe('exempt hand-overs', 0.2) ? { exemptHandOversFromLimit: true } : {}),
    groups: Array.from({ length: groups }, (_, i) =>
      group(shape, `${id}g${i}`, load / groups, hours, channels),
    ),
  };
}

function group(
  shape: Shape,
  id: string,
  load: number,
  hours: string | undefined,
  channels: Channels,
): GroupInput {
  const { chance } = shape;
  const agents = Math.max(1, load * chance.between(1.2, 2.8));
  return {
    id,
    ...(chance.maybe('role with other work', 0.2) ? { role: 'lead' } : {}),
    skills: chance.is(0.7) ? ['special'] : [],
    ...(chance.is(0.3) ? { languages: ['fa'] } : {}),
    staffing: staffing(shape, agents, hours),
    ...(chance.maybe('shrinkage', 0.3) ? { plannedShrinkage: chance.between(0.05, 0.35) } : {}),
    ...(chance.maybe('absence', 0.3) ? { unplannedAbsence: chance.between(0.05, 0.25) } : {}),
    ...(chance.maybe('interruptible deferred work', 0.4) ? { deferredInterruptible: true } : {}),
    ...(chance.maybe('resumed by the same agent', 0.35) ? { resumedBySameAgent: true } : {}),
    ...lookingOrder(shape, channels),
    // New agents work at speeds that rounding would order where times are exact.
    ...(!chance.exact && chance.maybe('learning curve', 0.35)
      ? {
          learningCurve: {
            startFactor: chance.between(0.3, 0.9),
            weeks: chance.between(0.2, 3),
            newShare: chance.between(0.2, 0.8),
          },
        }
      : {}),
    ...(chance.maybe('reserve', 0.3) ? { reservedForLive: chance.whole(1, 2) } : {}),
    ...(chance.maybe('proficiency', 0.3)
      ? {
          proficiency: [
            { when: { issueTypes: [chance.one(shape.issueTypes)] }, factor: chance.factor(0.6, 1.5) },
            { when: {}, factor: chance.factor(0.8, 1.3) },
          ],
        }
      : {}),
  };
}

/** How the group looks at the lines, with a list of filters for some of them. */
function lookingOrder({ chance, issueTypes }: Shape, channels: Channels): Partial<GroupInput> {
  const order = chance.one(['liveFirst', 'liveFirst', 'fixedList', 'longestQueue'] as const);
  if (order === 'liveFirst' || (order === 'longestQueue' && chance.is(0.5))) return { order };
  const ids = [...channels.list, ...channels.further].map((channel) => channel.id);
  const filter = (): NonNullable<GroupInput['queueList']>[number] =>
    chance.is(0.5)
      ? { channels: chance.some(ids, 0.4) }
      : {
          issueTypes: chance.some(issueTypes, 0.4),
          ...(chance.is(0.3) ? { channels: [chance.one(ids)] } : {}),
        };
  return { order, queueList: Array.from({ length: chance.whole(1, 3) }, filter) };
}

function staffing(
  { chance, calendars }: Shape,
  agents: number,
  hours: string | undefined,
): GroupInput['staffing'] {
  const leaving = chance.one(['finish', 'finish', 'handOver', 'interrupt'] as const);
  const isTogether = calendars.together !== undefined && chance.is(0.7);
  const kind = isTogether
    ? 'hours'
    : chance.one(
        hours === undefined
          ? (['counts', 'shifts'] as const)
          : (['hours', 'hours', 'counts', 'shifts'] as const),
      );
  chance.mark(`staffing ${kind}`);
  const whole = Math.max(1, Math.round(agents));
  switch (kind) {
    case 'hours':
      return { kind, leaving, agents: chance.is(0.3) ? agents : whole };
    case 'counts': {
      const spans = chance.is(0.3)
        ? [['00:00', '24:00', whole] as const]
        : ([
            ['00:00', '08:00', Math.floor(whole / 3)],
            ['08:00', '17:00', whole],
            ['11:00', '14:30', Math.max(1, Math.round(whole / 3))],
            ['17:00', '22:15', Math.round(whole / 2)],
          ] as const);
      return {
        kind,
        leaving,
        leaverChoice: chance.is(0.45) ? 'random' : 'shortestIdle',
        counts: spans.map(([from, to, count]) => ({ weekdays: everyDay, from, to, agents: count })),
      };
    }
    case 'shifts': {
      chance.mark('breaks');
      const part = (share: number): number => Math.max(1, Math.round(agents * share));
      return {
        kind,
        leaving,
        assignments: [
          { shift: 'early', weekdays: everyDay, agents: part(0.6) },
          { shift: 'late', weekdays: everyDay.slice(0, 6), agents: part(0.5) },
          { shift: 'night', weekdays: everyDay, agents: part(0.2) },
        ],
      };
    }
  }
}

const shifts = (): Teams['shifts'] => [
  { id: 'early', name: 'Early', start: '07:30', end: '16:00', breaks: [{ start: '11:30', minutes: 30 }] },
  {
    id: 'late',
    name: 'Late',
    start: '13:00',
    end: '22:00',
    breaks: [
      { start: '15:00', minutes: 15 },
      { start: '18:00', minutes: 45 },
    ],
  },
  { id: 'night', name: 'Night', start: '22:00', end: '06:30', breaks: [{ start: '02:00', minutes: 30 }] },
];
