import { describe, expect, it } from 'vitest';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import {
  hashKey,
  packPurpose,
  packVisit,
  purpose,
  setStreamKey,
  uniformAt,
} from '../../../core/simulation/engine/streams.ts';
import { deterministic, groupOf, planOf, recordedDemand, teamOf } from '../../support/plans.ts';
import { storyOf } from '../../support/simulatePlan.ts';

type Choice = NonNullable<PlanInput['teams'][number]['agentChoice']>;
type Entry = NonNullable<PlanInput['routing']>[number]['entries'][number];

/** Calls and mails; mails go to the broad group only, calls to the entry. Each takes 100 s. */
const planFor = (
  agentChoice: Choice,
  calls: readonly number[],
  entry: Entry,
  { agents = 1, mails = [] as readonly number[] } = {},
): PlanInput =>
  planOf({
    channels: [
      { id: 'phone', name: 'Phone', kind: 'phone' },
      { id: 'email', name: 'E-mail', kind: 'email' },
    ],
    demand: [recordedDemand('calls', calls), recordedDemand('mails', mails, { channel: 'email' })],
    teams: [
      {
        id: 'team',
        name: 'Team',
        agentChoice,
        groups: [groupOf('broad', agents), groupOf('narrow', agents), groupOf('third', agents)],
      },
    ],
    routing: [
      { when: { channels: ['email'] }, entries: [{ groups: ['broad'] }] },
      { when: {}, entries: [entry] },
    ],
    handling: [{ time: deterministic(100) }],
  });

const answeredBy = (input: PlanInput): readonly string[] =>
  storyOf(input, ['answer']).map((line) => line.replace(/^.*answer /, ''));

describe('the choice of an agent', () => {
  it('is the longest idle by default', () => {
    // All are idle from 0, and the group with the smallest key comes first; then those idle since 0, then since 100.
    const entry = { groups: ['broad', 'narrow', 'third'] };
    const groups = answeredBy(planFor('longestIdle', [0, 10, 20, 120], entry)).map(
      (line) => line.split(' ')[0],
    );
    expect(new Set(groups.slice(0, 3)).size).toBe(3);
    expect(groups[3]).toBe(groups[0]);
  });

  it('with fewest queues spares those who can do more', () => {
    // The broad group serves mails, too; the narrow one is asked first though it has just worked.
    const entry = { groups: ['broad', 'narrow'] };
    expect(answeredBy(planFor('fewestQueues', [0, 150, 160], entry))).toEqual([
      'narrow 0',
      'narrow 150',
      'broad 160',
    ]);
  });

  it('in a fixed order takes the groups as the entry lists them', () => {
    const calls = [0, 10, 20, 150];
    expect(answeredBy(planFor('fixed', calls, { groups: ['third', 'broad', 'narrow'] }))).toEqual([
      'third 0',
      'broad 10',
      'narrow 20',
      'third 150',
    ]);
    // Named groups first, then those of a named team in the order of the plan.
    expect(answeredBy(planFor('fixed', calls, { groups: ['third'], teams: ['team'] }))).toEqual([
      'third 0',
      'broad 10',
      'narrow 20',
      'third 150',
    ]);
    expect(answeredBy(planFor('fixed', calls, { teams: ['team'] }))[0]).toBe('broad 0');
  });

  it('in a fixed order takes the smallest number of a group, though another is idle for longer', () => {
    // Agent 0 works until 100, agent 1 has been idle from the start. At 150 both are free: agent 0 takes the call, and
    // the one of 200 falls to agent 1; the group has one agent from 01:00 on, and the one who stays shows who was who.
    const input = planFor('fixed', [0, 150, 3550], { groups: ['third'] });
    const counted: PlanInput = {
      ...input,
      teams: [
        teamOf(
          'team',
          1,
          { agentChoice: 'fixed' },
          {
            id: 'third',
            learningCurve: { startFactor: 0.5, weeks: 1e9, newShare: 0.5 },
            staffing: { kind: 'hours', agents: 2 },
          },
        ),
      ],
      routing: [],
    };
    // Of two agents number 1 is new and takes twice as long; number 0 is not.
    expect(storyOf(counted, ['talkEnd'])).toEqual([
      'calls 0: talkEnd 100',
      'calls 1: talkEnd 250',
      'calls 2: talkEnd 3650',
    ]);
  });

  it('at random is one uniform of the contact over all free agents, by group key and number', () => {
    const groups = ['broad', 'narrow', 'third'];
    const calls = Array.from({ length: 12 }, (_, i) => 1000 * i);
    const input = planFor('random', calls, { groups }, { agents: 2 });
    const keyOf = (id: string): readonly [number, number] => hashKey(id);
    const byKey = groups.toSorted((a, b) => keyOf(a)[0] - keyOf(b)[0] || keyOf(a)[1] - keyOf(b)[1]);
    const key = { k0: 0, k1: 0 };
    const expected = calls.map((at, ordinal) => {
      const [class0, class1] = hashKey('calls');
      const [team0, team1] = hashKey('team');
      setStreamKey(
        key,
        1,
        0,
        class0,
        class1,
        team0,
        team1,
        packPurpose(purpose.agentChoice, 0),
        packVisit(0, 0),
      );
      return `${byKey[Math.floor((uniformAt(key.k0, key.k1, ordinal) * 6) / 2)]} ${at}`;
    });
    expect(new Set(expected.map((line) => line.split(' ')[0])).size).toBe(3);
    expect(answeredBy(input)).toEqual(expected);
  });

  it('leaves chats their own rule', () => {
    const input = planFor('fixed', [0, 10, 20], { groups: ['third', 'broad'] });
    const chats: PlanInput = {
      ...input,
      channels: [
        { id: 'phone', name: 'Chat', kind: 'chat', concurrency: { limit: 2, speed: [1, 1] } },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
    };
    // The one with fewest chats, whatever the list says: nobody has two before each has one.
    const groups = answeredBy(chats).map((line) => line.split(' ')[0]);
    expect(groups[1]).not.toBe(groups[0]);
  });

  it('keeps deferred work off groups whose reserve holds it back', () => {
    const input = planFor('fixed', [], { groups: ['broad'] }, { mails: [0, 10, 20] });
    const reserved: PlanInput = {
      ...input,
      teams: [
        {
          id: 'team',
          name: 'Team',
          agentChoice: 'fixed',
          groups: [groupOf('broad', 2, { reservedForLive: 1 }), groupOf('narrow', 1)],
        },
      ],
      routing: [{ when: {}, entries: [{ groups: ['broad', 'narrow'] }] }],
    };
    expect(answeredBy(reserved)).toEqual(['broad 0', 'narrow 10', 'broad 100']);
  });
});
