// The experiment of Wallace and Whitt on pooling by skills: six kinds of calls, 90 agents, 120 lines.

import type { PlanInput } from '../../plan/schema/plan.ts';
import { exactAnswer } from '../exactAnswer.ts';
import { inTotal, promiseKept, scaleFor } from '../figures.ts';
import { exponential, groupOf, planOf, steadyDemand, teamOf } from '../planParts.ts';
import { pooledLines } from '../pooledLines.ts';
import type { Experiment, SimulationCase } from '../verificationCase.ts';

const kinds = [1, 2, 3, 4, 5, 6];
const agentsOfKind = 15;
const lines = 120;
/** Calls of one kind in a minute, and the minutes of a call. */
const rate = 1.4;
const handling = 10;
const source = {
  citation:
    'R. Wallace and W. Whitt, A staffing algorithm for call centers with skill-based routing, MSOM 7 (2005)',
};

interface Truth {
  readonly blocking: number;
  /** Of those who get a line. */
  readonly waits: number;
  readonly meanQueue: number;
  readonly occupancy: number;
}

type Parts = Pick<PlanInput, 'teams'> & Partial<PlanInput>;

/** `agreed` is the standard error of the truth where that is simulated, by figure. */
function poolingExperiment(parts: Parts, truth: Truth, agreed?: Truth): Experiment {
  const all = rate * kinds.length;
  const { unit, horizon, counted } = scaleFor(all, 20_000, 400);
  const calls = all * counted;
  const { blocking, waits, meanQueue, occupancy } = truth;
  const figures = [
    inTotal('blockedContacts', blocking * calls, 0.006 * calls),
    promiseKept('atOnce', 1 - waits, 0.04),
    inTotal('queueLengthMeanContacts', meanQueue, 0.2 * meanQueue),
    inTotal('occupancyFraction', occupancy, 0.008),
  ];
  const errors =
    agreed === undefined
      ? undefined
      : [agreed.blocking * calls, agreed.waits, agreed.meanQueue, agreed.occupancy];
  return {
    plan: planOf({
      horizon,
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', lines }],
      issueTypes: kinds.map((kind) => ({ id: `kind${kind}`, name: `Kind ${kind}` })),
      demand: kinds.map((kind) => steadyDemand(`calls${kind}`, rate / unit, { issueType: `kind${kind}` })),
      handling: [{ time: exponential(handling * unit) }],
      promises: [
        { id: 'atOnce', name: 'At once', clock: 'firstResponse', targetSeconds: 0, shareToAttain: 0.8 },
      ],
      ...parts,
    }),
    replications: 20,
    figures: figures.map((figure, k) =>
      errors === undefined ? figure : { ...figure, standardError: errors[k] as number },
    ),
  };
}

const ownTeams: Parts = {
  teams: kinds.map((kind) =>
    teamOf(`team${kind}`, agentsOfKind, { serves: { issueTypes: [`kind${kind}`] } }),
  ),
};
const oneTeam: Parts = { teams: [teamOf('all', agentsOfKind * kinds.length)] };

/** Three agents for each primary skill and each rotation of the other kinds; the first `skills` of the order are theirs. */
function rotated(skills: number): Parts {
  const groups = kinds.flatMap((primary) =>
    [0, 1, 2, 3, 4].map((turn) => {
      const others = [1, 2, 3, 4, 5].map((step) => ((primary - 1 + step) % 6) + 1);
      const order = [primary, ...others.slice(turn), ...others.slice(0, turn)].slice(0, skills);
      return { id: `agents${primary}turn${turn}`, order };
    }),
  );
  return {
    teams: [
      {
        id: 'all',
        name: 'All',
        groups: groups.map(({ id, order }) =>
          groupOf(id, 3, {
            order: 'fixedList',
            queueList: order.map((kind) => ({ issueTypes: [`kind${kind}`] })),
          }),
        ),
      },
    ],
    routing: kinds.map((kind) => ({
      when: { issueTypes: [`kind${kind}`] },
      entries: Array.from({ length: skills }, (_, level) => ({
        groups: groups.filter(({ order }) => order[level] === kind).map(({ id }) => id),
      })),
    })),
  };
}

const oneSkill: SimulationCase = {
  kind: 'simulation',
  id: 'pooling-1-skill',
  topic: 'resourcePooling',
  source: { ...source, place: 'setting of the pooling experiment, k = 1; exact by a truncated product form' },
  experiment: () =>
    poolingExperiment(
      ownTeams,
      pooledLines({ teams: kinds.length, agents: agentsOfKind, load: rate * handling, lines }),
    ),
};

const sixSkillsGiven = {
  agents: agentsOfKind * kinds.length,
  lines,
  contactsPerHour: rate * kinds.length * 60,
  handlingSeconds: handling * 60,
};
const sixSkills: SimulationCase = {
  kind: 'simulation',
  id: 'pooling-6-skills',
  topic: 'resourcePooling',
  source: { ...source, place: 'setting of the pooling experiment, k = 6; exact as M/M/90/120' },
  exact: { formula: 'finite-lines', given: sixSkillsGiven },
  experiment: () => {
    const exact = exactAnswer('finite-lines', sixSkillsGiven);
    const blocking = exact.number('blocking');
    return poolingExperiment(oneTeam, {
      blocking,
      waits: exact.number('pWait') / (1 - blocking),
      meanQueue: exact.number('meanQueue'),
      occupancy: exact.number('occupancy'),
    });
  },
};

/** Means and 95 % half-widths of an independent program, 60 replications. */
const simulated: readonly (readonly [skills: number, means: Truth, halfWidths: Truth])[] = [
  [
    2,
    { blocking: 0.0042553, waits: 0.423042, meanQueue: 4.938668, occupancy: 0.929156 },
    { blocking: 0.0001981, waits: 0.003819, meanQueue: 0.079824, occupancy: 0.000687 },
  ],
  [
    4,
    { blocking: 0.0035677, waits: 0.38019, meanQueue: 3.806358, occupancy: 0.929531 },
    { blocking: 0.000177, waits: 0.004555, meanQueue: 0.070715, occupancy: 0.000812 },
  ],
  [
    5,
    { blocking: 0.0037198, waits: 0.381456, meanQueue: 3.806504, occupancy: 0.930009 },
    { blocking: 0.00019, waits: 0.004627, meanQueue: 0.07943, occupancy: 0.000765 },
  ],
];
const severalSkills = simulated.map(
  ([skills, means, halfWidths]): SimulationCase => ({
    kind: 'simulation',
    id: `pooling-${skills}-skills`,
    topic: 'resourcePooling',
    source: {
      ...source,
      place: `setting of the pooling experiment, k = ${skills}; figures of an independent program, 60 replications`,
    },
    experiment: () => {
      const error = (halfWidth: number): number => halfWidth / 1.96;
      return poolingExperiment(rotated(skills), means, {
        blocking: error(halfWidths.blocking),
        waits: error(halfWidths.waits),
        meanQueue: error(halfWidths.meanQueue),
        occupancy: error(halfWidths.occupancy),
      });
    },
  }),
);

export const poolingCases: readonly SimulationCase[] = [oneSkill, ...severalSkills, sixSkills];
