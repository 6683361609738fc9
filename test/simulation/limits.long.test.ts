import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { simulatePlan } from '../support/simulatePlan.ts';

describe('L1: a line without end', () => {
  it('ends the run at a million waiting, with finite results that name the team', () => {
    const { result } = simulatePlan(
      planOf({
        horizon: { start: '2026-01-05', days: 7 },
        demand: [steadyDemand('calls', 10)],
        teams: [teamOf('team', 1)],
        handling: [{ time: exponential(100) }],
      }),
    );
    expect(result.simulatedContacts).toBeGreaterThan(1_000_000);
    expect(result.simulatedContacts).toBeLessThan(1_300_000);
    expect(Number.isFinite(result.total.waitMeanSeconds?.value ?? 0)).toBe(true);
  });

  it('takes at most 512 MB, the engine and all', () => {
    const script = fileURLToPath(new URL('../support/endlessLine.ts', import.meta.url));
    const { contacts, megabytes } = JSON.parse(
      execFileSync(process.execPath, [script], { encoding: 'utf8' }),
    ) as { readonly contacts: number; readonly megabytes: number };
    console.log(`L1: ${contacts} contacts in the system, ${megabytes.toFixed(0)} MB`);
    expect(contacts).toBeGreaterThan(1_000_000);
    expect(megabytes).toBeLessThanOrEqual(512);
  });
});

describe('L8: plans of many teams', () => {
  it('are read and compiled in a time that grows less than with the square of their teams', () => {
    const times = [10, 100, 1_000, 10_000].map((teams) => {
      const text = JSON.stringify(
        planOf({
          demand: [steadyDemand('calls', 0.01)],
          teams: Array.from({ length: teams }, (_, at) => teamOf(`team-${at}`, 1)),
          routing: [{ when: {}, entries: [{ teams: ['team-0'] }] }],
        }),
      );
      const begun = performance.now();
      const { plan, faults } = parsePlan(text);
      if (plan === null) throw new Error(JSON.stringify(faults.slice(0, 3)));
      return { teams, milliseconds: performance.now() - begun };
    });
    console.log(
      `L8: read and checked ${times.map(({ teams, milliseconds }) => `${teams} teams ${milliseconds.toFixed(0)} ms`).join(', ')}`,
    );
    const [, , thousand, most] = times;
    expect(most?.milliseconds).toBeLessThan(100 * (thousand?.milliseconds ?? 0));
    expect(most?.milliseconds).toBeLessThanOrEqual(10_000);
    expect(thousand?.milliseconds).toBeLessThanOrEqual(2_000);
  });
});
