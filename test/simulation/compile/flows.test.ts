import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { type CompiledModel } from '../../../core/simulation/index.ts';
import { outcomeKind, type PairModel } from '../../../core/simulation/model/compiledModel.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import {
  deterministic,
  exponential,
  groupOf,
  planOf,
  recordedDemand,
  steadyDemand,
  teamOf,
  threeTierPlan,
} from '../../support/plans.ts';

const groupsOf = (model: CompiledModel, queue: number): string[][] =>
  (model.queues[queue]?.entries ?? []).map((entry) => entry.groups.map((g) => model.groups[g]?.id ?? ''));

/** Lines of a group in the order in which it looks at them: live or deferred, priority, bucket. */
const linesOf = (model: CompiledModel, group: string) =>
  (model.groups.find(({ id }) => id === group)?.queues ?? []).map(({ queue, bucket, afterSeconds }) => {
    const line = model.queues[queue];
    return [line?.live ? 'live' : 'deferred', line?.priority, bucket, afterSeconds];
  });

const teamIn = (model: CompiledModel, stage: number): string =>
  model.teams[model.stages[stage]?.homeTeam ?? -1]?.id ?? '';

const pairOf = (model: CompiledModel, team: string): PairModel => {
  const pair = model.pairs[model.teams.findIndex(({ id }) => id === team)];
  if (pair === null || pair === undefined) throw new Error(`no pair with ${team}`);
  return pair;
};

describe('lines of a compiled plan', () => {
  it('are shared by classes with the same channel, priority and route', () => {
    const plan = planOf({
      demand: [steadyDemand('a', 0.01), steadyDemand('b', 0.01), steadyDemand('urgent', 0.01, { priority: 1 })],
      teams: [teamOf('team', 1)],
    });
    const model = compiledPlan(plan);
    expect(model.stages.map(({ liveQueue }) => liveQueue)).toEqual([0, 0, 2]);
    expect(linesOf(model, 'team')).toEqual([
      ['live', 1, 0, 0],
      ['live', 5, 1, 0],
      ['deferred', 1, 2, 0],
      ['deferred', 5, 3, 0],
    ]);
  });

  it('put live work before deferred work whatever the priority', () => {
    const plan = planOf({
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [steadyDemand('calls', 0.01, { priority: 9 }), steadyDemand('mails', 0.01, { channel: 'email', priority: 1 })],
      teams: [teamOf('team', 1)],
    });
    expect(linesOf(compiledPlan(plan), 'team')).toEqual([
      ['live', 9, 0, 0],
      ['deferred', 1, 1, 0],
      ['deferred', 9, 2, 0],
    ]);
  });

  it('add up the overflow times of a route', () => {
    const plan = planOf({
      demand: [steadyDemand('calls', 0.01)],
      teams: [teamOf('a', 1), teamOf('b', 1), teamOf('c', 1)],
      routing: [{ when: {}, entries: [{ teams: ['a'] }, { teams: ['b'], afterSeconds: 20 }, { teams: ['c'], afterSeconds: 30 }] }],
    });
    const model = compiledPlan(plan);
    expect(model.queues[0]?.entries.map(({ afterSeconds }) => afterSeconds)).toEqual([0, 20, 50]);
    expect(groupsOf(model, 0)).toEqual([['a'], ['b'], ['c']]);
    expect(linesOf(model, 'c')[0]).toEqual(['live', 5, 0, 50]);
  });

  it('lead to the groups with the skills and the language', () => {
    const plan = planOf({
      issueTypes: [{ id: 'question', name: 'Question', skills: ['loans'] }],
      demand: [steadyDemand('calls', 0.01, { language: 'ar' })],
      teams: [
        {
          id: 'team',
          name: 'Team',
          groups: [
            groupOf('plain', 1, { languages: ['ar'] }),
            groupOf('other', 1, { skills: ['loans'], languages: ['fa'] }),
            groupOf('fit', 1, { skills: ['loans', 'cards'], languages: ['fa', 'ar'] }),
            groupOf('anyLanguage', 1, { skills: ['loans'] }),
          ],
        },
      ],
    });
    expect(groupsOf(compiledPlan(plan), 0)).toEqual([['fit', 'anyLanguage']]);
  });

  it('belong to the same team however the teams are listed', () => {
    const plan = planOf({ demand: [steadyDemand('calls', 0.01)], teams: [teamOf('b', 1), teamOf('a', 1)] });
    const turned = { ...plan, teams: [...plan.teams].reverse() };
    for (const input of [plan, turned]) expect(teamIn(compiledPlan(input), 0)).toBe('a');
  });
});

describe('stages of a compiled plan', () => {
  it('follow the tiers', () => {
    const model = compiledPlan(threeTierPlan());
    expect(model.stages.map((_, stage) => teamIn(model, stage))).toEqual(['tier1Team', 'tier2Team', 'tier3Team']);
    const pair = pairOf(model, 'tier1Team');
    expect(pair.resolvedBelow).toBeCloseTo(0.7, 12);
    expect(pair.outcomes).toEqual([
      expect.objectContaining({ kind: outcomeKind.escalated, stage: 1, below: expect.closeTo(1, 12) }),
    ]);
    expect(model.revisits).toBe(false);
  });

  it('count visits where a team can be reached from two places', () => {
    const plan = threeTierPlan();
    const routing: PlanInput['routing'] = [
      {
        when: { tiers: ['tier1'] },
        entries: [{ teams: ['tier1Team'] }, { teams: ['tier2Team'], afterSeconds: 60 }],
      },
    ];
    expect(compiledPlan({ ...plan, routing }).revisits).toBe(true);
  });

  it('list outcomes in their order: resolved, then those recognised at once and the others of each escalation', () => {
    const plan = planOf({
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      demand: [steadyDemand('calls', 0.01)],
      teams: [
        teamOf('first', 1, { tier: 'one' }),
        teamOf('second', 1, { tier: 'two' }),
        teamOf('leads', 1, { serves: { channels: ['phone'] } }),
      ],
      departments: [{ id: 'billing', name: 'Billing', turnaround: deterministic(600) }],
      outcomes: [
        {
          when: { teams: ['first'] },
          next: [
            { kind: 'functional', share: 0.4, to: 'nextTier', recognisedAtOnceShare: 0.25, recognition: exponential(30) },
            { kind: 'otherDepartment', share: 0.1, department: 'billing', handlingAfter: exponential(50) },
            { kind: 'hierarchical', share: 0.05, to: { team: 'leads' } },
          ],
        },
      ],
    });
    const model = compiledPlan(plan);
    const { outcomes, resolvedBelow, meanSeconds } = pairOf(model, 'first');
    expect(resolvedBelow).toBeCloseTo(0.45, 12);
    expect(outcomes.map(({ kind, below, stage }) => [kind, Math.round(below * 1e9) / 1e9, teamIn(model, stage)])).toEqual([
      [outcomeKind.recognised, 0.55, 'second'],
      [outcomeKind.escalated, 0.85, 'second'],
      [outcomeKind.otherDepartment, 0.95, 'first'],
      [outcomeKind.toLead, 1, 'leads'],
    ]);
    expect(meanSeconds).toBeCloseTo(100 - 0.1 * 70, 9);
  });

  it('begin with the dispatcher, and know the wrong teams of the home tier in the order of their keys', () => {
    const tier = { tier: 'one' };
    const plan = planOf({
      tiers: [{ id: 'one', name: 'One' }],
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          dispatcher: { team: 'desk', wrongTeamShare: 0.1, wrongTeamHandling: exponential(20) },
        },
      ],
      demand: [recordedDemand('calls', [1])],
      teams: [
        teamOf('z', 1, { ...tier, serves: { issueTypes: ['question'] } }),
        teamOf('y', 1, { ...tier, streamKey: 'late' }),
        teamOf('x', 1, { ...tier, streamKey: 'early' }),
        teamOf('desk', 1),
      ],
    });
    const model = compiledPlan(plan);
    const [entry] = model.classes;
    const first = model.stages[entry?.firstStage ?? -1];
    expect(teamIn(model, entry?.firstStage ?? -1)).toBe('desk');
    expect(teamIn(model, first?.nextStage ?? -1)).toBe('z');
    expect(first?.wrongTeamStages.map((stage) => teamIn(model, stage))).toEqual(['x', 'y']);
    expect(first?.wrongTeamStages.map((stage) => teamIn(model, model.stages[stage]?.nextStage ?? -1))).toEqual(['z', 'z']);
  });
});
