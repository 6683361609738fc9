// A telephone that offers call-backs to those who would wait.
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../../support/plans.ts';

export type Offer = NonNullable<PlanInput['channels'][number]['callBackOffer']>;

/** Calls that are offered a call-back; answered at once when it is tried, unless the offer says otherwise. */
export const callBackPlan = (
  arrivals: readonly number[],
  offer: Partial<Offer> = {},
  parts: Partial<PlanInput> = {},
  channel: Partial<PlanInput['channels'][number]> = {},
) =>
  planOf({
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        callBackOffer: { thresholdSeconds: 0, acceptedShare: 1, channel: 'back', ...offer },
        ...channel,
      },
      { id: 'back', name: 'Call-back', kind: 'callBack' },
    ],
    demand: [recordedDemand('calls', arrivals)],
    teams: [teamOf('team', 1)],
    handling: [{ time: deterministic(100) }],
    ...parts,
  });
