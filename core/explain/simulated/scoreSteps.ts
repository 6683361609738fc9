// How a modelled opinion came about: the mean changes by waits, hand-overs, returns and losses, taken off the best score.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { Basis } from '../../measures/evaluation.ts';
import type { ExplainedUnit, ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName, StepCode } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { ScoreName } from '../../measures/responseCurves.ts';
import type { MeasureScope } from '../../simulation/collect/scopes.ts';
import { Scores } from '../../simulation/collect/scores.ts';
import type { Accounts, CompiledModel } from '../../simulation/index.ts';
import type { TallyLayout } from '../../simulation/model/tallyLayout.ts';
import { type Chain, counted, fixed, given, output } from '../chain.ts';
import type { Places } from '../places.ts';

const scoreOf: Readonly<Partial<Record<MeasureId, ScoreName>>> = {
  satisfactionScore: 'satisfaction',
  satisfactionTenScore: 'satisfaction',
  effortScore: 'effort',
  recommendationScore: 'recommendation',
  netPromoterScore: 'recommendation',
  stayingFraction: 'staying',
};

interface Term {
  readonly code: StepCode;
  readonly change: QuantityName;
  readonly of: QuantityName;
  readonly over: QuantityName;
}

/** In the order of the terms. */
const terms: readonly Term[] = [
  { code: 'changeByFirstResponse', change: 'meanChange', of: 'curveChanges', over: 'firstResponses' },
  { code: 'changeByResolution', change: 'meanChange', of: 'curveChanges', over: 'resolved' },
  { code: 'changeByTransfers', change: 'meanChange', of: 'transferChanges', over: 'firstResponses' },
  { code: 'changeByReturns', change: 'meanChange', of: 'returnChanges', over: 'firstGenerationResolved' },
  { code: 'changeByLosses', change: 'meanChange', of: 'lossChanges', over: 'reached' },
];

/** Whether the measure is an opinion; then its steps are added. `final` is the value of the result. */
export function scoreSteps(
  chain: Chain,
  model: CompiledModel,
  layout: TallyLayout,
  scope: MeasureScope,
  accounts: Accounts,
  places: Places,
  measure: MeasureId,
  final: number | null,
  basis: Basis,
): boolean {
  const score = scoreOf[measure];
  if (score === undefined) return false;
  const unit: ExplainedUnit = score === 'staying' ? 'fraction' : 'score';
  const found = new Scores(model, layout, [scope]).termsOf(accounts.values, scope, score);
  const curves = model.opinions.scores[score];
  const changes: ExplainedValue[] = [];
  terms.forEach(({ code, change, of, over }, i) => {
    const [x, y] = [found[2 * i] as number, found[2 * i + 1] as number];
    if (!(y > 0)) return;
    const step = chain.add({
      code,
      inputs: [given(of, x, 'number', counted), given(over, y, 'contacts', counted)],
      operation: { kind: 'formula', formula: ['/', of, over] },
      outputs: [output(change, x / y, unit)],
      basis,
    });
    changes.push(chain.from(step, `change${i}`));
  });
  const path = ['company', 'responseCurves', score, 'start'];
  const sum: Formula = ['+', 'start', ...changes.map(({ key }) => key)];
  const mean = Math.min(
    curves.highest,
    Math.max(
      curves.lowest,
      changes.reduce((all, { value }) => all + (value ?? 0), curves.start),
    ),
  );
  const isDirect = measure !== 'satisfactionTenScore' && measure !== 'netPromoterScore';
  const step = chain.add({
    code: 'score',
    inputs: [
      given('start', curves.start, unit, places.at(path)),
      ...changes,
      given('lowest', curves.lowest, unit, fixed),
      given('highest', curves.highest, unit, fixed),
    ],
    operation: { kind: 'formula', formula: ['min', 'highest', ['max', 'lowest', sum]] },
    outputs: [
      output(isDirect ? 'result' : 'meanScore', isDirect ? final : final === null ? null : mean, unit),
    ],
    basis,
  });
  if (measure === 'satisfactionTenScore')
    chain.add({
      code: 'outOfTen',
      inputs: [chain.from(step, 'meanScore')],
      operation: { kind: 'formula', formula: ['+', 1, ['/', ['*', ['-', 'meanScore', 1], 9], 4]] },
      outputs: [output('result', final, 'score')],
      basis,
    });
  if (measure === 'netPromoterScore') {
    const spread = model.opinions.recommendationSpread;
    chain.add({
      code: 'promoters',
      inputs: [
        chain.from(step, 'meanScore'),
        given('spread', spread, 'score', places.at(['company', 'responseCurves', 'recommendationSpread'])),
      ],
      operation: { kind: 'promoters' },
      outputs: [output('result', final, 'score')],
      basis,
    });
  }
  return true;
}
