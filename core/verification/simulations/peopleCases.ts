// Rules about people whose effect is known: call-backs, warm hand-overs, internal work, learning, a backlog at the start.
import { exactAnswer } from '../exactAnswer.ts';
import { exactly, inInterval, inScope, inTotal, scaleFor } from '../figures.ts';
import { deterministic, exponential, planOf, recordedDemand, steadyDemand, teamOf } from '../planParts.ts';
import type { SimulationCase } from '../verificationCase.ts';

const callBackGiven = { agents: 4, contactsPerHour: 3.2 * 3600, handlingSeconds: 1 };

/** Whoever would wait is called back in the order of coming: the number present is that of the queue itself. */
const callBacks: SimulationCase = {
  kind: 'simulation',
  id: 'call-backs-all',
  topic: 'callBacks',
  source: {
    citation: 'A. K. Erlang (1917)',
    place: 'everyone who would wait takes the call-back and answers: the number present stays that of M/M/c',
  },
  exact: { formula: 'erlang-c', given: callBackGiven },
  experiment: () => {
    const exact = exactAnswer('erlang-c', callBackGiven);
    const arrivals = 3.2;
    const { unit, horizon, counted } = scaleFor(arrivals, 6000, 100);
    const queue = exact.number('meanQueue');
    const waiting = arrivals * counted * exact.number('pWait');
    return {
      plan: planOf({
        horizon,
        channels: [
          {
            id: 'phone',
            name: 'Phone',
            kind: 'phone',
            patience: exponential(unit),
            callBackOffer: { thresholdSeconds: 0, acceptedShare: 1, channel: 'callBack' },
          },
          { id: 'callBack', name: 'Call-back', kind: 'callBack' },
        ],
        demand: [steadyDemand('calls', arrivals / unit)],
        teams: [teamOf('team', callBackGiven.agents)],
        handling: [{ time: exponential(unit) }],
      }),
      replications: 20,
      figures: [
        inScope('teams', 'team', 'queueLengthMeanContacts', queue, 0.2 * queue),
        inTotal('occupancyFraction', exact.number('occupancy'), 0.015),
        inScope('channels', 'callBack', 'answeredContacts', waiting, 0.05 * waiting),
      ],
    };
  },
};

const overlap = 0.5;
const handedOver = 0.4;
/** Talk of mean 1, and for a share the overlap: mean 1 + q o, variance 1 + q (1 - q) o^2. */
const heldMean = 1 + handedOver * overlap;
const heldVariation = Math.sqrt(1 + handedOver * (1 - handedOver) * overlap * overlap) / heldMean;
const warmGiven = {
  contactsPerHour: [0.6 * 3600],
  handlingSeconds: [heldMean],
  handlingVariation: [heldVariation],
};

const warm: SimulationCase = {
  kind: 'simulation',
  id: 'warm-hand-over',
  topic: 'warmHandOver',
  source: {
    citation: 'F. Pollaczek (1930), A. Khinchine (1932)',
    place:
      'M/G/1: 40 % are handed over warm to a team without limit, which holds the agent for half a handling more',
  },
  exact: { formula: 'single-agent', given: warmGiven },
  experiment: () => {
    const exact = exactAnswer('single-agent', warmGiven);
    const { unit, horizon } = scaleFor(0.6, 4000, 150);
    const wait = exact.number('meanWaitSeconds') * unit;
    const queue = exact.number('meanQueue');
    return {
      plan: planOf({
        horizon,
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        demand: [steadyDemand('calls', 0.6 / unit)],
        teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 60, { tier: 'two' })],
        handling: [{ time: exponential(unit) }],
        outcomes: [
          {
            when: { tiers: ['one'] },
            next: [
              {
                kind: 'functional',
                share: handedOver,
                to: 'nextTier',
                warm: { overlapSeconds: overlap * unit },
              },
            ],
          },
        ],
      }),
      replications: 20,
      figures: [
        inScope('teams', 'first', 'waitMeanSeconds', wait, 0.25 * wait),
        inScope('teams', 'first', 'queueLengthMeanContacts', queue, 0.25 * queue),
        inScope('teams', 'first', 'occupancyFraction', 0.6 * heldMean, 0.02),
      ],
    };
  },
};

/** A contact takes a minute and a piece of internal work half an hour, as it stands in the plan. */
const contactSeconds = 600;
const pieceSeconds = 1800;
const internalHoursPerWeek = 42;
const contactsPerHour = 2.4;
const internalGiven = {
  contactsPerHour: [contactsPerHour, (internalHoursPerWeek * 3600) / pieceSeconds / 168],
  handlingSeconds: [contactSeconds, pieceSeconds],
  handlingVariation: [1, 0],
};

const internalWork: SimulationCase = {
  kind: 'simulation',
  id: 'internal-work-last',
  topic: 'internalWork',
  source: {
    citation: 'A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954)',
    place: 'one agent, contacts before pieces of internal work of half an hour',
  },
  exact: { formula: 'single-agent', given: internalGiven },
  experiment: () => {
    const exact = exactAnswer('single-agent', internalGiven);
    const wait = exact.number('rankedMeanWaitSeconds', 0);
    return {
      plan: planOf({
        horizon: { start: '2026-01-05', days: 70, warmUpDays: 7, intervalMinutes: 1440 },
        demand: [steadyDemand('calls', contactsPerHour / 3600)],
        teams: [teamOf('team', 1)],
        handling: [{ time: exponential(contactSeconds) }],
        internalWork: [
          {
            id: 'articles',
            name: 'Articles',
            team: 'team',
            hoursPerWeek: internalHoursPerWeek,
            pieceMinutes: 30,
          },
        ],
      }),
      replications: 20,
      figures: [
        inTotal('waitMeanSeconds', wait, 0.1 * wait),
        inTotal('occupancyFraction', exact.number('occupancy'), 0.02),
      ],
    };
  },
};

/** Proficiency at time t of `weeks`: startFactor + (1 - startFactor) min(1, t / weeks); nobody waits. */
const learning: SimulationCase = {
  kind: 'simulation',
  id: 'learning-curve',
  topic: 'learning',
  source: {
    citation: 'Worked by hand: handling time divided by the proficiency of the day',
    place:
      'all agents new, half as quick at first, after two weeks at full speed; 100 s each, a contact an hour for four weeks',
  },
  experiment: () => {
    const week = 604_800;
    const startFactor = 0.5;
    const weeks = 2;
    const times = Array.from({ length: 4 * 168 }, (_, h) => h * 3600);
    const handling = times.map(
      (t) => 100 / (startFactor + (1 - startFactor) * Math.min(1, t / (weeks * week))),
    );
    return {
      plan: planOf({
        horizon: { start: '2026-01-05', days: 28 },
        demand: [recordedDemand('calls', times)],
        teams: [teamOf('team', 2, {}, { learningCurve: { startFactor, weeks, newShare: 1 } })],
        handling: [{ time: deterministic(100) }],
      }),
      replications: 2,
      figures: [
        exactly(
          inTotal(
            'handlingPerResolutionMeanSeconds',
            handling.reduce((sum, time) => sum + time, 0) / times.length,
            1e-6,
          ),
        ),
      ],
    };
  },
};

const backlogGiven = {
  backlog: 100,
  contacts: Array.from({ length: 12 }, () => 0),
  capacity: Array.from({ length: 12 }, () => 8),
};

/** Four agents begin four pieces of a quarter of an hour at a time: 96, 92, 88 ... wait. */
const backlog: SimulationCase = {
  kind: 'simulation',
  id: 'backlog-burn-down',
  topic: 'deferredWork',
  source: {
    citation: 'Worked by hand: burning down of a backlog at constant capacity',
    place:
      '100 e-mails at first, four agents, a quarter of an hour each: in half hour k, 94 - 8 k wait on average',
  },
  exact: { formula: 'backlog', given: backlogGiven },
  experiment: () => ({
    plan: planOf({
      channels: [{ id: 'email', name: 'E-mail', kind: 'email' }],
      demand: [recordedDemand('mails', [], { channel: 'email' })],
      teams: [teamOf('team', 4)],
      handling: [{ time: deterministic(900) }],
      startingBacklog: [{ demand: 'mails', contacts: 100, oldestSeconds: 86_400 }],
    }),
    replications: 2,
    figures: Array.from({ length: 12 }, (_, k) =>
      exactly(inInterval('queueLengthMeanContacts', k, 94 - 8 * k, 1e-9)),
    ),
  }),
};

export const peopleCases: readonly SimulationCase[] = [callBacks, warm, internalWork, learning, backlog];
