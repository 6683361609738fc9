import { describe, expect, it } from 'vitest';
import { PromiseControls } from '../../../core/simulation/collect/controls.ts';
import {
  type CompiledModel,
  createCollector,
  simulateReplication,
  simulateWithCompanions,
} from '../../../core/simulation/index.ts';
import { tallyLayout } from '../../../core/simulation/model/tallyLayout.ts';
import { RatioMoments } from '../../../core/simulation/stats/ratioMoments.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { dayProfilePlan } from '../../support/dayProfilePlan.ts';
import {
  deterministic,
  exponential,
  planOf,
  recordedDemand,
  singleQueuePlan,
  teamOf,
} from '../../support/plans.ts';
import { randomPlan } from '../../support/randomPlans.ts';
import { Counts, simulateModel, simulatePlan } from '../../support/simulatePlan.ts';

/** Mean of each total over replications, in its standard errors; those that never vary must be 0. */
function farthestMean(model: CompiledModel, replications: number): number {
  const layout = tallyLayout(model);
  const controls = new PromiseControls(model, layout);
  const sums: { sum: number; squares: number }[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const { values } = simulateReplication(model, 5, replication);
    const { work, arrivals } = controls.surplusesOf(values);
    [work, arrivals]
      .flatMap((rows) => halves(rows, layout.intervals))
      .forEach((value, k) => {
        sums[k] ??= { sum: 0, squares: 0 };
        const entry = sums[k] as (typeof sums)[number];
        entry.sum += value;
        entry.squares += value * value;
      });
  }
  expect(controls.areExact).toBe(true);
  return Math.max(
    ...sums.map(({ sum, squares }) => (squares < 1e-12 ? 0 : Math.abs(sum) / Math.sqrt(squares))),
  );
}

/** Sums over the first half of the intervals and over the second, row by row. */
function halves(rows: Float64Array, intervals: number): number[] {
  const found: number[] = [];
  for (let from = 0; from < rows.length; from += intervals) {
    const middle = from + Math.ceil(intervals / 2);
    for (const part of [rows.subarray(from, middle), rows.subarray(middle, from + intervals)])
      found.push(part.reduce((sum, value) => sum + value, 0));
  }
  return found;
}

describe('what controls are made of', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13])(
    'has mean 0 on random plan %i',
    { timeout: 60_000 },
    (seed) => {
      // Some 20 totals a plan, twelve plans: beyond 4.5 standard errors once in 600 runs of this test.
      expect(farthestMean(compiledPlan(randomPlan(seed, 250).input), 150)).toBeLessThan(4.5);
    },
  );

  it('has mean 0 where the horizon ends with a number of contacts', () => {
    const queue = { agents: 5, meanHandlingSeconds: 240, contactsPerHour: 60, patienceSeconds: 120 };
    const horizon = { start: '2026-01-05', contacts: 300, warmUpContacts: 50 };
    expect(farthestMean(compiledPlan({ ...singleQueuePlan(queue), horizon }), 300)).toBeLessThan(4.5);
  });

  it('has mean 0 with busy days', () => {
    const queue = { agents: 5, meanHandlingSeconds: 240, contactsPerHour: 60, days: 2 };
    const input = { ...singleQueuePlan(queue), volumeModel: { busyDayCv: 0.2 } };
    expect(farthestMean(compiledPlan(input), 400)).toBeLessThan(4.5);
  });

  it('notices a mean that is not 0', () => {
    const model = compiledPlan(dayProfilePlan());
    const off = {
      ...model,
      classes: model.classes.map((entry) => ({
        ...entry,
        segments: entry.segments && {
          ...entry.segments,
          ratePerSecond: entry.segments.ratePerSecond.map((rate) => 1.05 * rate),
        },
      })),
    };
    const controls = new PromiseControls(off, tallyLayout(off));
    let sum = 0;
    let squares = 0;
    for (let replication = 0; replication < 20; replication += 1) {
      const { arrivals } = controls.surplusesOf(simulateReplication(model, 5, replication).values);
      const all = arrivals.reduce((total, value) => total + value, 0);
      sum += all;
      squares += all * all;
    }
    expect(Math.abs(sum) / Math.sqrt(squares)).toBeGreaterThan(4);
  });
});

describe('the service level of a promise', () => {
  const soon = (replications: number) =>
    simulateModel(model, { replications, seed: 3 }).result.promises['soon'];
  const model = compiledPlan(dayProfilePlan());

  it('is the plain ratio below ten replications', () => {
    const simulated = simulateModel(model, { replications: 9, seed: 3 });
    let [counted, met] = [0, 0];
    for (let replication = 0; replication < 9; replication += 1) {
      const [c, m] = new Counts(simulated, replication).ofPromise('soon');
      counted += c;
      met += m;
    }
    const { serviceLevelFraction, controls } = simulated.result.promises['soon'] ?? {};
    expect(controls).toBe(0);
    expect(serviceLevelFraction?.value).toBe(met / counted);
  });

  it('is adjusted by one control from ten replications on, by three from thirty on', () => {
    expect([10, 20, 30, 40].map((replications) => soon(replications)?.controls)).toEqual([1, 2, 3, 3]);
  });

  it('is the same of the whole and of its only channel', () => {
    const level = soon(20);
    expect(level?.byChannel['phone']).toEqual(level?.serviceLevelFraction);
  });

  it('comes from the replications alone, not from when one looks', () => {
    const collector = createCollector(model, { seed: 3, replicationsAsked: 20, precisionFraction: 0.01 });
    for (let replication = 0; replication < 20; replication += 1) {
      collector.add(simulateReplication(model, 3, replication));
      collector.precisionReached();
      collector.result('replicationsDone');
    }
    expect(collector.result('replicationsDone').promises).toEqual(
      simulateModel(model, { replications: 20, seed: 3 }).result.promises,
    );
  });

  it('has wider intervals where a precision was looked for more than once', () => {
    const levelOf = (replications: number, precisionFraction: number | null) => {
      const collector = createCollector(model, { seed: 3, replicationsAsked: 40, precisionFraction });
      for (let replication = 0; replication < replications; replication += 1)
        collector.add(simulateReplication(model, 3, replication));
      return collector.result('replicationsDone').promises['soon']?.serviceLevelFraction;
    };
    expect(levelOf(20, 0.001)).toEqual(levelOf(20, null));
    expect(levelOf(30, 0.001)?.value).toBe(levelOf(30, null)?.value);
    // Thirty replications, three controls: 26 degrees of freedom.
    const plain = levelOf(30, null)?.halfWidth as number;
    expect(levelOf(30, 0.001)?.halfWidth).toBeCloseTo(plain * (1 + 3 / 26), 12);
  });

  it('has no controls where nothing is drawn that they are made of', () => {
    const times = Array.from({ length: 200 }, (_, i) => 97 * i + ((i * i) % 61));
    const input = planOf({
      demand: [recordedDemand('calls', times)],
      teams: [teamOf('team', 6)],
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(60) }],
      handling: [{ time: deterministic(700) }],
      promises: [{ id: 'soon', name: 'Soon', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 }],
    });
    const { promises } = simulatePlan(input, { replications: 20 }).result;
    expect(promises['soon']?.controls).toBe(0);
    expect(promises['soon']?.serviceLevelFraction.halfWidth).toBeGreaterThan(0);
  });

  it('has one control with busy days, none where they end the horizon sooner', () => {
    const plain = singleQueuePlan({
      agents: 5,
      meanHandlingSeconds: 240,
      contactsPerHour: 60,
      targetSeconds: 20,
    });
    const input = {
      ...plain,
      volumeModel: { busyDayCv: 0.3 },
      horizon: { start: '2026-01-05', contacts: 300 },
    };
    expect(simulatePlan(input, { replications: 20 }).result.promises['answered']?.controls).toBe(0);
    const days = { ...input, horizon: { start: '2026-01-05', days: 1 } };
    const controlsOf = (replications: number) =>
      simulatePlan(days, { replications }).result.promises['answered']?.controls;
    expect([9, 10, 40].map(controlsOf)).toEqual([0, 1, 1]);
  });

  it('stays a share where all are in time', () => {
    const input = singleQueuePlan({
      agents: 30,
      meanHandlingSeconds: 240,
      contactsPerHour: 60,
      targetSeconds: 20,
      days: 1,
    });
    const { serviceLevelFraction } =
      simulatePlan(input, { replications: 20 }).result.promises['answered'] ?? {};
    expect(serviceLevelFraction).toEqual({ value: 1, halfWidth: 0 });
  });
});

describe('mean waits and abandonment', () => {
  const model = compiledPlan(dayProfilePlan());
  const totals = (replications: number, simulate: typeof simulateReplication = simulateReplication) => {
    const collector = createCollector(model, {
      seed: 3,
      replicationsAsked: replications,
      precisionFraction: 0.01,
    });
    const plain = new RatioMoments(2);
    for (let replication = 0; replication < replications; replication += 1) {
      const tally = simulate(model, 3, replication);
      collector.add(tally);
      const counts = new Counts({ model, tallies: [tally], result: noResult });
      const waits = counts.ofTeam('tier1Team', 'waitsEnded');
      plain.next();
      plain.add(0, counts.ofTeam('tier1Team', 'waitSeconds'), waits);
      plain.add(1, counts.ofTeam('tier1Team', 'abandoned'), waits);
    }
    const table = collector.result('replicationsDone').teams['tier1Team'];
    return {
      wait: table?.waitMeanSeconds,
      abandoned: table?.abandonedFraction,
      plainWait: plain.estimate(0),
      plainAbandoned: plain.estimate(1),
    };
  };
  const noResult = simulateModel(model).result;

  it('are plain ratios below ten replications', () => {
    const { wait, abandoned, plainWait, plainAbandoned } = totals(9);
    expect([wait?.value, abandoned?.value]).toEqual([plainWait.value, plainAbandoned.value]);
    expect(wait?.halfWidth).toBeCloseTo(plainWait.halfWidth as number, 9);
    expect(abandoned?.halfWidth).toBeCloseTo(plainAbandoned.halfWidth as number, 9);
  });

  it('are known at least twice as well with controls, and better yet with companions', () => {
    const { wait, abandoned, plainWait, plainAbandoned } = totals(30);
    expect(wait?.halfWidth).toBeLessThan((plainWait.halfWidth as number) / 2);
    expect(abandoned?.halfWidth).toBeLessThan((plainAbandoned.halfWidth as number) / 2);
    expect(Math.abs((wait?.value as number) - (plainWait.value as number))).toBeLessThan(
      2 * (plainWait.halfWidth as number),
    );
    const beside = totals(30, (...[of, seed, number]) => simulateWithCompanions(of, seed, number));
    expect(beside.wait?.halfWidth).toBeLessThan(wait?.halfWidth as number);
    expect(beside.abandoned?.halfWidth).toBeLessThan(abandoned?.halfWidth as number);
  });

  it('are the same of the total and of the only channel and tier that make it up', () => {
    const queue = { agents: 5, meanHandlingSeconds: 240, contactsPerHour: 70, patienceSeconds: 120, days: 1 };
    const { total, channels, teams } = simulatePlan(singleQueuePlan(queue), { replications: 20 }).result;
    for (const measure of ['waitMeanSeconds', 'answerWaitMeanSeconds', 'abandonedFraction'] as const) {
      expect(channels['phone']?.[measure]).toEqual(total[measure]);
      expect(teams['team']?.[measure]?.value).toBeCloseTo(total[measure]?.value as number, 9);
      expect(teams['team']?.[measure]?.halfWidth).toBeCloseTo(total[measure]?.halfWidth as number, 9);
    }
  });
});
