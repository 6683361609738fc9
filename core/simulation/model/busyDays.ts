// Busy days (rule 1): one Gamma factor a day for all classes, mean 1.
import { type LawRow, lawKind, quantileOf } from '../engine/laws.ts';
import { packPurpose, purpose, setStreamKey, uniformAt } from '../engine/streams.ts';
import type { CompiledModel } from './compiledModel.ts';

/** The factor of each local day of a replication; null where days do not differ. */
export function busyDayFactors(model: CompiledModel, seed: number, replication: number): Float64Array | null {
  const shape = model.busyDayShape;
  if (shape === 0) return null;
  const key = { k0: 0, k1: 0 };
  setStreamKey(key, seed, replication, 0, 0, 0, 0, packPurpose(purpose.busyDay, 0), 0);
  const law: LawRow = { kind: lawKind.gamma, a: shape, b: 1 / shape, table: null, meanSeconds: 1 };
  return Float64Array.from({ length: model.days }, (_, day) =>
    quantileOf(law, uniformAt(key.k0, key.k1, day)),
  );
}
