// Satisfaction, effort, recommendation and staying as response curves make them from what was counted anyway: the mean of
// an additive curve is the sum over a histogram, so no contact is asked for it. A bin counts with its middle.
import type { MeasureId } from '../../measures/catalogue.ts';
import { netPromoterScore } from '../../measures/netPromoterScore.ts';
import { changeAt, type ResponseCurve, type ScoreName, scoreNames } from '../../measures/responseCurves.ts';
import type { Estimate } from '../../measures/result.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { classCounter, classCounters, duration, durations, type TallyLayout } from '../model/tallyLayout.ts';
import { histogramBins, lowerBoundOf } from '../stats/histogram.ts';
import { noEstimate } from '../stats/ratioMoments.ts';
import { type RatioSumSpread, RatioSums } from '../stats/ratioSums.ts';
import type { MeasureScope } from './scopes.ts';

/** First response, resolution, hand-overs, returns, losses. Without the first two there is no score. */
const terms = 5;
const needed = 2;

/** The measures that are read from a score. */
export const measuresOfScore = {
  satisfaction: ['satisfactionScore', 'satisfactionTenScore'],
  effort: ['effortScore'],
  recommendation: ['recommendationScore', 'netPromoterScore'],
  staying: ['stayingFraction'],
} as const satisfies Readonly<Record<ScoreName, readonly MeasureId[]>>;

interface ScoredScope {
  readonly scope: MeasureScope;
  readonly score: ScoreName;
}

const middleOf = (bin: number): number => {
  if (bin === 0) return 0;
  const low = lowerBoundOf(bin);
  return bin + 1 < histogramBins ? (low + lowerBoundOf(bin + 1)) / 2 : low;
};

const overBins = (curve: ResponseCurve): Float64Array =>
  Float64Array.from({ length: histogramBins }, (_, bin) => changeAt(curve, middleOf(bin)));

type Kind = 'firstResponse' | 'resolution';

export class Scores {
  private readonly model: CompiledModel;
  private readonly layout: TallyLayout;
  private readonly rows: readonly ScoredScope[];
  private readonly sums: RatioSums;
  private readonly values = new Float64Array(2 * terms);
  /** Change by bin, for a score, a kind of duration and live contacts or others. */
  private readonly changes: ReadonlyMap<string, Float64Array>;

  constructor(model: CompiledModel, layout: TallyLayout, scopes: readonly MeasureScope[]) {
    this.model = model;
    this.layout = layout;
    this.rows = scopes
      .filter(({ kind }) => kind !== 'tiers' && kind !== 'teams')
      .flatMap((scope) => scoreNames.map((score) => ({ scope, score })));
    this.sums = new RatioSums(this.rows.length, terms);
    const changes = new Map<string, Float64Array>();
    for (const score of scoreNames) {
      const curves = model.opinions.scores[score];
      changes.set(`${score} firstResponse live`, overBins(curves.firstResponseLive));
      changes.set(`${score} firstResponse deferred`, overBins(curves.firstResponseDeferred));
      changes.set(`${score} resolution live`, overBins(curves.resolutionLive));
      changes.set(`${score} resolution deferred`, overBins(curves.resolutionDeferred));
    }
    this.changes = changes;
  }

  add(tally: Float64Array): void {
    this.sums.next();
    const perClass = new Map(scoreNames.map((score) => [score, this.changesByClass(tally, score)] as const));
    this.rows.forEach(({ scope, score }, row) => {
      this.fill(tally, scope, score, perClass.get(score) as Record<Kind, Float64Array>);
      this.sums.add(row, this.values);
    });
  }

  /** Sums of the changes by first response and by resolution, for each class. */
  private changesByClass(tally: Float64Array, score: ScoreName): Record<Kind, Float64Array> {
    const { classes } = this.model;
    const sumOf = (kind: Kind): Float64Array =>
      Float64Array.from(classes, ({ live }, c) => {
        const change = this.changes.get(`${score} ${kind} ${live ? 'live' : 'deferred'}`) as Float64Array;
        const first = this.layout.histogramAt + (c * durations + duration[kind]) * histogramBins;
        let sum = 0;
        for (let bin = 0; bin < histogramBins; bin += 1) {
          const count = tally[first + bin] as number;
          if (count > 0) sum += count * (change[bin] as number);
        }
        return sum;
      });
    return { firstResponse: sumOf('firstResponse'), resolution: sumOf('resolution') };
  }

  private fill(
    tally: Float64Array,
    scope: MeasureScope,
    score: ScoreName,
    changes: Record<Kind, Float64Array>,
  ): void {
    const k = classCounter;
    const { perTransfer, perReturn, perLost } = this.model.opinions.scores[score];
    const total = (...counters: readonly number[]): number => {
      let sum = 0;
      for (const c of scope.classes) {
        for (const counter of counters)
          sum += tally[this.layout.classAt + c * classCounters + counter] as number;
      }
      return sum;
    };
    const changed = (kind: Kind): number =>
      scope.classes.reduce((sum, c) => sum + (changes[kind][c] as number), 0);
    const firstResponses = total(k.firstResponses);
    const resolvedFirst = total(k.firstGenerationResolved);
    this.values.set([
      ...[changed('firstResponse'), firstResponses],
      ...[changed('resolution'), total(k.resolved)],
      ...[perTransfer * total(k.transfers), firstResponses],
      ...[perReturn * (resolvedFirst - total(k.resolvedForGood)), resolvedFirst],
      ...[
        perLost * total(k.lostForGood, k.turnedAway, k.disconnected, k.unreached),
        total(k.offered) - total(k.deflected),
      ],
    ]);
  }

  /** Numerators and denominators of a score's terms in a tally, or in tallies added up: x0, y0, x1, y1 ... */
  termsOf(tally: Float64Array, scope: MeasureScope, score: ScoreName): Float64Array {
    this.fill(tally, scope, score, this.changesByClass(tally, score));
    return this.values.slice();
  }

  /** Gives every score of every scope. */
  forEach(give: (scope: MeasureScope, measure: MeasureId, estimate: Estimate) => void): void {
    this.rows.forEach(({ scope, score }, row) => {
      const estimate = this.scored(row, score);
      switch (score) {
        case 'satisfaction':
          give(scope, 'satisfactionScore', estimate);
          give(scope, 'satisfactionTenScore', outOfTen(estimate));
          break;
        case 'effort':
          give(scope, 'effortScore', estimate);
          break;
        case 'recommendation':
          give(scope, 'recommendationScore', estimate);
          give(scope, 'netPromoterScore', this.promoters(estimate));
          break;
        case 'staying':
          give(scope, 'stayingFraction', estimate);
      }
    });
  }

  /** Gives what every half-width is made of, once a score. */
  forEachSpread(give: (scope: MeasureScope, score: ScoreName, spread: RatioSumSpread) => void): void {
    this.rows.forEach(({ scope, score }, row) => {
      const spread = this.sums.spread(row, needed);
      if (spread !== null) give(scope, score, spread);
    });
  }

  private scored(row: number, score: ScoreName): Estimate {
    const { value, halfWidth } = this.sums.estimate(row, needed);
    if (value === null) return noEstimate;
    const { start, lowest, highest } = this.model.opinions.scores[score];
    return { value: Math.min(highest, Math.max(lowest, start + value)), halfWidth };
  }

  private promoters({ value, halfWidth }: Estimate): Estimate {
    if (value === null) return noEstimate;
    const spread = this.model.opinions.recommendationSpread;
    const at = (mean: number): number => netPromoterScore(mean, spread);
    const half = halfWidth === null ? null : (at(value + halfWidth) - at(value - halfWidth)) / 2;
    return { value: at(value), halfWidth: half };
  }
}

/** The scale from 1 to 5 stretched to 1 to 10. */
const outOfTen = ({ value, halfWidth }: Estimate): Estimate => ({
  value: value === null ? null : 1 + ((value - 1) * 9) / 4,
  halfWidth: halfWidth === null ? null : (halfWidth * 9) / 4,
});
