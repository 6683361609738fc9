import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';
import {
  type ContactFacts,
  entryTierOf,
  factsOf,
  groupsOfNamedTeam,
  matches,
  nextTierOf,
  routeFor,
} from '../../core/plan/serving.ts';
import { smallPlan, threeTierPlan } from '../support/plans.ts';

const facts: ContactFacts = { issueType: 'question', channel: 'phone' };
type TeamInput = PlanInput['teams'][number];

const groupOf = (id: string, fields: object = {}) => ({
  id,
  staffing: { kind: 'hours' as const, agents: 1 },
  ...fields,
});
const teamOf = (id: string, fields: object = {}): TeamInput => ({
  id,
  name: id,
  groups: [groupOf(`${id}1`)],
  ...fields,
});

const planOf = (fields: Partial<PlanInput>) => planSchema.parse({ ...smallPlan(), ...fields });

/** A route by the ids of its groups. */
function routeIds(plan: ReturnType<typeof planOf>, of: ContactFacts) {
  return routeFor(plan, of).map((entry) => ({
    groups: entry.groups.map((at) => plan.teams[at.teamIndex]?.groups[at.groupIndex]?.id),
    afterSeconds: entry.afterSeconds,
  }));
}

describe('matches', () => {
  it('fits every contact where the filter is empty', () => {
    expect(matches({}, facts)).toBe(true);
  });

  it('needs every list to hold the fact', () => {
    expect(matches({ issueTypes: ['question', 'other'], channels: ['phone'] }, facts)).toBe(true);
    expect(matches({ issueTypes: ['question'], channels: ['chat'] }, facts)).toBe(false);
  });

  it('does not fit where the contact lacks the fact', () => {
    expect(matches({ languages: ['fa'] }, facts)).toBe(false);
    expect(matches({ languages: ['fa'] }, { ...facts, language: 'fa' })).toBe(true);
    expect(matches({ tiers: ['tier1'] }, facts)).toBe(false);
    expect(
      matches(
        { teams: ['team'], segments: ['elder'], priorities: [1] },
        { ...facts, team: 'team', segment: 'elder', priority: 1 },
      ),
    ).toBe(true);
  });
});

describe('factsOf', () => {
  it('takes the priority of the issue type unless the demand has its own', () => {
    const plan = planOf({ issueTypes: [{ id: 'question', name: 'Question', priority: 2 }] });
    const [demand] = plan.demand;
    if (demand === undefined) throw new Error('no demand');
    expect(factsOf(plan, demand).priority).toBe(2);
    expect(factsOf(plan, { ...demand, priority: 7, language: 'ar' })).toMatchObject({
      priority: 7,
      language: 'ar',
    });
  });
});

describe('routeFor', () => {
  it('asks specialists first, then at once the teams that serve everything', () => {
    const plan = planOf({
      teams: [teamOf('all'), teamOf('special', { serves: { issueTypes: ['question'] } })],
    });
    expect(routeIds(plan, facts)).toEqual([
      { groups: ['special1'], afterSeconds: 0 },
      { groups: ['all1'], afterSeconds: 0 },
    ]);
  });

  it('asks the teams that serve everything first where there is no specialist', () => {
    const plan = planOf({ teams: [teamOf('all'), teamOf('special', { serves: { issueTypes: ['other'] } })] });
    expect(routeIds(plan, facts)).toEqual([{ groups: ['all1'], afterSeconds: 0 }]);
  });

  it('asks only teams that serve the channel and the language', () => {
    const plan = planOf({
      teams: [
        teamOf('chat', { serves: { channels: ['chat'] } }),
        teamOf('arabic', { serves: { languages: ['ar'] } }),
      ],
    });
    expect(routeIds(plan, { ...facts, language: 'fa' })).toEqual([]);
    expect(routeIds(plan, { ...facts, language: 'ar' })).toEqual([{ groups: ['arabic1'], afterSeconds: 0 }]);
    expect(routeIds(plan, facts)).toEqual([{ groups: ['arabic1'], afterSeconds: 0 }]);
  });

  it('asks only groups with every skill of the issue type and with the language', () => {
    const groups = [
      groupOf('novice'),
      groupOf('half', { skills: ['wireless'] }),
      groupOf('whole', { skills: ['wireless', 'printing', 'more'], languages: ['fa'] }),
    ];
    const plan = planOf({
      issueTypes: [{ id: 'question', name: 'Question', skills: ['wireless', 'printing'] }],
      teams: [teamOf('team', { groups })],
    });
    expect(routeIds(plan, facts)).toEqual([{ groups: ['whole'], afterSeconds: 0 }]);
    expect(routeIds(plan, { ...facts, language: 'ar' })).toEqual([]);
  });

  it('leaves out dispatchers, and teams without a tier where the plan has tiers', () => {
    const plan = planOf({
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', dispatcher: { team: 'reception' } }],
      tiers: [{ id: 'tier1', name: '1' }],
      teams: [teamOf('reception', { tier: 'tier1' }), teamOf('leads'), teamOf('first', { tier: 'tier1' })],
    });
    expect(routeIds(plan, { ...facts, tier: 'tier1' })).toEqual([{ groups: ['first1'], afterSeconds: 0 }]);
    expect(routeIds(plan, facts)).toEqual([]);
  });

  it('follows the first fitting rule: able groups of teams, and groups as they are', () => {
    const plan = planOf({
      issueTypes: [{ id: 'question', name: 'Question', skills: ['wireless'] }],
      teams: [
        teamOf('first', { groups: [groupOf('able', { skills: ['wireless'] }), groupOf('unable')] }),
        teamOf('second', { serves: { channels: ['chat'] } }),
      ],
      routing: [
        { when: { channels: ['chat'] }, entries: [{ teams: ['second'] }] },
        { when: {}, entries: [{ teams: ['first'] }, { groups: ['unable', 'second1'], afterSeconds: 20 }] },
        { when: {}, entries: [{ teams: ['second'] }] },
      ],
    });
    expect(routeIds(plan, facts)).toEqual([
      { groups: ['able'], afterSeconds: 0 },
      { groups: ['unable', 'second1'], afterSeconds: 20 },
    ]);
  });

  it('keeps the overflow time of an entry that nobody can fill', () => {
    const plan = planOf({
      teams: [teamOf('first', { groups: [groupOf('arabic', { languages: ['ar'] })] }), teamOf('second')],
      routing: [
        {
          when: {},
          entries: [
            { teams: ['first'], afterSeconds: 5 },
            { teams: ['second'], afterSeconds: 20 },
          ],
        },
      ],
    });
    expect(routeIds(plan, { ...facts, language: 'fa' })).toEqual([{ groups: ['second1'], afterSeconds: 25 }]);
  });

  it('knows the priority of the issue type, and no team', () => {
    const plan = planOf({
      issueTypes: [{ id: 'question', name: 'Question', priority: 1 }],
      teams: [teamOf('first'), teamOf('second')],
      routing: [
        { when: { teams: ['first'] }, entries: [{ teams: ['first'] }] },
        { when: { priorities: [1] }, entries: [{ teams: ['second'] }] },
      ],
    });
    expect(routeIds(plan, { ...facts, team: 'first' })).toEqual([{ groups: ['second1'], afterSeconds: 0 }]);
  });
});

describe('groupsOfNamedTeam', () => {
  const plan = planOf({
    issueTypes: [{ id: 'question', name: 'Question', skills: ['wireless'] }],
    teams: [
      teamOf('leads', {
        groups: [
          groupOf('arabic', { languages: ['ar'] }),
          groupOf('skilled', { skills: ['wireless'] }),
          groupOf('plain'),
        ],
      }),
    ],
  });
  const inPersian = { ...facts, language: 'fa' };

  it('asks for skills and language in a functional escalation', () => {
    expect(groupsOfNamedTeam(plan, 'leads', inPersian, 'functional')).toEqual([
      { teamIndex: 0, groupIndex: 1 },
    ]);
  });

  it('asks only for the language in a hierarchical escalation', () => {
    expect(groupsOfNamedTeam(plan, 'leads', inPersian, 'hierarchical').map((at) => at.groupIndex)).toEqual([
      1, 2,
    ]);
  });

  it('finds nobody in a team that does not exist', () => {
    expect(groupsOfNamedTeam(plan, 'nobody', facts, 'functional')).toEqual([]);
  });
});

describe('the tiers of a contact', () => {
  const tiers = planSchema.parse(threeTierPlan());

  it('begin with the first that can serve it', () => {
    expect(entryTierOf(tiers, facts)).toBe('tier1');
    const [first, ...others] = tiers.teams;
    if (first === undefined) throw new Error('no team');
    const chatFirst = { ...tiers, teams: [{ ...first, serves: { channels: ['chat'] } }, ...others] };
    expect(entryTierOf(chatFirst, facts)).toBe('tier2');
  });

  it('begin with the entry tier of the issue type', () => {
    const issueTypes = tiers.issueTypes.map((issueType) => ({ ...issueType, entryTier: 'tier3' }));
    expect(entryTierOf({ ...tiers, issueTypes }, facts)).toBe('tier3');
  });

  it('go on to the next that can serve it, and end after the last', () => {
    expect(nextTierOf(tiers, { ...facts, tier: 'tier1', team: 'tier1Team' })).toBe('tier2');
    expect(
      nextTierOf(
        { ...tiers, teams: tiers.teams.filter((team) => team.tier !== 'tier2') },
        { ...facts, tier: 'tier1' },
      ),
    ).toBe('tier3');
    expect(nextTierOf(tiers, { ...facts, tier: 'tier3' })).toBeUndefined();
    expect(nextTierOf(tiers, facts)).toBeUndefined();
  });

  it('are none in a plan without tiers', () => {
    expect(entryTierOf(planOf({}), facts)).toBeUndefined();
    expect(routeIds(planOf({}), facts)).toEqual([{ groups: ['agents'], afterSeconds: 0 }]);
  });
});
