// The learning curve (rule 11): the new ones of a group work more slowly at first.
import type { Group } from './rows.ts';
import { s } from './state.ts';

/** A millionth of a millionth, so that shares such as 0.3 of ten people come out whole. */
const sliver: f64 = 1e-12;

/** Whether agent number k of a group is a new one. */
export function isNewcomer(group: Group, k: i32): bool {
  const share = group.newShare;
  return group.learns !== 0 && floor(<f64>(k + 1) * share + sliver) > floor(<f64>k * share + sliver);
}

/** The part of full proficiency that a new agent has now. */
export function learned(group: Group): f64 {
  return group.startFactor + (1 - group.startFactor) * min<f64>(1, s.now / group.learningSeconds);
}
