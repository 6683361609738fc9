// Duties that are done between contacts are load, once, by simulation and by formula.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../core/evaluate/index.ts';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { deterministic, parsedPlan, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf } from '../../support/simulatePlan.ts';
import { compareJourneys } from '../../support/slowSimulator/compareJourneys.ts';

type Duties = NonNullable<PlanInput['duties']>;
type Time = NonNullable<Duties[number]['time']>;

const team = {
  id: 'team',
  name: 'Team',
  groups: [
    { id: 'agents', role: 'agent', staffing: { kind: 'hours', agents: 2 } },
    { id: 'lead', role: 'lead', staffing: { kind: 'hours', agents: 1 } },
  ],
} as const;
const plan = (parts: Partial<PlanInput>): PlanInput =>
  planOf({
    horizon: { start: '2026-01-05', days: 14 },
    demand: [recordedDemand('calls', [0, 4000, 4010, 4020, 90_000])],
    roles: [
      { id: 'agent', name: 'Agent', kind: 'agent' },
      { id: 'lead', name: 'Lead', kind: 'lead' },
    ],
    teams: [team] as unknown as PlanInput['teams'],
    handling: [{ time: deterministic(60) }],
    ...parts,
  });
const content = (time: Time, who: Duties[number]['who'] = [{ team: 'team', parts: ['does'] }]): Duties => [
  { id: 'content', kind: 'content', who, time },
];
const hours: Time = { kind: 'hours', hoursPerWeek: 20, pieceMinutes: 60 };

describe('duties between contacts', () => {
  it('are the same load as internal work of the same team, by simulation and by formula', () => {
    const asDuty = plan({ duties: content(hours) });
    const asWork = plan({
      internalWork: [
        {
          ...{ id: 'content', streamKey: 'duty/content/team', name: 'Content', team: 'team' },
          ...{ hoursPerWeek: 20, pieceMinutes: 60 },
        },
      ],
    });
    const [duty, work] = [asDuty, asWork].map((input) => countsOf(input).ofTeam('team', 'busySeconds'));
    expect(duty).toBe(work);
    expect(duty).toBeGreaterThan(20 * 3600);
    const [byDuty, byWork] = [asDuty, asWork].map((input) => evaluate(compiledPlan(input)).teams.team);
    expect(byDuty).toEqual(byWork);
    // 40 of 1008 hours, and the five calls of a minute.
    expect(byDuty?.occupancyFraction?.value).toBeCloseTo((40 + 5 / 60) / 1008, 5);
  });

  it('are done by the role that does them, and by nobody else', () => {
    const leads = plan({
      duties: content({ ...hours, hoursPerWeek: 400 }, [{ role: 'lead', parts: ['does'] }]),
    });
    const all = plan({ duties: content({ ...hours, hoursPerWeek: 400 }) });
    const busy = (input: PlanInput): number => countsOf(input).ofTeam('team', 'busySeconds') / 86_400;
    // One lead is busy the whole time; all three have enough to do for more.
    expect(busy(leads)).toBeGreaterThan(12);
    expect(busy(leads)).toBeLessThanOrEqual(14.01);
    expect(busy(all)).toBeGreaterThan(26);
  });

  it('tell the same journeys by the second implementation', () => {
    const other = teamOf('other', 1);
    const input = plan({
      teams: [team, { ...other, groups: [{ ...other.groups[0], id: 'more', role: 'agent' }] }] as never,
      duties: [
        ...content({ kind: 'pieces', perWeek: 300, secondsEach: 1200 }, [{ role: 'agent', parts: ['does'] }]),
        {
          ...{ id: 'survey', kind: 'feedback', who: [{ role: 'lead', team: 'team', parts: ['does'] }] },
          time: { kind: 'contacts', secondsEach: 40_000 },
        },
      ],
    });
    const { differences, counts, unlike } = compareJourneys(parsedPlan(input), 3, 0);
    expect({ differences, counts, unlike }).toEqual({ differences: [], counts: {}, unlike: 0 });
  });

  it('are no work of their own where their time is counted elsewhere', () => {
    const articles = [{ id: 'articles', name: 'Articles', team: 'team', hoursPerWeek: 5 }];
    const without = compiledPlan(plan({ internalWork: articles }));
    const times: readonly Time[] = [
      { kind: 'handling' },
      { kind: 'work', work: ['articles'] },
      { ...hours, done: 'reserved' },
      { ...hours, hoursPerWeek: 0 },
    ];
    for (const time of times) {
      const compiled = compiledPlan(plan({ internalWork: articles, duties: content(time) }));
      expect({ ...compiled, planHash: '' }).toEqual({ ...without, planHash: '' });
    }
    const nobody = compiledPlan(plan({ internalWork: articles, duties: content(hours, []) }));
    expect(nobody.classes).toEqual(without.classes);
  });
});
