// Every study by its name: what computes it from a plan, with what the isolate can do.
import type { Failure } from '../../core/contract/failures.ts';
import type { Finding, StudyAsked, StudyName } from '../../core/contract/studies.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Counted, Measured } from './simulate.ts';
import { accuracyStudy } from './studies/accuracyStudy.ts';
import { breakEvenStudy } from './studies/breakEvenStudy.ts';
import { compareStudy } from './studies/compareStudy.ts';
import { leastCostStudy } from './studies/leastCostStudy.ts';
import { probabilityStudy } from './studies/probabilityStudy.ts';
import { reviewStudy } from './studies/reviewStudy.ts';
import { sensitivityStudy } from './studies/sensitivityStudy.ts';
import { stressStudy } from './studies/stressStudy.ts';

export interface CountedRun {
  readonly seed: number;
  readonly firstReplication: number;
  readonly replications: number;
}

export interface StudyTools {
  /** Checks and compiles a changed plan; throws a `StudyEnded` where it has faults. */
  readonly compiled: (plan: Plan) => CompiledModel;
  /** By the host's pool; rejects with a `StudyEnded` where the run fails. */
  readonly simulate: (model: CompiledModel, seed: number, replications: number) => Promise<SimulationResult>;
  /** As `simulate`, but gives the counts of each replication, from number `firstReplication` on. */
  readonly count: (model: CompiledModel, run: CountedRun) => Promise<Counted>;
  /** As `count`, but gives the numerators and denominators of all measures. */
  readonly measure: (model: CompiledModel, run: CountedRun) => Promise<Measured>;
  /** Says how many plans have been answered, and about how many there will be. */
  readonly onStep: (done: number, expected: number) => void;
}

export type Study<S extends StudyName> = (
  plan: Plan,
  asked: Extract<StudyAsked, { study: S }>,
  tools: StudyTools,
) => Promise<Extract<Finding, { study: S }>>;

/** Ends a study with a failure that the person can be told. */
export class StudyEnded extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

const studies: { readonly [S in StudyName]: Study<S> } = {
  accuracy: accuracyStudy,
  sensitivity: sensitivityStudy,
  breakEven: breakEvenStudy,
  probability: probabilityStudy,
  review: reviewStudy,
  compare: compareStudy,
  stress: stressStudy,
  leastCost: leastCostStudy,
};

export const study = <S extends StudyName>(
  plan: Plan,
  asked: Extract<StudyAsked, { study: S }>,
  tools: StudyTools,
): Promise<Finding> => (studies[asked.study as S] as Study<S>)(plan, asked, tools);
