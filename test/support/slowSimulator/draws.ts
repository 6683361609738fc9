// Keyed draws: the uniform of (seed, replication, class, team, purpose, generation, visit, attempt) at an ordinal.
import type { Law } from '../../../core/plan/schema/law.ts';
import { lawRow } from '../../../core/simulation/compile/lawTable.ts';
import { quantileOf } from '../../../core/simulation/engine/laws.ts';
import {
  hashKey,
  type Purpose,
  packPurpose,
  packVisit,
  setStreamKey,
  uniformAt,
} from '../../../core/simulation/engine/streams.ts';

export interface DrawKey {
  /** Stream key of the class; absent: words 0, 0. */
  readonly classKey?: string;
  /** Stream key of the team or group; absent: words 0, 0. */
  readonly teamKey?: string;
  readonly generation?: number;
  readonly visit?: number;
  readonly attempt?: number;
  readonly ordinal: number;
}

const words = (key: string | undefined): readonly [number, number] =>
  key === undefined ? [0, 0] : hashKey(key);

/** Order of stream keys: by their hashed words. */
export function byKey(a: string, b: string): number {
  const [a0, a1] = hashKey(a);
  const [b0, b1] = hashKey(b);
  return a0 === b0 ? a1 - b1 : a0 - b0;
}

const rows = new WeakMap<Law, ReturnType<typeof lawRow>>();

/** The law's value at a uniform, in seconds. */
export function valueAt(law: Law, uniform: number): number {
  const row = rows.get(law) ?? lawRow(law);
  rows.set(law, row);
  return quantileOf(row, uniform);
}

export class Draws {
  private readonly seed: number;
  private readonly replication: number;

  constructor(seed: number, replication: number) {
    this.seed = seed;
    this.replication = replication;
  }

  /** The draws of another replication of the same seed. */
  ofReplication(replication: number): Draws {
    return new Draws(this.seed, replication);
  }

  get number(): number {
    return this.replication;
  }

  uniform(purpose: Purpose, key: DrawKey): number {
    const stream = { k0: 0, k1: 0 };
    const [class0, class1] = words(key.classKey);
    const [team0, team1] = words(key.teamKey);
    setStreamKey(
      stream,
      this.seed,
      this.replication,
      class0,
      class1,
      team0,
      team1,
      packPurpose(purpose, key.generation ?? 0),
      packVisit(key.visit ?? 0, key.attempt ?? 0),
    );
    return uniformAt(stream.k0, stream.k1, key.ordinal);
  }
}
