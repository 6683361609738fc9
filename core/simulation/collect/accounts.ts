// The counts of all replications added up: what the numbers of a result were divided from, kept for whoever asks how one came
// about. Every measure that is a ratio, a histogram or a sum of these is linear in them.
import type { CompiledModel } from '../model/compiledModel.ts';
import type { TallyLayout } from '../model/tallyLayout.ts';
import type { DerivedLayout } from './derived.ts';
import type { Spreads } from './spreads.ts';

export interface AccountSums {
  /** Tallies, place by place. */
  readonly values: Float64Array;
  readonly derived: Float64Array;
  /** Rows by interval that stand in no tally: how often its end was looked at; attempts expected, by promise. */
  readonly rows: readonly Float64Array[];
}

export interface Accounts extends AccountSums {
  readonly replications: number;
  /** Behind the half-widths. */
  readonly spreads: Spreads;
}

export const createAccountSums = (
  model: CompiledModel,
  layout: TallyLayout,
  derived: DerivedLayout,
): AccountSums => ({
  values: new Float64Array(layout.size),
  derived: new Float64Array(derived.size),
  rows: Array.from({ length: 1 + model.promises.length }, () => new Float64Array(model.axis.intervals)),
});

/** Adds one replication. */
export function addToAccounts(
  sums: AccountSums,
  values: Float64Array,
  derived: Float64Array,
  rows: readonly Float64Array[],
): void {
  addTo(sums.values, values);
  addTo(sums.derived, derived);
  sums.rows.forEach((row, i) => {
    addTo(row, rows[i] ?? new Float64Array(0));
  });
}

function addTo(sums: Float64Array, values: Float64Array): void {
  const size = Math.min(sums.length, values.length);
  for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + (values[i] as number);
}
