// The kinds of contacts of the explorer as a person states them, and the question that they make.
import type { Input } from '../../../core/contract/methods.ts';
import type { BusyKind } from '../../../core/measures/pooling.ts';

export interface TypedKind {
  readonly key: string;
  readonly name: string;
  readonly isIncluded: boolean;
  readonly contactsPerHour: number;
  readonly handlingSeconds: number;
  /** Absent: nobody leaves. */
  readonly patienceSeconds: number | undefined;
  readonly targetSeconds: number;
  readonly leastServiceLevel: number;
}

/** Where a plan promises nothing on the wait of these contacts: the promise that most centres give. */
const usual = { targetSeconds: 20, leastServiceLevel: 0.8 } as const;

/** To three digits, in whole seconds. */
const rounded = (seconds: number): number => Math.max(1, Math.round(Number(seconds.toPrecision(3))));

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Rounded to what such figures are good for, so that they can be read and typed over. */
export const kindOf = (busy: BusyKind, name: string): TypedKind => ({
  key: busy.part,
  name,
  isIncluded: true,
  contactsPerHour: Math.max(0.01, hundredths(Number(busy.contactsPerHour.toPrecision(3)))),
  handlingSeconds: rounded(busy.handlingSeconds),
  patienceSeconds: busy.patienceSeconds === null ? undefined : rounded(busy.patienceSeconds),
  targetSeconds: busy.targetSeconds ?? usual.targetSeconds,
  leastServiceLevel: Math.min(0.9999, busy.shareToAttain ?? usual.leastServiceLevel),
});

/** A kind that is only begun. */
export const newKind = (key: string, name: string): TypedKind => ({
  ...{ key, name, isIncluded: true, contactsPerHour: 60, handlingSeconds: 240 },
  ...{ patienceSeconds: undefined, ...usual },
});

/** Undefined where there is nothing to pool. */
export function questionOf(kinds: readonly TypedKind[]): Input<'pooling.price'> | undefined {
  const included = kinds.filter(({ isIncluded }) => isIncluded);
  if (included.length < 2) return undefined;
  return {
    kinds: included.map(
      ({ contactsPerHour, handlingSeconds, patienceSeconds, targetSeconds, leastServiceLevel }) => ({
        ...{ contactsPerHour, handlingSeconds, targetSeconds, leastServiceLevel },
        ...(patienceSeconds !== undefined && { patienceSeconds }),
      }),
    ),
  };
}
