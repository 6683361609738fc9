// Before the people: arrivals, self-service, assistant, closed channels; what comes back joins here again.
import type { CompiledModel } from '../simulation/index.ts';
import type { Delays } from './delays.ts';
import type { Ground } from './ground.ts';
import type { Steps } from './steps.ts';
import { add, channelLines, frontCount, ofFront, onChannel, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';

const none = new Float64Array(0);

export class Front {
  /** By class and step: new contacts that return, attempts that reach the channel, attempts that reach the people. */
  readonly returning: Float64Array[];
  readonly atChannel: Float64Array[];
  readonly atPeople: Float64Array[];
  private readonly model: CompiledModel;
  private readonly steps: Steps;
  private readonly delays: Delays;
  /** By class, once it is made ready; share of each step in which a channel is open that turns people away, null elsewhere. */
  readonly arrivals: Float64Array[];
  readonly open: readonly (Float64Array | null)[];
  readonly factor: number;
  private readonly arrivalsOf: Ground['arrivalsOf'];
  private readonly all: number;

  constructor(ground: Ground, factor: number) {
    const { model, steps, delays, all, open, arrivalsOf } = ground;
    this.model = model;
    this.steps = steps;
    this.delays = delays;
    this.factor = factor;
    this.all = all;
    this.open = open;
    this.arrivalsOf = arrivalsOf;
    this.returning = model.classes.map(() => none);
    this.atChannel = model.classes.map(() => none);
    this.atPeople = model.classes.map(() => none);
    this.arrivals = model.classes.map(() => none);
  }

  /** Makes ready the classes that arrive in a unit: what they bring, and where it is followed unless the kernel does that. */
  begin({ classes }: Unit, isFollowed: boolean): void {
    for (const c of classes) {
      this.arrivals[c] = this.arrivalsOf(c);
      if (!isFollowed) continue;
      this.returning[c] = new Float64Array(this.all);
      this.atChannel[c] = new Float64Array(this.all);
      this.atPeople[c] = new Float64Array(this.all);
    }
  }

  /** Contacts of a class that reach the people in a step; those turned away are not among them. */
  reaching(unit: Unit, sums: UnitSums, place: number, k: number): number {
    const c = unit.classes[place] as number;
    const entry = this.model.classes[c] as CompiledModel['classes'][number];
    const { count, counted } = this.steps;
    const isCounted = k < count && !entry.isInternal;
    const weight = isCounted ? (counted[k] as number) : 0;
    const at = place * frontCount;
    const arrivals = this.arrivals[c] as Float64Array;
    const fresh = k < arrivals.length ? (arrivals[k] as number) * (entry.isInternal ? 1 : this.factor) : 0;
    const returned = this.returning[c]?.[k] as number;
    if (isCounted && fresh + returned !== 0) {
      add(sums.fronts, at + ofFront.offered, (fresh + returned) * weight);
      add(sums.fronts, at + ofFront.returned, returned * weight);
      const row = unit.channels.indexOf(entry.channel) * channelLines.length + onChannel.offered;
      add(sums.channelSeries, row * count + k, fresh + returned);
    }
    const channel = this.atChannel[c] as Float64Array;
    let attempts = (channel[k] as number) + fresh + returned;
    if (entry.selfServiceTried > 0) {
      const tried = fresh * entry.selfServiceTried;
      const deflected = tried * entry.selfServiceDeflected;
      add(sums.fronts, at + ofFront.deflected, deflected * weight);
      channel[k] = attempts - tried;
      this.delays.deposit(channel, k, tried - deflected, entry.selfServiceDelayLaw);
      attempts = channel[k] as number;
    } else channel[k] = attempts;
    const people = this.atPeople[c] as Float64Array;
    if (entry.assistantShare > 0 && attempts !== 0) {
      const met = attempts * entry.assistantShare;
      people[k] = (people[k] as number) + attempts - met;
      const contained = met * entry.assistantResolved;
      const handed = met * entry.assistantHandedOver;
      const bounced = met - contained - handed;
      add(sums.fronts, at + ofFront.contained, contained * weight);
      add(sums.fronts, at + ofFront.bounced, bounced * weight);
      this.delays.deposit(people, k, handed, entry.assistantTimeLaw);
      if (entry.bounceDelayLaw !== -1)
        this.delays.deposit(this.returning[c] as Float64Array, k, bounced, entry.bounceDelayLaw, k + 1);
    } else people[k] = (people[k] as number) + attempts;
    const all = people[k] as number;
    const open = this.open[entry.channel] ?? null;
    if (!entry.live || open === null || all === 0) return all;
    // Arrivals of a step that is open in part are taken to come while it is open, as profiles mostly have it.
    if ((open[k] ?? 0) > 0) return all;
    if (isCounted) this.turnAway(unit, sums, place, all * weight, k);
    return 0;
  }

  private turnAway(unit: Unit, sums: UnitSums, place: number, amount: number, k: number): void {
    const { model, steps } = this;
    const c = unit.classes[place] as number;
    add(sums.fronts, place * frontCount + ofFront.turnedAway, amount);
    unit.promises.forEach((p, at) => {
      const promise = model.promises[p] as CompiledModel['promises'][number];
      if (!promise.turnedAwayMissed || promise.ofClass[c] !== 1 || promise.clock === 'wait') return;
      add(sums.promiseFronts, place * unit.promises.length + at, amount);
      add(sums.promiseSeries, at * 2 * steps.count + k, amount);
    });
  }
}
