// Days whose contacts and agents change: load without limits, the course of a day, days that are busier than others.
import { exactAnswer } from '../exactAnswer.ts';
import { dayExperiment, dayGiven, dayPlan, dayRecord, type StaffedDay } from '../experiments/days.ts';
import { inInterval, inTotal } from '../figures.ts';
import { deterministic, exponential } from '../planParts.ts';
import type { SimulationCase, Source } from '../verificationCase.ts';

const calls = [40, 60, 95, 140, 90, 30];
const infiniteGiven = {
  intervalSeconds: 1800,
  contacts: calls,
  handling: { law: 'exponential', meanSeconds: 600 },
} as const;

const infiniteTeam: SimulationCase = {
  kind: 'simulation',
  id: 'infinite-team-day',
  topic: 'infiniteTeam',
  source: {
    citation:
      'S. Eick, W. Massey and W. Whitt, The physics of the M(t)/G/infinity queue, Operations Research 41 (1993)',
    place: 'm’ = rate - m / handling, half hours of three handling times',
  },
  exact: { formula: 'offered-load', given: infiniteGiven },
  experiment: () => {
    const exact = exactAnswer('offered-load', infiniteGiven);
    const agents = 150;
    const staff = calls.map(() => agents);
    return {
      plan: dayPlan({ calls, staff, handling: exponential(600), targetSeconds: 0 }),
      replications: 20,
      figures: calls.flatMap((count, i) => [
        inInterval('occupancyFraction', i, exact.number('loadErlangs', i) / agents, 0.02),
        inInterval('offeredContacts', i, count, 0.2 * count),
      ]),
    };
  },
};

const forwardEquations: Source = {
  citation:
    'L. Green, P. Kolesar and W. Whitt, Coping with time-varying demand, Production and Operations Management 16 (2007)',
  place: 'forward equations of M(t)/M/s(t)+M, integrated by randomisation',
};
const days: readonly (readonly [string, StaffedDay])[] = [
  [
    'day-small-team',
    {
      calls: [6, 10, 14, 18, 16, 12, 8, 6],
      staff: [2, 3, 4, 5, 4, 4, 3, 2],
      handlingSeconds: 360,
      patienceSeconds: 240,
      targetSeconds: 60,
      shiftEnd: 'finish',
    },
  ],
  [
    'day-understaffed-peak',
    {
      calls: [40, 60, 95, 140, 90, 50, 30],
      staff: [8, 12, 17, 22, 18, 11, 8],
      handlingSeconds: 300,
      patienceSeconds: 180,
      targetSeconds: 20,
      shiftEnd: 'finish',
    },
  ],
  [
    'day-handed-back',
    {
      calls: [6, 10, 14, 18, 16, 12, 8, 6],
      staff: [2, 3, 4, 5, 3, 4, 2, 2],
      handlingSeconds: 360,
      patienceSeconds: 240,
      targetSeconds: 60,
      shiftEnd: 'handBack',
    },
  ],
];
const courses = days.map(
  ([id, day]): SimulationCase => ({
    kind: 'simulation',
    id,
    topic: 'days',
    source: forwardEquations,
    exact: { formula: 'day', given: dayGiven(day) },
    experiment: () => dayExperiment(dayRecord(day), 200, { level: 0.06, queueShare: 0.4 }),
  }),
);

/** A negative binomial count: excess kurtosis (6 + p^2 / (1 - p)) / r with r = 1 / cv^2 and p = r / (r + mean). */
function excessKurtosis(mean: number, cv: number): number {
  const r = 1 / (cv * cv);
  const p = r / (r + mean);
  return (6 + (p * p) / (1 - p)) / r;
}

const busyDays: SimulationCase = {
  kind: 'simulation',
  id: 'busy-days-variance',
  topic: 'busyDays',
  source: {
    citation:
      'A. Avramidis, A. Deslauriers and P. L’Ecuyer, Modeling daily arrivals to a telephone call center, Management Science 50 (2004)',
    place: 'Poisson counts with a Gamma factor: variance = mean + cv^2 mean^2; mean 400, cv 0.2',
  },
  experiment: () => {
    const mean = 400;
    const cv = 0.2;
    const plan = {
      ...dayPlan({ calls: [mean], staff: [1], handling: deterministic(1), targetSeconds: 0 }),
      volumeModel: { busyDayCv: cv },
    };
    const variance = mean + cv * cv * mean * mean;
    const count = inTotal('offeredContacts', mean, 10);
    // The whole has the interval of stratified days; one half hour, which has all calls here, tells how single days scatter.
    const single = inInterval('offeredContacts', 0, mean, 10);
    return {
      plan,
      replications: 1000,
      figures: [
        count,
        {
          ...single,
          compared: 'variance',
          expected: variance,
          halfWidth: 0.12 * variance,
          excessKurtosis: excessKurtosis(mean, cv),
        },
      ],
    };
  },
};

export const dayCases: readonly SimulationCase[] = [infiniteTeam, ...courses, busyDays];
