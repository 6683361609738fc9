import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { leanModelOf } from '../../core/simulation/lean/leanModel.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { compareSpeed, median, ratioOf, type SpeedSize } from './compareSpeed.ts';
import { yearOverReference } from './compareYear.ts';
import { distances, farthest, isRight } from './figures.ts';
import { formulaLines } from './formulaSpeed.ts';
import {
  buildOwn,
  buildReference,
  buildYardstick,
  parseReferenceLine,
  type ReferenceProgram,
} from './reference.ts';
import { shopYear } from './shopYear.ts';
import { plainWorkloads, type Workload, workloads } from './workloads.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('run.mjs', import.meta.url));
const small: SpeedSize = { rounds: 2, replications: 1, contacts: 30_000, warmUpContacts: 2000 };
const check = { replications: 10, contacts: 30_000, warmUpContacts: 10_000 };

/** A program that says in every run what is right for W2, off by so much and by a little more each second time. */
const programOffBy = (difference: number): ReferenceProgram => ({
  name: 'another',
  builtWith: 'nothing',
  run: (workload, contacts, warm, runs) =>
    Array.from({ length: runs }, (_, i) => {
      const off = difference + (i % 2 === 0 ? 0.001 : -0.001);
      const right = Object.fromEntries(
        workloads.W2.figures.map(({ field, exact }) => [field, (exact as number) + off]),
      );
      return { workload, contacts: contacts + warm, cpuSeconds: 1, figures: right };
    }),
});

describe('the workloads', () => {
  it('run on the lean loop, and so do their variants', () => {
    for (const name of plainWorkloads) {
      const { plan, variant } = workloads[name];
      for (const input of [plan(7, 1), variant(7, 1)])
        expect(leanModelOf(compiledPlan(input)), name).not.toBeNull();
    }
  });

  it('have a variant with one more promise, team and profile', () => {
    for (const name of plainWorkloads) {
      const [plain, variant] = [workloads[name].plan(7, 1), workloads[name].variant(7, 1)];
      expect(variant.promises?.length).toBe((plain.promises?.length ?? 0) + 1);
      expect(variant.teams.length).toBe(plain.teams.length + 1);
      expect(variant.profiles?.[0]?.timeOfDay?.[0]?.weights.length).toBe(48);
    }
  });

  it('include a year of the online shop, whose agents of one assignment change together', () => {
    const model = compiledPlan(shopYear(366));
    expect(model.duty.timeSeconds.length).toBeLessThan(80_000);
    expect(Math.max(...model.duty.agents)).toBeGreaterThan(10);
    expect(model.axis).toMatchObject({ kind: 'week', intervals: 168 });
    expect(leanModelOf(model)).toBeNull();
  });
});

describe('the C programs', () => {
  const own = buildOwn().program;

  it.skipIf(own === undefined)('of our own says the same as the closed forms and as the engine', () => {
    for (const name of plainWorkloads) {
      const far = farthest(distances(workloads[name], own, check));
      expect(far === null || isRight(far), `${name} ${JSON.stringify(far)}`).toBe(true);
    }
  });

  it('says why where there is no compiler', () => {
    expect(buildReference(['no-such-compiler'])).toMatchObject({
      program: undefined,
      reason: expect.stringContaining('no-such-compiler is not here'),
    });
  });

  it('is the yardstick where it lies beside the project', () => {
    const yardstick = buildYardstick();
    if (yardstick.program === undefined) process.stdout.write(`not compared: ${yardstick.reason}\n`);
    expect(buildReference().program?.name).toBe((yardstick.program ?? own)?.name);
  });

  it('is not believed where it prints something else', () => {
    expect(() => parseReferenceLine('{"w":"W9","n":1,"cpu":1,"wait":1,"sl":1,"ab":0}')).toThrow(
      'something else',
    );
    expect(() => parseReferenceLine('{"w":"W1","n":1,"cpu":1,"wait":null,"sl":1,"ab":0}')).toThrow(
      'something else',
    );
  });
});

describe('distances', () => {
  const judged = (figures: Workload['figures']): Workload => ({ ...workloads.W2, figures });

  it('finds a C program that is wrong by a little in every run', () => {
    const isOff = (difference: number): boolean =>
      distances(workloads.W2, programOffBy(difference), check)
        .filter(({ side }) => side === 'the C program')
        .some((far) => !isRight(far));
    expect(isOff(0)).toBe(false);
    expect(isOff(0.004)).toBe(true);
  });

  it('finds an engine that is wrong', () => {
    const wrong = workloads.W2.figures.map((figure) => ({
      ...figure,
      exact: (figure.exact as number) * 1.3,
    }));
    const far = farthest(distances(judged(wrong), undefined, check));
    expect(far).toMatchObject({ side: 'Saff' });
    expect(far === null || isRight(far)).toBe(false);
  });

  it('takes a figure that is no number for wrong', () => {
    expect(isRight({ side: 'Saff', figure: 'sl', z: Number.NaN })).toBe(false);
  });
});

describe('compareSpeed', () => {
  it('gives the ratio of CPU times for the same contacts', () => {
    const [plain, variant] = compareSpeed(workloads.W2, programOffBy(0), small);
    expect(plain).toMatchObject({ name: 'W2', against: 'another', target: 1.5, rounds: 2 });
    expect(plain.ratio).toBeGreaterThan(0);
    expect(variant).toMatchObject({ name: "W2'", against: 'W2', target: 1.5 });
    expect(plain.contacts).toBeGreaterThan(25_000);
  });

  it('still measures the engine where there is no C program', () => {
    const [plain, variant] = compareSpeed(workloads.W1, undefined, small);
    expect(plain).toMatchObject({ ratio: null, referenceContactsPerCpuSecond: null });
    expect(plain.contactsPerCpuSecond).toBeGreaterThan(0);
    expect(variant.ratio).toBeGreaterThan(0);
  });
});

describe('ratioOf', () => {
  it('is the median of the time per contact over that of the other side', () => {
    const own = [2, 6, 3].map((cpuSeconds) => ({ contacts: 10, cpuSeconds }));
    const other = [1, 1, 1].map((cpuSeconds) => ({ contacts: 20, cpuSeconds }));
    expect(ratioOf(own, other)).toBeCloseTo(6, 9);
  });
});

describe('formulaLines', () => {
  const speed = {
    ...{ coldMilliseconds: 40, coldAllMilliseconds: 49, warmMilliseconds: 10, incrementalMilliseconds: 4 },
    ...{ isOneCore: true, laterMilliseconds: 22, laterAllMilliseconds: 45 },
    ...{ loopMilliseconds: 8, coldOverLoop: 5, coldTargetMilliseconds: 50, inverseTargetMilliseconds: 5 },
    inverse: [{ name: 'fewest agents', milliseconds: 0.1 }],
  };

  it('says what an answer by formula and the searches take, and what misses its target', () => {
    expect(formulaLines(speed).join('\n')).not.toContain('missed');
    expect(formulaLines({ ...speed, coldAllMilliseconds: 60 })[1]).toMatch(/60\.0 ms.*missed$/);
    expect(formulaLines({ ...speed, laterAllMilliseconds: 51 })[2]).toMatch(/51\.0 ms.*missed$/);
    const slow = [...speed.inverse, { name: 'most volume', milliseconds: 6 }];
    expect(formulaLines({ ...speed, inverse: slow })[4]).toMatch(/most volume 6\.00.*missed$/);
  });
});

describe('median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('yearOverReference', () => {
  const row = (name: string, against: string, ratio: number | null, target: number) => ({
    ...{ name, against, ratio, target, contacts: 1, rounds: 1 },
    ...{ contactsPerCpuSecond: 1, referenceContactsPerCpuSecond: null },
  });

  it('holds the year against the C program by way of W3', () => {
    const rows = [row('W3', 'gen', 0.9, 1.5), row("W3'", 'W3', 1.1, 1.5), row('W5', 'W3', 4, 3)];
    expect(yearOverReference(rows)).toEqual({ ratio: 3.6, target: 4.5 });
    expect(yearOverReference([row('W3', 'no C program', null, 1.5), row('W5', 'W3', 4, 3)])).toBeNull();
  });
});

describe('npm run bench', () => {
  it('prints all workloads as JSON', { timeout: 300_000 }, async () => {
    const { stdout } = await run(process.execPath, [script, '--quick', '--json']);
    const hasReference = buildReference().program !== undefined;
    const names = [...plainWorkloads.flatMap((name) => [name, `${name}'`]), 'W5'];
    expect(JSON.parse(stdout)).toMatchObject({
      workloads: names.map((name) => ({
        name,
        ratio: hasReference || !/^W[1-4]$/.test(name) ? expect.any(Number) : null,
        contactsPerCpuSecond: expect.any(Number),
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
