// Two call centres of several skills, with the outputs that the Université de Montréal has published for them.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { PlanInput } from '../../plan/schema/plan.ts';
import { inScope, inTotal, promiseKept } from '../figures.ts';
import { deterministic, exponential, type LawInput, planOf, teamOf } from '../planParts.ts';
import type { Experiment, SimulationCase, SimulationFigure } from '../verificationCase.ts';

const minute = 60;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const uniform = (low: number, high: number): LawInput => ({
  law: 'uniform',
  lowSeconds: low * minute,
  highSeconds: high * minute,
});

/** A printed mean with the half-width of its 95 % interval; the figure holds what ours must reach. */
const printed = (figure: SimulationFigure, halfWidth: number): SimulationFigure => ({
  ...figure,
  standardError: halfWidth / 1.96,
});
const ofType = (id: string, measure: MeasureId, mean: number, halfWidth: number, most: number) =>
  printed(inScope('issueTypes', id, measure, mean, most), halfWidth);
const overall = (measure: MeasureId, mean: number, halfWidth: number, most: number) =>
  printed(inTotal(measure, mean, most), halfWidth);
const busy = (team: string, mean: number, halfWidth: number) =>
  printed(inScope('teams', team, 'utilisationFraction', mean, 0.006), halfWidth);

/** Open from 8 to 17 o'clock on five days; twice as many calls in the first hour. Who waits at closing is cut off. */
const openFiveDays = (types: readonly { readonly id: string; readonly perDay: number }[]) => ({
  horizon: { start: '2026-01-05', days: 5 },
  calendars: [
    {
      id: 'open',
      name: 'Open',
      weekly: [{ weekdays: [...weekdays], spans: [{ from: '08:00', to: '17:00' }] }],
    },
  ],
  profiles: [
    {
      id: 'day',
      name: 'Day',
      timeOfDay: [
        { weekdays: [...weekdays], from: '08:00', intervalMinutes: 60, weights: [2, 1, 1, 1, 1, 1, 1, 1, 1] },
      ],
    },
  ],
  issueTypes: types.map(({ id }) => ({ id, name: id })),
  demand: types.map(({ id, perDay }) => ({
    id,
    issueType: id,
    channel: 'phone',
    profile: 'day',
    volume: { contacts: perDay, per: 'day' as const },
  })),
});

const openTeam = (id: string, agents: number, queueList?: Group['queueList']): Team =>
  teamOf(
    id,
    agents,
    { hours: 'open', agentChoice: 'random' },
    queueList === undefined ? {} : { order: 'fixedList', queueList },
  );
type Team = PlanInput['teams'][number];
type Group = Team['groups'][number];

/** Patience belongs to a channel, so each type has a channel of its own here, and the 15 lines, which block 0.07 %, are left out. */
function bankExperiment(): Experiment {
  const types = [
    { id: 'savings', perDay: 20, patience: uniform(3, 5), target: 1 },
    { id: 'checking', perDay: 200, patience: uniform(3, 5), target: 1.5 },
    { id: 'balance', perDay: 500, patience: uniform(2.5, 3.5), target: 0.5 },
  ];
  const base = openFiveDays(types);
  const filter = (...issueTypes: string[]) => ({ issueTypes });
  const handling = (issueType: string, team: string, minutes: number) => ({
    when: { issueTypes: [issueType], teams: [team] },
    time: exponential(minutes * minute),
  });
  return {
    plan: planOf({
      ...base,
      channels: types.map(({ id, patience }) => ({
        id,
        name: id,
        kind: 'phone' as const,
        hours: 'open',
        atClosing: 'disconnect' as const,
        patience,
      })),
      demand: base.demand.map((row) => ({ ...row, channel: row.issueType })),
      teams: [
        openTeam('group0', 3, [filter('savings'), filter('checking', 'balance')]),
        openTeam('group1', 4, [filter('checking'), filter('savings', 'balance')]),
      ],
      routing: [
        { when: filter('savings'), entries: [{ teams: ['group0'] }, { teams: ['group1'] }] },
        { when: filter('checking'), entries: [{ teams: ['group1'] }, { teams: ['group0'] }] },
        { when: filter('balance'), entries: [{ teams: ['group0', 'group1'] }] },
      ],
      handling: [
        handling('savings', 'group0', 3.75),
        handling('checking', 'group1', 3.75),
        { when: filter('balance'), time: exponential(minute) },
        { time: exponential(5 * minute) },
      ],
      promises: types.map(({ id, target }) => ({
        id,
        name: id,
        applies: filter(id),
        clock: 'firstResponse' as const,
        targetSeconds: target * minute,
        shareToAttain: 0.8,
      })),
    }),
    replications: 120,
    figures: [
      ofType('savings', 'offeredContacts', 99.819, 0.623, 3),
      ofType('checking', 'offeredContacts', 1000.146, 1.934, 8),
      ofType('balance', 'offeredContacts', 2502.34, 3.104, 12),
      ofType('savings', 'handlingPerResolutionMeanSeconds', 3.781 * minute, 0.0235 * minute, 6),
      ofType('checking', 'handlingPerResolutionMeanSeconds', 3.852 * minute, 0.008 * minute, 3),
      ofType('balance', 'handlingPerResolutionMeanSeconds', 0.999 * minute, 0.0015 * minute, 0.5),
      printed(promiseKept('savings', 0.99234, 0.004), 0.00062),
      printed(promiseKept('checking', 0.99461, 0.002), 0.0003),
      printed(promiseKept('balance', 0.97301, 0.003), 0.00064),
      ofType('savings', 'firstResponseMeanSeconds', 0.024 * minute, 0.0015 * minute, 0.6),
      ofType('checking', 'firstResponseMeanSeconds', 0.028 * minute, 0.001 * minute, 0.25),
      ofType('balance', 'firstResponseMeanSeconds', 0.036 * minute, 0.001 * minute, 0.2),
      busy('group0', 0.25353, 0.00072),
      busy('group1', 0.43093, 0.00079),
    ],
  };
}

/** Arrivals are printed with those who call again, here they are without. Waits of all attempts count together. */
function bilingualExperiment(): Experiment {
  const types = [
    { id: 'english', perDay: 500 },
    { id: 'spanish', perDay: 500 },
  ];
  return {
    plan: planOf({
      ...openFiveDays(types),
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          hours: 'open',
          lines: 40,
          patience: exponential(2 * minute),
          afterHours: 'queue',
          atClosing: 'disconnect',
          redial: { share: 0.75, delay: deterministic(20 * minute), samePatience: true },
        },
      ],
      teams: [openTeam('english', 7), openTeam('spanish', 7), openTeam('bilingual', 4)],
      routing: ['english', 'spanish'].map((id) => ({
        when: { issueTypes: [id] },
        entries: [{ teams: [id, 'bilingual'] }],
      })),
      handling: [
        { when: { issueTypes: ['english'] }, time: uniform(3, 7) },
        { when: { issueTypes: ['spanish'] }, time: uniform(4, 6) },
      ],
      promises: ['english', 'spanish'].map((id) => ({
        id,
        name: id,
        applies: { issueTypes: [id] },
        clock: 'firstResponse' as const,
        targetSeconds: minute,
        shareToAttain: 0.8,
        serviceLevelOf: 'expectedOffered' as const,
        redialWaits: 'cumulated' as const,
      })),
    }),
    replications: 120,
    figures: [
      ofType('english', 'offeredContacts', 2555.811 - 54.073, 3.6, 16),
      ofType('spanish', 'offeredContacts', 2554.35 - 53.095, 3.6, 16),
      ofType('english', 'redialContacts', 54.073, 0.837, 4),
      ofType('spanish', 'redialContacts', 53.095, 0.822, 4),
      printed(promiseKept('english', 0.97946, 0.008), 0.00116),
      printed(promiseKept('spanish', 0.97929, 0.008), 0.00119),
      overall('answeredContacts', 4967.235, 4.289, 20),
      overall('abandonedContacts', 142.868, 1.659, 8),
      busy('english', 0.47624, 0.0006),
      busy('spanish', 0.47639, 0.0006),
      busy('bilingual', 0.63254, 0.00057),
    ],
  };
}

const examples = [
  ['contactcenters-bank', 'Bank: own specialty first, then the longest wait', bankExperiment],
  [
    'contactcenters-bilingual',
    'Bilingual: any free agent who speaks the language, repeated calls',
    bilingualExperiment,
  ],
] as const;

export const contactCenterCases: readonly SimulationCase[] = examples.map(([id, place, experiment]) => ({
  kind: 'simulation',
  id,
  topic: 'fullExample',
  source: {
    citation: 'Université de Montréal, ContactCenters, examples (github.com/umontreal-simul/contactcenters)',
    place: `${place}, 1000 replications`,
  },
  experiment,
}));
