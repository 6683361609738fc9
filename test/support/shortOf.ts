// What is shown beside a plan all the time, taken from the whole answer.
import type { Evaluation } from '../../core/measures/evaluation.ts';
import type { ShortEvaluation } from '../../core/measures/shortEvaluation.ts';

export const shortOf = (all: Evaluation): ShortEvaluation => {
  const { by, planId, planHash, horizonSeconds, warmUpSeconds, total, teams, promises, flows } = all;
  return { by, planId, planHash, horizonSeconds, warmUpSeconds, total, teams, promises, flows };
};
