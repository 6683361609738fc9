// The least costly numbers on duty that keep the promises, as plain data: who changes, what it costs, and what becomes of each promise.
import type { Text } from '../plan/schema/elements.ts';
import type { VerdictOfPromise } from './verdict.ts';

/**
 * Why the numbers of a group are as they are. `changed`; `asItWas`: any other number found was worse; `unfelt`: no promise would feel it if nobody were there, so that nothing
 * speaks for or against them; `heldFixed`: not to be changed.
 */
export type GroupState = 'changed' | 'asItWas' | 'unfelt' | 'heldFixed';

export interface StaffedBy {
  /** Where the plan counts people: hours, spans or shifts, in its order. */
  readonly agents: readonly number[];
  readonly hoursPerWeek: number;
  /** Employed, or the fewest who can do the duty. */
  readonly people: number;
  /** In a month without holidays; null where the plan does not say. */
  readonly costPerMonthMoney: number | null;
}

export interface LeastCostGroup {
  readonly team: string;
  readonly group: string;
  readonly state: GroupState;
  readonly before: StaffedBy;
  readonly after: StaffedBy;
}

/** `held`: the search holds to it; `outOfReach`: people do not decide it, or no number of them keeps it; `noFormula`: only the simulation tells. */
export type Reach = 'held' | 'outOfReach' | 'noFormula';

export interface PromiseFound {
  /** By formula; null where no formula answers, or nobody is counted. */
  readonly level: number | null;
  /** Null where nothing was simulated. */
  readonly simulated: VerdictOfPromise | null;
}

export interface LeastCostPromise {
  readonly id: string;
  readonly name: Text;
  readonly shareToAttain: number;
  readonly reach: Reach;
  readonly before: PromiseFound;
  readonly after: PromiseFound;
}

export interface LeastCostTotals {
  readonly people: number;
  readonly hoursPerWeek: number;
  /** Of the whole plan, as beside it at the edge; null where it does not say. */
  readonly costPerMonthMoney: number | null;
}

export interface LeastCostResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** Of each plan that was simulated; 0: by formula only. */
  readonly replications: number;
  /** What was made least: cost, or hours of duty where not all cost is known. */
  readonly aim: 'cost' | 'hours';
  readonly groups: readonly LeastCostGroup[];
  readonly promises: readonly LeastCostPromise[];
  readonly before: LeastCostTotals;
  readonly after: LeastCostTotals;
  /** Numbers on duty that the formulas were asked about, and plans that were simulated. */
  readonly asked: number;
  readonly simulated: number;
  /** Nothing cheaper is found from it: nobody can be spared, and no exchange of few for few does. */
  readonly isSettled: boolean;
}
