// The collector: tallies of replications, in their order -> measures with intervals. What it gives depends only on the
// tallies and their order, so any number of workers gives the same bytes.
import type { MeasureId } from '../measures/catalogue.ts';
import { type Goal, judgedGoals } from '../measures/goals.ts';
import type { Estimate, MeasureTable, OverloadedTeam, SimulationResult } from '../measures/result.ts';
import { type AccountSums, type Accounts, addToAccounts, createAccountSums } from './collect/accounts.ts';
import { costRatios } from './collect/costRatios.ts';
import { type DerivedLayout, derivedLayout, derivedNumbers, samplesByInterval } from './collect/derived.ts';
import { expectedOffered } from './collect/expectedOffered.ts';
import { leastForPrecision, PromiseEstimates } from './collect/promiseEstimates.ts';
import { partsOf, type RatioSpec, scopeRatios } from './collect/ratios.ts';
import { ScopePercentiles } from './collect/scopePercentiles.ts';
import { type MeasureScope, measureScopes } from './collect/scopes.ts';
import { measuresOfScore, Scores } from './collect/scores.ts';
import { seriesLines } from './collect/seriesLines.ts';
import { intervalSteps, SeriesMoments, weekSteps } from './collect/seriesMoments.ts';
import { type MeasureSpread, type Spreads, spreadName } from './collect/spreads.ts';
import { WaitEstimates } from './collect/waitEstimates.ts';
import { dayNumberOf, isoDateOf } from './compile/timeAxis.ts';
import { dayBlocks } from './model/busyDays.ts';
import type { CompiledModel } from './model/compiledModel.ts';
import { scalar, type TallyLayout, tallyLayout } from './model/tallyLayout.ts';
import type { ReplicationTally } from './simulateReplication.ts';
import { type Ratios, ratiosOver } from './stats/blockedRatios.ts';
import { noEstimate } from './stats/ratioMoments.ts';
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
  /**
   * Whether every promise's half-width is at most what was asked; false while none was asked, and below twenty replications.
   */
  precisionReached(): boolean;
  result(stop: SimulationResult['stop']): SimulationResult;
  /** What the result was made of, for whoever asks how a number came about. */
  accounts(): Accounts;
}

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
  private readonly promises: PromiseEstimates;
  private readonly waits: WaitEstimates;
  private readonly moments: Ratios;
  private readonly percentiles: ScopePercentiles;
  private readonly scores: Scores;
  private readonly derived: DerivedLayout;
  private readonly series: SeriesMoments;
  private readonly profile: SeriesMoments | null;
  private contacts = 0;
  private observedSeconds = 0;
  private horizonSeconds = 0;
  private growthIsWeekly = false;
  private readonly sums: AccountSums;

  constructor(model: CompiledModel, options: CollectorOptions) {
    this.model = model;
    this.options = options;
    this.layout = tallyLayout(model);
    this.derived = derivedLayout(model);
    this.scopes = measureScopes(model);
    for (const scope of this.scopes) {
      for (const [measure, spec] of scopeRatios(this.layout, this.derived, scope)) {
        this.scopeSpecs.push({ scope, measure, ratio: this.specs.push(spec) - 1 });
      }
      for (const [measure, spec] of costRatios(model, this.derived, scope)) {
        const ratio = spec === null ? unknown : this.specs.push(spec) - 1;
        this.scopeSpecs.push({ scope, measure, ratio });
      }
    }
    const looksForPrecision = options.precisionFraction !== null;
    this.promises = new PromiseEstimates(model, this.layout, this.derived, looksForPrecision);
    this.waits = new WaitEstimates(model, this.layout, this.derived, this.scopes);
    const lines = seriesLines(model, this.layout, this.scopes);
    this.series = new SeriesMoments(lines, intervalSteps(model));
    const week = weekSteps(model);
    this.profile = week === null ? null : new SeriesMoments(lines, week);
    this.moments = ratiosOver(this.specs.length, dayBlocks(model));
    this.percentiles = new ScopePercentiles(this.layout, this.scopes);
    this.scores = new Scores(model, this.layout, this.scopes);
    this.sums = createAccountSums(model, this.layout, this.derived);
  }

  get replications(): number {
    return this.moments.count;
  }

  add(tally: ReplicationTally): void {
    if (tally.replication !== this.moments.count) {
      throw new Error(`tally of replication ${tally.replication} where ${this.moments.count} is due`);
    }
    const { values } = tally;
    const derived = derivedNumbers(this.model, this.derived, this.layout, values);
    const expected = this.model.promises.map((promise, p) =>
      promise.ofExpected ? expectedOffered(this.model, p, values) : nothingExpected,
    );
    expected.forEach(({ byChannel }, p) => {
      derived.set(byChannel, this.derived.expectedAt + p * this.model.channels.length);
    });
    this.moments.next();
    this.specs.forEach((spec, ratio) => {
      const { x, y } = partsOf(spec, values, derived);
      this.moments.add(ratio, x, y);
    });
    const surpluses = this.promises.surplusesOf(values);
    const companions = tally.companions ?? null;
    this.promises.add(values, derived, surpluses, companions);
    this.waits.add(values, derived, surpluses.work, companions);
    this.percentiles.add(values);
    this.scores.add(values);
    const rows = [samplesByInterval(this.model, values), ...expected.map(({ byInterval }) => byInterval)];
    addToAccounts(this.sums, values, derived, rows);
    this.series.add(values, rows);
    this.profile?.add(values, rows);
    this.contacts += tally.contacts;
    this.observedSeconds = values[scalar.observedSeconds] as number;
    this.horizonSeconds = values[scalar.horizonSeconds] as number;
    this.growthIsWeekly = values[scalar.growthIsWeekly] === 1;
  }

  accounts(): Accounts {
    return { ...this.sums, replications: this.replications, spreads: this.spreads() };
  }

  private spreads(): Spreads {
    const measures: Record<string, MeasureSpread> = {};
    for (const { scope, measure, ratio } of this.scopeSpecs) {
      const found = ratio === unknown ? null : this.moments.spread(ratio);
      if (found !== null) measures[spreadName(scope, measure)] = { kind: 'ratio', ratio: found };
    }
    this.waits.forEachSpread(this.promises.areExact, (scope, measure, ratio) => {
      measures[spreadName(scope, measure)] = { kind: 'ratio', ratio };
    });
    this.percentiles.forEachSpread((scope, measure, percentile) => {
      measures[spreadName(scope, measure)] = { kind: 'percentile', percentile };
    });
    this.scores.forEachSpread((scope, score, spread) => {
      for (const measure of measuresOfScore[score])
        measures[spreadName(scope, measure)] = { kind: 'score', score: spread };
    });
    return { measures, promises: this.promises.spreads(), series: this.series.deviations };
  }

  precisionReached(): boolean {
    const asked = this.options.precisionFraction;
    return asked !== null && this.replications >= leastForPrecision && this.promises.areWithin(asked);
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
      tableOf(scope)[measure] = ratio === unknown ? noEstimate : this.moments.estimate(ratio);
    for (const scope of this.scopes) {
      const table = tableOf(scope);
      // Over less than whole weeks the end of a week looks like growth: only an overload is believed then.
      const isOverloaded = (table.loadFraction?.value ?? 0) > 1;
      if (!this.growthIsWeekly && !isOverloaded && table.queueGrowthContactsPerDay !== undefined) {
        table.queueGrowthContactsPerDay = noEstimate;
      }
    }
    const give = (scope: MeasureScope, measure: MeasureId, estimate: Estimate): void => {
      tableOf(scope)[measure] = estimate;
    };
    this.waits.forEach(this.promises.areExact, give);
    this.percentiles.forEach(give);
    this.scores.forEach(give);
    const total: MeasureTable = {
      ...tables.total[''],
      retentionRateFraction: stated(model.opinions.retentionRate),
    };
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
      total,
      channels: tables.channels,
      issueTypes: tables.issueTypes,
      tiers: tables.tiers,
      teams: tables.teams,
      promises: this.promises.results(),
      axis: {
        kind: model.axis.kind,
        intervalSeconds: model.axis.intervalSeconds,
        intervals: model.axis.intervals,
        startDate: model.axis.startDate,
        timeZone: model.axis.timeZone,
        dayStartsSeconds: model.axis.dayStartsSeconds,
      },
      series: this.series.series(),
      profile:
        this.profile === null
          ? null
          : { startDate: profileStart(model), hours: 168, series: this.profile.series() },
      goals: judgedGoals(model.goals as readonly Goal[], total, tables.teams),
      overloadedTeams: overloaded(model, tables.teams),
      notYetSimulated: model.notYetSimulated,
    };
  }
}

const nothingExpected = { byChannel: new Float64Array(0), byInterval: new Float64Array(0) };

/** Place of a measure that the plan leaves unknown. */
const unknown = -1;

/** A figure of the plan itself, which no replication changes. */
const stated = (value: number | null): Estimate => ({ value, halfWidth: value === null ? null : 0 });

/** A day with the plan's first weekday, at or before the first day of the horizon. */
const profileStart = ({ axis }: CompiledModel): string =>
  axis.kind === 'week' ? axis.startDate : isoDateOf(dayNumberOf(axis.startDate) - axis.daysIntoWeek);

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
