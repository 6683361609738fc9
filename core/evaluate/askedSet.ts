// The question that is put to the station of one set, step after step: one object a set, of which only what a step changes is written.
import type { ServingSet } from './network.ts';
import type { PlaceLimits } from './placesOf.ts';
import { placesOf } from './placesOf.ts';
import type { StationInput } from './station.ts';
import type { MetLaws, Stations } from './stations.ts';
import type { UsualLaw } from './usualLaws.ts';

export class AskedSet implements StationInput {
  /** What a step says of the work before the set. */
  agents = 0;
  load = 0;
  handling = 0;
  variation = 1;
  patience = Number.POSITIVE_INFINITY;
  balking = 0;
  deferredLoad = 0;
  reserve = 0;
  /** What follows from it. */
  places = Number.POSITIVE_INFINITY;
  isLasting = true;
  readonly deferredHandling: number;
  readonly targets: readonly number[];
  readonly chats: StationInput['chats'];
  private readonly usual: UsualLaw | null;
  private readonly isMixed: boolean;
  /** Null: the groups are not of this set alone, so its lines have no places of their own. */
  private readonly limits: PlaceLimits | null;
  private readonly met: MetLaws = [];

  constructor(
    { usual, deferredHandling, isAlone }: ServingSet,
    targets: readonly number[],
    chats: StationInput['chats'],
    isMixed: boolean,
    limits: PlaceLimits,
  ) {
    this.usual = usual;
    this.deferredHandling = deferredHandling;
    this.targets = targets;
    this.chats = isAlone ? chats : null;
    this.isMixed = isMixed;
    this.limits = isAlone ? limits : null;
  }

  /**
   * Asks the station for what is written. Where deferred work is done beside live work of several laws, they are taken in their usual
   * mix, which is then written instead: see `usualLaws.ts`. The answer is a row as `Stations.answer` gives it.
   */
  answer(stations: Stations): Float64Array {
    const { usual, limits } = this;
    const isUsual = usual !== null && this.deferredLoad !== 0;
    if (isUsual) {
      this.handling = usual.handling;
      this.variation = usual.variation;
      this.patience = usual.patience;
      this.balking = usual.balking;
    }
    if (limits !== null) this.places = placesOf(limits, this.agents, this.load);
    this.isLasting = isUsual || !this.isMixed;
    return stations.answer(this, this.met);
  }
}
