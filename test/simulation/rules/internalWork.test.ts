import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { Counts, countsOf, journalOf, simulatePlan } from '../../support/simulatePlan.ts';

const articles = (hoursPerWeek: number, more: object = {}) => [
  { id: 'articles', name: 'Articles', team: 'team', hoursPerWeek, ...more },
];
const plan = (parts: Partial<PlanInput>): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 14 },
    demand: [recordedDemand('calls', [0])],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(60) }],
    ...parts,
  });

describe('internal work', () => {
  it('comes at the constant rate that gives its hours a week in the open hours of the team', () => {
    const calendars: PlanInput['calendars'] = [
      {
        id: 'office',
        name: 'Office',
        weekly: [
          {
            weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
            spans: [{ from: '09:00', to: '17:00' }],
          },
        ],
      },
    ];
    const model = compiledPlan(
      plan({ calendars, teams: [teamOf('team', 1, { hours: 'office' })], internalWork: articles(10) }),
    );
    const { segments } = model.classes.find(({ isInternal }) => isInternal) ?? {};
    const rates = new Set(segments?.ratePerSecond);
    // Ten hours are twenty pieces a week, in forty open hours.
    expect([...rates].sort()).toEqual([0, 20 / (40 * 3600)]);
    expect(segments?.startsSeconds[1]).toBe(9 * 3600);
  });

  it('takes the agents’ time and nothing else: no contact, no step, no promise', () => {
    const input = plan({ internalWork: articles(20, { pieceMinutes: 60 }) });
    const simulated = simulatePlan(input, { replications: 40 });
    let hours = 0;
    for (let replication = 0; replication < 40; replication += 1)
      hours += (new Counts(simulated, replication).ofTeam('team', 'busySeconds') - 60) / 3600;
    // Forty pieces of an hour each in two weeks: Poisson, in forty replications. What is begun at the end is cut off.
    expect(Math.abs(hours - 40 * 40)).toBeLessThan(4 * Math.sqrt(40 * 40) + 40);
    const counts = new Counts(simulated);
    expect([counts.ofAll('offered'), counts.ofAll('visits'), counts.ofAll('resolved')]).toEqual([1, 1, 1]);
    expect(counts.ofTeam('team', 'visits')).toBe(1);
    expect(counts.ofTeam('team', 'offeredWorkSeconds')).toBeGreaterThan(20 * 3600);
    expect(journalOf(input).every(({ classIndex }) => classIndex === 0)).toBe(true);
    expect(simulated.result.channels.phone?.queueLengthMeanContacts?.value).toBe(0);
    expect(simulated.result.teams.team?.queueLengthMeanContacts?.value).toBeGreaterThan(0);
  });

  it('waits as M/D/1 does where a team has nothing else to do', () => {
    // 134.4 hours a week of one agent: load 0.8, Lq = 0.8 * 0.8 / (2 * 0.2) = 1.6.
    const input = plan({
      horizon: { start: '2026-01-05', days: 140, warmUpDays: 7 },
      internalWork: articles(134.4),
    });
    const { result } = simulatePlan(input, { replications: 20, seed: 5 });
    const { value, halfWidth } = result.teams.team?.queueLengthMeanContacts ?? {
      value: null,
      halfWidth: null,
    };
    expect(halfWidth).toBeLessThan(0.15);
    expect(Math.abs((value ?? 0) - 1.6)).toBeLessThan(2 * (halfWidth ?? 0));
  });

  it('comes after every contact, in a line of its own rank', () => {
    // The only agent always finds a piece of work waiting; an e-mail of the lowest priority goes before it.
    const input = plan({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [
        recordedDemand(
          'mails',
          Array.from({ length: 20 }, (_, i) => 90_000 + i * 4000),
          { channel: 'email', priority: 9 },
        ),
      ],
      internalWork: articles(2000, { pieceMinutes: 10 }),
    });
    const waited: number[] = [];
    const since = new Map<number, number>();
    for (const { step, ordinal, atSeconds } of journalOf(input)) {
      if (step === 'channel') since.set(ordinal, atSeconds);
      if (step === 'answer') waited.push(atSeconds - (since.get(ordinal) ?? 0));
    }
    expect(waited.length).toBe(20);
    expect(Math.max(...waited)).toBeLessThanOrEqual(600);
    expect(Math.max(...waited)).toBeGreaterThan(0);
  });

  it('leaves the agents of a reserve to live contacts', () => {
    const teams = [teamOf('team', 2, {}, { reservedForLive: 1 })];
    const counts = countsOf(plan({ teams, internalWork: articles(1000) }));
    // At most one of the two is ever at it.
    expect(counts.ofTeam('team', 'busySeconds')).toBeLessThanOrEqual(14 * 86_400 + 60);
    expect(counts.ofTeam('team', 'busySeconds')).toBeGreaterThan(13 * 86_400);
  });
});
