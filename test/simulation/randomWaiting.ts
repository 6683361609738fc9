// What can happen to those who wait, and what else the agents have to do, added to a random plan.
import fc from 'fast-check';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import type { LawInput } from '../support/plans.ts';

type Offer = NonNullable<PlanInput['channels'][number]['callBackOffer']>;
type Trigger = NonNullable<PlanInput['waitingTriggers']>[number];

const share: fc.Arbitrary<number> = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
const law = (mean: number): fc.Arbitrary<LawInput> =>
  fc.constantFrom<LawInput>(
    { law: 'exponential', meanSeconds: mean },
    { law: 'deterministic', seconds: mean },
    { law: 'deterministic', seconds: 0 },
  );
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const offer: fc.Arbitrary<Offer> = fc.record({
  thresholdSeconds: fc.constantFrom(0, 60, 300),
  acceptedShare: share,
  channel: fc.constant('back'),
  unansweredShare: share,
  failedAttempt: law(40),
  retryDelay: law(1800),
  retries: fc.nat({ max: 3 }),
});

// Moves lead to the leads only, so that they cannot go round.
const trigger: fc.Arbitrary<Trigger> = fc
  .record({
    when: fc.constantFrom<NonNullable<Trigger['when']>>(
      {},
      { tiers: ['one'] },
      { channels: ['phone', 'back'] },
    ),
    by: fc.constantFrom({ afterShareOfPromise: 0.5 }, { afterShareOfPromise: 1 }, { atAttempt: 2 }),
    does: fc.constantFrom<Partial<Trigger>>(
      { raisePriorityTo: 1 },
      { raisePriorityTo: 4 },
      { moveTo: { team: 'leads' } },
    ),
  })
  .map(({ when, by, does }) => ({ when, ...by, ...does }));

export const waitingShapes = fc.record({
  offer: optional(offer),
  triggers: fc.array(trigger, { maxLength: 3 }),
  warm: optional(fc.record({ overlapSeconds: fc.constantFrom(0, 30) })),
  teamPlaces: optional(fc.nat({ max: 6 })),
  pauses: fc.boolean(),
  internalHours: optional(fc.integer({ min: 1, max: 40 })),
  backlog: optional(fc.record({ contacts: fc.nat({ max: 30 }), oldestSeconds: fc.constantFrom(0, 7200) })),
});
type Waiting = typeof waitingShapes extends fc.Arbitrary<infer S> ? S : never;

export function withWaiting(plan: PlanInput, shape: Waiting): PlanInput {
  const { offer: callBackOffer, warm, teamPlaces, internalHours, backlog } = shape;
  return {
    ...plan,
    channels: [
      ...plan.channels.map((channel) =>
        channel.id === 'phone' && callBackOffer !== undefined ? { ...channel, callBackOffer } : channel,
      ),
      { id: 'back', name: 'Call-back', kind: 'callBack' },
    ],
    waitingTriggers: shape.triggers,
    teams: plan.teams.map((team) =>
      team.id === 'first' && teamPlaces !== undefined ? { ...team, waitingPlaces: teamPlaces } : team,
    ),
    outcomes: (plan.outcomes ?? []).map((rule) => ({
      ...rule,
      next: (rule.next ?? []).map((next) =>
        next.kind === 'functional' && next.to === 'nextTier' && warm !== undefined ? { ...next, warm } : next,
      ),
    })),
    promises: (plan.promises ?? []).map((promise) =>
      promise.id === 'solved' ? { ...promise, pausesInOtherDepartment: shape.pauses } : promise,
    ),
    internalWork:
      internalHours === undefined
        ? []
        : [{ id: 'articles', name: 'Articles', team: 'first', hoursPerWeek: internalHours }],
    startingBacklog:
      backlog === undefined ? [] : ['calls', 'mails'].map((demand) => ({ demand, ...backlog })),
  };
}
