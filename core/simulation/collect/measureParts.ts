// Every measure that is a ratio, or a sum of ratios, as its numerators and denominators in one replication: what differences of
// plans that met the same customers are made of.
import type { MeasureId, ScopeKind } from '../../measures/catalogue.ts';
import type { ScoreName } from '../../measures/responseCurves.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { tallyLayout } from '../model/tallyLayout.ts';
import { costRatios } from './costRatios.ts';
import { derivedLayout, derivedNumbers } from './derived.ts';
import { expectedOffered } from './expectedOffered.ts';
import { partsOf, promiseRatios, type RatioSpec, scopeRatios } from './ratios.ts';
import { type MeasureScope, measureScopes } from './scopes.ts';
import { Scores } from './scores.ts';

/** One measure of one part of the plan: `start` plus the ratios of its terms. */
export interface MeasureColumn {
  readonly measure: MeasureId;
  readonly scope: ScopeKind;
  readonly id: string;
  /** Place of its first numerator; the denominator follows, then the next term. */
  readonly at: number;
  readonly terms: number;
  /** Terms without which there is no value. */
  readonly needed: number;
  readonly start: number;
  readonly lowest: number;
  readonly highest: number;
}

const scores = {
  satisfaction: 'satisfactionScore',
  effort: 'effortScore',
  recommendation: 'recommendationScore',
  staying: 'stayingFraction',
} as const satisfies Readonly<Record<ScoreName, MeasureId>>;
/** Told only where the horizon makes it mean something, and so no measure to hold plans against each other by. */
const growth: MeasureId = 'queueGrowthContactsPerDay';
const scoreTerms = 5;
const scoreNeeds = 2;

/** The measures of a model in their order; the same for every replication. */
export const measureColumns = (model: CompiledModel): readonly MeasureColumn[] => sourcesOf(model).columns;

interface Sources {
  readonly columns: readonly MeasureColumn[];
  readonly ratios: readonly RatioSpec[];
  readonly scored: readonly { readonly scope: MeasureScope; readonly score: ScoreName }[];
}

function sourcesOf(model: CompiledModel): Sources {
  const layout = tallyLayout(model);
  const derived = derivedLayout(model);
  const columns: MeasureColumn[] = [];
  const ratios: RatioSpec[] = [];
  const scored: Sources['scored'][number][] = [];
  const ratio = (scope: ScopeKind, id: string, measure: MeasureId, spec: RatioSpec): void => {
    const sure = { start: 0, lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
    columns.push({ measure, scope, id, at: 2 * ratios.length, terms: 1, needed: 1, ...sure });
    ratios.push(spec);
  };
  promiseRatios(model, layout, derived).forEach(({ whole }, p) => {
    ratio('promises', model.promises[p]?.id ?? '', 'serviceLevelFraction', whole);
  });
  const scopes = measureScopes(model);
  for (const scope of scopes) {
    for (const [measure, spec] of scopeRatios(layout, derived, scope))
      if (measure !== growth) ratio(scope.kind, scope.id, measure, spec);
    for (const [measure, spec] of costRatios(model, derived, scope))
      if (spec !== null) ratio(scope.kind, scope.id, measure, spec);
  }
  for (const scope of scopes) {
    if (scope.kind === 'tiers' || scope.kind === 'teams') continue;
    for (const [score, measure] of Object.entries(scores) as [ScoreName, MeasureId][]) {
      const { start, lowest, highest } = model.opinions.scores[score];
      columns.push({
        ...{ measure, scope: scope.kind, id: scope.id, terms: scoreTerms, needed: scoreNeeds },
        ...{ at: 2 * (ratios.length + scored.length * scoreTerms), start, lowest, highest },
      });
      scored.push({ scope, score });
    }
  }
  return { columns, ratios, scored };
}

/** The numerators and denominators of all measures, from the tally of a replication; made once a model. */
export function measurePartsOf(model: CompiledModel): (values: Float64Array) => Float64Array {
  const layout = tallyLayout(model);
  const places = derivedLayout(model);
  const { ratios, scored } = sourcesOf(model);
  const scoring = new Scores(model, layout, measureScopes(model));
  return (values) => {
    const derived = derivedNumbers(model, places, layout, values);
    model.promises.forEach(({ ofExpected }, p) => {
      if (!ofExpected) return;
      const at = places.expectedAt + p * model.channels.length;
      derived.set(expectedOffered(model, p, values).byChannel, at);
    });
    const parts = new Float64Array(2 * (ratios.length + scored.length * scoreTerms));
    ratios.forEach((spec, number) => {
      const { x, y } = partsOf(spec, values, derived);
      parts[2 * number] = x;
      parts[2 * number + 1] = y;
    });
    scored.forEach(({ scope, score }, number) => {
      parts.set(scoring.termsOf(values, scope, score), 2 * (ratios.length + number * scoreTerms));
    });
    return parts;
  };
}
