// The half-width of a modelled opinion: a sum of ratios, whose residuals move together (core/simulation/stats/ratioSums.ts).
import type { MeasureId } from '../../../measures/catalogue.ts';
import type { ExplainedUnit, ExplainedValue } from '../../../measures/explanation.ts';
import { netPromoterScore } from '../../../measures/netPromoterScore.ts';
import type { RatioSumSpread } from '../../../simulation/stats/ratioSums.ts';
import { type Chain, counted, given, output, sure } from '../../chain.ts';
import { degreesStep, formulaStep, ofReplications, quantileStep } from '../../formulaStep.ts';
import type { Places } from '../../places.ts';
import { deviationStep, meanBelowStep } from './ratioHalfWidth.ts';

export interface ScoreHalfWidth {
  readonly spread: RatioSumSpread;
  readonly measure: MeasureId;
  readonly unit: ExplainedUnit;
  /** Mean recommendation, and how single answers scatter around it. */
  readonly meanScore: number;
  readonly scatter: number;
  readonly places: Places;
  readonly halfWidth: number;
}

/** Adds the steps; the last gives the half-width. */
export function scoreHalfWidth(chain: Chain, of: ScoreHalfWidth): void {
  const { spread, measure, unit, halfWidth } = of;
  const { replications } = spread;
  const terms = spread.terms.map((one): ExplainedValue => {
    const meanBelow = meanBelowStep(chain, one.denominators, replications);
    const deviations = deviationStep(chain, one, unit);
    const step = formulaStep(chain, {
      code: 'deviationsOfTerm',
      inputs: [chain.from(deviations), chain.from(meanBelow)],
      formula: ['/', 'deviations', ['*', 'meanBelow', 'meanBelow']],
      name: 'deviationsOfTerm',
    });
    return chain.from(step, `term${one.term}`);
  });
  const degrees = degreesStep(chain, replications);
  const variance = formulaStep(chain, {
    code: 'varianceOfTerms',
    inputs: [...terms, ofReplications('termsTogether', spread.together), chain.from(degrees)],
    formula: ['/', ['max', 0, ['+', ...terms.map(({ key }) => key), 'termsTogether']], 'degrees'],
    name: 'variance',
  });
  const quantile = quantileStep(chain, degrees);
  const isDirect = measure !== 'satisfactionTenScore' && measure !== 'netPromoterScore';
  const ofMean = formulaStep(chain, {
    code: 'halfWidthOfSum',
    inputs: [chain.from(quantile), chain.from(variance), ofReplications('replications', replications)],
    formula: ['/', ['*', 'quantile', ['root', 'variance']], ['root', 'replications']],
    name: isDirect ? 'halfWidth' : 'halfWidthOfMean',
    unit,
    ...(isDirect && { value: halfWidth }),
  });
  if (measure === 'satisfactionTenScore')
    formulaStep(chain, {
      code: 'outOfTen',
      inputs: [chain.from(ofMean)],
      formula: ['/', ['*', 'halfWidthOfMean', 9], 4],
      name: 'halfWidth',
      unit,
      value: halfWidth,
    });
  if (measure === 'netPromoterScore') promotersAtEnds(chain, of, ofMean);
}

function promotersAtEnds(
  chain: Chain,
  { meanScore, scatter, places, halfWidth }: ScoreHalfWidth,
  ofMean: number,
) {
  const at = places.at(['company', 'responseCurves', 'recommendationSpread']);
  const atEnd = (side: 1 | -1): number => {
    const end = formulaStep(chain, {
      code: side < 0 ? 'lowEndOfMean' : 'highEndOfMean',
      inputs: [given('meanScore', meanScore, 'score', counted), chain.from(ofMean)],
      formula: [side < 0 ? '-' : '+', 'meanScore', 'halfWidthOfMean'],
      name: 'meanScore',
      unit: 'score',
    });
    const mean = chain.from(end);
    return chain.add({
      code: 'promoters',
      inputs: [mean, given('spread', scatter, 'score', at)],
      operation: { kind: 'promoters' },
      outputs: [output(side < 0 ? 'lowEnd' : 'highEnd', netPromoterScore(mean.value ?? 0, scatter), 'score')],
      basis: sure,
    });
  };
  const [low, high] = [atEnd(-1), atEnd(1)];
  formulaStep(chain, {
    code: 'halfOfEnds',
    inputs: [chain.from(high), chain.from(low)],
    formula: ['/', ['-', 'highEnd', 'lowEnd'], 2],
    name: 'halfWidth',
    unit: 'score',
    value: halfWidth,
  });
}
