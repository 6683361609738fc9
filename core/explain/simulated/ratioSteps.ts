// A measure that is a ratio of counts: what its numerator and its denominator are made of.
import type { Basis } from '../../measures/evaluation.ts';
import type { ExplainedUnit, ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { RatioSpec } from '../../simulation/collect/ratios.ts';
import type { Accounts } from '../../simulation/index.ts';
import { type Chain, counted, given, sure } from '../chain.ts';
import { type PartAmount, summedInput } from '../sumOfParts.ts';
import type { Count } from './counts.ts';

export interface CountedPlace extends Count {
  readonly value: number;
}

export interface RatioParts {
  readonly plus: readonly CountedPlace[];
  readonly minus: readonly CountedPlace[];
  readonly below: readonly CountedPlace[];
  readonly scale: number;
}

/** The sums of a ratio over all replications. */
export function ratioParts(
  spec: RatioSpec,
  accounts: Accounts,
  countAt: (place: number) => Count,
  derivedAt: (place: number) => Count,
): RatioParts {
  const places = (of: readonly number[]): CountedPlace[] =>
    of.map((at) => ({ ...countAt(at), value: accounts.values[at] as number }));
  const derivedPlaces = (of: readonly number[] = []): CountedPlace[] =>
    of.map((at) => ({ ...derivedAt(at), value: accounts.derived[at] as number }));
  const replications: CountedPlace = {
    ...{ name: 'replications', unit: 'number', of: null, value: spec.constant * accounts.replications },
  };
  return {
    plus: [...derivedPlaces(spec.derivedX), ...places(spec.x)],
    minus: places(spec.minus),
    below: [
      ...places(spec.y),
      ...derivedPlaces(spec.derivedY),
      ...(spec.constant === 0 ? [] : [replications]),
    ],
    scale: spec.scale,
  };
}

export interface RatioSteps {
  readonly inputs: readonly ExplainedValue[];
  readonly formula: Formula;
  readonly value: number;
}

export const totalOf = (places: readonly CountedPlace[]): number =>
  places.reduce((all, { value }) => all + value, 0);

/** The ratio itself; NaN where its denominator is 0. */
export function ratioValue({ plus, minus, below, scale }: RatioParts): number {
  const y = totalOf(below);
  return y > 0 ? ((totalOf(plus) - totalOf(minus)) * scale) / y : Number.NaN;
}

/** Adds the steps that sum the parts up; gives the inputs and the formula of the ratio. */
export function ratioSteps(chain: Chain, parts: RatioParts, basis: Basis = sure): RatioSteps {
  const { plus, minus, below, scale } = parts;
  const inputs = new Map<QuantityName, ExplainedValue>();
  const input = (name: QuantityName, unit: ExplainedUnit, amounts: readonly PartAmount[]): string => {
    if (!inputs.has(name)) inputs.set(name, summedInput(chain, name, unit, amounts, counted, basis));
    return name;
  };
  const named = (places: readonly CountedPlace[]): string[] =>
    [...new Set(places.map(({ name }) => name))].map((name) => {
      const own = places.filter((place) => place.name === name);
      return input(name, own[0]?.unit ?? 'number', own);
    });
  const sum = (names: readonly string[]): Formula =>
    names.length === 1 ? (names[0] as string) : ['+', ...names];
  const above = named(plus);
  const off = named(minus);
  const under = named(below);
  const left: Formula = off.length === 0 ? sum(above) : ['-', sum(above), sum(off)];
  const scaled: Formula =
    scale === 1 ? left : scale < 1 ? ['/', left, Math.round(1 / scale)] : ['*', left, scale];
  return {
    inputs: [...inputs.values()].map((value) => ({ ...value, key: value.name })),
    formula: ['/', scaled, sum(under)],
    value: ratioValue(parts),
  };
}

/** The replications as an input. */
export const replicationsInput = (replications: number): ExplainedValue =>
  given('replications', replications, 'number', counted);
