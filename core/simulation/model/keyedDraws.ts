// The random numbers of a replication: a uniform is a function of its key, so nothing that happens in the queues enters.
import type { LawSampler } from '../engine/lawSampler.ts';
import { packPurpose, packVisit, type StreamKey, setStreamKey, uniformAt } from '../engine/streams.ts';
import { AgentPool } from './agentPool.ts';
import type { CompiledModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { noOne } from './eventCodes.ts';
import { lawSamplerOf } from './lawSamplers.ts';
import { type TallyLayout, tallyLayout } from './tallyLayout.ts';

export class KeyedDraws extends AgentPool {
  readonly model: CompiledModel;
  readonly layout: TallyLayout;
  readonly seed: number;
  readonly replication: number;
  protected readonly key: StreamKey = { k0: 0, k1: 0 };
  /** Stream keys of first handlings and patience, made once: by purpose, class and team. */
  private readonly keyCache: Int32Array;
  private readonly keyKnown: Uint8Array;
  private readonly sampler: LawSampler;

  constructor(model: CompiledModel, seed: number, replication: number) {
    super(model);
    this.model = model;
    this.seed = seed;
    this.replication = replication;
    this.layout = tallyLayout(model);
    this.sampler = lawSamplerOf(model);
    const rows = 6 * model.classes.length * model.teams.length;
    this.keyCache = new Int32Array(rows * 2);
    this.keyKnown = new Uint8Array(rows);
  }

  /** The uniform of a contact for a purpose at a team (noOne: none); the key is the contact's, never the queue's. */
  draw(slot: number, team: number, of: number, attempt: number): number {
    const c = this.contactInts[(slot << 6) | contactInt.classIndex] as number;
    const entry = this.model.classes[c] as CompiledModel['classes'][number];
    const generation = this.contactInts[(slot << 6) | contactInt.generation] as number;
    const visit =
      team === noOne || this.visits.length === 0
        ? 0
        : (this.visits[slot * this.layout.teams + team] as number);
    const at = team === noOne ? undefined : this.model.teams[team];
    setStreamKey(
      this.key,
      this.seed,
      this.replication,
      entry.key0,
      entry.key1,
      at === undefined ? 0 : at.key0,
      at === undefined ? 0 : at.key1,
      packPurpose(of, generation),
      packVisit(visit, attempt),
    );
    return uniformAt(this.key.k0, this.key.k1, this.contactInts[(slot << 6) | contactInt.ordinal] as number);
  }

  /** As draw, for the frequent case of a first visit in the first generation, whose stream key is made only once. */
  drawFirst(slot: number, team: number, of: number, cacheRow: number): number {
    if (
      this.contactInts[(slot << 6) | contactInt.generation] !== 0 ||
      (this.visits.length > 0 && (this.visits[slot * this.layout.teams + team] as number) > 0)
    ) {
      return this.draw(slot, team, of, 0);
    }
    const c = this.contactInts[(slot << 6) | contactInt.classIndex] as number;
    const row = (cacheRow * this.layout.classes + c) * this.layout.teams + team;
    if (this.keyKnown[row] === 0) {
      this.draw(slot, team, of, 0);
      this.keyCache[2 * row] = this.key.k0;
      this.keyCache[2 * row + 1] = this.key.k1;
      this.keyKnown[row] = 1;
    }
    return uniformAt(
      this.keyCache[2 * row] as number,
      this.keyCache[2 * row + 1] as number,
      this.contactInts[(slot << 6) | contactInt.ordinal] as number,
    );
  }

  /** A uniform keyed by a group (and agent) and an ordinal of time: planned counts, absence. */
  drawDuty(key0: number, key1: number, of: number, agent: number, ordinal: number): number {
    setStreamKey(this.key, this.seed, this.replication, 0, 0, key0, key1, packPurpose(of, 0), agent);
    return uniformAt(this.key.k0, this.key.k1, ordinal);
  }

  quantile(law: number, u: number): number {
    return this.sampler.sample(law, u);
  }
}
