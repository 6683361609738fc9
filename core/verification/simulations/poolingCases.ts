// The experiment of Wallace and Whitt on pooling by skills: six kinds of calls, 90 agents, 120 lines.
import { exactAnswer } from '../exactAnswer.ts';
import { inTotal, promiseKept, scaleFor } from '../figures.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../planParts.ts';
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

function poolingExperiment(skillsOfAgent: 1 | 6, truth: Truth): Experiment {
  const all = rate * kinds.length;
  const { unit, horizon, counted } = scaleFor(all, 20_000, 400);
  const calls = all * counted;
  const { blocking, waits, meanQueue, occupancy } = truth;
  return {
    plan: planOf({
      horizon,
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', lines }],
      issueTypes: kinds.map((kind) => ({ id: `kind${kind}`, name: `Kind ${kind}` })),
      demand: kinds.map((kind) => steadyDemand(`calls${kind}`, rate / unit, { issueType: `kind${kind}` })),
      teams:
        skillsOfAgent === 6
          ? [teamOf('all', agentsOfKind * kinds.length)]
          : kinds.map((kind) =>
              teamOf(`team${kind}`, agentsOfKind, { serves: { issueTypes: [`kind${kind}`] } }),
            ),
      handling: [{ time: exponential(handling * unit) }],
      promises: [
        { id: 'atOnce', name: 'At once', clock: 'firstResponse', targetSeconds: 0, shareToAttain: 0.8 },
      ],
    }),
    replications: 20,
    figures: [
      inTotal('blockedContacts', blocking * calls, 0.006 * calls),
      promiseKept('atOnce', 1 - waits, 0.04),
      inTotal('queueLengthMeanContacts', meanQueue, 0.2 * meanQueue),
      inTotal('occupancyFraction', occupancy, 0.008),
    ],
  };
}

const oneSkill: SimulationCase = {
  kind: 'simulation',
  id: 'pooling-1-skill',
  topic: 'resourcePooling',
  source: { ...source, place: 'setting of the pooling experiment, k = 1; exact by a truncated product form' },
  experiment: () =>
    poolingExperiment(
      1,
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
    return poolingExperiment(6, {
      blocking,
      waits: exact.number('pWait') / (1 - blocking),
      meanQueue: exact.number('meanQueue'),
      occupancy: exact.number('occupancy'),
    });
  },
};

export const poolingCases: readonly SimulationCase[] = [oneSkill, sixSkills];
