import { describe, expect, it } from 'vitest';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { singleQueuePlan, smallPlan, threeTierPlan } from '../support/plans.ts';

const problems = (value: unknown) =>
  parsePlanValue(value).faults.map(({ code, path, params }) => ({ code, at: path.join('.'), ...params }));

describe('the checks of what a plan means', () => {
  it('names the circle of an escalation without time', () => {
    const circle = (share: number) => ({
      ...threeTierPlan(),
      handling: [{ time: { law: 'deterministic', seconds: 0 } }],
      outcomes: [
        { when: { tiers: ['tier1'] }, next: [{ kind: 'functional', share, to: 'nextTier' }] },
        { when: { tiers: ['tier2'] }, next: [{ kind: 'functional', share, to: { team: 'tier1Team' } }] },
      ],
    });
    expect(problems(circle(0.2))).toEqual([
      {
        code: 'escalationWithoutTime',
        at: 'outcomes.0.next.0',
        cycle: 'tier1Team → tier2Team → tier1Team',
        issueType: 'question',
        channel: 'phone',
      },
    ]);
    expect(problems(circle(1)).map((fault) => fault.code)).toEqual([
      'escalationWithoutTime',
      'neverResolved',
    ]);
    expect(problems(circle(0)).map((fault) => fault.code)).toEqual([]);
  });

  it('sees that early recognition may make a circle timeless', () => {
    const next = { kind: 'functional', share: 0.2, to: 'sameTeam', recognisedAtOnceShare: 0.5 };
    const timeless = { ...next, recognition: { law: 'deterministic', seconds: 0 } };
    const timed = { ...next, recognition: { law: 'deterministic', seconds: 30 } };
    expect(problems({ ...smallPlan(), outcomes: [{ next: [timeless] }] })).toMatchObject([
      { code: 'escalationWithoutTime', cycle: 'team → team' },
    ]);
    expect(problems({ ...smallPlan(), outcomes: [{ next: [timed] }] })).toEqual([]);
  });

  it('takes a department that sends everything back for ever as a way without end', () => {
    const department = {
      id: 'billing',
      name: 'Billing',
      turnaround: { law: 'exponential', meanSeconds: 3600 },
    };
    const visit = (share: number) => ({
      ...smallPlan(),
      departments: [department],
      outcomes: [{ next: [{ kind: 'otherDepartment', share, department: 'billing' }] }],
    });
    expect(problems(visit(1))).toMatchObject([{ code: 'neverResolved', teams: 'team' }]);
    expect(problems(visit(0.4))).toEqual([]);
  });

  it('asks for a handling time of the dispatcher too', () => {
    const dispatched = {
      ...threeTierPlan(),
      channels: [{ id: 'phone', name: 'Phone', kind: 'phone', dispatcher: { team: 'reception' } }],
      teams: [
        ...threeTierPlan().teams,
        {
          id: 'reception',
          name: 'Reception',
          groups: [{ id: 'hosts', staffing: { kind: 'hours', agents: 2 } }],
        },
      ],
    };
    expect(problems(dispatched)).toEqual([
      {
        code: 'noHandlingRule',
        at: 'handling',
        issueType: 'question',
        channel: 'phone',
        team: 'reception',
        tier: '—',
      },
    ]);
  });

  it('accepts a night shift against the morning hours of the next day', () => {
    const plan = (day: string) => ({
      ...smallPlan(),
      calendars: [
        {
          id: 'hours',
          name: 'Hours',
          weekly: [{ weekdays: [day], spans: [{ from: '00:00', to: '05:00' }] }],
        },
      ],
      shifts: [{ id: 'night', name: 'Night', start: '22:00', end: '06:00' }],
      teams: [
        {
          id: 'team',
          name: 'Team',
          hours: 'hours',
          groups: [
            {
              id: 'agents',
              headcount: 2,
              staffing: {
                kind: 'shifts',
                assignments: [{ shift: 'night', weekdays: ['sunday'], agents: 3 }],
              },
            },
          ],
        },
      ],
    });
    expect(problems(plan('monday'))).toEqual([]);
    expect(problems(plan('tuesday'))).toMatchObject([{ code: 'staffingOutsideHours', group: 'agents' }]);
    expect(parsePlanValue(plan('monday')).warnings).toMatchObject([
      { code: 'headcountBelowDuty', params: { headcount: 2, onDuty: 3 } },
    ]);
  });

  it('warns of a rate of zero and keeps the plan', () => {
    const { plan, warnings } = parsePlanValue(
      singleQueuePlan({ agents: 1, meanHandlingSeconds: 60, contactsPerHour: 0 }),
    );
    expect(plan).not.toBeNull();
    expect(warnings.map((warning) => warning.code)).toEqual(['zeroVolume']);
  });

  it('counts the team to which waiting contacts are moved among those that handle them', () => {
    const leads = {
      id: 'leads',
      name: 'Leads',
      groups: [{ id: 'lead', staffing: { kind: 'hours', agents: 1 } }],
    };
    const handlingBy = (team: string) => ({
      when: { teams: [team] },
      time: { law: 'exponential', meanSeconds: 60 },
    });
    const plan = (rules: object[]) => ({
      ...smallPlan(),
      teams: [
        { ...smallPlan().teams[0], serves: { issueTypes: ['question'] } },
        { ...leads, serves: { channels: ['chat'] } },
      ],
      channels: [...smallPlan().channels, { id: 'chat', name: 'Chat', kind: 'chat' }],
      handling: rules,
      waitingTriggers: [{ afterShareOfPromise: 0.8, moveTo: { team: 'leads' } }],
    });
    const { faults, warnings } = parsePlanValue(plan([handlingBy('leads'), handlingBy('team')]));
    expect([faults, warnings]).toEqual([[], []]);
    expect(problems(plan([handlingBy('team')]))).toMatchObject([{ code: 'noHandlingRule', team: 'leads' }]);
  });

  it('asks that accepted call-backs are served on their own channel', () => {
    const offer = { thresholdSeconds: 60, acceptedShare: 0.5, channel: 'back' };
    const plan = (channels: string[]) => ({
      ...smallPlan(),
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone', callBackOffer: offer },
        { id: 'back', name: 'Call-back', kind: 'callBack' },
      ],
      teams: [{ ...smallPlan().teams[0], serves: { channels } }],
    });
    expect(problems(plan(['phone', 'back']))).toEqual([]);
    expect(problems(plan(['phone']))).toMatchObject([
      { code: 'nobodyServes', at: 'channels.0.callBackOffer.channel', channel: 'back' },
    ]);
  });
});
