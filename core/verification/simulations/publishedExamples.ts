// Whole examples that others have published: with the numbers of their simulations and the intervals of those, or with an
// exact answer under their setting.
import { dayPlan } from '../experiments/days.ts';
import { inInterval, inTotal, promiseKept } from '../figures.ts';
import { exponential, planOf, teamOf } from '../planParts.ts';
import type { Experiment, SimulationCase, SimulationFigure, Source } from '../verificationCase.ts';
import { contactCenterCases } from './contactCenters.ts';
import { poolingCases } from './poolingCases.ts';

/** A figure that a simulation has printed: the mean, the half-width of its interval, and the quantile behind that. */
const printed = (figure: SimulationFigure, halfWidth: number, quantile: number): SimulationFigure => ({
  ...figure,
  standardError: halfWidth / quantile,
});
const of95 = 1.96;
const of90 = 1.645;

const contactCenters = (place: string): Source => ({
  citation: 'Université de Montréal, ContactCenters, examples (github.com/umontreal-simul/contactcenters)',
  place,
});

interface Mmc {
  readonly id: string;
  readonly place: string;
  readonly patience?: number;
  readonly waitingPlaces?: number;
  readonly figures: readonly SimulationFigure[];
}

/** 12 agents, 4.2 calls a minute of 2 minutes, from empty; the calls of the first 480 minutes. */
const arrivalsOfMmc = 2016;
function mmcExperiment({ patience, waitingPlaces, figures }: Mmc): Experiment {
  const plan = dayPlan({
    calls: Array.from({ length: 16 }, () => arrivalsOfMmc / 16),
    staff: Array.from({ length: 20 }, () => 12),
    handling: exponential(120),
    ...(patience === undefined ? {} : { patience: exponential(patience) }),
    targetSeconds: 20,
  });
  const channels = plan.channels.map((channel) =>
    waitingPlaces === undefined ? channel : { ...channel, waitingPlaces },
  );
  return {
    plan: { ...plan, channels, horizon: { ...plan.horizon, intervalMinutes: 480 } },
    replications: 200,
    figures,
  };
}

const mmcCases = (
  [
    {
      id: 'contactcenters-mmc',
      place: 'MMC, 1000 replications',
      figures: [
        printed(promiseKept('soon', 1816.158 / arrivalsOfMmc, 0.006), 3.54 / arrivalsOfMmc, of95),
        printed(inTotal('answerWaitMeanSeconds', 0.099 * 60, 0.5), 0.0025 * 60, of95),
        printed(inInterval('occupancyFraction', 0, 0.695, 0.004), 0.0015, of95),
      ],
    },
    {
      id: 'contactcenters-mmc-patience',
      place: 'MMCAb: patience of a minute, 1000 replications',
      patience: 60,
      figures: [
        printed(promiseKept('soon', 1906.008 / arrivalsOfMmc, 0.004), 2.223 / arrivalsOfMmc, of95),
        printed(inTotal('abandonedContacts', 58.609, 4), 0.949, of95),
        printed(inTotal('answerWaitMeanSeconds', 0.024 * 60, 0.2), 0.0005 * 60, of95),
        printed(inInterval('occupancyFraction', 0, 0.675, 0.004), 0.0015, of95),
      ],
    },
    {
      id: 'contactcenters-mmc-places',
      place: 'MMCBlocked: five waiting places, 1000 replications',
      waitingPlaces: 5,
      figures: [
        printed(promiseKept('soon', 0.929, 0.004), 0.001, of95),
        printed(inTotal('blockedContacts', 18.655, 3), 0.61, of95),
        printed(inTotal('answerWaitMeanSeconds', 0.06 * 60, 0.25), 0.001 * 60, of95),
        printed(inInterval('occupancyFraction', 0, 0.689, 0.004), 0.001, of95),
      ],
    },
  ] satisfies Mmc[]
).map(
  (mmc): SimulationCase => ({
    kind: 'simulation',
    id: mmc.id,
    topic: 'fullExample',
    source: contactCenters(mmc.place),
    experiment: () => mmcExperiment(mmc),
  }),
);

const clock = (h: number): string => `${String(h).padStart(2, '0')}:00`;
const weekdays = ['monday'] as const;

/** Thirteen hours from eight o'clock; the last staff stays until the line is empty. */
function callCentre(
  gammaShape: number,
  replications: number,
  figures: readonly SimulationFigure[],
): Experiment {
  const calls = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];
  const staff = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4];
  const from = 8;
  return {
    plan: planOf({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(1000), balkingShare: 0.1 },
      ],
      profiles: [
        {
          id: 'day',
          name: 'Day',
          timeOfDay: [{ weekdays: [...weekdays], from: clock(from), intervalMinutes: 60, weights: calls }],
        },
      ],
      volumeModel: { busyDayCv: 1 / Math.sqrt(gammaShape) },
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          profile: 'day',
          volume: { contacts: calls.reduce((sum, count) => sum + count, 0), per: 'day' },
        },
      ],
      teams: [
        teamOf(
          'team',
          1,
          {},
          {
            staffing: {
              kind: 'counts',
              counts: staff.map((agents, h) => ({
                weekdays: [...weekdays],
                from: clock(from + h),
                to: clock(h + 1 === staff.length ? 24 : from + h + 1),
                agents,
              })),
            },
          },
        ),
      ],
      handling: [{ time: exponential(100) }],
      promises: [
        {
          id: 'good',
          name: 'Good',
          clock: 'firstResponse',
          targetSeconds: 20,
          shareToAttain: 0.8,
          abandoned: 'metWithinTarget',
        },
      ],
    }),
    replications,
    figures,
  };
}

const busyCallCentre: SimulationCase = {
  kind: 'simulation',
  id: 'call-centre-busy-days',
  topic: 'fullExample',
  source: contactCenters('callcc: days with a Gamma(10) factor, 1000 replications, 90 % intervals'),
  experiment: () =>
    callCentre(10, 300, [
      printed(inTotal('offeredContacts', 1639.507, 80), 26.718, of90),
      printed(inTotal('waitMeanSeconds', 11.834, 6), 1.774, of90),
      printed(promiseKept('good', 0.853, 0.03), 0.009, of90),
      printed(inTotal('abandonedFraction', 0.0342, 0.01), 0.00315, of90),
    ]),
};

const steadyCallCentre: SimulationCase = {
  kind: 'simulation',
  id: 'call-centre-ssj',
  topic: 'fullExample',
  source: {
    citation: 'P. L’Ecuyer, SSJ tutorial, CallCenter (github.com/umontreal-simul/ssj)',
    place: 'CallCenter.res: days with a Gamma(400) factor, 10,000 replications, 90 % intervals',
  },
  experiment: () =>
    callCentre(400, 400, [
      printed(inTotal('offeredContacts', 1660.366, 12), 1.54, of90),
      printed(inTotal('waitMeanSeconds', 4.713, 0.35), 0.033, of90),
      printed(promiseKept('good', 0.925, 0.006), 0.0005, of90),
      printed(inTotal('abandonedFraction', 0.02, 0.0015), 0.0005, of90),
    ]),
};

export const publishedExamples: readonly SimulationCase[] = [
  ...mmcCases,
  busyCallCentre,
  steadyCallCentre,
  ...contactCenterCases,
  ...poolingCases,
];
