// A figure that an advice rests on: as the company says it, or as it usually is, with the range in which the truth may lie.
import type {
  AdviceInput,
  AdviceStatus,
  AdviceText,
  AdviceUnit,
  AdviceValue,
} from '../../measures/advice.ts';
import type { Quantity } from '../../plan/schema/elements.ts';
import type { Prior } from '../priors/industry.ts';
import { assumedSource } from '../words.ts';

export interface Figure {
  /** Under advice.input. */
  readonly name: string;
  readonly of: AdviceValue | null;
  readonly unit: AdviceUnit;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly status: AdviceStatus;
  /** Field of the needs in which it stands or would stand. */
  readonly field: readonly (string | number)[] | null;
  readonly source: AdviceText | null;
}

export type Asked = Pick<Figure, 'name' | 'unit'> & Partial<Pick<Figure, 'of' | 'field' | 'source'>>;

/** What is usual. */
export const assumed = (asked: Asked, [value, low, high]: Prior): Figure => ({
  of: null,
  field: null,
  source: { branch: 'source', code: 'usual', params: {} },
  ...asked,
  ...{ value, low, high, status: 'assumed' },
});

/** What the company says, with the range that it says; a figure that it calls assumed stays so. */
export function said(asked: Asked, given: Quantity): Figure {
  const whole = typeof given === 'number' ? { value: given } : given;
  const { value } = whole;
  const isAssumed = 'assumed' in whole && whole.assumed === true;
  const [low, high] = [('low' in whole && whole.low) || value, ('high' in whole && whole.high) || value];
  return {
    ...{ of: null, field: null, source: null, ...asked },
    ...{ value, low: Math.min(low, value), high: Math.max(high, value) },
    status: isAssumed ? 'assumed' : 'given',
  };
}

/** As the company says, else as it usually is. */
export const saidOr = (asked: Asked, given: Quantity | undefined, prior: Prior): Figure =>
  given === undefined ? assumed(asked, prior) : said(asked, given);

/** A figure that follows from others; its range does, too. */
export const derived = (asked: Asked, [value, low, high]: Prior): Figure => ({
  ...assumed(asked, [value, low, high]),
  source: null,
  status: 'derived',
});

export const inputOf = ({
  name,
  of,
  unit,
  value,
  low,
  high,
  status,
  field,
  source,
}: Figure): AdviceInput => ({
  ...{ name, of, status, field, source },
  value: { kind: 'amount', value, unit },
  low: low < value ? low : null,
  high: high > value ? high : null,
});

const rounded = (value: number, digits: number): number => {
  const scale = digits === 0 ? 1 : digits === 2 ? 100 : 10_000;
  return Math.round(value * scale) / scale;
};

/** For a field of the plan: with its range, and marked where it is not measured. */
export function quantityOf(
  { value, low, high, status }: Pick<Figure, 'value' | 'low' | 'high' | 'status'>,
  digits = 4,
): Quantity {
  const at = rounded(value, digits);
  const range = { low: Math.min(at, rounded(low, digits)), high: Math.max(at, rounded(high, digits)) };
  if (status !== 'given') return { value: at, ...range, assumed: true, source: assumedSource };
  return range.low < range.high ? { value: at, ...range } : at;
}

/** An assumed figure of the plan. */
export const assumedQuantity = ([value, low, high]: Prior, digits = 4): Quantity =>
  quantityOf({ value, low, high, status: 'assumed' }, digits);
