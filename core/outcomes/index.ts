// What support does to the customers who stay, and to money: a forecast with the uncertainty of its coefficients carried through.

import { planInputs, quantileOfBelief } from '../inputs/index.ts';
import { inputUniform } from '../inputs/inputUniform.ts';
import {
  type LikelyFigure,
  type OutcomeCoefficientId,
  type OutcomeGap,
  type OutcomesReading,
  type OutcomeYear,
  outcomeCoefficients,
  outcomeSteps,
  type RetentionReading,
  type ToldFigure,
} from '../measures/outcomes.ts';
import { scoreModelsOf } from '../measures/responseCurves.ts';
import { retentionRateOf } from '../measures/retentionRate.ts';
import { normalQuantile } from '../numerics/normalQuantile.ts';
import { amount } from '../plan/amount.ts';
import { contactsPerWeek } from '../plan/dutyHours.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type Coefficients, coefficientsOf } from './coefficients.ts';
import { type Drawn, type Figures, forecast, type Grounds, otherLoss, yearsAhead } from './forecast.ts';

/** What the forecast takes from a result; null where there is none yet. */
export interface ToldFigures {
  /** Share of customers who stay after a contact, by simulation. */
  readonly staying: ToldFigure | null;
  /** Contacts in the counted time, and how long that is. */
  readonly contacts: number | null;
  readonly countedSeconds: number;
  readonly costPerMonth: number | null;
}

const draws = 400;
const seed = 1;
const yearsShown = 5;
const secondsPerYear = 365.25 * 86_400;

/**
 * Every figure at the stated values of all coefficients, and the interval in which 90 % of 400 draws of what is not known lie. The
 * draws are keyed: the same plan gives the same interval everywhere.
 */
export function readOutcomes(plan: Plan, planHash: string, told: ToldFigures): OutcomesReading {
  const coefficients = coefficientsOf(plan);
  const stated = groundsOf(plan, told);
  const value = drawnBy(coefficients, () => 0.5);
  const figures = forecast(stated, value);
  const volumes = volumeDraws(plan);
  const gained = gainedPerYear(plan);
  const runs = Array.from({ length: draws }, (_, draw) => {
    const uniform = (key: string): number => inputUniform(seed, draw, `outcome/${key}`);
    const ground = drawnGrounds(stated, told.staying, uniform('staying'), volumes(draw));
    const drawn = drawnBy(coefficients, uniform);
    const found = forecast(ground, drawn);
    return { ...{ ground, drawn, found }, years: yearsAhead(ground, drawn, found, gained, yearsShown) };
  });
  const years = yearsAhead(stated, value, figures, gained, yearsShown);
  const other = otherLoss(stated, value, figures.lostCustomers, value.customers);
  return {
    planHash,
    retentionRate: retentionRateOf(plan),
    history: historyOf(plan),
    coefficients: outcomeCoefficients.map((id) => {
      const { told: coefficient } = coefficients[id];
      if (id !== 'otherLossShare' || stated.statedRetention === null || other === null) return coefficient;
      const all = runs.map(({ ground, drawn, found }) =>
        otherLoss(ground, drawn, found.lostCustomers, drawn.customers),
      );
      return { ...coefficient, figure: likely(other, all), basis: 'derived', isAssumed: false } as const;
    }),
    steps: outcomeSteps.map((id) => {
      const at = figures[id];
      return {
        id,
        figure:
          at === null
            ? null
            : likely(
                at,
                runs.map(({ found }) => found[id]),
              ),
      };
    }),
    years: years.map((year, i): OutcomeYear => {
      const of = (pick: (one: typeof year) => number | null) =>
        runs.map((run) => (run.years[i] === undefined ? null : pick(run.years[i])));
      return {
        year: i,
        customers: likely(
          year.customers,
          of((one) => one.customers),
        ),
        customersAtBest: likely(
          year.customersAtBest,
          of((one) => one.customersAtBest),
        ),
        missed:
          year.missed === null
            ? null
            : likely(
                year.missed,
                of((one) => one.missed),
              ),
      };
    }),
    gaps: gapsOf(figures, value, stated),
  };
}

function groundsOf(plan: Plan, told: ToldFigures): Grounds {
  const counted = told.countedSeconds > 0 ? told.countedSeconds : null;
  return {
    contactsPerYear:
      told.contacts === null || counted === null ? null : (told.contacts / counted) * secondsPerYear,
    staying: told.staying?.value ?? null,
    fullLoss: -scoreModelsOf(plan).staying.perLost,
    teamCost: told.costPerMonth === null ? null : told.costPerMonth * 12,
    statedRetention: plan.company.badExperience?.otherLossShare === undefined ? retentionRateOf(plan) : null,
  };
}

const drawnBy = (coefficients: Coefficients, uniform: (id: string) => number): Drawn =>
  Object.fromEntries(
    outcomeCoefficients.map((id): [OutcomeCoefficientId, number | null] => {
      const { at, told } = coefficients[id];
      const u = uniform(id);
      return [id, at === null ? null : u === 0.5 ? (told.figure?.value ?? null) : at(u)];
    }),
  ) as Drawn;

const usualHalf = normalQuantile(0.975);

function drawnGrounds(stated: Grounds, staying: ToldFigure | null, u: number, volume: number): Grounds {
  return {
    ...stated,
    contactsPerYear: stated.contactsPerYear === null ? null : stated.contactsPerYear * volume,
    staying:
      staying === null
        ? null
        : Math.min(1, Math.max(0, staying.value + (staying.halfWidth * normalQuantile(u)) / usualHalf)),
  };
}

/** How far all contacts are from those stated, draw by draw: ranges of the volumes, and of all of them together. */
function volumeDraws(plan: Plan): (draw: number) => number {
  const inputs = planInputs(plan).filter(
    ({ kind, belief }) => belief !== null && (kind === 'volume' || kind === 'forecast'),
  );
  const weights = plan.demand.map((demand) => contactsPerWeek(plan, demand));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return (draw) => {
    let all = 1;
    let more = 0;
    for (const { key, kind, path, value, belief } of inputs) {
      if (belief === null || value === 0) continue;
      const factor = quantileOfBelief(kind, value, belief, inputUniform(seed, draw, key)) / value;
      if (kind === 'forecast') all *= factor;
      else if (whole > 0) more += ((factor - 1) * (weights[Number(path[1])] ?? 0)) / whole;
    }
    return Math.max(0, all * (1 + more));
  };
}

/** The value, and where 5 % and 95 % of the draws lie; never inside the value. */
function likely(value: number, drawn: readonly (number | null)[]): LikelyFigure {
  const known = drawn.filter((one) => one !== null).sort((one, other) => one - other);
  const at = (share: number): number => known[Math.round(share * (known.length - 1))] ?? value;
  return { value, low: Math.min(value, at(0.05)), high: Math.max(value, at(0.95)) };
}

/** Of the last period that is stated; a period is taken for a year. */
function gainedPerYear(plan: Plan): number | null {
  const { retention } = plan.company;
  return retention === undefined ? null : amount(retention.customersGained);
}

function historyOf(plan: Plan): RetentionReading[] {
  let before: number | null = null;
  return (plan.company.retentionHistory ?? []).map((period) => {
    const { customersAtStart, customersGained, customersAtEnd, cause } = period;
    const rate = customersAtStart > 0 ? (customersAtEnd - customersGained) / customersAtStart : null;
    const change = rate === null || before === null ? null : rate - before;
    before = rate;
    return { period: period.period, rate, change, cause: cause ?? null };
  });
}

function gapsOf(figures: Figures, value: Drawn, stated: Grounds): OutcomeGap[] {
  const gaps: OutcomeGap[] = [];
  if (value.customers === null || value.customers <= 0) gaps.push('customers');
  if (stated.staying === null) gaps.push('simulation');
  else if (figures.contactsPerYear === null) gaps.push('contacts');
  if (value.valuePerYear === null) gaps.push('valuePerYear');
  if (stated.teamCost === null) gaps.push('cost');
  return gaps;
}
