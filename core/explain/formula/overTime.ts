// From the amount of one line in one step to the amount of its part over all that is counted.
import type { ExplainedValue, Origin } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import { type Chain, derived, given, output, sure } from '../chain.ts';
import { isNear } from './closeUp.ts';
import type { SeenDay } from './lineWitness.ts';
import { sumUnit } from './sums.ts';

export interface Widened {
  readonly chain: Chain;
  readonly name: QuantityName;
  /** Days of the walk, the one that was followed last. */
  readonly days: readonly SeenDay[];
  /** Amounts of the line by day. */
  readonly amounts: readonly number[];
  /** Amount of the part in the step, and over all that is counted. */
  readonly inStep: number;
  readonly inAll: number;
}

/** Adds the steps; where the amount of the part comes from. */
export function widened(
  { chain, name, days, amounts, inStep, inAll }: Widened,
  last: ExplainedValue,
): Origin {
  const unit = sumUnit(name);
  let input: ExplainedValue = { ...last, key: 'line' };
  const step = (
    code: 'meanOfDays' | 'withOtherLines' | 'withOtherTimes',
    inputs: readonly ExplainedValue[],
    formula: Formula,
    value: number,
  ): void => {
    const number = chain.add({
      code,
      inputs,
      operation: { kind: 'formula', formula },
      outputs: [output(name, value, unit)],
      basis: sure,
    });
    input = chain.from(number, 'line');
  };
  let value = last.value ?? 0;
  if (days.length > 1) {
    const own = days.at(-1)?.weight ?? 1;
    const rest = days.slice(0, -1).reduce((sum, { weight }, i) => sum + weight * (amounts[i] as number), 0);
    value = own * value + rest;
    step(
      'meanOfDays',
      [
        input,
        given('dayWeight', own, 'fraction', derived(['volumeModel', 'busyDayCv'])),
        given('otherDays', rest, unit, derived()),
      ],
      ['+', ['*', 'line', 'dayWeight'], 'otherDays'],
      value,
    );
  }
  if (!isNear(value, inStep)) {
    step(
      'withOtherLines',
      [input, given('otherLines', inStep - value, unit, derived())],
      ['+', 'line', 'otherLines'],
      inStep,
    );
  }
  if (!isNear(inStep, inAll)) {
    step(
      'withOtherTimes',
      [input, given('otherTimes', inAll - inStep, unit, derived())],
      ['+', 'line', 'otherTimes'],
      inAll,
    );
  }
  return input.from;
}
