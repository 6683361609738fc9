// How many people a team needs: the numbers of the formulas turned round, and plans that are staffed so.
import { describe, expect, it } from 'vitest';
import { createEvaluator, requirementOf } from '../../core/evaluate/index.ts';
import type { RequiredInterval, Requirement } from '../../core/measures/requirement.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { agentsFor } from '../../core/queueing/erlangPromises.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { randomPlan } from '../support/randomPlans.ts';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const parsed = (input: PlanInput): Plan => {
  const { plan, faults } = parsePlan(JSON.stringify(input));
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};

const asked = (input: PlanInput, question: { team: string; day?: number; days?: number }): Requirement => {
  const found = requirementOf(parsed(input), compiledPlan(input), timeZoneOffsets, question);
  if (found === undefined) throw new Error('no such team');
  return found;
};

const intervalsOf = ({ days }: Requirement): RequiredInterval[] =>
  days.flatMap(({ intervals }) => [...intervals]);

/** Phone and, where asked, mail before one team, staffed by counts of each half hour. */
function plan(
  counts: readonly number[],
  { mail = 0, days = 3, hours = true, shrinkage = 0 } = {},
): PlanInput {
  const clock = (k: number): string => `${String(k >> 1).padStart(2, '0')}:${k % 2 === 0 ? '00' : '30'}`;
  return {
    format: 'saff-plan',
    formatVersion: 1,
    id: 'needs',
    name: 'Needs',
    locale: { timeZone: 'UTC' },
    horizon: { start: '2026-03-02', days },
    calendars: [
      {
        id: 'open',
        name: 'Open',
        weekly: [{ weekdays: [...everyDay], spans: [{ from: '08:00', to: '20:00' }] }],
      },
    ],
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone', patience: { law: 'exponential', meanSeconds: 120 } },
      { id: 'email', name: 'Mail', kind: 'email' },
    ],
    issueTypes: [{ id: 'question', name: 'Question' }],
    profiles: [
      {
        id: 'day',
        name: 'Day',
        timeOfDay: [
          {
            ...{ weekdays: [...everyDay], intervalMinutes: 60 },
            weights: Array.from({ length: 24 }, (_, h) => (h < 8 || h >= 20 ? 0 : 1 + ((h * 7) % 5))),
          },
        ],
      },
    ],
    demand: [
      {
        ...{ id: 'calls', issueType: 'question', channel: 'phone', profile: 'day' },
        volume: { contacts: 1500, per: 'day' },
      },
      ...(mail > 0
        ? [
            {
              ...{ id: 'letters', issueType: 'question', channel: 'email', profile: 'day' },
              volume: { contacts: mail, per: 'day' as const },
            },
          ]
        : []),
    ],
    teams: [
      {
        id: 'first',
        name: 'First line',
        ...(hours ? { hours: 'open' } : {}),
        groups: [
          {
            id: 'agents',
            plannedShrinkage: shrinkage,
            staffing: {
              kind: 'counts',
              counts: counts.map((agents, k) => ({
                ...{ weekdays: [...everyDay], from: clock(k), to: k === 47 ? '24:00' : clock(k + 1) },
                agents,
              })),
            },
          },
        ],
      },
    ],
    handling: [{ time: { law: 'exponential', meanSeconds: 240 } }],
    promises: [
      {
        ...{ id: 'answer', name: 'Answered', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 },
        applies: { channels: ['phone'] },
      },
      {
        ...{
          id: 'letters',
          name: 'Letters',
          clock: 'firstResponse',
          targetSeconds: 14_400,
          shareToAttain: 0.9,
        },
        applies: { channels: ['email'] },
      },
    ],
  };
}

const ten = Array.from({ length: 48 }, () => 10);
const evaluator = createEvaluator({ offsets: timeZoneOffsets });

/** Service level of a promise in each half hour of the second day. */
function levels(input: PlanInput, promise: string): (number | null)[] {
  const answer = evaluator.evaluateModel(compiledPlan(input));
  const line = answer.series.find(
    ({ scope, id, measure }) => scope === 'promises' && id === promise && measure === 'serviceLevelFraction',
  );
  return (line?.values ?? []).slice(48, 96);
}

describe('requirementOf', () => {
  it('gives the number of the inverse Erlang formula where nothing else plays a part, and says that it is exact', () => {
    const steady: PlanInput = {
      ...plan(ten),
      horizon: { start: '2026-03-02', days: 400, warmUpDays: 7 },
      profiles: [],
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone' }],
      promises: [
        { id: 'answer', name: 'Answered', clock: 'firstResponse', targetSeconds: 20, shareToAttain: 0.8 },
      ],
      demand: [
        {
          ...{ id: 'calls', issueType: 'question', channel: 'phone' },
          volume: { contacts: 48 * 80, per: 'day' },
        },
      ],
      handling: [{ time: { law: 'exponential', meanSeconds: 180 } }],
      teams: [
        {
          ...{ id: 'first', name: 'First line' },
          groups: [{ id: 'agents', staffing: { kind: 'hours', agents: 14 } }],
        },
      ],
    };
    const found = asked(steady, { team: 'first', days: 1 });
    const queue = { arrivals: perSecond(80 / 1800), handling: seconds(180), target: seconds(20) };
    const exact = agentsFor(queue, { leastServiceLevel: fraction(0.8) });
    expect(exact.ok && exact.value).toBe(11);
    expect(found.basis.kind).toBe('exact');
    for (const one of intervalsOf(found)) {
      expect(one.liveErlangs).toBeCloseTo(8, 9);
      expect(one).toMatchObject({ requiredAgents: 11, requiredForDeferred: 0, agents: 14, isKept: true });
    }
  });

  it('keeps a live promise in each interval with these numbers, and not with one agent fewer', () => {
    const needed = intervalsOf(asked(plan(ten), { team: 'first', day: 1, days: 1 }));
    expect(needed).toHaveLength(48);
    expect(Math.max(...needed.map(({ requiredAgents }) => requiredAgents ?? 0))).toBeGreaterThan(10);
    const counts = needed.map(({ requiredAgents }) => requiredAgents ?? 0);
    const kept = levels(plan(counts), 'answer');
    const missed = levels(plan(counts.map((n) => Math.max(0, n - 1))), 'answer');
    let told = 0;
    needed.forEach(({ contacts }, k) => {
      if (!(contacts > 1)) return;
      told += 1;
      expect(kept[k], `interval ${k}`).toBeGreaterThanOrEqual(0.8 - 1e-9);
      expect(missed[k], `interval ${k}`).toBeLessThan(0.8);
    });
    expect(told).toBe(24);
  });

  it('keeps deadlines and the live promise with these numbers, and not both with one agent fewer', () => {
    const mail = 2400;
    const needed = intervalsOf(asked(plan(ten, { mail }), { team: 'first', day: 1, days: 1 }));
    const counts = needed.map(({ requiredAgents }) => requiredAgents ?? 0);
    const isKept = (staff: readonly number[]): boolean => {
      const input = plan(staff, { mail });
      const letters = evaluator.evaluateModel(compiledPlan(input)).promises.letters;
      const answer = levels(input, 'answer').every(
        (level, k) => !((needed[k]?.contacts ?? 0) > 1) || (level ?? 0) >= 0.8 - 1e-6,
      );
      return answer && (letters?.serviceLevelFraction.value ?? 0) >= 0.9;
    };
    expect(needed.some(({ requiredForDeferred }) => (requiredForDeferred ?? 0) > 0)).toBe(true);
    expect(isKept(counts)).toBe(true);
    expect(isKept(counts.map((n, k) => (needed[k]?.isOpen ? n - 1 : n)))).toBe(false);
  });

  it('needs the same number in all open hours where there is deferred work only', () => {
    const input = { ...plan(ten, { mail: 900 }) };
    const mail: PlanInput = { ...input, demand: (input.demand ?? []).slice(1) };
    const needed = intervalsOf(asked(mail, { team: 'first', day: 1, days: 1 }));
    const more = needed.find(({ isOpen }) => isOpen)?.requiredAgents ?? 0;
    // 900 letters of 240 s are 60 hours; what comes late may wait until the morning.
    expect(more).toBe(5);
    for (const one of needed) expect(one.requiredAgents).toBe(one.isOpen ? more : 0);
    const level = (agents: number): number => {
      const staffed = {
        ...plan(
          ten.map(() => agents),
          { mail: 900 },
        ),
        demand: mail.demand,
      };
      return evaluator.evaluateModel(compiledPlan(staffed)).promises.letters?.serviceLevelFraction.value ?? 0;
    };
    expect(level(more)).toBeGreaterThanOrEqual(0.9);
  });

  it('tells planned people apart from those on duty', () => {
    const found = intervalsOf(asked(plan(ten, { shrinkage: 0.2 }), { team: 'first', day: 0, days: 1 }));
    const noon = found[24] as RequiredInterval;
    expect(noon.startMinute).toBe(720);
    expect(noon.plannedAgents).toBe(10);
    expect(noon.agents).toBeCloseTo(8, 9);
    expect(noon.requiredPlannedAgents).toBe(Math.ceil((noon.requiredAgents ?? 0) / 0.8 - 1e-9));
    expect(noon.isKept).toBe(8 >= (noon.requiredAgents ?? 0));
  });

  it('says that no number is enough where none is', () => {
    const impossible = plan(ten, { mail: 50 });
    const [answer, letters] = impossible.promises as { targetSeconds: number; shareToAttain: number }[];
    // Half of the letters take longer to write.
    Object.assign(letters as object, { targetSeconds: 166 });
    Object.assign(answer as object, { shareToAttain: 0.8 });
    const found = asked(impossible, { team: 'first', day: 0, days: 1 });
    expect(found.days[0]?.requiredHours).toBeNull();
    expect(intervalsOf(found).filter(({ isOpen }) => isOpen)[0]).toMatchObject({
      requiredForDeferred: null,
      requiredAgents: null,
      isKept: false,
    });
  });

  it('cuts the days at the end of the horizon, and knows no other teams', () => {
    expect(asked(plan(ten), { team: 'first', day: 2 }).days.map(({ date }) => date)).toEqual(['2026-03-04']);
    const { days } = asked(
      { ...plan(ten), horizon: { start: '2026-03-02', days: 3, warmUpDays: 1 } },
      {
        team: 'first',
      },
    );
    expect(days.map(({ day }) => day)).toEqual([1, 2]);
    const none = requirementOf(parsed(plan(ten)), compiledPlan(plan(ten)), timeZoneOffsets, { team: 'no' });
    expect(none).toBeUndefined();
  });

  it.each(sampleList().map(({ id }) => id))('answers for teams of %s', (id) => {
    const input = JSON.parse(openSample(id) ?? '') as PlanInput;
    const model = compiledPlan(input);
    const whole = parsed(input);
    for (const { id: team } of whole.teams.slice(0, 2))
      checkSense(requirementOf(whole, model, timeZoneOffsets, { team, days: 1 }));
  });

  it('answers for the teams of random plans with every feature', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const { input } = randomPlan(seed, 1000);
      const whole = parsed(input);
      const model = compiledPlan(input);
      for (const { id: team } of whole.teams)
        checkSense(requirementOf(whole, model, timeZoneOffsets, { team, days: 1 }));
    }
  });
});

function checkSense(found: Requirement | undefined): void {
  if (found === undefined) throw new Error('no answer');
  for (const one of intervalsOf(found)) {
    for (const value of [one.contacts, one.liveErlangs, one.deferredErlangs, one.plannedAgents, one.agents])
      expect(value >= -1e-9 && Number.isFinite(value)).toBe(true);
    const { requiredAgents, requiredForLive, requiredForDeferred } = one;
    if (requiredAgents === null) continue;
    expect(Number.isInteger(requiredAgents) && requiredAgents >= 0).toBe(true);
    expect(requiredAgents).toBe((requiredForLive ?? 0) + (requiredForDeferred ?? 0));
  }
}
