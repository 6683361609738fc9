import { describe, expect, it } from 'vitest';
import { deterministic, recordedDemand, teamOf } from '../../support/plans.ts';
import { countsOf, journalOf, storyOf } from '../../support/simulatePlan.ts';
import { callBackPlan as plan } from './callBackPlan.ts';

const steps = [
  'wait',
  'answer',
  'talkEnd',
  'callBackAccepted',
  'tried',
  'callBackFailed',
  'unreached',
  'abandon',
  'balked',
] as const;

describe('a call-back', () => {
  it('is offered only where the estimated wait exceeds the threshold', () => {
    // One agent, 100 s a contact: the first who waits expects 100 s, the second 200 s.
    expect(
      storyOf(plan([0, 1, 2], { thresholdSeconds: 100 }), ['wait', 'callBackAccepted', 'answer']),
    ).toEqual([
      'calls 0: answer team 0',
      'calls 1: wait team 1',
      'calls 2: callBackAccepted 2',
      'calls 2: wait team 2',
      'calls 1: answer team 100',
      'calls 2: answer team 200',
    ]);
  });

  it('is always offered where nobody is on duty', () => {
    const never = plan([0], { thresholdSeconds: 1e9 }, { teams: [teamOf('team', 0)] });
    expect(storyOf(never, steps)).toEqual(['calls 0: callBackAccepted 0', 'calls 0: wait team 0']);
  });

  it('is offered after balking', () => {
    expect(storyOf(plan([0, 1], {}, {}, { balkingShare: 1 }), steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: balked 1',
      'calls 0: talkEnd 100',
    ]);
  });

  it('is offered once in a life: who declines waits live at every later attempt', () => {
    const arrivals = Array.from({ length: 30 }, (_, i) => i);
    const impatient = { redial: { share: 1, delay: deterministic(10) }, patience: deterministic(5) };
    const story = storyOf(plan(arrivals, { acceptedShare: 0.5 }, {}, impatient), [
      'redial',
      'callBackAccepted',
    ]);
    const accepted = story
      .filter((line) => line.includes('callBackAccepted'))
      .map((line) => line.split(':')[0]);
    const redialled = new Set(
      story.filter((line) => line.includes('redial')).map((line) => line.split(':')[0]),
    );
    expect(accepted.length).toBeGreaterThan(5);
    expect(redialled.size).toBeGreaterThan(5);
    expect(accepted.filter((who) => redialled.has(who))).toEqual([]);
  });

  it('waits behind live contacts, in the order of the acceptance', () => {
    const input = plan(
      [0, 1, 2],
      { thresholdSeconds: 50 },
      {
        channels: [...plan([0]).channels, { id: 'desk', name: 'Desk', kind: 'inPerson' }],
        demand: [recordedDemand('calls', [0, 1, 2]), recordedDemand('visits', [50], { channel: 'desk' })],
      },
    );
    expect(storyOf(input, ['answer'])).toEqual([
      'calls 0: answer team 0',
      'visits 0: answer team 100',
      'calls 1: answer team 200',
      'calls 2: answer team 300',
    ]);
  });

  it('that nobody answers takes the agent for the failed attempt, is tried again, and is given up at last', () => {
    const offer = {
      unansweredShare: 1,
      failedAttempt: deterministic(20),
      retryDelay: deterministic(300),
      retries: 1,
    };
    const input = plan([0, 1], offer, {
      handling: [{ time: deterministic(100), wrapUpShare: 0.5 }],
      promises: [
        {
          id: 'called',
          name: 'C',
          applies: { channels: ['back'] },
          clock: 'firstResponse',
          targetSeconds: 1e6,
          shareToAttain: 0.8,
        },
        {
          id: 'solved',
          name: 'S',
          applies: { channels: ['back'] },
          clock: 'resolution',
          targetSeconds: 1e6,
          shareToAttain: 0.8,
        },
        {
          id: 'inLine',
          name: 'L',
          applies: { channels: ['back'] },
          clock: 'wait',
          targetSeconds: 60,
          shareToAttain: 0.8,
        },
        {
          id: 'live',
          name: 'P',
          applies: { channels: ['phone'] },
          clock: 'firstResponse',
          targetSeconds: 60,
          shareToAttain: 0.8,
        },
      ],
    });
    expect(storyOf(input, steps)).toEqual([
      'calls 0: answer team 0',
      'calls 1: callBackAccepted 1',
      'calls 1: wait team 1',
      'calls 0: talkEnd 50',
      'calls 1: tried 100',
      'calls 1: callBackFailed 120',
      'calls 1: tried 420',
      'calls 1: callBackFailed 440',
      'calls 1: unreached 440',
    ]);
    const counts = countsOf(input);
    expect(counts.ofClass('calls', 'callBacks')).toBe(1);
    expect(counts.ofAll('unreached')).toBe(1);
    expect(counts.ofAll('resolved')).toBe(1);
    expect(counts.ofTeam('team', 'busySeconds')).toBe(140);
    // Two tries are two waits, of 99 s and of none; they are neither answers nor abandonments.
    expect([counts.ofTeam('team', 'waitsEnded'), counts.ofTeam('team', 'answered')]).toEqual([3, 1]);
    expect(counts.ofTeam('team', 'waitSeconds')).toBe(99);
    expect(['called', 'solved', 'inLine', 'live'].map((id) => counts.ofPromise(id))).toEqual([
      [1, 0],
      [1, 0],
      [2, 1],
      [1, 1],
    ]);
  });

  it('is promised from the acceptance on, its resolution from the first attempt', () => {
    const redial = { share: 1, delay: deterministic(40) };
    // The second call abandons after 10 s, calls again at 51 s, then waits for 49 s to be called back.
    const input = plan(
      [0, 1],
      { thresholdSeconds: 100 },
      {
        demand: [recordedDemand('calls', [0, 1]), recordedDemand('others', [49])],
        promises: [
          {
            id: 'called',
            name: 'C',
            applies: { channels: ['back'] },
            clock: 'firstResponse',
            targetSeconds: 149,
            shareToAttain: 0.8,
          },
          {
            id: 'later',
            name: 'C',
            applies: { channels: ['back'] },
            clock: 'firstResponse',
            targetSeconds: 148,
            shareToAttain: 0.8,
          },
          {
            id: 'solved',
            name: 'S',
            applies: { channels: ['back'] },
            clock: 'resolution',
            targetSeconds: 298,
            shareToAttain: 0.8,
          },
        ],
      },
      { redial, patience: deterministic(10) },
    );
    const story = storyOf(input, ['callBackAccepted', 'answer', 'abandon']).filter((line) =>
      line.startsWith('calls 1'),
    );
    expect(story[0]).toBe('calls 1: abandon 11');
    expect(story[1]).toBe('calls 1: callBackAccepted 51');
    const answered = Number(story[2]?.split(' ').at(-1));
    const counts = countsOf(input);
    expect(counts.ofPromise('called')).toEqual([1, answered - 51 <= 149 ? 1 : 0]);
    expect(counts.ofPromise('solved')).toEqual([1, answered + 100 - 1 <= 298 ? 1 : 0]);
  });

  it('goes on as a contact of its own channel: its handling, its escalation', () => {
    const input = plan(
      [0, 1],
      {},
      {
        tiers: [
          { id: 'one', name: 'One' },
          { id: 'two', name: 'Two' },
        ],
        teams: [teamOf('first', 1, { tier: 'one' }), teamOf('second', 1, { tier: 'two' })],
        handling: [
          { when: { channels: ['back'], tiers: ['one'] }, time: deterministic(10) },
          { time: deterministic(100) },
        ],
        outcomes: [
          {
            when: { channels: ['back'], tiers: ['one'] },
            next: [{ kind: 'functional', share: 1, to: 'nextTier' }],
          },
        ],
      },
    );
    expect(storyOf(input, ['answer', 'talkEnd', 'escalated'])).toEqual([
      'calls 0: answer first 0',
      'calls 0: talkEnd 100',
      'calls 1: answer first 100',
      'calls 1: talkEnd 110',
      'calls 1: escalated 110',
      'calls 1: answer second 110',
      'calls 1: talkEnd 210',
    ]);
  });

  it('comes back by phone, and may be offered one more', () => {
    const input = plan(
      [0, 1, 101],
      {},
      {
        returns: [{ when: { channels: ['back'] }, share: 1, delay: deterministic(50) }],
        horizon: { start: '2026-01-05', days: 1 },
      },
    );
    const second = journalOf(input).filter(({ ordinal, generation }) => ordinal === 1 && generation === 1);
    expect(second.slice(0, 3).map(({ step, classIndex }) => [step, classIndex])).toEqual([
      ['arrive', 0],
      ['channel', 0],
      ['callBackAccepted', 0],
    ]);
  });
});
