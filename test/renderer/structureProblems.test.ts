// Findings of the checks: the box that each belongs to, and the one step that puts it right.
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { problemsOf, remedyOf } from '../../renderer/parts/structure/problems.ts';

const { plan: company } = parsePlan(openSample('computer-company') ?? '') as { plan: Plan };

function findings(plan: Plan) {
  const { faults, warnings } = parseDraftValue(plan);
  return problemsOf(plan, faults, warnings);
}

/** The plan with one team changed. */
const withTeam = (id: string, change: object): Plan => ({
  ...company,
  teams: company.teams.map((team) => (team.id === id ? { ...team, ...change } : team)),
});

const noOne = company.teams
  .find(({ id }) => id === 'management')
  ?.groups.map((group) => ({
    ...group,
    headcount: undefined,
    staffing: { kind: 'hours' as const, agents: 0, leaving: 'finish' as const },
  }));

const cases: readonly (readonly [string, Plan, object, string])[] = [
  ['unknownTier', withTeam('setup', { tier: 'gone' }), { kind: 'team', id: 'setup' }, 'takeOut'],
  ['unknownTeam', withTeam('setup', { reportsTo: 'gone' }), { kind: 'team', id: 'setup' }, 'takeOut'],
  ['unknownGroup', withTeam('setup', { lead: 'gone' }), { kind: 'team', id: 'setup' }, 'takeOut'],
  ['reportingCycle', withTeam('management', { reportsTo: 'leads' }), { kind: 'team' }, 'takeOut'],
  [
    'unknownIssueType',
    withTeam('setup', { serves: { issueTypes: ['first-setup', 'gone'] } }),
    { kind: 'team', id: 'setup' },
    'takeOut',
  ],
  [
    'tierWithoutTeams',
    { ...company, tiers: [...company.tiers, { id: 'tier-4', name: 'Four' }] },
    { kind: 'tier', id: 'tier-4' },
    'addTeam',
  ],
  ['nobodyOnDuty', withTeam('management', { groups: noOne }), { kind: 'team', id: 'management' }, 'someone'],
  [
    'headcountBelowDuty',
    withTeam('engineering', {
      groups: company.teams
        .find(({ id }) => id === 'engineering')
        ?.groups.map((group) => ({ ...group, headcount: 1 })),
    }),
    { kind: 'team', id: 'engineering' },
    'headcount',
  ],
  [
    'noNextTier',
    {
      ...company,
      outcomes: [
        {
          when: { teams: ['engineering'] },
          next: [{ kind: 'functional', share: 0.1, to: 'nextTier', recognisedAtOnceShare: 0 }],
        },
        ...company.outcomes,
      ],
    },
    { kind: 'team', id: 'engineering' },
    'endArrow',
  ],
];

describe('the findings of the checks', () => {
  it('are none for a sound plan', () => {
    expect(findings(company).filter(({ isError }) => isError)).toEqual([]);
  });

  it.each(cases)('stand on their box with a remedy that ends them: %s', (code, plan, box, kind) => {
    const found = findings(plan).find(({ fault }) => fault.code === code);
    if (found === undefined) throw new Error(JSON.stringify(findings(plan)));
    expect(found.box).toMatchObject(box);
    const remedy = remedyOf(plan, found, 'New team');
    expect(remedy?.kind).toBe(kind);
    const applied = applyCommands(plan, remedy?.commands ?? []);
    if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
    expect(findings(applied.value.document as Plan).map(({ fault }) => fault.code)).not.toContain(code);
  });

  it('have no remedy where only a person can say what is meant', () => {
    const nobody = withTeam('hardware', { serves: { channels: ['phone'] } });
    const found = findings(nobody).find(({ fault }) => fault.code === 'nobodyAtEntryTier');
    expect(found?.box).toMatchObject({ kind: 'issueType' });
    expect(found && remedyOf(nobody, found, 'New team')).toBeNull();
  });
});
