// The probability that promises are kept, where not everything is known: how likely, how sure that is, and what it hangs on.
import type { InputFact, InputKind } from './inputKinds.ts';

/** A chance with its 95 % interval; null where nobody was counted. */
export interface Chance {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a chance was read from: draws by how many of their replications kept it (none, one ... all), or sums over their chances by formula. */
export type ChanceGrounds =
  | { readonly by: 'simulation'; readonly drawsByKept: readonly number[] }
  | { readonly by: 'formula'; readonly draws: number; readonly sum: number; readonly squares: number };

/** A share with its 95 % half-width; null where there is too little to tell. */
export interface SplitShare {
  readonly value: number | null;
  readonly halfWidth: number | null;
}

/** What a split was read from. */
export interface SplitGrounds {
  readonly draws: number;
  /** Null: `inside` holds the variance of each draw, not the squares of its replications. */
  readonly perDraw: number | null;
  /** Squared deviations inside the draws, added up. */
  readonly inside: number;
  /** Squared deviations of the means of the draws, added up. */
  readonly ofMeans: number;
}

/** Law of total variance: of all that varies, the share by chance in the queues and the share by what is not known. Their sum is 1. */
export interface VarianceSplit {
  readonly variance: number;
  readonly queueNoise: SplitShare;
  readonly unknown: SplitShare;
  /** Null: there is nothing to split. */
  readonly grounds: SplitGrounds | null;
}

/** First-order share of the variance of the level: what would go if these inputs, and only these, were known. */
export interface GroupShare extends SplitShare {
  readonly kind: InputKind;
}
export interface InputShare extends SplitShare {
  /** Place in `inputs`. */
  readonly input: number;
}

export interface PromiseProbability {
  readonly promise: string;
  readonly period: 'interval' | 'day' | 'week' | 'month' | 'horizon';
  readonly shareToAttain: number;
  /** That every period keeps the promise. */
  readonly kept: Chance;
  readonly keptGrounds: ChanceGrounds | null;
  /** Mean share of the periods that keep it. */
  readonly keptPeriods: number | null;
  /** Level of the worst period: mean, and the values below which it falls once and nineteen times in twenty. */
  readonly worstLevel: {
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  /** Of whether it is kept (1 or 0), and of the level of the worst period. */
  readonly keptSplit: VarianceSplit | null;
  readonly levelSplit: VarianceSplit | null;
  /** Largest first. */
  readonly groups: readonly GroupShare[];
  readonly inputShares: readonly InputShare[];
  /** Place in `inputs` of the one with the largest share; null where none stands out of the noise. */
  readonly nextToMeasure: number | null;
}

export interface ProbabilityResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** `formula`: an approximation throughout; queue noise from binomial counts, work by chance and busy days. */
  readonly by: 'formula' | 'simulation';
  /** Draws of what is not known, and replications of each. */
  readonly draws: number;
  readonly replicationsPerDraw: number;
  /** The uncertain inputs, in the order of the document. */
  readonly inputs: readonly InputFact[];
  /** That every promise is kept in every period. */
  readonly allKept: Chance;
  readonly allKeptGrounds: ChanceGrounds | null;
  readonly allKeptSplit: VarianceSplit | null;
  readonly promises: readonly PromiseProbability[];
}
