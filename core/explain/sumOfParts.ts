// One quantity of many parts: the largest of them one by one, the rest together.
import type { Basis } from '../measures/evaluation.ts';
import type { ExplainedUnit, ExplainedValue, NamedPart, Origin } from '../measures/explanation.ts';
import type { QuantityName } from '../measures/explanationNames.ts';
import type { Formula } from '../measures/formula.ts';
import { type Chain, given, output } from './chain.ts';

/** More than these are not told one by one. */
const mostParts = 12;

export interface PartAmount {
  readonly of: NamedPart | null;
  readonly value: number;
  /** Instead of a bare count: where this part comes from. */
  readonly from?: Origin;
}

/** Adds amounts of the same part up. */
export function byPart(amounts: readonly PartAmount[]): PartAmount[] {
  const found = new Map<string, PartAmount>();
  for (const amount of amounts) {
    const name = amount.of === null ? '' : `${amount.of.kind}/${amount.of.id}`;
    const known = found.get(name);
    found.set(
      name,
      known === undefined ? amount : { ...known, ...amount, value: known.value + amount.value },
    );
  }
  return [...found.values()];
}

/** The quantity as an input: of its one part, or of a step that adds the parts up. */
export function summedInput(
  chain: Chain,
  name: QuantityName,
  unit: ExplainedUnit,
  amounts: readonly PartAmount[],
  from: Origin,
  basis: Basis,
): ExplainedValue {
  const parts = byPart(amounts).filter(({ value }) => value !== 0);
  const [only] = parts;
  const total = amounts.reduce((sum, { value }) => sum + value, 0);
  if (parts.length <= 1) return given(name, total, unit, only?.from ?? from, { of: only?.of ?? null });
  const sorted = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = sorted.length <= mostParts ? sorted : sorted.slice(0, mostParts - 1);
  const rest = sorted.slice(shown.length).reduce((sum, { value }) => sum + value, 0);
  const inputs = shown.map((part, i) =>
    given(name, part.value, unit, part.from ?? from, { key: `part${i}`, of: part.of }),
  );
  if (shown.length < sorted.length) inputs.push(given('others', rest, unit, from, { key: 'rest' }));
  const formula: Formula = ['+', ...inputs.map(({ key }) => key)];
  const step = chain.add({
    code: 'sumOfParts',
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output(name, total, unit)],
    basis,
  });
  return chain.from(step);
}
