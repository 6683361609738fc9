import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EventCalendar } from '../../core/simulation/engine/eventCalendar.ts';
import {
  type CompiledModel,
  type JournalEntry,
  simulateReplication,
  WindowJournal,
} from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { dayProfilePlan } from '../support/dayProfilePlan.ts';
import { teamOf } from '../support/plans.ts';
import { randomPlan } from '../support/randomPlans.ts';

// T1 to T9 of the catalogue of reliability, so far as they concern one replication; T2 and T4 (other hosts, zones and
// languages) are in sameBytes.test.ts, T5 (renamed, reordered) in changesThatAreNone.test.ts, T6 in coverage.long.test.ts.

const run = promisify(execFile);

function traceOf(model: CompiledModel, seed: number): readonly JournalEntry[] {
  const journal = new WindowJournal();
  simulateReplication(model, seed, 0, () => {}, journal);
  return journal.entries;
}

/** Hash of every step of every contact and of every count. */
function hashOf(model: CompiledModel, seed: number): string {
  const hash = createHash('sha256').update(JSON.stringify(traceOf(model, seed)));
  return hash.update(new Uint8Array(simulateReplication(model, seed, 0).values.buffer)).digest('hex');
}

describe('T1: the same seed', () => {
  it('gives a hundred times the same trace and counts in one process', () => {
    const model = compiledPlan(randomPlan(5, 300).input);
    const hashes = Array.from({ length: 100 }, () => hashOf(model, 9));
    expect(new Set(hashes).size).toBe(1);
    expect(hashOf(model, 10)).not.toBe(hashes[0]);
  });

  it('is undisturbed by other simulations in between', () => {
    const models = [3, 5, 8].map((seed) => compiledPlan(randomPlan(seed, 200).input));
    const alone = models.map((model) => hashOf(model, 4));
    const mixed = [2, 0, 1].map((k) => [k, hashOf(models[k] as CompiledModel, 4)] as const);
    for (const [k, hash] of mixed) expect(hash).toBe(alone[k]);
  });

  it('gives the same trace in a fresh process', { timeout: 60_000 }, async () => {
    const model = compiledPlan(randomPlan(5, 300).input);
    const program = `
      import { randomPlan } from ${JSON.stringify(new URL('../support/randomPlans.ts', import.meta.url).href)};
      import { compiledPlan } from ${JSON.stringify(new URL('../support/compiledPlan.ts', import.meta.url).href)};
      import { simulateReplication, WindowJournal } from ${JSON.stringify(new URL('../../core/simulation/index.ts', import.meta.url).href)};
      const journal = new WindowJournal();
      simulateReplication(compiledPlan(randomPlan(5, 300).input), 9, 0, () => {}, journal);
      process.stdout.write(JSON.stringify(journal.entries));
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(stdout).toBe(JSON.stringify(traceOf(model, 9)));
  });
});

describe('T3: adding a team', () => {
  it('leaves every step of every contact where it was', () => {
    let steps = 0;
    for (let seed = 1; seed <= 16; seed += 1) {
      const { input } = randomPlan(seed, 200);
      // Without tiers every team takes part; with them this one serves what nobody asks for.
      if (input.tiers?.length === 0) continue;
      const idle = teamOf('idleTeam', 3, { serves: { languages: ['xx'] } });
      const before = compiledPlan(input);
      const after = compiledPlan({ ...input, teams: [...input.teams, idle] });
      const story = (model: CompiledModel) =>
        traceOf(model, seed).map(
          ({ atSeconds, classIndex, ordinal, generation, step }) =>
            `${atSeconds} ${classIndex} ${ordinal} ${generation} ${step}`,
        );
      const told = story(before);
      expect([seed, story(after)]).toEqual([seed, told]);
      steps += told.length;
    }
    expect(steps).toBeGreaterThan(5000);
  });
});

describe('T9: events', () => {
  it('come in the order of time, and of their rule where times are equal', () => {
    const calendar = new EventCalendar(4, (a, b) => a < b);
    const times = [5, 1, 5, 3, 1, 5, 0];
    times.forEach((time, code) => {
      calendar.push(time, code);
    });
    const left: (readonly [number, number])[] = [];
    while (calendar.size > 0) {
      left.push([calendar.nextTime(), calendar.nextCode()]);
      calendar.pop();
    }
    expect(left).toEqual([
      [0, 6],
      [1, 1],
      [1, 4],
      [3, 3],
      [5, 0],
      [5, 2],
      [5, 5],
    ]);
  });

  it.each([Number.NaN, -1])('are refused at the time %d', (time) => {
    const calendar = new EventCalendar(4, (a, b) => a < b);
    expect(() => calendar.push(time, 0)).toThrow('event time');
    calendar.push(1, 0);
    expect(() => calendar.replace(time, 0)).toThrow('event time');
  });

  it('never go back: the steps of a contact stand in the order of time', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const last = new Map<string, number>();
      for (const { classIndex, ordinal, generation, atSeconds, step } of traceOf(
        compiledPlan(randomPlan(seed, 200).input),
        seed,
      )) {
        const key = `${classIndex} ${ordinal} ${generation}`;
        if (atSeconds < (last.get(key) ?? 0)) throw new Error(`${key}: ${step} at ${atSeconds}`);
        last.set(key, atSeconds);
      }
      expect(last.size).toBeGreaterThan(20);
    }
  });

  it('lays a tally down where it is told to, whatever stood there', () => {
    const plan = randomPlan(5, 300).input;
    for (const [input, kernel] of [
      [dayProfilePlan(), 'leanest'],
      [plan, 'whole'],
      [plan, 'general'],
    ] as const) {
      const model = compiledPlan(input);
      const tally = simulateReplication(model, 9, 0, () => {}, null, kernel);
      const into = new Float64Array(new SharedArrayBuffer(tally.values.byteLength)).fill(7);
      const laid = simulateReplication(model, 9, 0, () => {}, null, kernel, into);
      expect(laid.values).toBe(into);
      expect(laid).toEqual(tally);
    }
  });
});
