// What goes between a study's isolate and the host: the study computes, the host's pool simulates for it.
import type { Failure } from '../../core/contract/failures.ts';
import type { Finding, StudyAsked } from '../../core/contract/studies.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { CompiledModel } from '../../core/simulation/index.ts';
import type { Result } from '../../core/units/result.ts';
import type { Counted, Measured } from './simulate.ts';

export type ToStudy =
  | { readonly kind: 'study'; readonly plan: Plan; readonly asked: StudyAsked }
  | {
      readonly kind: 'simulated';
      readonly question: number;
      readonly outcome: Result<SimulationResult, Failure>;
    }
  | {
      readonly kind: 'counted';
      readonly question: number;
      readonly outcome: Result<Counted, Failure>;
    }
  | {
      readonly kind: 'measured';
      readonly question: number;
      readonly outcome: Result<Measured, Failure>;
    };

export type FromStudy =
  | {
      readonly kind: 'simulate';
      readonly question: number;
      readonly model: CompiledModel;
      readonly seed: number;
      readonly replications: number;
    }
  | {
      /** Counts of promises, or the numerators and denominators of all measures. */
      readonly kind: 'count' | 'measure';
      readonly question: number;
      readonly model: CompiledModel;
      readonly seed: number;
      readonly firstReplication: number;
      readonly replications: number;
    }
  | { readonly kind: 'step'; readonly done: number; readonly expected: number }
  | { readonly kind: 'finished'; readonly outcome: Result<Finding, Failure> };
