// The promises of a plan against what the formulas say of it.

import type { Evaluation } from '../../measures/evaluation.ts';
import { amount } from '../../plan/amount.ts';
import { isLive } from '../../plan/isLive.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import { atBest } from './atBest.ts';

export interface KeptPromise {
  readonly id: string;
  readonly name: Text;
  readonly targetSeconds: number;
  readonly asked: number;
  /** Null: no formula answers, or there is no contact that it is about. */
  readonly attained: number | null;
  readonly isKept: boolean;
  readonly isLive: boolean;
  readonly isResolution: boolean;
  /** The work itself leaves room for it. */
  readonly isReachable: boolean;
  readonly byTeam: Readonly<Record<string, number | null>>;
}

const rounding = 1e-9;
/** Nobody keeps a promise always. */
export const always = 0.9995;

export const heldAgainst = (choices: Choices, plan: Plan, { promises }: Evaluation): readonly KeptPromise[] =>
  plan.promises.map(({ id, name, targetSeconds, shareToAttain, clock, applies }) => {
    const answer = promises[id];
    const attained = answer?.serviceLevelFraction.value ?? null;
    const basis = answer?.serviceLevelFraction.basis;
    const isEmpty = basis?.kind === 'absent' && basis.reason === 'nothingCounted';
    const channels = plan.channels.filter((channel) => applies.channels?.includes(channel.id) ?? true);
    const asked = amount(shareToAttain);
    return {
      ...{ id, name, targetSeconds, asked, attained },
      isKept: attained === null ? isEmpty : attained >= asked - rounding,
      isLive: channels.some((channel) => isLive(channel)),
      isResolution: clock === 'resolution',
      isReachable: asked <= Math.min(always, atBest(choices, id)?.share ?? 1),
      byTeam: Object.fromEntries(
        Object.entries(answer?.byTeam ?? {}).map(([team, { value }]) => [team, value] as const),
      ),
    };
  });
