import type { DecodedInput, Output } from '../../core/contract/methods.ts';
import { crossTraining, type PooledKind, poolingPrice } from '../../core/pooling/index.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';

const secondsPerHour = 3600;

/** The price of a split, from what a person states by the hour. */
export function pooledSplit({ kinds, teams }: DecodedInput<'pooling.price'>): Output<'pooling.price'> {
  const question = {
    kinds: kinds.map(
      (kind): PooledKind => ({
        arrivals: perSecond(kind.contactsPerHour / secondsPerHour),
        handling: seconds(kind.handlingSeconds),
        ...(kind.patienceSeconds !== undefined && { patience: seconds(kind.patienceSeconds) }),
        target: seconds(kind.targetSeconds),
        leastServiceLevel: fraction(kind.leastServiceLevel),
      }),
    ),
    ...(teams !== undefined && { teams }),
  };
  const price = poolingPrice(question);
  return price.ok
    ? { split: { price: price.value, training: crossTraining(question, price.value) }, faults: [] }
    : { split: null, faults: price.failure };
}
