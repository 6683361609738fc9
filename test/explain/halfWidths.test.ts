// How half-widths came about: each step done once more from its inputs, for every way in which replications tell one.
import { describe, expect, it } from 'vitest';
import { explainSimulated, type SimulatedGrounds } from '../../core/explain/index.ts';
import { measureIds } from '../../core/measures/catalogue.ts';
import type { Explanation, Subject } from '../../core/measures/explanation.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { createCollector, simulateWithCompanions } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { singleQueuePlan } from '../support/plans.ts';
import { chainFaults } from './chainFaults.ts';
import { subjectsOf } from './subjects.ts';

const written = (busyDayCv: number): PlanInput => ({
  ...singleQueuePlan({
    ...{ agents: 6, meanHandlingSeconds: 240, contactsPerHour: 75, patienceSeconds: 300, targetSeconds: 20 },
    days: 1,
  }),
  volumeModel: { busyDayCv },
});

/** A run that looks for a precision, and has companions where its plan can have them. */
function groundsOf(
  plan: PlanInput,
  replications: number,
  precisionFraction: number | null,
): SimulatedGrounds {
  const model = compiledPlan(plan);
  const collector = createCollector(model, { seed: 1, replicationsAsked: replications, precisionFraction });
  for (let replication = 0; replication < replications; replication += 1)
    collector.add(simulateWithCompanions(model, 1, replication));
  const parsed = parsePlanValue(plan).plan;
  if (parsed === null) throw new Error('the plan has faults');
  const result = collector.result('replicationsDone');
  return { plan: parsed, written: plan, model, result, accounts: collector.accounts() };
}

const everyFault = (grounds: SimulatedGrounds): string[] =>
  measureIds.flatMap((measure) =>
    subjectsOf(grounds.plan, measure).flatMap((subject) =>
      chainFaults(explainSimulated(grounds, { measure, subject, interval: null })),
    ),
  );

const level = (grounds: SimulatedGrounds): Explanation => {
  const subject: Subject = { kind: 'promises', id: grounds.plan.promises[0]?.id ?? '', part: null };
  return explainSimulated(grounds, { measure: 'serviceLevelFraction', subject, interval: null });
};

const stepsOf = ({ beside }: Explanation) => beside.find(({ about }) => about === 'halfWidth')?.steps ?? [];
const codesOf = (of: Explanation): readonly string[] => stepsOf(of).map(({ code }) => code);
const valueOf = (of: Explanation, name: string): number | null | undefined =>
  stepsOf(of)
    .flatMap(({ outputs }) => outputs)
    .find((one) => one.name === name)?.value;

describe('the half-width of a simulated number', () => {
  it('is told by deviations, variance, degrees of freedom and quantile where replications stand alone', () => {
    const grounds = groundsOf(written(0), 5, null);
    expect(everyFault(grounds)).toEqual([]);
    expect(codesOf(level(grounds))).toEqual([
      ...['meanBelow', 'deviations', 'degrees', 'variance', 'varianceOfMean', 'studentQuantile', 'halfWidth'],
    ]);
    // Student's t with four degrees of freedom, from any table.
    expect(valueOf(level(grounds), 'quantile')).toBeCloseTo(2.776, 3);
  });

  it('tells what each control explains, and what looking again at a precision adds', () => {
    const grounds = groundsOf(written(0), 40, 0.01);
    expect(everyFault(grounds)).toEqual([]);
    const explained = level(grounds);
    const used = explained.run?.controls ?? 0;
    expect(used).toBe(4);
    expect(codesOf(explained).filter((code) => code === 'controlExplains')).toHaveLength(used);
    expect(codesOf(explained).at(-1)).toBe('widerForLooking');
    // The exact companion of one plain team explains most of what chance does.
    expect(valueOf(explained, 'explainedShare')).toBeGreaterThan(0.8);
    expect(valueOf(explained, 'degrees')).toBe(40 - 1 - used);
  });

  it('tells what whole blocks of ten say where days vary in volume, and what the replications behind them', () => {
    const grounds = groundsOf(written(0.2), 85, null);
    expect(everyFault(grounds)).toEqual([]);
    const explained = level(grounds);
    expect(codesOf(explained)).toContain('varianceWithBlocks');
    expect(valueOf(explained, 'inBlocks')).toBeCloseTo(80 / 85, 12);
    expect(stepsOf(explained).find(({ code }) => code === 'degreesOfBlocks')?.outputs[0]?.value).toBe(7);
  });

  it('has no chain where one replication cannot tell it', () => {
    expect(level(groundsOf(written(0), 1, null)).beside).toEqual([]);
  });
});
