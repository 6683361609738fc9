// Deferred work beside live work, an assistant before the answer, and people who are not there: against the simulation, or
// against what is plain.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import { stationOutcome } from '../../core/evaluate/station.ts';
import { Stations } from '../../core/evaluate/stations.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import {
  deterministic,
  exponential,
  planOf,
  steadyDemand,
  teamOf,
} from '../../core/verification/planParts.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulateModel } from '../support/simulatePlan.ts';

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const within = (targetSeconds: number): NonNullable<PlanInput['promises']>[number] => ({
  ...{ id: 'calls', name: 'Calls', clock: 'firstResponse', targetSeconds, shareToAttain: 0.8 },
  applies: { channels: ['phone'] },
});

/** Calls of two minutes and mails of ten before one small team. */
const mailsToo = (agents: number, reserve: number, calls: number, mails: number): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 12, warmUpDays: 2 },
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone', patience: exponential(300) },
      { id: 'email', name: 'Email', kind: 'email' },
    ],
    demand: [steadyDemand('calls', calls / 120), steadyDemand('mails', mails / 600, { channel: 'email' })],
    handling: [
      { when: { channels: ['phone'] }, time: exponential(120) },
      { when: { channels: ['email'] }, time: exponential(600) },
    ],
    teams: [teamOf('team', agents, {}, { reservedForLive: reserve })],
    promises: [within(20)],
  });

describe('evaluate, where a small team does deferred work beside calls', () => {
  it.each([
    ['more than it can do, with one agent kept back', mailsToo(5, 1, 1.5, 5)],
    ['nearly all it can do', mailsToo(3, 0, 1, 1.4)],
    ['some, with two agents kept back', mailsToo(6, 2, 2, 1.5)],
  ])('is within 0.03 of the simulation: %s', (_, plan) => {
    const model = compiledPlan(plan);
    const { result } = simulateModel(model, { replications: 6 });
    const { promises, teams, channels } = evaluate(model);
    const off = (formula: number | null | undefined, simulated: number | null | undefined) =>
      Math.abs((formula ?? Number.NaN) - (simulated ?? Number.NaN));
    const attained = result.promises['calls']?.serviceLevelFraction;
    expect(attained?.halfWidth).toBeLessThan(0.025);
    expect(off(promises['calls']?.serviceLevelFraction.value, attained?.value)).toBeLessThan(0.03);
    const left = result.channels['phone']?.abandonedFraction?.value;
    expect(off(channels['phone']?.abandonedFraction?.value, left)).toBeLessThan(0.03);
    const busy = result.teams['team']?.occupancyFraction?.value;
    expect(off(teams['team']?.occupancyFraction?.value, busy)).toBeLessThan(0.02);
  });

  it('answers between the corners of a grid nearly as in them', () => {
    const input = {
      ...{ agents: 5, load: 1.93, handling: 120, variation: 1, patience: 300, balking: 0, reserve: 1 },
      ...{ deferredLoad: 1.21, deferredHandling: 600, places: Number.POSITIVE_INFINITY, targets: [20] },
      ...{ chats: null, isLasting: true },
    };
    const [between, direct] = [stationOutcome(), stationOutcome()];
    new Stations().between(input, between);
    new Stations().between({ ...input, isLasting: false }, direct);
    expect(Math.abs((between.inTime[0] ?? 0) - (direct.inTime[0] ?? 1))).toBeLessThan(0.01);
    expect(Math.abs(between.mostBusy - direct.mostBusy)).toBeLessThan(0.02);
  });
});

describe('evaluate, where an assistant comes before the answer', () => {
  const plan = (targetSeconds: number): PlanInput =>
    planOf({
      channels: [
        {
          ...{ id: 'chat', name: 'Chat', kind: 'chat' },
          assistant: { share: 0.5, time: deterministic(30), resolvedShare: 0, handedOverShare: 1 },
        },
      ],
      demand: [steadyDemand('chats', 0.01, { channel: 'chat' })],
      teams: [teamOf('team', 40)],
      promises: [{ ...within(targetSeconds), applies: { channels: ['chat'] } }],
    });

  it('lets its time count for those who met it', () => {
    const early = evaluate(compiledPlan(plan(20)));
    expect(early.promises['calls']?.serviceLevelFraction.value).toBeCloseTo(0.5, 6);
    expect(early.total.firstResponseMeanSeconds?.value).toBeCloseTo(15, 6);
    const late = evaluate(compiledPlan(plan(40)));
    expect(late.promises['calls']?.serviceLevelFraction.value).toBeCloseTo(1, 6);
  });
});

describe('evaluate, where a team is not on duty', () => {
  /** Calls that two teams serve; the second is there in the small hours only, and has work that is no contact. */
  const plan = (hoursPerWeek: number): PlanInput =>
    planOf({
      horizon: { start: '2026-01-05', days: 7 },
      calendars: [
        {
          ...{ id: 'early', name: 'Early' },
          weekly: [{ weekdays: [...everyDay], spans: [{ from: '00:00', to: '01:00' }] }],
        },
      ],
      demand: [steadyDemand('calls', 0.08)],
      teams: [teamOf('first', 11), teamOf('second', 2, { hours: 'early' })],
      routing: [{ when: {}, entries: [{ teams: ['first', 'second'] }] }],
      promises: [within(20)],
      internalWork:
        hoursPerWeek === 0 ? [] : [{ id: 'papers', name: 'Papers', team: 'second', hoursPerWeek }],
    });
  const level = (hours: number) =>
    evaluate(compiledPlan(plan(hours))).promises['calls']?.serviceLevelFraction.value ?? Number.NaN;

  it('does not let its unfinished work hold up calls that others take', () => {
    expect(level(0) - level(60)).toBeLessThan(0.03);
    expect(level(0)).toBeGreaterThan(0.8);
  });

  it('counts people on duty to whom no work ever comes', () => {
    const idle = planOf({
      demand: [steadyDemand('calls', 0.01)],
      teams: [teamOf('first', 3), teamOf('idle', 4)],
      routing: [{ when: {}, entries: [{ teams: ['first'] }] }],
    });
    expect(evaluate(compiledPlan(idle)).teams['idle']?.agentsOnDutyMean?.value).toBe(4);
  });
});

it('evaluate takes what a dispatcher hands to the team for no transfer, as the simulation does', () => {
  const plan = planOf({
    channels: [{ id: 'phone', name: 'Phone', kind: 'phone', dispatcher: { team: 'dispatch' } }],
    demand: [steadyDemand('calls', 0.01)],
    teams: [teamOf('home', 5), teamOf('dispatch', 3)],
    routing: [{ when: {}, entries: [{ teams: ['home'] }] }],
  });
  const model = compiledPlan(plan);
  expect(simulateModel(model).result.total.transfersPerContact?.value).toBe(0);
  expect(evaluate(model).total.transfersPerContact?.value).toBe(0);
});
