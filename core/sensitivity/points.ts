// The values of each input at which a plan is asked: the two beside it, and the ends of what is believed of it.

import type { StatedInput } from '../inputs/index.ts';
import { inputKinds } from '../measures/inputKinds.ts';
import { exp } from '../numerics/exp.ts';

/** Natural logarithm of the factor to either side: about five per cent. */
export const stepOfLogarithm = 0.05;
/** A change that may be 0 or below, such as growth, is taken so much to either side. */
const stepOfChange = 0.05;

export interface InputPoints {
  readonly stepLow: number;
  readonly stepHigh: number;
  /** Null where the input is taken as known. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Whole people: one fewer and one more (with one person: from one to two). Amounts: five per cent to either side. Shares too, but not
 * beyond 1. Example: 20 agents: 19 and 21; a share of 0.98: 0.932 and 1.
 */
export function pointsOf(input: StatedInput): InputPoints {
  const { value, kind, isWhole, belief } = input;
  const ends = { low: belief?.low ?? null, high: belief?.high ?? null };
  if (isWhole) {
    const round = (end: number | null): number | null => (end === null ? null : Math.round(end));
    return {
      stepLow: value > 1 ? value - 1 : value,
      stepHigh: value + 1,
      low: round(ends.low),
      high: round(ends.high),
    };
  }
  const { scale } = inputKinds[kind];
  if (scale === 'change') return { stepLow: value - stepOfChange, stepHigh: value + stepOfChange, ...ends };
  const up = value * exp(stepOfLogarithm);
  return {
    stepLow: value * exp(-stepOfLogarithm),
    stepHigh: scale === 'share' ? Math.min(1, up) : up,
    ...ends,
  };
}
