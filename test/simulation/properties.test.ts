import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { simulateReplication } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../support/plans.ts';
import { Counts, journalOf, simulatePlan } from '../support/simulatePlan.ts';
import { anyPlan } from './randomPlans.ts';

const runs = { numRuns: 60, seed: 20_260_105 };

/** Every number of a result by the words that lead to it. */
function numbersOf(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, `${path}.${key}`));
}

/** Those of a row who came, and what became of them: as they came, and as call-backs. */
const balanced = (counts: Counts, ids: readonly string[]): readonly [number, number] => {
  const ends = [
    'deflected',
    'contained',
    'bounced',
    'resolved',
    'lostForGood',
    'turnedAway',
    'disconnected',
    'unreached',
    'inSystem',
  ] as const;
  const all = (counter: 'offered' | (typeof ends)[number]): number =>
    ids.reduce((sum, id) => sum + counts.ofClass(id, counter), 0);
  return [all('offered'), ends.reduce((sum, end) => sum + all(end), 0)];
};

describe('any plan', () => {
  it('keeps the balance: everyone who came left in one way or is still there', () => {
    const used = new Map<string, number>();
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const simulated = simulatePlan(plan, { replications: 2 });
        for (let replication = 0; replication < 2; replication += 1) {
          const counts = new Counts(simulated, replication);
          for (const { id } of plan.demand) {
            const ids = simulated.model.classes.flatMap((entry) => {
              const isOfRow = entry.id === id || entry.id.startsWith(`${id}/`);
              return isOfRow ? [entry.id] : [];
            });
            const [came, went] = balanced(counts, ids);
            expect(went).toBe(came);
          }
          const words = [
            'deflected',
            'contained',
            'bounced',
            'lostForGood',
            'turnedAway',
            'disconnected',
            'inSystem',
            'blocked',
            'redials',
            'returned',
            'toLead',
            'otherDepartment',
            'callBacks',
            'unreached',
          ] as const;
          for (const word of words) used.set(word, (used.get(word) ?? 0) + counts.ofAll(word));
        }
      }),
      runs,
    );
    // A balance over features that never happened would prove nothing.
    for (const [word, count] of used) expect([word, count > 20]).toEqual([word, true]);
    expect(used.size).toBe(14);
  });

  it('gives numbers everywhere, and shares between 0 and 1', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { result } = simulatePlan(plan, { replications: 3 });
        const numbers = numbersOf(result);
        expect(numbers.length).toBeGreaterThan(300);
        expect(numbers.filter(([, value]) => !Number.isFinite(value))).toEqual([]);
        const shares = numbers.filter(
          ([path]) => /Fraction\.value$/.test(path) && !path.includes('loadFraction'),
        );
        expect(shares.filter(([, value]) => value < 0 || value > 1 + 1e-9)).toEqual([]);
        const negative = numbers.filter(
          ([path, value]) => /(Contacts|Seconds|Mean|Hours)\.value$/.test(path) && value < -1e-6,
        );
        expect(negative).toEqual([]);
      }),
      runs,
    );
  });

  it('gives the same tally twice, and another one in another replication', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const model = compiledPlan(plan);
        const tally = (replication: number): Float64Array =>
          simulateReplication(model, 9, replication).values;
        expect(Buffer.from(tally(3).buffer).equals(Buffer.from(tally(3).buffer))).toBe(true);
        expect(Buffer.from(tally(3).buffer).equals(Buffer.from(tally(4).buffer))).toBe(false);
      }),
      { ...runs, numRuns: 25 },
    );
  });

  it('ends or interrupts each talk that begins, in its own group', () => {
    let interrupted = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const talking = new Map<string, number>();
        for (const { step, where, classIndex, ordinal, generation } of journalOf(plan)) {
          const contact = `${classIndex}/${ordinal}/${generation}`;
          if (step === 'answer') {
            expect(talking.has(contact)).toBe(false);
            talking.set(contact, where);
          } else if (step === 'talkEnd' || step === 'interrupted') {
            expect(talking.get(contact)).toBe(where);
            talking.delete(contact);
            if (step === 'interrupted') interrupted += 1;
          } else if (step === 'wait' || step === 'abandon' || step === 'resolved') {
            expect(talking.has(contact)).toBe(false);
          }
        }
      }),
      { ...runs, numRuns: 40 },
    );
    expect(interrupted).toBeGreaterThan(200);
  });

  it('holds an agent no longer than to the beginning of the next talk and the overlap', () => {
    let holds = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const overlap = (plan.outcomes ?? [])
          .flatMap(({ next = [] }) => next)
          .flatMap((next) =>
            next.kind === 'functional' && next.warm !== undefined ? [next.warm.overlapSeconds] : [],
          );
        const held = new Map<string, number>();
        const begun = new Map<string, number>();
        for (const { step, atSeconds, classIndex, ordinal, generation } of journalOf(plan)) {
          const contact = `${classIndex}/${ordinal}/${generation}`;
          if (step === 'held') {
            held.set(contact, atSeconds);
            begun.delete(contact);
            holds += 1;
          } else if (step === 'answer' && held.has(contact)) begun.set(contact, atSeconds);
          else if (step === 'released') {
            const next = begun.get(contact);
            expect(held.has(contact)).toBe(true);
            if (next !== undefined) expect(atSeconds).toBeCloseTo(next + (overlap[0] ?? 0), 6);
            held.delete(contact);
          }
        }
      }),
      { ...runs, numRuns: 40 },
    );
    expect(holds).toBeGreaterThan(100);
  });

  it('T7: keeps Little’s law by team and by class: the time of people in a line is the sum of their waits', () => {
    let compared = 0;
    let classes = 0;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        // Arrivals on the first of four days: at the end nearly nobody waits any more.
        const profile = {
          id: 'start',
          name: 'Start',
          specialDays: [6, 7, 8].map((day) => ({ date: `2026-01-0${day}`, factor: 0 })),
        };
        // Pieces of internal work and those who stood there at the start wait too, but no wait of theirs is counted.
        const early: PlanInput = {
          ...plan,
          internalWork: [],
          startingBacklog: [],
          horizon: { start: '2026-01-05', days: 4 },
          profiles: [profile],
          demand: plan.demand.map((row) => ({ ...row, profile: 'start' })),
        };
        const counts = new Counts(simulatePlan(early));
        // Who was on the way at the end (a call-back, another department) waits when no queue is measured any more.
        const end = 4 * 86_400;
        if (journalOf(early).some(({ step, atSeconds }) => step === 'wait' && atSeconds >= end)) return;
        for (const { id } of plan.teams) {
          if (counts.ofTeam(id, 'queueAtEnd') > 0) continue;
          const queue = counts.ofTeam(id, 'queueSeconds');
          const disconnected = counts.ofAll('disconnected') > 0;
          const waits = counts.ofTeam(id, 'waitSeconds');
          // Waits of those who are disconnected end without being counted as an answer or an abandonment.
          if (disconnected) expect(queue).toBeGreaterThanOrEqual(waits - 1e-6);
          else expect(Math.abs(queue - waits)).toBeLessThanOrEqual(1e-6 * (1 + queue));
          if (!disconnected && queue > 0) compared += 1;
        }
        const isEmpty = plan.teams.every(({ id }) => counts.ofTeam(id, 'queueAtEnd') === 0);
        if (!isEmpty || counts.ofAll('disconnected') > 0) return;
        for (const { id } of plan.demand) {
          const queue = counts.ofClass(id, 'queueSeconds');
          const waits = counts.ofClass(id, 'waitSeconds');
          expect(Math.abs(queue - waits)).toBeLessThanOrEqual(1e-6 * (1 + queue));
          if (queue > 0) classes += 1;
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(50);
    expect(classes).toBeGreaterThan(30);
  });
});

describe('one agent more', () => {
  // One line, first come first served, identical agents, constant staff, no patience, no feedback.
  const queue = (agents: number, load: number): PlanInput =>
    planOf({
      horizon: { start: '2026-01-05', days: 1 },
      demand: [steadyDemand('calls', load / 100)],
      teams: [teamOf('team', agents)],
      handling: [{ time: { law: 'lognormal', meanSeconds: 100, cv: 1.5 } }],
    });

  it('never lengthens any wait, and so no mean and no percentile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 3, max: 12 }),
        fc.nat({ max: 1000 }),
        (agents, tenths, seed) => {
          const load = (agents * tenths) / 10;
          const waits = (n: number): Map<number, number> => {
            const entered = new Map<number, number>();
            const waited = new Map<number, number>();
            for (const { step, ordinal, atSeconds } of journalOf(queue(n, load), { seed })) {
              if (step === 'channel') entered.set(ordinal, atSeconds);
              if (step === 'answer') waited.set(ordinal, atSeconds - (entered.get(ordinal) ?? Number.NaN));
            }
            return waited;
          };
          const fewer = waits(agents);
          const more = waits(agents + 1);
          expect(fewer.size).toBeGreaterThan(100);
          for (const [ordinal, wait] of fewer) {
            const shorter = more.get(ordinal);
            if (shorter === undefined || shorter > wait + 1e-6)
              throw new Error(`contact ${ordinal}: ${shorter} after ${wait}`);
          }
          const of = (n: number) => simulatePlan(queue(n, load), { seed, replications: 2 }).result.total;
          const [before, after] = [of(agents), of(agents + 1)];
          const measures = [
            'answerWaitMeanSeconds',
            'answerWaitMedianSeconds',
            'answerWaitP90Seconds',
            'answerWaitP95Seconds',
            'answerWaitP99Seconds',
          ] as const;
          // Where the smaller team is overloaded, the larger one answers contacts that the smaller one never reaches.
          for (const measure of tenths < 10 ? measures : []) {
            expect(after[measure]?.value ?? 0).toBeLessThanOrEqual((before[measure]?.value ?? 0) + 1e-9);
          }
        },
      ),
      { numRuns: 12, seed: 11 },
    );
  });

  it('meets the very same customers: with patience, the draws of each stay the same', () => {
    const plan = (agents: number): PlanInput => ({
      ...queue(agents, 4),
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(50) }],
      handling: [{ time: exponential(100) }],
    });
    const talks = (agents: number): Map<string, number> => {
      const begun = new Map<string, number>();
      const lengths = new Map<string, number>();
      for (const { step, ordinal, atSeconds } of journalOf(plan(agents))) {
        if (step === 'answer') begun.set(`${ordinal}`, atSeconds);
        if (step === 'talkEnd')
          lengths.set(`${ordinal}`, atSeconds - (begun.get(`${ordinal}`) ?? Number.NaN));
      }
      return lengths;
    };
    const [few, many] = [talks(3), talks(5)];
    const both = [...few].filter(([id]) => many.has(id));
    expect(both.length).toBeGreaterThan(1000);
    for (const [id, length] of both) expect(many.get(id)).toBeCloseTo(length, 6);
  });
});
