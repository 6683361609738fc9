// The collector: tallies of replications, in their order -> measures with intervals. What it gives depends only on the
// tallies and their order, so any number of workers gives the same bytes.
import type { MeasureId } from '../measures/catalogue.ts';
import type {
  Estimate,
  MeasureTable,
  OverloadedTeam,
  PromiseResult,
  Series,
  SimulationResult,
} from '../measures/result.ts';
import { promiseRatios, type RatioSpec, scopeRatios, seriesRatios } from './collect/ratios.ts';
import { type MeasureScope, measureScopes } from './collect/scopes.ts';
import type { CompiledModel } from './model/compiledModel.ts';
import { duration, durations, scalar, type TallyLayout, tallyLayout } from './model/tallyLayout.ts';
import type { ReplicationTally } from './simulateReplication.ts';
import { histogramBins } from './stats/histogram.ts';
import { Percentiles } from './stats/percentiles.ts';
import { noEstimate, RatioMoments } from './stats/ratioMoments.ts';
import { engineVersion } from './version.ts';

export interface CollectorOptions {
  readonly seed: number;
  readonly replicationsAsked: number;
  /** Half-width asked of every promise; null where a number of replications is asked. */
  readonly precisionFraction: number | null;
}

export interface Collector {
  readonly replications: number;
  /** Adds a tally; they must come in the order of their replications: 0, 1, 2 ... */
  add(tally: ReplicationTally): void;
  /** Whether every promise's half-width is at most what was asked; false while none was asked. */
  precisionReached(): boolean;
  result(stop: SimulationResult['stop']): SimulationResult;
}

const percentileShares = [0.5, 0.9, 0.95, 0.99] as const;
const percentileMeasures: readonly (readonly [number, readonly MeasureId[]])[] = [
  [
    duration.answerWait,
    ['answerWaitMedianSeconds', 'answerWaitP90Seconds', 'answerWaitP95Seconds', 'answerWaitP99Seconds'],
  ],
  [
    duration.firstResponse,
    [
      'firstResponseMedianSeconds',
      'firstResponseP90Seconds',
      'firstResponseP95Seconds',
      'firstResponseP99Seconds',
    ],
  ],
  [
    duration.resolution,
    ['resolutionMedianSeconds', 'resolutionP90Seconds', 'resolutionP95Seconds', 'resolutionP99Seconds'],
  ],
];

export function createCollector(model: CompiledModel, options: CollectorOptions): Collector {
  return new TallyCollector(model, options);
}

class TallyCollector implements Collector {
  private readonly model: CompiledModel;
  private readonly options: CollectorOptions;
  private readonly layout: TallyLayout;
  private readonly scopes: readonly MeasureScope[];
  private readonly specs: RatioSpec[] = [];
  private readonly scopeSpecs: {
    readonly scope: MeasureScope;
    readonly measure: MeasureId;
    readonly ratio: number;
  }[] = [];
  private readonly promiseSpecs: ReturnType<typeof promiseRatios>;
  private readonly seriesSpecs: ReturnType<typeof seriesRatios>;
  private readonly moments: RatioMoments;
  private readonly kept: RatioMoments;
  private readonly percentiles: Percentiles;
  private readonly scratch = new Float64Array(histogramBins);
  private contacts = 0;
  private observedSeconds = 0;
  private horizonSeconds = 0;
  private growthIsWeekly = false;

  constructor(model: CompiledModel, options: CollectorOptions) {
    this.model = model;
    this.options = options;
    this.layout = tallyLayout(model);
    this.scopes = measureScopes(model);
    for (const scope of this.scopes) {
      for (const [measure, spec] of scopeRatios(this.layout, scope)) {
        this.scopeSpecs.push({ scope, measure, ratio: this.specs.push(spec) - 1 });
      }
    }
    this.promiseSpecs = promiseRatios(model, this.layout, (spec) => this.specs.push(spec) - 1);
    this.seriesSpecs = seriesRatios(model, this.layout, this.scopes, (spec) => this.specs.push(spec) - 1);
    this.moments = new RatioMoments(this.specs.length);
    this.kept = new RatioMoments(model.promises.length);
    this.percentiles = new Percentiles(this.scopes.length * durations, percentileShares);
  }

  get replications(): number {
    return this.moments.count;
  }

  add(tally: ReplicationTally): void {
    if (tally.replication !== this.moments.count) {
      throw new Error(`tally of replication ${tally.replication} where ${this.moments.count} is due`);
    }
    const { values } = tally;
    this.moments.next();
    this.kept.next();
    this.specs.forEach((spec, ratio) => {
      let x = 0;
      for (const at of spec.x) x += values[at] as number;
      for (const at of spec.minus) x -= values[at] as number;
      let y = spec.constant;
      for (const at of spec.y) y += values[at] as number;
      this.moments.add(ratio, x * spec.scale, y);
    });
    this.promiseSpecs.forEach((spec, p) => {
      const whole = this.specs[spec.whole] as RatioSpec;
      let met = 0;
      let counted = 0;
      for (const at of whole.x) met += values[at] as number;
      for (const at of whole.y) counted += values[at] as number;
      const share = this.model.promises[p]?.shareToAttain ?? 0;
      if (counted > 0) this.kept.add(p, met >= share * counted ? 1 : 0, 1);
      else this.kept.add(p, 0, 0);
    });
    this.addPercentiles(values);
    this.contacts += tally.contacts;
    this.observedSeconds = values[scalar.observedSeconds] as number;
    this.horizonSeconds = values[scalar.horizonSeconds] as number;
    this.growthIsWeekly = values[scalar.growthIsWeekly] === 1;
  }

  private addPercentiles(values: Float64Array): void {
    this.scopes.forEach((scope, row) => {
      for (let kind = 0; kind < durations; kind += 1) {
        this.scratch.fill(0);
        for (const source of scope.histogramRows) {
          const at = this.layout.histogramAt + (source * durations + kind) * histogramBins;
          for (let bin = 0; bin < histogramBins; bin += 1) {
            this.scratch[bin] = (this.scratch[bin] as number) + (values[at + bin] as number);
          }
        }
        this.percentiles.add(row * durations + kind, this.scratch);
      }
    });
  }

  precisionReached(): boolean {
    const asked = this.options.precisionFraction;
    if (asked === null || this.replications < 2) return false;
    return this.promiseSpecs.every((spec) => {
      const { value, halfWidth } = this.moments.estimate(spec.whole);
      return value === null || (halfWidth !== null && halfWidth <= asked);
    });
  }

  result(stop: SimulationResult['stop']): SimulationResult {
    const { model } = this;
    const tables = { total: {}, channels: {}, issueTypes: {}, tiers: {}, teams: {} } as Record<
      MeasureScope['kind'],
      Record<string, Partial<Record<MeasureId, Estimate>>>
    >;
    const tableOf = (scope: MeasureScope): Partial<Record<MeasureId, Estimate>> => {
      const tablesOfKind = tables[scope.kind];
      tablesOfKind[scope.id] ??= {};
      return tablesOfKind[scope.id] as Partial<Record<MeasureId, Estimate>>;
    };
    for (const { scope, measure, ratio } of this.scopeSpecs)
      tableOf(scope)[measure] = this.moments.estimate(ratio);
    for (const scope of this.scopes) {
      const table = tableOf(scope);
      // Over less than whole weeks the end of a week looks like growth: only an overload is believed then.
      const isOverloaded = (table.loadFraction?.value ?? 0) > 1;
      if (!this.growthIsWeekly && !isOverloaded && table.queueGrowthContactsPerDay !== undefined) {
        table.queueGrowthContactsPerDay = noEstimate;
      }
    }
    this.scopes.forEach((scope, row) => {
      for (const [kind, ids] of percentileMeasures) {
        if (kind === duration.answerWait && scope.kind === 'issueTypes') continue;
        ids.forEach((measure, k) => {
          tableOf(scope)[measure] = this.percentiles.estimate(row * durations + kind, k);
        });
      }
    });
    return {
      engineVersion,
      planId: model.planId,
      planHash: model.planHash,
      seed: this.options.seed,
      replications: this.replications,
      confidenceLevel: 0.95,
      stop,
      precisionFraction: this.options.precisionFraction,
      horizonSeconds: this.horizonSeconds,
      warmUpSeconds: this.horizonSeconds - this.observedSeconds,
      simulatedContacts: this.contacts,
      total: (tables.total[''] ?? {}) as MeasureTable,
      channels: tables.channels,
      issueTypes: tables.issueTypes,
      tiers: tables.tiers,
      teams: tables.teams,
      promises: this.promises(),
      axis: {
        kind: model.axis.kind,
        intervalSeconds: model.axis.intervalSeconds,
        intervals: model.axis.intervals,
        startDate: model.axis.startDate,
        timeZone: model.axis.timeZone,
        dayStartsSeconds: model.axis.dayStartsSeconds,
      },
      series: this.series(),
      overloadedTeams: overloaded(model, tables.teams),
      notYetSimulated: model.notYetSimulated,
    };
  }

  private promises(): { [id: string]: PromiseResult } {
    const results: { [id: string]: PromiseResult } = {};
    this.model.promises.forEach((promise, p) => {
      const spec = this.promiseSpecs[p];
      if (spec === undefined) return;
      const estimates = (ratios: readonly (readonly [string, number])[]): { [id: string]: Estimate } => {
        const found: { [id: string]: Estimate } = {};
        for (const [id, ratio] of ratios) {
          const estimate = this.moments.estimate(ratio);
          if (estimate.value !== null) found[id] = estimate;
        }
        return found;
      };
      results[promise.id] = {
        serviceLevelFraction: this.moments.estimate(spec.whole),
        countedContacts: this.moments.estimate(spec.counted),
        targetSeconds: promise.targetSeconds,
        shareToAttain: promise.shareToAttain,
        keptFraction: this.kept.estimate(p),
        byChannel: estimates(spec.byChannel),
        byTier: estimates(spec.byTier),
        byTeam: estimates(spec.byTeam),
      };
    });
    return results;
  }

  private series(): Series[] {
    return this.seriesSpecs.map(({ measure, scope, id, first }) => {
      const values: (number | null)[] = [];
      const halfWidths: (number | null)[] = [];
      for (let i = 0; i < this.layout.intervals; i += 1) {
        const estimate = this.moments.estimate(first + i);
        values.push(estimate.value);
        halfWidths.push(estimate.halfWidth);
      }
      return { measure, scope, id, values, halfWidths };
    });
  }
}

/** Teams asked for more work than they can do, whose line grows: a result, not an error. */
function overloaded(model: CompiledModel, teams: { readonly [id: string]: MeasureTable }): OverloadedTeam[] {
  return model.teams.flatMap(({ id }) => {
    const loadFraction = teams[id]?.loadFraction;
    const queueGrowthContactsPerDay = teams[id]?.queueGrowthContactsPerDay;
    if (loadFraction === undefined || queueGrowthContactsPerDay === undefined) return [];
    const growth = queueGrowthContactsPerDay.value ?? 0;
    const isSure = growth - (queueGrowthContactsPerDay.halfWidth ?? 0) > 0;
    const isOverloaded = (loadFraction.value ?? 0) > 1 && isSure;
    return isOverloaded ? [{ team: id, loadFraction, queueGrowthContactsPerDay }] : [];
  });
}
