// The part of an answer by formula that is shown beside a plan all the time: small enough to be sent anew while a slider moves.
import type { Evaluation } from './evaluation.ts';

/** An evaluation without its lines over time, and without the tables that only screens of results show. */
export type ShortEvaluation = Pick<
  Evaluation,
  'by' | 'planId' | 'planHash' | 'horizonSeconds' | 'warmUpSeconds' | 'total' | 'teams' | 'promises' | 'flows'
>;
