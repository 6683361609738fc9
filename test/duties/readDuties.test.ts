// What is found amiss with duties, each with the step that puts it right.
import { describe, expect, it } from 'vitest';
import { readDuties } from '../../core/duties/index.ts';
import { evaluate } from '../../core/evaluate/index.ts';
import type { DutiesReading, DutyFinding, DutyFindingCode } from '../../core/measures/duties.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan, PlanInput } from '../../core/plan/schema/plan.ts';
import { usualCareer, usualDuties } from '../../core/plan/usualDuties.ts';
import { openSample } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { deterministic, planOf } from '../support/plans.ts';

const staffing = (agents: number) => ({ kind: 'hours' as const, agents });
const duties: NonNullable<PlanInput['duties']> = [
  {
    ...{ id: 'content', kind: 'content' },
    who: [
      { role: 'agent', parts: ['does'] },
      { role: 'lead', parts: ['answersFor'] },
    ],
  },
];
const input = (parts: Partial<PlanInput> = {}): PlanInput =>
  planOf({
    demand: [{ id: 'calls', issueType: 'question', channel: 'phone', volume: { contacts: 100, per: 'day' } }],
    roles: [
      { id: 'agent', name: 'Agent', kind: 'agent' },
      { id: 'lead', name: 'Lead', kind: 'lead', contactTimeShare: 0.5, maximumSpan: 8 },
    ],
    teams: [
      {
        ...{ id: 'desk', name: 'Desk', lead: 'leads' },
        groups: [{ id: 'agents', role: 'agent', headcount: 6, staffing: staffing(3) }],
      },
      {
        ...{ id: 'leading', name: 'Leading', serves: { channels: ['phone'] } },
        groups: [{ id: 'leads', role: 'lead', headcount: 2, staffing: staffing(1) }],
      },
    ],
    handling: [{ time: deterministic(300) }],
    routing: [{ when: {}, entries: [{ teams: ['desk'] }] }],
    outcomes: [{ next: [{ kind: 'hierarchical', share: 0.05, to: { team: 'leading' } }] }],
    duties,
    ...parts,
  } as Parameters<typeof planOf>[0]);

const reading = (of: PlanInput): DutiesReading => {
  const { plan, planHash, faults } = parsePlanValue(JSON.parse(JSON.stringify(of)));
  if (plan === null) throw new Error(JSON.stringify(faults));
  return readDuties(plan, planHash ?? '', evaluate(compiledPlan(of)));
};
const codes = (of: PlanInput): DutyFindingCode[] => reading(of).findings.map(({ code }) => code);
const found = (of: PlanInput, code: DutyFindingCode): DutyFinding => {
  const finding = reading(of).findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`no ${code} among ${codes(of).join(', ')}`);
  return finding;
};
/** The plan after the remedy of a finding. */
const remedied = (of: PlanInput, code: DutyFindingCode): PlanInput => {
  const { remedy } = found(of, code);
  const { plan } = parsePlanValue(JSON.parse(JSON.stringify(of)));
  const applied = applyCommands(plan as Plan, remedy?.commands ?? []);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return applied.value.document as PlanInput;
};
const withTime = (time: NonNullable<NonNullable<PlanInput['duties']>[number]['time']>, role = 'agent') =>
  input({
    duties: [
      { ...duties[0], id: 'content', kind: 'content', who: [{ role, parts: ['does', 'answersFor'] }], time },
    ],
  });

describe('readDuties', () => {
  it('finds nothing where every duty has an owner, people and time', () => {
    expect(codes(input())).toEqual([]);
  });

  const cases: Readonly<Record<DutyFindingCode, { readonly plan: PlanInput; readonly place: string }>> = {
    unowned: {
      plan: input({
        duties: [{ id: 'content', kind: 'content', who: [{ role: 'agent', parts: ['does'] }] }],
      }),
      place: 'duties/content/who',
    },
    ownedTwice: {
      plan: input({
        duties: [
          {
            ...{ id: 'content', kind: 'content' },
            who: [
              { role: 'agent', parts: ['does', 'answersFor'] },
              { role: 'lead', parts: ['answersFor'] },
            ],
          },
        ],
      }),
      place: 'duties/content/who',
    },
    undone: {
      plan: input({
        duties: [{ id: 'content', kind: 'content', who: [{ role: 'lead', parts: ['answersFor'] }] }],
      }),
      place: 'duties/content/who',
    },
    // Two hours a day of the three agents: none of their time is kept free of contacts.
    reservedTooShort: {
      plan: withTime({ kind: 'hours', hoursPerWeek: 14, done: 'reserved' }),
      place: 'roles/agent/contactTimeShare',
    },
    // 504 hours a week in all, of which contacts take about 58.
    noTimeBetween: { plan: withTime({ kind: 'hours', hoursPerWeek: 500 }), place: 'duties/content/time' },
    noContactTime: {
      plan: input({
        roles: [
          { id: 'agent', name: 'Agent', kind: 'agent' },
          { id: 'lead', name: 'Lead', kind: 'lead', contactTimeShare: 0.5 },
          { id: 'quality', name: 'Quality', kind: 'quality', contactTimeShare: 0 },
        ],
        teams: [
          { id: 'desk', name: 'Desk', groups: [{ id: 'agents', role: 'agent', staffing: staffing(3) }] },
          { id: 'leading', name: 'Leading', groups: [{ id: 'leads', role: 'lead', staffing: staffing(2) }] },
          {
            id: 'reading',
            name: 'Reading',
            groups: [{ id: 'readers', role: 'quality', staffing: staffing(1) }],
          },
        ],
        duties: [
          {
            ...{ id: 'feedback', kind: 'feedback', time: { kind: 'hours', hoursPerWeek: 8 } },
            who: [{ role: 'quality', parts: ['does', 'answersFor'] }],
          },
        ],
      }),
      place: 'duties/feedback/time/done',
    },
    oneAblePerson: {
      plan: input({
        issueTypes: [{ id: 'question', name: 'Question', skills: ['network'] }],
        teams: [
          {
            ...{ id: 'desk', name: 'Desk' },
            groups: [
              { id: 'agents', role: 'agent', headcount: 6, staffing: staffing(3) },
              { id: 'expert', role: 'agent', headcount: 1, staffing: staffing(1), skills: ['network'] },
            ],
          },
        ],
        outcomes: [],
        duties: [],
      }),
      place: 'teams/desk/groups/expert/headcount',
    },
    spanTooWide: {
      plan: input({
        roles: [
          { id: 'agent', name: 'Agent', kind: 'agent' },
          { id: 'lead', name: 'Lead', kind: 'lead', contactTimeShare: 0.5, maximumSpan: 2 },
        ],
      }),
      place: 'roles/lead/maximumSpan',
    },
    // A lead for 168 hours a week, half of them with contacts; leading is said to take 100.
    leadWithoutTime: {
      plan: input({
        outcomes: [
          { when: { teams: ['desk'] }, next: [{ kind: 'hierarchical', share: 1, to: { team: 'leading' } }] },
        ],
        handling: [{ when: { teams: ['leading'] }, time: deterministic(440) }, { time: deterministic(300) }],
        duties: [
          ...duties,
          {
            ...{ id: 'guiding', kind: 'guiding', who: [{ role: 'lead', parts: ['does', 'answersFor'] }] },
            time: { kind: 'hours', hoursPerWeek: 100, done: 'reserved' },
          },
        ],
      }),
      place: 'teams/leading/groups/leads/role',
    },
  };

  it.each(Object.entries(cases))(
    'finds %s, says where, and offers the step that puts it right',
    (code, one) => {
      const finding = found(one.plan, code as DutyFindingCode);
      expect(finding.place.join('/')).toBe(one.place);
      expect(finding.remedy).not.toBeNull();
      expect(codes(remedied(one.plan, code as DutyFindingCode))).not.toContain(code);
    },
  );

  it('tells where the time of a role goes', () => {
    const { roles, hours } = reading(
      withTime({ kind: 'hours', hoursPerWeek: { value: 20, low: 10, high: 30, assumed: true } }),
    );
    const agents = roles.find(({ role }) => role === 'agent');
    expect(agents).toMatchObject({
      people: 6,
      presence: 504,
      reserved: 0,
      dutiesReserved: 0,
      dutiesBetween: 20,
    });
    // 700 calls a week of five minutes.
    expect(agents?.contacts).toBeCloseTo((700 * 300) / 3600, 0);
    expect(hours).toEqual([
      { duty: 'content', spending: 'between', hours: 20, low: 10, high: 30, isAssumed: true },
    ]);
  });

  it('reads what a way from tier to tier takes', () => {
    const plan = input({
      tiers: [
        { id: 'first', name: 'First' },
        { id: 'second', name: 'Second' },
      ],
      contracts: [{ id: 'full', name: 'Full', hoursPerWeek: 40, costPerHour: 10 }],
      issueTypes: [{ id: 'question', name: 'Question', skills: [] }],
      teams: [
        {
          id: 'a',
          name: 'A',
          tier: 'first',
          groups: [{ id: 'as', contract: 'full', staffing: staffing(2) }],
        },
        {
          ...{ id: 'b', name: 'B', tier: 'second' },
          groups: [
            {
              ...{ id: 'bs', staffing: staffing(2), skills: ['network'] },
              learningCurve: { startFactor: 0.6, weeks: 12, newShare: 0 },
            },
          ],
        },
      ],
      ...{ routing: [], outcomes: [], duties: [] },
      careerSteps: [{ id: 'up', from: 'first', to: 'second', trainingHours: 40, fee: 200, peoplePerYear: 3 }],
    });
    expect(reading(plan).careers).toEqual([
      {
        ...{ step: 'up', skills: ['network'], costEach: 600, startFactor: 0.6, weeksToFullSpeed: 12 },
        ...{ hoursPerYear: 120, costPerYear: 1800 },
      },
    ]);
  });
});

describe('usualDuties', () => {
  it.each(['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'])(
    'gives %s a matrix in which every duty has one owner and somebody who does it',
    (id) => {
      const plan = parsePlan(openSample(id) ?? '').plan as Plan;
      const whole = { ...plan, duties: usualDuties(plan), careerSteps: usualCareer(plan) };
      const parsed = parsePlanValue(JSON.parse(JSON.stringify(whole)));
      expect(parsed.faults).toEqual([]);
      const kinds = new Set(usualDuties(plan).map(({ kind }) => kind));
      for (const kind of [
        'productQuestions',
        'orders',
        'troubleshooting',
        'offers',
        'proactiveContact',
      ] as const)
        expect(kinds).toContain(kind);
      const { findings } = readDuties(parsed.plan as Plan, '', null);
      expect(findings.filter(({ code }) => ['unowned', 'ownedTwice', 'undone'].includes(code))).toEqual([]);
      expect(whole.careerSteps).toHaveLength(Math.max(0, plan.tiers.length - 1));
    },
  );
});
