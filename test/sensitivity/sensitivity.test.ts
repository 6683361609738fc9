import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../core/evaluate/index.ts';
import { planInputs, type StatedInput } from '../../core/inputs/index.ts';
import type { PromiseSensitivity, SensitivityRow } from '../../core/measures/sensitivity.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import {
  checkPoints,
  levelsOf,
  levelsOfInput,
  pairedDifference,
  sensitivityOf,
  simulatePoint,
  withChecks,
} from '../../core/sensitivity/index.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

const handlingSeconds = 100;
const within20 = {
  id: 'within20',
  name: 'Within 20 s',
  clock: 'firstResponse' as const,
  targetSeconds: 20,
  shareToAttain: 0.8,
};
const uncertain = (value: number, low: number, high: number) => ({ value, low, high });

/** Calls at a steady rate before one team: Erlang C. */
const queuePlan = (more: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [steadyDemand('calls', 1, { volume: { contacts: uncertain(288, 260, 310), per: 'hour' } })],
    teams: [teamOf('team', 11)],
    handling: [{ time: { ...exponential(handlingSeconds), assumed: true } }],
    promises: [within20],
    ...more,
  });

const parsed = (input: PlanInput): { plan: Plan; planHash: string } => {
  const { plan, planHash, faults } = parsePlanValue(input);
  if (plan === null || planHash === null) throw new Error(JSON.stringify(faults));
  return { plan, planHash };
};

interface Study {
  readonly plan: Plan;
  readonly planHash: string;
  readonly inputs: readonly StatedInput[];
  readonly promises: readonly PromiseSensitivity[];
}

function studyOf(input: PlanInput): Study {
  const { plan, planHash } = parsed(input);
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  const inputs = planInputs(plan);
  const levels = inputs.map((one) => levelsOfInput(evaluator, plan, planHash, inputs, one));
  return {
    ...{ plan, planHash, inputs },
    promises: sensitivityOf(plan, inputs, levelsOf(evaluator, plan, planHash), levels),
  };
}

const rowOf = ({ inputs, promises }: Study, key: string): SensitivityRow => {
  const row = promises[0]?.rows.find(({ input }) => inputs[input]?.key === key);
  if (row === undefined) throw new Error(`${key} is no input`);
  return row;
};

/** Service level of M/M/n: the exact answer. */
const level = (agents: number, contactsPerHour: number, handling: number): number => {
  const exact = erlangC({
    ...{
      agents,
      arrivals: perSecond(contactsPerHour / 3600),
      handling: seconds(handling),
      target: seconds(20),
    },
  });
  if (!exact.ok) throw new Error('unstable');
  return exact.value.serviceLevel;
};

describe('the sensitivity of a promise', () => {
  const study = studyOf(queuePlan());

  it('takes the elasticity of a head count between one person fewer and one more', () => {
    const row = rowOf(study, 'teams/team/groups/team/staffing');
    expect([row.stepLow, row.stepHigh]).toEqual([10, 12]);
    const exact = Math.log(level(12, 288, 100) / level(10, 288, 100)) / Math.log(12 / 10);
    expect(row.elasticity).toBeCloseTo(exact, 6);
  });

  it('takes that of amounts between five per cent to either side, and sees that only their product counts', () => {
    const up = Math.exp(0.05);
    const volume = rowOf(study, 'demand/calls/volume/contacts');
    const exact = Math.log(level(11, 288 * up, 100) / level(11, 288 / up, 100)) / 0.1;
    expect(volume.elasticity).toBeCloseTo(exact, 6);
    expect(rowOf(study, 'volumeModel/forecastError').elasticity).toBeCloseTo(exact, 6);
    const handling = rowOf(study, 'handling/0/time/mean');
    const longer = Math.log(level(11, 288, 100 * up) / level(11, 288, 100 / up)) / 0.1;
    expect(handling.elasticity).toBeCloseTo(longer, 6);
    // Longer handling also slows the line in front of the target.
    expect(handling.elasticity ?? 0).toBeLessThan(volume.elasticity ?? 0);
  });

  it('gives the bar of each uncertain input between the ends of its range, and no other a bar', () => {
    const volume = rowOf(study, 'demand/calls/volume/contacts');
    expect(volume.levelAtLow).toBeCloseTo(level(11, 260, 100), 6);
    expect(volume.levelAtHigh).toBeCloseTo(level(11, 310, 100), 6);
    expect(volume.swing).toBeCloseTo(level(11, 260, 100) - level(11, 310, 100), 6);
    const handling = rowOf(study, 'handling/0/time/mean');
    expect(handling.levelAtHigh).toBeCloseTo(level(11, 288, 115), 6);
    expect(rowOf(study, 'teams/team/groups/team/staffing').swing).toBeNull();
    const { tornado = [], rows = [] } = study.promises[0] ?? {};
    expect(tornado.map((place) => study.inputs[rows[place]?.input ?? -1]?.key)).toEqual([
      'handling/0/time/mean',
      'demand/calls/volume/contacts',
    ]);
  });

  it('names the uncertain input with the longest bar as the next number worth measuring', () => {
    const [promise] = study.promises;
    const next = promise?.rows[promise.nextToMeasure ?? -1];
    expect(study.inputs[next?.input ?? -1]?.key).toBe('handling/0/time/mean');
    // Kept at 87 s, missed at 115 s.
    expect(next?.decides).toBe(true);
    const certain = studyOf(
      queuePlan({ demand: [steadyDemand('calls', 0.08)], handling: [{ time: exponential(100) }] }),
    );
    expect(certain.promises[0]?.nextToMeasure).toBeNull();
    expect(certain.promises[0]?.tornado).toEqual([]);
  });

  it('sorts by the size of the elasticity', () => {
    const sizes = study.promises[0]?.rows.map(({ elasticity }) => Math.abs(elasticity ?? 0)) ?? [];
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('does not let a share beyond all, and takes one side where the other is none', () => {
    const plan = queuePlan({
      teams: [teamOf('team', 11, {}, { role: 'agent' })],
      roles: [{ id: 'agent', name: 'Agent', kind: 'agent', contactTimeShare: 1 }],
    });
    const row = rowOf(studyOf(plan), 'roles/agent/contactTimeShare');
    expect([row.stepLow, row.stepHigh]).toEqual([Math.exp(-0.05), 1]);
    expect(row.elasticity ?? 0).toBeGreaterThan(0.5);
  });
});

describe('pairedDifference', () => {
  it('is exact where both sides differ by the same in every replication', () => {
    const from = [
      [8, 10],
      [6, 10],
      [7, 10],
    ] as const;
    const to = from.map(([x, y]) => [x + 1, y] as const);
    const { difference, halfWidth } = pairedDifference(from, to);
    expect(difference).toBeCloseTo(0.1, 12);
    expect(halfWidth).toBeCloseTo(0, 12);
  });

  it('gives the interval of paired means where all denominators are 1', () => {
    // Differences 1, 2, 3: mean 2, standard deviation 1, t = 4.3027 with two degrees of freedom (any table).
    const { difference, halfWidth } = pairedDifference(
      [
        [1, 1],
        [5, 1],
        [2, 1],
      ],
      [
        [2, 1],
        [7, 1],
        [5, 1],
      ],
    );
    expect(difference).toBeCloseTo(2, 12);
    expect(halfWidth).toBeCloseTo(4.3027 / Math.sqrt(3), 4);
  });

  it('has no interval of one pair, and nothing to say of nobody', () => {
    expect(pairedDifference([[1, 2]], [[2, 2]])).toEqual({ difference: 0.5, halfWidth: null });
    expect(pairedDifference([[0, 0]], [[2, 2]])).toEqual({ difference: null, halfWidth: null });
  });
});

describe('the check by simulation', () => {
  it('finds what the formulas say, with an interval that knows of the same customers', () => {
    // From the day before on: the queue starts empty, the formula knows no start.
    const study = studyOf(queuePlan({ horizon: { start: '2026-01-05', days: 6, warmUpDays: 1 } }));
    const { plan, planHash, inputs, promises } = study;
    const points = checkPoints(inputs, promises);
    const answers = points.map((point) =>
      simulatePoint(plan, inputs, point, { planHash, seed: 1, replications: 20 }, timeZoneOffsets),
    );
    const [checked] = withChecks(inputs, promises, points, answers);
    const rows = checked?.rows.filter(({ simulated }) => simulated !== null) ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { simulated } of rows) {
      const { difference, halfWidth, formulaDifference } = simulated as NonNullable<typeof simulated>;
      expect(halfWidth ?? 1).toBeLessThan(0.02);
      const z = ((difference ?? 0) - (formulaDifference ?? 0)) / ((halfWidth ?? 0) / 2.093);
      expect(Math.abs(z)).toBeLessThan(4);
    }
  });
});
