// The random numbers of a replication: a uniform is a function of its key, so nothing that happens in the queues enters.
import type { LawSampler } from '../engine/lawSampler.ts';
import {
  packPurpose,
  packVisit,
  purpose,
  type StreamKey,
  setStreamKey,
  uniformAt,
} from '../engine/streams.ts';
import { AgentPool } from './agentPool.ts';
import type { CompiledModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { noOne } from './eventCodes.ts';
import { lawSamplerOf } from './lawSamplers.ts';
import { type TallyLayout, tallyLayout } from './tallyLayout.ts';

/** One more than the largest number of a purpose. */
const purposes = 1 + Math.max(...Object.values(purpose));

export class KeyedDraws extends AgentPool {
  readonly model: CompiledModel;
  readonly layout: TallyLayout;
  readonly seed: number;
  readonly replication: number;
  protected readonly key: StreamKey = { k0: 0, k1: 0 };
  /**
   * Stream keys of what is drawn most often, made once: first attempts and first visits of the first generation, by purpose and class,
   * and by purpose, class and team. Both words 0: not made yet.
   */
  private readonly ownKeys: Int32Array;
  private readonly teamKeys: (Int32Array | undefined)[] = new Array(purposes).fill(undefined);
  private readonly sampler: LawSampler;

  constructor(model: CompiledModel, seed: number, replication: number) {
    super(model);
    this.model = model;
    this.seed = seed;
    this.replication = replication;
    this.layout = tallyLayout(model);
    this.sampler = lawSamplerOf(model);
    this.ownKeys = new Int32Array(2 * purposes * model.classes.length);
  }

  /** The uniform of a contact for a purpose at a team (noOne: none); the key is the contact's, never the queue's. */
  draw(slot: number, team: number, of: number, attempt: number): number {
    this.setKey(slot, team, of, attempt);
    return uniformAt(this.key.k0, this.key.k1, this.contactInts[(slot << 6) | contactInt.ordinal] as number);
  }

  /** The quantile of a law at that uniform. */
  drawOf(law: number, slot: number, team: number, of: number, attempt: number): number {
    this.setKey(slot, team, of, attempt);
    const ordinal = this.contactInts[(slot << 6) | contactInt.ordinal] as number;
    return this.sampler.sampleAt(law, this.key.k0, this.key.k1, ordinal);
  }

  private setKey(slot: number, team: number, of: number, attempt: number): void {
    const c = this.contactInts[(slot << 6) | contactInt.classIndex] as number;
    const generation = this.contactInts[(slot << 6) | contactInt.generation] as number;
    const visit =
      team === noOne || this.visits.length === 0
        ? 0
        : (this.visits[slot * this.layout.teams + team] as number);
    if (generation !== 0 || visit !== 0 || attempt !== 0) {
      this.makeKey(c, team, of, generation, visit, attempt);
      return;
    }
    const keys = team === noOne ? this.ownKeys : (this.teamKeys[of] ?? this.newTeamKeys(of));
    const at = team === noOne ? 2 * (of * this.layout.classes + c) : 2 * (c * this.layout.teams + team);
    const { key } = this;
    key.k0 = keys[at] as number;
    key.k1 = keys[at + 1] as number;
    if (key.k0 !== 0 || key.k1 !== 0) return;
    this.makeKey(c, team, of, 0, 0, 0);
    keys[at] = key.k0;
    keys[at + 1] = key.k1;
  }

  private newTeamKeys(of: number): Int32Array {
    const keys = new Int32Array(2 * this.layout.classes * this.layout.teams);
    this.teamKeys[of] = keys;
    return keys;
  }

  private makeKey(
    c: number,
    team: number,
    of: number,
    generation: number,
    visit: number,
    attempt: number,
  ): void {
    const entry = this.model.classes[c] as CompiledModel['classes'][number];
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
  }

  /** A uniform keyed by a group (and agent) and an ordinal of time: planned counts, absence. */
  drawDuty(key0: number, key1: number, of: number, agent: number, ordinal: number): number {
    setStreamKey(this.key, this.seed, this.replication, 0, 0, key0, key1, packPurpose(of, 0), agent);
    return uniformAt(this.key.k0, this.key.k1, ordinal);
  }
}
