// The check of the formulas' word: the inputs that move a promise most, simulated at two values each with the same customers.
import type { StatedInput } from '../inputs/index.ts';
import type { PromiseSensitivity, SensitivityRow } from '../measures/sensitivity.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type PromiseCounts, promiseCountsOf } from '../simulation/collect/promiseCounts.ts';
import { compilePlan, simulateReplication, type TimeZoneOffsets } from '../simulation/index.ts';
import { type Parts, pairedDifference } from './pairedDifference.ts';
import { planAt } from './planAt.ts';

/** One value of one input, to be simulated. */
export interface CheckPoint {
  readonly key: string;
  readonly value: number;
}

/** Inputs of each promise that are checked: those with the longest bars, then the most elastic ones. */
export const checkedPerPromise = 5;

/** The rows of a promise that are worth a simulation, and the values between which each is moved. */
export function checkedRows(of: PromiseSensitivity): readonly SensitivityRow[] {
  const byBar = of.tornado.map((place) => of.rows[place] as SensitivityRow);
  const moving = [
    ...byBar.filter(({ swing }) => (swing ?? 0) > 0),
    ...of.rows.filter(({ elasticity }) => elasticity),
  ];
  return [...new Set(moving)].slice(0, checkedPerPromise);
}

/** The ends of the range where there is one, else those of the step. */
export function endsOf(row: SensitivityRow, input: StatedInput): readonly [from: number, to: number] {
  const { belief, isWhole } = input;
  if (row.swing === null || belief === null) return [row.stepLow, row.stepHigh];
  return isWhole ? [Math.round(belief.low), Math.round(belief.high)] : [belief.low, belief.high];
}

/** Every value that is to be simulated, each once. */
export function checkPoints(
  inputs: readonly StatedInput[],
  promises: readonly PromiseSensitivity[],
): CheckPoint[] {
  const found = new Map<string, CheckPoint>();
  for (const promise of promises) {
    for (const row of checkedRows(promise)) {
      const input = inputs[row.input] as StatedInput;
      for (const value of endsOf(row, input)) {
        const point = { key: input.key, value };
        found.set(nameOf(point), point);
      }
    }
  }
  return [...found.values()];
}

const nameOf = ({ key, value }: CheckPoint): string => `${key} ${value}`;

export function planOfPoint(plan: Plan, inputs: readonly StatedInput[], { key, value }: CheckPoint): Plan {
  const input = inputs.find((one) => one.key === key);
  return input === undefined ? plan : planAt(plan, inputs, input, value);
}

/** By replication and promise: met and counted. */
export type PointParts = readonly (readonly Parts[])[];

/** Simulates one point: the unit of work of the check. */
export function simulatePoint(
  plan: Plan,
  inputs: readonly StatedInput[],
  point: CheckPoint,
  options: { readonly planHash: string; readonly seed: number; readonly replications: number },
  offsets: TimeZoneOffsets,
  onReplication: () => void = () => {},
): PointParts {
  const changed = planOfPoint(plan, inputs, point);
  const compiled = compilePlan(changed, { planHash: options.planHash, offsets });
  if (!compiled.ok) throw new Error('a plan that was compiled does not compile with another figure');
  const countsOf = promiseCountsOf(compiled.value);
  return partsOfCounts(
    Array.from({ length: options.replications }, (_, replication) =>
      countsOf(simulateReplication(compiled.value, options.seed, replication, onReplication).values),
    ),
  );
}

export const partsOfCounts = (counted: readonly (readonly PromiseCounts[])[]): PointParts =>
  counted.map((counts) => counts.map(({ met, counted: of }): Parts => [met, of]));

/** The table with what the simulation says of the rows that were checked; `places`: of these promises among those of the plan. */
export function withChecks(
  inputs: readonly StatedInput[],
  promises: readonly PromiseSensitivity[],
  points: readonly CheckPoint[],
  answers: readonly PointParts[],
  places: readonly number[] = promises.map((_, p) => p),
): PromiseSensitivity[] {
  const partsAt = new Map(points.map((point, i) => [nameOf(point), answers[i] as PointParts]));
  return promises.map((promise, p) => {
    const checked = new Set(checkedRows(promise));
    return {
      ...promise,
      rows: promise.rows.map((row) => {
        const input = inputs[row.input] as StatedInput;
        const [from, to] = endsOf(row, input);
        const low = partsAt.get(nameOf({ key: input.key, value: from }));
        const high = partsAt.get(nameOf({ key: input.key, value: to }));
        if (!checked.has(row) || low === undefined || high === undefined) return row;
        const [before, after] =
          row.swing === null ? [row.levelAtStepLow, row.levelAtStepHigh] : [row.levelAtLow, row.levelAtHigh];
        const ofPromise = (parts: PointParts): Parts[] =>
          parts.map((one) => one[places[p] as number] as Parts);
        return {
          ...row,
          simulated: {
            from,
            to,
            formulaDifference: before === null || after === null ? null : after - before,
            ...pairedDifference(ofPromise(low), ofPromise(high)),
          },
        };
      }),
    };
  });
}
