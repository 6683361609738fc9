// Work that waits for business hours: one after the other by hand, and as a fluid.
import { exactAnswer } from '../exactAnswer.ts';
import { exactly, inTotal, promiseKept } from '../figures.ts';
import { deterministic, exponential, planOf, recordedDemand, steadyDemand, teamOf } from '../planParts.ts';
import type { SimulationCase } from '../verificationCase.ts';

const day = 86_400;
const hour = 3600;
const email = { id: 'email', name: 'E-mail', kind: 'email' } as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const everyDay = [...weekdays, 'saturday', 'sunday'] as const;
const hoursOf = (days: readonly (typeof everyDay)[number][], from: string, to: string) => ({
  id: 'hours',
  name: 'Hours',
  weekly: [{ weekdays: [...days], spans: [{ from, to }] }],
});
const rounding = 1e-6;

/** 49 pieces of 590 s are begun from 9 to 17 o'clock, the last of them ends 110 s later. */
const oneByOne: SimulationCase = {
  kind: 'simulation',
  id: 'deferred-one-by-one',
  topic: 'deferredWork',
  source: {
    citation: 'Worked by hand: first come, first served, one agent from 9 to 17 o’clock',
    place:
      '120 e-mails after midnight, one a second, 590 s each: number i is begun on day i div 49 at 9:00 + (i mod 49) 590 s',
  },
  experiment: () => {
    const count = 120;
    const handling = 590;
    const perDay = 49;
    const responses = Array.from({ length: count }, (_, i) => {
      const done = Math.floor(i / perDay) * day + 9 * hour + ((i % perDay) + 1) * handling;
      return done - i;
    });
    const share = (within: number): number => responses.filter((time) => time <= within).length / count;
    const mean = responses.reduce((sum, time) => sum + time, 0) / count;
    const targets = [12 * hour, 36 * hour, 60 * hour];
    return {
      plan: planOf({
        horizon: { start: '2026-01-05', days: 4 },
        channels: [email],
        calendars: [hoursOf(everyDay, '09:00', '17:00')],
        demand: [
          recordedDemand(
            'mails',
            Array.from({ length: count }, (_, i) => i),
            { channel: 'email' },
          ),
        ],
        teams: [teamOf('team', 1, { hours: 'hours' })],
        handling: [{ time: deterministic(handling) }],
        promises: targets.map((targetSeconds) => ({
          id: `within${targetSeconds / hour}h`,
          name: 'Within',
          clock: 'firstResponse' as const,
          targetSeconds,
          shareToAttain: 0.8,
        })),
      }),
      replications: 2,
      figures: [
        exactly(inTotal('firstResponseMeanSeconds', mean, rounding)),
        exactly(inTotal('waitMeanSeconds', mean - handling, rounding)),
        exactly(inTotal('overRunHours', (2 * 110) / hour, rounding)),
        ...targets.map((target) => exactly(promiseKept(`within${target / hour}h`, share(target), 1e-12))),
      ],
    };
  },
};

const agents = 5;
/** 54 of them end just after a day of nine hours: nobody stays for another one. */
const pieceSeconds = 601;
const perWeek = 1400;
const fluidGiven = {
  intervalSeconds: hour,
  contacts: Array.from({ length: 168 }, () => perWeek / 168),
  agents: Array.from({ length: 168 }, (_, h) => {
    const isOpen = Math.floor(h / 24) < 6 && h % 24 >= 8 && h % 24 < 17;
    return isOpen ? agents : 0;
  }),
  handlingSeconds: pieceSeconds,
  targetSeconds: 24 * hour,
};

/** Evenly spaced pieces of one size differ from a fluid by less than one piece. */
const asFluid: SimulationCase = {
  kind: 'simulation',
  id: 'deferred-fluid-week',
  topic: 'deferredWork',
  source: {
    citation: 'G. Newell, Applications of queueing theory, 2nd edition (1982)',
    place: 'cumulative arrivals and capacity of a week as a fluid; tolerance: one piece of work',
  },
  exact: { formula: 'deferred-work', given: fluidGiven },
  experiment: () => {
    const exact = exactAnswer('deferred-work', fluidGiven);
    const weeks = 3;
    const gap = (7 * day) / perWeek;
    const arrivals = Array.from({ length: weeks * perWeek }, (_, i) => (i + 0.5) * gap);
    return {
      plan: planOf({
        horizon: { start: '2026-01-05', days: 7 * weeks, warmUpDays: 7 },
        channels: [email],
        calendars: [hoursOf([...weekdays, 'saturday'], '08:00', '17:00')],
        demand: [recordedDemand('mails', arrivals, { channel: 'email' })],
        teams: [teamOf('team', agents, { hours: 'hours' })],
        handling: [{ time: deterministic(pieceSeconds) }],
        promises: [
          {
            id: 'within24h',
            name: 'Within a day',
            clock: 'firstResponse',
            firstResponseAt: 'begin',
            targetSeconds: 24 * hour,
            shareToAttain: 0.8,
          },
        ],
      }),
      replications: 2,
      figures: [
        exactly(inTotal('waitMeanSeconds', exact.number('meanWaitSeconds'), pieceSeconds)),
        exactly(
          inTotal(
            'queueLengthMeanContacts',
            (exact.number('meanWaitSeconds') * perWeek) / (7 * day),
            (pieceSeconds * perWeek) / (7 * day),
          ),
        ),
        exactly(promiseKept('within24h', exact.number('serviceLevel'), 0.01)),
      ],
    };
  },
};

interface Week {
  readonly id: string;
  readonly agents: number;
  readonly days: readonly (typeof everyDay)[number][];
  readonly from: number;
  readonly to: number;
  readonly contactsPerHour: number;
  readonly handlingSeconds: number;
  /** So many weeks are simulated in a replication, four of them before counting begins. */
  readonly weeks: number;
  readonly widths: number;
}

const weekGiven = (week: Week, targetSeconds: number, promiseClock: 'wall' | 'open') => ({
  intervalSeconds: hour,
  contacts: Array.from({ length: 168 }, () => week.contactsPerHour),
  agents: Array.from({ length: 168 }, (_, h) => {
    const isOpen = Math.floor(h / 24) < week.days.length && h % 24 >= week.from && h % 24 < week.to;
    return isOpen ? week.agents : 0;
  }),
  handlingSeconds: week.handlingSeconds,
  targetSeconds,
  clock: promiseClock,
  shiftEnd: 'handBack',
  start: 'repeating',
});

const weekPromises = [
  { id: 'clock4h', within: 4 * hour, clock: 'wall' },
  { id: 'clock24h', within: 24 * hour, clock: 'wall' },
  { id: 'business2h', within: 2 * hour, clock: 'open' },
  { id: 'business8h', within: 8 * hour, clock: 'open' },
] as const;

/** Business hours of a week that repeats itself; what is begun at closing is laid down and taken up again. */
const weekCase = (week: Week): SimulationCase => ({
  kind: 'simulation',
  id: week.id,
  topic: 'deferredWork',
  source: {
    citation:
      'L. Green, P. Kolesar and W. Whitt, Coping with time-varying demand, Production and Operations Management 16 (2007)',
    place:
      'forward equations of M(t)/M/s(t) over a week that repeats itself, promises around the clock and in business hours',
  },
  exact: { formula: 'day', given: weekGiven(week, 8 * hour, 'open') },
  experiment: () => {
    const two = (h: number): string => `${String(h).padStart(2, '0')}:00`;
    const answers = weekPromises.map(({ within, clock }) =>
      exactAnswer('day', weekGiven(week, within, clock)),
    );
    const wait = answers[0]?.number('meanWaitSeconds') ?? Number.NaN;
    const queue = (wait * week.contactsPerHour) / hour;
    return {
      plan: planOf({
        horizon: { start: '2026-01-05', days: 7 * week.weeks, warmUpDays: 28 },
        channels: [email],
        calendars: [hoursOf(week.days, two(week.from), two(week.to))],
        demand: [steadyDemand('mails', week.contactsPerHour / hour, { channel: 'email' })],
        teams: [
          teamOf(
            'team',
            week.agents,
            { hours: 'hours' },
            { staffing: { kind: 'hours', agents: week.agents, leaving: 'interrupt' } },
          ),
        ],
        handling: [{ time: exponential(week.handlingSeconds) }],
        promises: weekPromises.map(({ id, within, clock }) => ({
          id,
          name: 'Within',
          clock: 'firstResponse' as const,
          firstResponseAt: 'begin' as const,
          targetSeconds: within,
          shareToAttain: 0.8,
          ...(clock === 'open' ? { measuredIn: 'businessHours' as const, calendar: 'hours' } : {}),
        })),
      }),
      replications: 20,
      figures: [
        ...weekPromises.map(({ id }, k) =>
          promiseKept(id, answers[k]?.number('serviceLevelInAll') ?? Number.NaN, week.widths),
        ),
        inTotal('queueLengthMeanContacts', queue, 2 * week.widths * queue),
      ],
    };
  },
});

const weekCases = [
  weekCase({
    id: 'deferred-week-one-agent',
    agents: 1,
    days: weekdays,
    from: 9,
    to: 17,
    contactsPerHour: 0.5,
    handlingSeconds: 1200,
    weeks: 54,
    widths: 0.03,
  }),
  weekCase({
    id: 'deferred-week-five-agents',
    agents: 5,
    days: [...weekdays, 'saturday'],
    from: 8,
    to: 20,
    contactsPerHour: 5.75,
    handlingSeconds: 1200,
    weeks: 24,
    widths: 0.03,
  }),
];

export const deferredCases: readonly SimulationCase[] = [oneByOne, asFluid, ...weekCases];
