// From what a plan writes about a figure to what is believed of it: its own range, or the usual width of a guess.
import { type Belief, type InputKind, inputKinds } from '../measures/inputKinds.ts';
import { onScale } from './scales.ts';

/** The usual chance that a range holds the true figure. */
export const usualHolds = 0.9;

export interface WrittenRange {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly rangeHolds?: number | undefined;
  readonly distribution?: Belief['distribution'] | undefined;
  readonly assumed?: boolean | undefined;
}

/**
 * The belief about a figure; null where it is taken as known. A side that is left out is as far away as the other one, on the
 * scale of the figure. Example: a volume of 100 that is assumed: 80 to 125, nine times out of ten.
 */
export function beliefOf(kind: InputKind, value: number, written: WrittenRange): Belief | null {
  const { low, high, rangeHolds, distribution, assumed } = written;
  const { scale, width } = inputKinds[kind];
  const { to, back } = onScale(scale, value, low, high);
  const isBounded = distribution === 'triangular' || distribution === 'uniform';
  const holds = isBounded ? 1 : (rangeHolds ?? usualHolds);
  const of = { holds, distribution: distribution ?? (holds === 1 ? 'triangular' : 'scaled') } as const;
  if (low !== undefined || high !== undefined) {
    const mirrored = (side: number): number => back(2 * to(value) - to(side));
    const stated = { low: low ?? mirrored(high ?? value), high: high ?? mirrored(low ?? value) };
    // A range without width says that the figure is known.
    return stated.low === stated.high ? null : { ...stated, ...of, basis: 'stated' };
  }
  if (assumed !== true) return null;
  const usual = widened(scale, value, width);
  return usual.low === usual.high
    ? null
    : { ...usual, holds: usualHolds, distribution: 'scaled', basis: 'assumed' };
}

function widened(
  scale: 'amount' | 'share' | 'change',
  value: number,
  width: number,
): { low: number; high: number } {
  if (scale === 'change') return { low: value - width, high: value + width };
  if (scale === 'amount') return { low: value / width, high: value * width };
  const odds = (factor: number): number => (factor * value) / (1 - value + factor * value);
  return { low: odds(1 / width), high: odds(width) };
}
