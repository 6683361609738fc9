import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type SteadyPlan, steadyPlans } from '../support/steadyPlans.ts';
import { type ComparisonSize, compareSpeed, isRight, median } from './compareSpeed.ts';
import { buildReference, exactStations, type ReferenceProgram, type ReferenceRun } from './reference.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('run.mjs', import.meta.url));
const small: ComparisonSize = { rounds: 2, replications: 2, contacts: 3000, warmUpContacts: 2000 };

/** A program that is exact but for its service level, which is off by so many standard errors in every round. */
const programOffBy = (standardErrors: number): ReferenceProgram => ({
  builtWith: 'nothing',
  run: (workload, contacts, warm, seed) => {
    const stations = exactStations[workload].map((exact) => ({
      ...exact,
      agents: 1,
      contacts,
      serviceLevel20: exact.serviceLevel20 + 0.001 * standardErrors,
      serviceLevel20StandardError: 0.001,
      meanWaitStandardErrorSeconds: 1,
      abandonedShareStandardError: 0.001,
      meanQueueLength: 0,
      occupancy: 0.9,
    }));
    const figures = { meanWaitSeconds: 0, serviceLevel20: 0, stations };
    const speed = { arrivals: contacts, events: contacts, cpuSeconds: 1, contactsPerCpuSecond: 1_000_000 };
    return { workload, contacts, warm, seed, ...speed, ...figures } satisfies ReferenceRun;
  },
});

/** The workload with any figure for right, or with one that no engine gives. */
const judgedBy = (exact: 'itself' | 'nothing'): SteadyPlan => ({
  ...steadyPlans.mm50a,
  figures: steadyPlans.mm50a.figures
    .filter(({ measure }) => measure === 'occupancyFraction')
    .map((figure) => ({ ...figure, exact: exact === 'itself' ? figure.exact : 2 })),
});

describe('compareSpeed', () => {
  it('gives a ratio where both sides are right', () => {
    const comparison = compareSpeed('mm50a', judgedBy('itself'), programOffBy(0), small);
    expect(comparison).toMatchObject({ name: 'M/M/50+M', rounds: 2, contactsPerRound: 10_000 });
    const { ratio, contactsPerCpuSecond, referenceContactsPerCpuSecond } = comparison;
    expect(referenceContactsPerCpuSecond).toBe(1_000_000);
    expect(ratio).toBeCloseTo(1_000_000 / (contactsPerCpuSecond ?? 0), 9);
  });

  it('still measures the engine where there is no C program', () => {
    const { program } = buildReference(['no-such-compiler']);
    expect(compareSpeed('mm50a', judgedBy('itself'), program, small)).toMatchObject({
      ratio: null,
      contactsPerCpuSecond: expect.any(Number),
      referenceContactsPerCpuSecond: null,
      referenceFarthest: null,
    });
  });

  it('gives no speed of an engine that is wrong', () => {
    expect(compareSpeed('mm50a', judgedBy('nothing'), programOffBy(0), small)).toMatchObject({
      ratio: null,
      contactsPerCpuSecond: null,
      referenceContactsPerCpuSecond: 1_000_000,
    });
  });

  it('gives no speed of a C program that is wrong by a little in every round', () => {
    const comparison = compareSpeed('mm50a', judgedBy('itself'), programOffBy(3), small);
    expect(comparison).toMatchObject({ ratio: null, referenceContactsPerCpuSecond: null });
    expect(comparison.referenceFarthest?.figure).toBe('station 1 serviceLevel20');
    expect(comparison.referenceFarthest?.z).toBeCloseTo(3 * Math.SQRT2, 6);
  });
});

describe('isRight', () => {
  it('is false for a figure that is no number', () => {
    expect(isRight({ figure: 'x', z: Number.NaN })).toBe(false);
    expect(isRight({ figure: 'x', z: -4 })).toBe(true);
  });
});

describe('median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('npm run bench', () => {
  it('prints the three workloads as JSON', { timeout: 300_000 }, async () => {
    const { stdout } = await run(process.execPath, [script, '--quick', '--json']);
    const speed = buildReference().program === undefined ? null : expect.any(Number);
    expect(JSON.parse(stdout)).toMatchObject({
      workloads: ['M/M/50', 'M/M/50+M', 'three tiers'].map((name) => ({
        name,
        ratio: speed,
        contactsPerCpuSecond: expect.any(Number),
        referenceContactsPerCpuSecond: speed,
      })),
      machine: { processor: expect.any(String), node: expect.stringMatching(/^24\./) },
      wrong: [],
    });
  });

  it('refuses an option that it does not know', async () => {
    await expect(run(process.execPath, [script, '--quik'])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--quick'),
    });
  });
});
