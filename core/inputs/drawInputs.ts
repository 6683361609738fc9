// One draw of everything that is not known of a plan: each input by its own keyed uniform, so that another uncertain input
// changes no other draw, and no draw of the contacts' journeys.
import { normalQuantile } from '../numerics/normalQuantile.ts';
import { inputUniform } from './inputUniform.ts';
import { quantileOfBelief } from './quantileOfBelief.ts';
import type { StatedInput } from './statedInput.ts';

export interface InputDraw {
  readonly values: ReadonlyMap<string, number>;
  /** By uncertain input, in their order: the drawn figure as a standard normal one. */
  readonly scores: Float64Array;
}

/** Draw number `draw` (0, 1, ...) of the inputs; those without a belief are left as they are. */
export function drawInputs(inputs: readonly StatedInput[], seed: number, draw: number): InputDraw {
  const values = new Map<string, number>();
  const uncertain = inputs.filter(({ belief }) => belief !== null);
  const scores = new Float64Array(uncertain.length);
  uncertain.forEach(({ key, kind, value, belief, isWhole }, i) => {
    if (belief === null) return;
    const u = inputUniform(seed, draw, key);
    scores[i] = normalQuantile(u);
    const drawn = quantileOfBelief(kind, value, belief, u);
    values.set(key, isWhole ? Math.round(drawn) : drawn);
  });
  return { values, scores };
}
