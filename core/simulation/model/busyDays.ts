// Busy days (rule 1): one Gamma factor a day for all classes, mean 1. The replications come in blocks of ten, and each local
// day is drawn once from each tenth of the law in a block: ten replications meet quiet, usual and busy days in their true mixture.
import { type LawRow, lawKind, quantileOf } from '../engine/laws.ts';
import { packPurpose, purpose, type StreamKey, setStreamKey, uniformAt } from '../engine/streams.ts';
import type { CompiledModel } from './compiledModel.ts';

/** Replications in a block, and parts of the law that each day of a block is drawn from. */
export const daysPerBlock = 10;

/** Blocks of replications and how many of them tell a variance; null where days do not differ. */
export const dayBlocks = ({ busyDayShape }: CompiledModel): { size: number; least: number } | null =>
  busyDayShape > 0 ? { size: daysPerBlock, least: 8 } : null;

/** The factor of each local day of a replication; null where days do not differ. */
export function busyDayFactors(model: CompiledModel, seed: number, replication: number): Float64Array | null {
  const shape = model.busyDayShape;
  if (shape === 0) return null;
  const law: LawRow = { kind: lawKind.gamma, a: shape, b: 1 / shape, table: null, meanSeconds: 1 };
  const own = keyOf(seed, replication, purpose.busyDay);
  const part = partOfLaw(seed, replication);
  return Float64Array.from({ length: model.days }, (_, day) =>
    quantileOf(law, (part(day) + uniformAt(own.k0, own.k1, day)) / daysPerBlock),
  );
}

/**
 * The part of the law from which a day of a replication is drawn: the rank of its own uniform for the order of the days among those of
 * its block. Worked example: if six of the ten have a smaller one, it is 6 and the day lies between the 60th and 70th percentile.
 */
function partOfLaw(seed: number, replication: number): (day: number) => number {
  const first = replication - (replication % daysPerBlock);
  const keys = Array.from({ length: daysPerBlock }, (_, i) => keyOf(seed, first + i, purpose.busyDayOrder));
  const own = keys[replication - first] as StreamKey;
  return (day) => {
    const mine = uniformAt(own.k0, own.k1, day);
    return keys.reduce((rank, { k0, k1 }) => (uniformAt(k0, k1, day) < mine ? rank + 1 : rank), 0);
  };
}

function keyOf(seed: number, replication: number, of: number): StreamKey {
  const key = { k0: 0, k1: 0 };
  setStreamKey(key, seed, replication, 0, 0, 0, 0, packPurpose(of, 0), 0);
  return key;
}
