// How the half-width of a simulated number came about, from the replications to the number behind the plus and minus.
import { measures } from '../../../measures/catalogue.ts';
import type { ExplanationQuestion, ExplanationStep } from '../../../measures/explanation.ts';
import type { Estimate } from '../../../measures/result.ts';
import { percentileRows, percentileShares } from '../../../simulation/collect/scopePercentiles.ts';
import { type MeasureScope, measureScopes } from '../../../simulation/collect/scopes.ts';
import { seriesLines } from '../../../simulation/collect/seriesLines.ts';
import { type LevelSpread, type MeasureSpread, spreadName } from '../../../simulation/collect/spreads.ts';
import { controlledMeasures } from '../../../simulation/collect/waitEstimates.ts';
import type { Accounts, CompiledModel } from '../../../simulation/index.ts';
import type { TallyLayout } from '../../../simulation/model/tallyLayout.ts';
import type { Deviations } from '../../../simulation/stats/ratioSpread.ts';
import { Chain } from '../../chain.ts';
import type { Places } from '../../places.ts';
import { pooledHistogram } from '../percentileSteps.ts';
import { percentileHalfWidth } from './percentileHalfWidth.ts';
import { type ControlList, ratioHalfWidth } from './ratioHalfWidth.ts';
import { scoreHalfWidth } from './scoreHalfWidth.ts';

export interface HalfWidthGrounds {
  readonly model: CompiledModel;
  readonly layout: TallyLayout;
  readonly accounts: Accounts;
  readonly places: Places;
  /** Mean recommendation of the subject, for the score that is read from it. */
  readonly meanRecommendation: number | null;
  /** Of the interval that is asked about: its denominator over all replications. */
  readonly denominators: number | null;
}

/** The controls that adjust a measure. */
export const controlListOf = (measure: string): ControlList =>
  (controlledMeasures as readonly string[]).includes(measure) ? 'waits' : 'promises';

/** Empty where there is no half-width, or none that replications tell. */
export function halfWidthSteps(
  grounds: HalfWidthGrounds,
  question: ExplanationQuestion,
  { value, halfWidth }: Estimate,
): readonly ExplanationStep[] {
  if (value === null || halfWidth === null) return [];
  const { accounts, model, layout, places } = grounds;
  const { measure, subject, interval } = question;
  const chain = new Chain();
  const unit = measures[measure].unit;
  const ratio = { controls: controlListOf(measure), widthForLooking: null, unit, halfWidth } as const;
  if (interval !== null) {
    const deviations = intervalDeviations(grounds, question);
    if (deviations === null || grounds.denominators === null) return [];
    const { denominators } = grounds;
    const { replications } = accounts;
    const spread = { replications, denominators, ratio: value, ...deviations, controls: [], blocks: null };
    ratioHalfWidth(chain, { ...ratio, spread });
    return chain.steps;
  }
  if (subject.kind === 'promises') {
    const spread = levelSpreadOf(accounts, question);
    if (spread !== null)
      ratioHalfWidth(chain, { ...ratio, spread: spread.ratio, widthForLooking: spread.widthForLooking });
    return chain.steps;
  }
  const found = measureSpreadOf(accounts, question);
  if (found?.kind === 'ratio') ratioHalfWidth(chain, { ...ratio, spread: found.ratio });
  if (found?.kind === 'percentile') {
    const scopes = measureScopes(model).filter(isSubject(question));
    const row = percentileRows(layout, scopes).find((one) => one.measures.includes(measure));
    const share = percentileShares[row?.measures.indexOf(measure) ?? -1];
    if (row === undefined || share === undefined) return [];
    const pooled = pooledHistogram(row.histograms, accounts);
    percentileHalfWidth(chain, { spread: found.percentile, pooled, share, value, halfWidth });
  }
  if (found?.kind === 'score')
    scoreHalfWidth(chain, {
      ...{ spread: found.score, measure, unit, places, halfWidth },
      meanScore: grounds.meanRecommendation ?? value,
      scatter: model.opinions.recommendationSpread,
    });
  return chain.steps;
}

const isSubject =
  ({ subject }: ExplanationQuestion) =>
  ({ kind, id }: MeasureScope): boolean =>
    kind === subject.kind && id === subject.id;

export const measureSpreadOf = (
  { spreads }: Accounts,
  { measure, subject }: ExplanationQuestion,
): MeasureSpread | undefined => spreads.measures[spreadName(subject, measure)];

export function levelSpreadOf({ spreads }: Accounts, { subject }: ExplanationQuestion): LevelSpread | null {
  const promise = spreads.promises[subject.id];
  const { part } = subject;
  return (part === null ? promise?.whole : promise?.[part.kind][part.id]) ?? null;
}

function intervalDeviations(
  { model, layout, accounts }: HalfWidthGrounds,
  { measure, subject, interval }: ExplanationQuestion,
): Deviations | null {
  const line = seriesLines(model, layout, measureScopes(model)).findIndex(
    (one) => one.measure === measure && one.scope === subject.kind && one.id === subject.id,
  );
  if (line < 0) return null;
  const at = line * model.axis.intervals + (interval ?? 0);
  const { squaresAbove, products, squaresBelow } = accounts.spreads.series;
  return {
    squaresAbove: squaresAbove[at] ?? 0,
    products: products[at] ?? 0,
    squaresBelow: squaresBelow[at] ?? 0,
  };
}
