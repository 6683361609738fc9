import { describe, expect, it } from 'vitest';
import { busiestWork } from '../../core/evaluate/index.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { compilePlan } from '../../core/simulation/index.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../../core/verification/planParts.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

function busiestOf(plan: Plan, by: 'team' | 'issueType') {
  const model = compilePlan(plan, { planHash: '', offsets: timeZoneOffsets });
  if (!model.ok) throw new Error(JSON.stringify(model.failure));
  return busiestWork(plan, model.value, timeZoneOffsets, by);
}
const parsed = (input: PlanInput): Plan => {
  const { plan, faults } = parsePlanValue(input);
  if (plan === null) throw new Error(JSON.stringify(faults));
  return plan;
};

describe('busiestWork', () => {
  const promise = {
    ...{ name: 'In time', clock: 'firstResponse' as const, shareToAttain: 0.8 },
  };
  const steady = planOf({
    demand: [steadyDemand('calls', 1, { volume: { contacts: 288, per: 'hour' } })],
    teams: [teamOf('team', 11)],
    handling: [{ time: exponential(100) }],
    promises: [
      { ...promise, id: 'slow', targetSeconds: 60 },
      { ...promise, id: 'quick', targetSeconds: 20, shareToAttain: 0.7 },
    ],
  });

  it('is the first interval where all are alike, with the strictest promise', () => {
    const found = busiestOf(parsed(steady), 'team');
    expect(found).toMatchObject({ by: 'team', day: 0, startMinute: 0 });
    const [kind] = found?.kinds ?? [];
    expect(kind).toMatchObject({
      part: 'team',
      patienceSeconds: null,
      targetSeconds: 20,
      shareToAttain: 0.7,
    });
    expect(kind?.contactsPerHour).toBeCloseTo(288, 6);
    expect(kind?.handlingSeconds).toBeCloseTo(100, 9);
  });

  it('has the same work by team and by issue type', () => {
    const { plan } = parsePlan(openSample('computer-company') ?? '');
    if (plan === null) throw new Error('the sample does not parse');
    const [byTeam, byType] = [busiestOf(plan, 'team'), busiestOf(plan, 'issueType')];
    const load = (found: typeof byTeam): number =>
      (found?.kinds ?? []).reduce((sum, one) => sum + one.contactsPerHour * one.handlingSeconds, 0);
    expect(byTeam?.kinds.length).toBeGreaterThan(1);
    expect(byType?.kinds.length).toBeGreaterThan(1);
    expect(load(byType)).toBeCloseTo(load(byTeam), 6);
    expect([byType?.date, byType?.startMinute]).toEqual([byTeam?.date, byTeam?.startMinute]);
    expect(plan.teams.map(({ id }) => id)).toEqual(
      expect.arrayContaining(byTeam?.kinds.map(({ part }) => part) ?? []),
    );
  });

  it('is nothing where nothing comes live', () => {
    const plan = parsed({
      ...steady,
      channels: steady.channels?.map((one) => ({ ...one, mode: 'deferred' })) ?? [],
    });
    expect(busiestOf(plan, 'team')).toBeUndefined();
  });
});
