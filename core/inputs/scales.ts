// The scales on which figures are as likely to be above as below: logarithms of amounts, log-odds of shares.

import type { InputScale } from '../measures/inputKinds.ts';
import { exp } from '../numerics/exp.ts';
import { log } from '../numerics/log.ts';

export interface Scale {
  readonly to: (value: number) => number;
  readonly back: (onScale: number) => number;
}

const logarithm: Scale = { to: log, back: exp };
const logOdds: Scale = {
  to: (share) => log(share / (1 - share)),
  back: (odds) => 1 / (1 + exp(-odds)),
};
/** Cut at the limits of what the figure can be. */
const plain = (scale: InputScale): Scale => ({
  to: (value) => value,
  back: (value) => limited(scale, value),
});

export const limited = (scale: InputScale, value: number): number =>
  scale === 'change' ? value : scale === 'share' ? Math.min(1, Math.max(0, value)) : Math.max(0, value);

/** The scale of a figure; the plain one where the figure or an end of its range is at a limit, which no other scale reaches. */
export function onScale(scale: InputScale, ...values: readonly (number | undefined)[]): Scale {
  const known = values.filter((value) => value !== undefined);
  const isInside = known.every((value) => value > 0 && (scale !== 'share' || value < 1));
  if (scale === 'change' || !isInside) return plain(scale);
  return scale === 'share' ? logOdds : logarithm;
}
