// Which cases of the proof take seconds on every seed.
import type { SimulationCase } from '../../core/verification/verificationCase.ts';

/** Those of two million contacts and more on all seeds together. */
export const isLarge = ({ id, topic }: SimulationCase): boolean =>
  topic === 'fullExample' || topic === 'resourcePooling' || /^(deferred-week|busy-days|mmn-50)/.test(id);
