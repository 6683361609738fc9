// How a simulated number came about: what was counted in all replications, and how it was read from that.
import { measures } from '../measures/catalogue.ts';
import type { Basis } from '../measures/evaluation.ts';
import type { Explanation, ExplanationQuestion } from '../measures/explanation.ts';
import type { Estimate, SimulationResult } from '../measures/result.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { costRatios } from '../simulation/collect/costRatios.ts';
import { type DerivedLayout, derivedLayout } from '../simulation/collect/derived.ts';
import { type RatioSpec, scopeRatios } from '../simulation/collect/ratios.ts';
import { type MeasureScope, measureScopes } from '../simulation/collect/scopes.ts';
import type { Accounts, CompiledModel } from '../simulation/index.ts';
import { type TallyLayout, tallyLayout } from '../simulation/model/tallyLayout.ts';
import { Chain, counted, given, output, planned } from './chain.ts';
import { costSteps } from './costSteps.ts';
import { groundsOf, reachOf } from './grounds.ts';
import { Parts } from './parts.ts';
import { Places } from './places.ts';
import { adjustedSteps } from './simulated/adjustedSteps.ts';
import { Counts } from './simulated/counts.ts';
import { halfWidthSteps, measureSpreadOf } from './simulated/halfWidth/halfWidthSteps.ts';
import { intervalParts } from './simulated/intervalSteps.ts';
import { percentileSteps } from './simulated/percentileSteps.ts';
import { promiseRatio, promiseSteps } from './simulated/promiseSteps.ts';
import { type RatioParts, ratioParts, ratioSteps, totalOf } from './simulated/ratioSteps.ts';
import { scoreSteps } from './simulated/scoreSteps.ts';

/** A run with the counts behind its result. */
export interface SimulatedGrounds {
  readonly plan: Plan;
  /** The document before defaults were filled in. */
  readonly written: unknown;
  readonly model: CompiledModel;
  readonly result: SimulationResult;
  readonly accounts: Accounts;
}

/** The measure must be told for the subject (isTold). A number without a value is explained by what it lacks. */
export function explainSimulated(grounds: SimulatedGrounds, question: ExplanationQuestion): Explanation {
  return new SimulatedExplanation(grounds, question).explanation();
}

class SimulatedExplanation {
  private readonly grounds: SimulatedGrounds;
  private readonly question: ExplanationQuestion;
  private readonly chain = new Chain();
  private readonly layout: TallyLayout;
  private readonly derived: DerivedLayout;
  private readonly parts: Parts;
  private readonly places: Places;
  private readonly counts: Counts;

  constructor(grounds: SimulatedGrounds, question: ExplanationQuestion) {
    const { model, plan, written } = grounds;
    this.grounds = grounds;
    this.question = question;
    this.layout = tallyLayout(model);
    this.derived = derivedLayout(model);
    this.parts = new Parts(plan, model);
    this.places = new Places(plan, written);
    this.counts = new Counts(model, this.layout, this.derived, this.parts, question.subject.kind);
  }

  explanation(): Explanation {
    const { plan, model, result } = this.grounds;
    const { measure, subject, interval } = this.question;
    const estimate = estimateOf(result, this.question);
    const basis = basisOf(this.question, estimate);
    if (subject.kind === 'promises') this.promise(estimate, basis);
    else if (interval !== null) this.interval(estimate, basis);
    else this.whole(estimate, basis);
    const { engineVersion, seed, replications, stop, precisionFraction, simulatedContacts, axis } = result;
    const isPromise = subject.kind === 'promises' && interval === null;
    const kind = subject.kind === 'total' ? null : subject.kind;
    return {
      ...{ measure, unit: measures[measure].unit, subject, by: 'simulation', interval, basis, axis },
      part: kind === null ? null : this.parts.find(kind, subject.id),
      planId: result.planId,
      planHash: result.planHash,
      value: estimate.value,
      closeUp: null,
      steps: this.chain.steps,
      beside: this.beside(estimate),
      draws: null,
      grounds: groundsOf(plan, model, this.parts, this.places, subject, reachOf(plan, model, subject)),
      run: {
        ...{ engineVersion, seed, replications, stop, precisionFraction, simulatedContacts },
        controls: isPromise ? (result.promises[subject.id]?.controls ?? 0) : 0,
      },
      verdict: null,
    };
  }

  private ratioOf(spec: RatioSpec): RatioParts {
    const { counts } = this;
    return ratioParts(
      spec,
      this.grounds.accounts,
      (at) => counts.at(at),
      (at) => counts.derivedAt(at),
    );
  }

  /** A ratio as the last step. */
  private ratio(parts: RatioParts, { value }: Estimate, basis: Basis): void {
    const { unit } = measures[this.question.measure];
    const { inputs, formula } = ratioSteps(this.chain, parts);
    this.chain.add({
      code: value === null ? 'withoutValue' : 'ratio',
      inputs,
      operation: { kind: 'formula', formula },
      outputs: [output('result', value, unit)],
      basis,
    });
  }

  private whole(estimate: Estimate, basis: Basis): void {
    const { model, accounts, plan } = this.grounds;
    const { measure, subject } = this.question;
    const { chain, layout, derived, places } = this;
    const scope = this.scope();
    if (measure === 'retentionRateFraction') return retentionSteps(chain, plan, places, estimate);
    if (percentileSteps(chain, layout, scope, accounts, measure, basis)) return;
    if (scoreSteps(chain, model, layout, scope, accounts, places, measure, estimate.value, basis)) return;
    const cost = costRatios(model, derived, scope).find(([id]) => id === measure);
    if (cost !== undefined) {
      // Where the end of the horizon is drawn, presence differs by replication and is only added up.
      const isPlanned = model.horizonSeconds !== Number.POSITIVE_INFINITY;
      if (isPlanned && this.cost(scope, estimate, basis)) return;
      if (cost[1] !== null) this.ratio(this.ratioOf(cost[1]), estimate, basis);
      else this.unknown(measures[measure].unit, basis);
      return;
    }
    const found = scopeRatios(layout, derived, scope).find(([id]) => id === measure);
    if (found === undefined) throw new Error(`${measure} of ${subject.kind} has no ratio`);
    const parts = this.ratioOf(found[1]);
    const spread = measureSpreadOf(accounts, this.question);
    const moved = spread?.kind === 'ratio' ? spread.ratio : null;
    if (!adjustedSteps(chain, parts, measure, estimate.value, basis, moved))
      this.ratio(parts, estimate, basis);
  }

  private unknown(unit: (typeof measures)[keyof typeof measures]['unit'], basis: Basis): void {
    this.chain.add({
      code: 'notInPlan',
      inputs: [],
      operation: { kind: 'formula', formula: 0 },
      outputs: [output('result', null, unit)],
      basis,
    });
  }

  private cost(scope: MeasureScope, { value }: Estimate, basis: Basis): boolean {
    const { model, accounts, plan, result } = this.grounds;
    const { derived, parts, places, chain } = this;
    const n = accounts.replications;
    const of = (place: number): number => (accounts.derived[place] as number) / n;
    const channels = model.channels.flatMap(({ id }, i) =>
      scope.kind === 'total' || scope.id === id ? [i] : [],
    );
    return costSteps(
      chain,
      {
        ...{ plan, model, parts, places, counted, basis, channels, teams: scope.teams },
        from: result.warmUpSeconds,
        to: result.horizonSeconds,
        reachedBy: (channel) => {
          const cost = model.costs.channels[channel] ?? 0;
          return cost === 0 ? 0 : of(derived.channelCostAt + channel) / cost;
        },
        reached: of(derived.reached),
        solved: of(derived.solved),
      },
      this.question.measure,
      value,
    );
  }

  /** The counts of the interval that is asked about; null where the measure is not told over time. */
  private intervalParts(): ReturnType<typeof intervalParts> {
    const { model, accounts } = this.grounds;
    const { measure, subject, interval } = this.question;
    if (interval === null) return null;
    const asked = { measure, scope: subject.kind, id: subject.id, interval };
    return intervalParts(model, this.layout, measureScopes(model), this.parts, accounts, asked);
  }

  private beside(estimate: Estimate): Explanation['beside'] {
    const { model, accounts, result } = this.grounds;
    const { layout, places, question } = this;
    const parts = this.intervalParts();
    const recommended = { ...question, measure: 'recommendationScore' } as const;
    const grounds = {
      ...{ model, layout, accounts, places },
      meanRecommendation: estimateOf(result, recommended).value,
      denominators: parts && totalOf(parts.below),
    };
    const steps = halfWidthSteps(grounds, question, estimate);
    return steps.length === 0 ? [] : [{ about: 'halfWidth', steps }];
  }

  private interval(estimate: Estimate, basis: Basis): void {
    const parts = this.intervalParts();
    // Not every measure over time is told for every part.
    if (parts === null) return;
    this.ratio(parts, estimate, basis);
  }

  private promise(estimate: Estimate, basis: Basis): void {
    const { model, accounts } = this.grounds;
    if (this.question.interval !== null) return this.interval(estimate, basis);
    const own = this.ratioOf(promiseRatio(model, this.layout, this.derived, this.question));
    promiseSteps(this.chain, own, accounts, this.question, estimate, basis);
  }

  private scope(): MeasureScope {
    const { subject } = this.question;
    const found = measureScopes(this.grounds.model).find(
      ({ kind, id }) => kind === subject.kind && id === subject.id,
    );
    if (found === undefined) throw new Error(`no scope ${subject.kind}/${subject.id}`);
    return found;
  }
}

function basisOf({ measure }: ExplanationQuestion, { value, halfWidth }: Estimate): Basis {
  if (measure === 'retentionRateFraction' && value !== null) return planned;
  if (value !== null) return { kind: 'simulated', halfWidth };
  const { unit } = measures[measure];
  const isMissing = unit === 'money' || measure === 'retentionRateFraction';
  return { kind: 'absent', reason: isMissing ? 'unknownInPlan' : 'nothingCounted' };
}

/** The number as the result has it. */
export function estimateOf(
  result: SimulationResult,
  { measure, subject, interval }: ExplanationQuestion,
): Estimate {
  const { kind, id, part } = subject;
  const nothing: Estimate = { value: null, halfWidth: null };
  if (interval !== null) {
    const line = result.series.find((one) => one.measure === measure && one.scope === kind && one.id === id);
    return { value: line?.values[interval] ?? null, halfWidth: line?.halfWidths[interval] ?? null };
  }
  if (kind === 'promises') {
    const promise = result.promises[id];
    if (part === null) return promise?.serviceLevelFraction ?? nothing;
    const lists = { channels: promise?.byChannel, tiers: promise?.byTier, teams: promise?.byTeam };
    return lists[part.kind]?.[part.id] ?? nothing;
  }
  return (kind === 'total' ? result.total : result[kind][id])?.[measure] ?? nothing;
}

/** (customers at the end - customers gained) / customers at the start. */
export function retentionSteps(
  chain: Chain,
  plan: Plan,
  places: Places,
  { value }: Pick<Estimate, 'value'>,
): void {
  const stated = plan.company.retention;
  const at = ['company', 'retention'];
  chain.add({
    code: value === null ? 'notInPlan' : 'retention',
    inputs:
      stated === undefined
        ? []
        : (['customersAtEnd', 'customersGained', 'customersAtStart'] as const).map((field) =>
            given(field, amount(stated[field]), 'number', places.at([...at, field])),
          ),
    operation: {
      kind: 'formula',
      formula:
        stated === undefined ? 0 : ['/', ['-', 'customersAtEnd', 'customersGained'], 'customersAtStart'],
    },
    outputs: [output('result', value, 'fraction')],
    basis: value === null ? { kind: 'absent', reason: 'unknownInPlan' } : planned,
  });
}
