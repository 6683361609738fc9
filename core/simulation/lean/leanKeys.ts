// Stream keys of a replication, made before it starts: for first visits of first arrivals they are the same for all
// contacts of a class, who differ only by their ordinal.
import { packPurpose, setStreamKey } from '../engine/streams.ts';
import type { CompiledModel } from '../model/compiledModel.ts';

export class LeanKeys {
  private readonly key = { k0: 0, k1: 0 };
  private readonly model: CompiledModel;
  private readonly seed: number;
  private readonly replication: number;

  constructor(model: CompiledModel, seed: number, replication: number) {
    this.model = model;
    this.seed = seed;
    this.replication = replication;
  }

  /** Writes both words of the key of a class, a team (-1: none) and a purpose. */
  write(into: Int32Array, at: number, classIndex: number, team: number, of: number): void {
    const own = this.model.classes[classIndex];
    const where = this.model.teams[team];
    setStreamKey(
      this.key,
      this.seed,
      this.replication,
      own?.key0 ?? 0,
      own?.key1 ?? 0,
      where?.key0 ?? 0,
      where?.key1 ?? 0,
      packPurpose(of, 0),
      0,
    );
    into[at] = this.key.k0;
    into[at + 1] = this.key.k1;
  }
}
