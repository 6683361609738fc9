// What is known of the promises over the replications so far: service levels, adjusted by controls from ten replications
// on, and how often each promise was kept.
import type { Estimate, PromiseResult } from '../../measures/result.ts';
import { dayBlocks } from '../model/busyDays.ts';
import type { CompiledModel, PromiseModel } from '../model/compiledModel.ts';
import type { TallyLayout } from '../model/tallyLayout.ts';
import { type Ratios, ratiosOver } from '../stats/blockedRatios.ts';
import { ControlledRatios } from '../stats/controlledRatios.ts';
import { companionControls } from './companionControls.ts';
import { controlsPerPromise, type Decided, PromiseControls, type Surpluses } from './controls.ts';
import type { DerivedLayout } from './derived.ts';
import { type PromiseSpec, partsOf, promiseRatios, type RatioSpec } from './ratios.ts';
import type { LevelSpread, PromiseSpreads } from './spreads.ts';

/** The first replications say where a promise is in the balance; from then on there are controls. */
export const pilotReplications = 10;

/**
 * Each control costs a degree of freedom, so that few replications have few. Where days vary in volume one takes nearly all off,
 * and more would only follow how a promise bends with the volume.
 */
export const controlsFor = (replications: number, daysVary: boolean, known: number): number =>
  Math.min(daysVary ? 1 : known, Math.floor(replications / pilotReplications));

/**
 * A precision is looked at from here on, after every ten replications. Below, one that seems to be reached is too often one whose spread was
 * found too small.
 */
export const leastForPrecision = 20;

/**
 * Who looks again and again stops rather where the spread was found small: intervals after the second look are wider by this
 * over the degrees of freedom. Without it they covered 92.5 to 93.4 % (test/simulation/controlledCoverage.long.test.ts).
 */
const widthForLooking = 3;

/** Of each promise: its companion, then what is made of surprises. */
const slotsPerPromise = 1 + controlsPerPromise;

interface PilotReplication {
  readonly parts: readonly { readonly x: number; readonly y: number }[];
  readonly surpluses: Surpluses;
  readonly decided: Decided;
  readonly companions: Float64Array;
}

export class PromiseEstimates {
  private readonly model: CompiledModel;
  private readonly layout: TallyLayout;
  private readonly specs: readonly PromiseSpec[];
  /** Every service level: its ratio, and its promise. */
  private readonly ratios: { readonly spec: RatioSpec; readonly promise: number }[] = [];
  private readonly numberOf = new Map<RatioSpec, number>();
  private readonly moments: ControlledRatios;
  private readonly counted: Ratios;
  private readonly kept: Ratios;
  private readonly keptPeriods: Ratios;
  private readonly controls: PromiseControls;
  private readonly looksForPrecision: boolean;
  private hasCompanions = false;
  private readonly slots: Float64Array;
  private pilot: PilotReplication[] = [];

  /** `looksForPrecision`: whether the number of replications hangs on the half-widths. */
  constructor(model: CompiledModel, layout: TallyLayout, derived: DerivedLayout, looksForPrecision: boolean) {
    this.model = model;
    this.looksForPrecision = looksForPrecision;
    this.layout = layout;
    this.specs = promiseRatios(model, layout, derived);
    this.specs.forEach(({ whole, byChannel, byTier, byTeam }, promise) => {
      for (const spec of [whole, ...[...byChannel, ...byTier, ...byTeam].map(([, part]) => part)])
        this.numberOf.set(spec, this.ratios.push({ spec, promise }) - 1);
    });
    const promises = model.promises.length;
    const blocks = dayBlocks(model);
    this.moments = new ControlledRatios(this.ratios.length, slotsPerPromise, blocks);
    this.slots = new Float64Array(promises * slotsPerPromise);
    this.counted = ratiosOver(promises, blocks);
    this.kept = ratiosOver(promises, blocks);
    this.keptPeriods = ratiosOver(promises, blocks);
    this.controls = new PromiseControls(model, layout);
  }

  /** What a replication had beyond the means. */
  surplusesOf(values: Float64Array): Surpluses {
    return this.controls.surplusesOf(values);
  }

  /** Whether the expectations of all controls so far were known exactly. */
  get areExact(): boolean {
    return this.controls.areExact;
  }

  /**
   * Adds one replication: its tally, the numbers that follow from it, its surpluses, and what its companions counted beyond the mean.
   */
  add(
    values: Float64Array,
    derived: Float64Array,
    surpluses: Surpluses,
    companionSurpluses: Float64Array | null,
  ): void {
    this.counted.next();
    this.kept.next();
    this.keptPeriods.next();
    this.specs.forEach((spec, p) => {
      const counted = partsOf(spec.counted, values, derived);
      this.counted.add(p, counted.x, counted.y);
      const { x, y } = partsOf(spec.whole, values, derived);
      const share = this.model.promises[p]?.shareToAttain ?? 0;
      if (y > 0) this.kept.add(p, x >= share * y ? 1 : 0, 1);
      else this.kept.add(p, 0, 0);
      this.addPeriods(p, values);
    });
    const parts = this.ratios.map(({ spec }) => partsOf(spec, values, derived));
    const companions = companionControls(this.model, companionSurpluses);
    this.hasCompanions = companionSurpluses !== null;
    if (this.moments.count >= pilotReplications) {
      this.addParts(parts, companions, this.controls.of(surpluses));
      return;
    }
    this.addParts(parts, companions, this.controls.none);
    const decided = this.controls.decidedIn(values);
    this.controls.learn(decided, 1);
    this.pilot.push({ parts, surpluses, decided, companions });
    if (this.pilot.length === pilotReplications) this.endPilot();
  }

  /**
   * The first replications are added once more, with controls. What each of them says about the weights is left out of its own:
   * weights that know a replication would make its controls depend on it.
   */
  private endPilot(): void {
    this.moments.clear();
    for (const { parts, surpluses, decided, companions } of this.pilot) {
      this.controls.learn(decided, -1);
      this.controls.decide();
      this.addParts(parts, companions, this.controls.of(surpluses));
      this.controls.learn(decided, 1);
    }
    this.controls.decide();
    this.pilot = [];
  }

  private addParts(parts: PilotReplication['parts'], companions: Float64Array, controls: Float64Array): void {
    const { slots } = this;
    companions.forEach((control, p) => {
      slots[p * slotsPerPromise] = control;
      const from = p * controlsPerPromise;
      slots.set(controls.subarray(from, from + controlsPerPromise), p * slotsPerPromise + 1);
    });
    this.moments.next();
    parts.forEach(({ x, y }, ratio) => {
      this.moments.add(ratio, x, y, slots, (this.ratios[ratio]?.promise ?? 0) * slotsPerPromise);
    });
  }

  /** How many periods of a promise had counted contacts, and in how many of them the asked share was attained. */
  private addPeriods(p: number, values: Float64Array): void {
    const { periods, shareToAttain } = this.model.promises[p] as PromiseModel;
    const first = this.layout.promisePeriodAt[p] as number;
    let kept = 0;
    let judged = 0;
    for (let period = 0; period < periods; period += 1) {
      const counted = values[first + 2 * period] as number;
      if (counted === 0) continue;
      judged += 1;
      if ((values[first + 2 * period + 1] as number) >= shareToAttain * counted) kept += 1;
    }
    this.keptPeriods.add(p, kept, judged);
  }

  /** Whether every promise that was about somebody is known to a half-width. */
  areWithin(halfWidthAsked: number): boolean {
    return this.specs.every(({ whole }) => {
      const { value, halfWidth } = this.levelOf(whole);
      return value === null || (halfWidth !== null && halfWidth <= halfWidthAsked);
    });
  }

  /** Places of the controls that are used; where there is no companion its place stays empty, and an empty place is no control. */
  private get placesUsed(): number {
    const known = controlsPerPromise + (this.hasCompanions ? 1 : 0);
    const use = this.controls.areExact
      ? controlsFor(this.moments.count, this.model.busyDayShape > 0, known)
      : 0;
    return this.hasCompanions ? use : use + 1;
  }

  private get isLookedAtAgain(): boolean {
    return this.looksForPrecision && this.moments.count > leastForPrecision;
  }

  private levelOf(spec: RatioSpec): ReturnType<ControlledRatios['estimate']> {
    const ratio = this.numberOf.get(spec) as number;
    const { value, halfWidth, controls } = this.moments.estimate(ratio, this.placesUsed);
    const { count } = this.moments;
    const width = this.isLookedAtAgain ? 1 + widthForLooking / (count - 1 - controls) : 1;
    return {
      value: value === null ? null : Math.min(1, Math.max(0, value)),
      halfWidth: halfWidth === null ? null : width * halfWidth,
      controls,
    };
  }

  /** What the half-widths of the service levels are made of. */
  spreads(): { [id: string]: PromiseSpreads } {
    const of = (spec: RatioSpec): LevelSpread | null => {
      const ratio = this.moments.spread(this.numberOf.get(spec) as number, this.placesUsed);
      return ratio && { ratio, widthForLooking: this.isLookedAtAgain ? widthForLooking : null };
    };
    const byName = (parts: readonly (readonly [string, RatioSpec])[]): { [id: string]: LevelSpread } =>
      Object.fromEntries(
        parts.flatMap(([id, part]) => {
          const spread = of(part);
          return spread === null ? [] : [[id, spread]];
        }),
      );
    return Object.fromEntries(
      this.model.promises.map(({ id }, p) => {
        const { whole, byChannel, byTier, byTeam } = this.specs[p] as PromiseSpec;
        const parts = { channels: byName(byChannel), tiers: byName(byTier), teams: byName(byTeam) };
        return [id, { whole: of(whole), ...parts }];
      }),
    );
  }

  results(): { [id: string]: PromiseResult } {
    const results: { [id: string]: PromiseResult } = {};
    this.model.promises.forEach((promise, p) => {
      const spec = this.specs[p] as PromiseSpec;
      const levels = (parts: readonly (readonly [string, RatioSpec])[]): { [id: string]: Estimate } => {
        const found: { [id: string]: Estimate } = {};
        for (const [id, part] of parts) {
          const { value, halfWidth } = this.levelOf(part);
          if (value !== null) found[id] = { value, halfWidth };
        }
        return found;
      };
      const { value, halfWidth, controls } = this.levelOf(spec.whole);
      results[promise.id] = {
        serviceLevelFraction: { value, halfWidth },
        controls,
        countedContacts: this.counted.estimate(p),
        targetSeconds: promise.targetSeconds,
        shareToAttain: promise.shareToAttain,
        keptFraction: this.kept.estimate(p),
        period: promise.period,
        keptInPeriodFraction:
          promise.period === 'horizon' ? this.kept.estimate(p) : this.keptPeriods.estimate(p),
        byChannel: levels(spec.byChannel),
        byTier: levels(spec.byTier),
        byTeam: levels(spec.byTeam),
      };
    });
    return results;
  }
}
