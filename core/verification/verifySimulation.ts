// Holds a simulated plan against its answers. A correct engine leaves the truth outside of a 95 % interval once in twenty, so
// the interval is no test: on five fixed seeds each figure must lie within four standard errors of the truth, and its
// interval must be as narrow as the case asks.
import type { Estimate, SimulationResult } from '../measures/result.ts';
import { mostZ, standardErrorOf } from '../measures/standardError.ts';
import { studentTQuantile } from '../numerics/studentT.ts';
import type { PlanInput } from '../plan/schema/plan.ts';
import type { CheckedCase, CheckedFigure } from './checkedCase.ts';
import type { Experiment, Place, SimulationCase, SimulationFigure } from './verificationCase.ts';

/** How a plan is simulated: by the host of the product, or on the spot by a test. */
export type SimulatePlan = (plan: PlanInput, seed: number, replications: number) => Promise<SimulationResult>;

export const verificationSeeds: readonly number[] = [11, 12, 13, 14, 15];

/** Simulates the plan of the case on every seed and compares. Throws where the plan says what the engine does not use. */
export async function verifySimulation(given: SimulationCase, simulate: SimulatePlan): Promise<CheckedCase> {
  const experiment = given.experiment();
  const results: SimulationResult[] = [];
  for (const seed of verificationSeeds)
    results.push(await simulate(experiment.plan, seed, experiment.replications));
  return checkedSimulation(given, experiment, results);
}

/** The comparison alone, for results that are there already: one for each seed. */
export function checkedSimulation(
  given: SimulationCase,
  experiment: Experiment,
  results: readonly SimulationResult[],
): CheckedCase {
  const unused = results.flatMap((result) => result.notYetSimulated);
  if (unused.length > 0)
    throw new Error(`${given.id} needs what is not simulated: ${JSON.stringify(unused)}`);
  const figures = experiment.figures.map((figure) => checkedFigure(figure, results));
  return {
    id: given.id,
    kind: 'simulation',
    topic: given.topic,
    source: given.source,
    formula: given.exact === undefined ? null : { name: given.exact.formula, given: given.exact.given },
    simulated: {
      seeds: verificationSeeds,
      replications: experiment.replications,
      contacts: results.reduce((sum, result) => sum + result.simulatedContacts, 0),
      engineVersion: results[0]?.engineVersion ?? '',
    },
    figures,
    agrees: figures.length > 0 && figures.every(({ agrees }) => agrees),
  };
}

function checkedFigure(figure: SimulationFigure, results: readonly SimulationResult[]): CheckedFigure {
  const { expected, halfWidth: most } = figure;
  const samples = results.map((result) => sampleOf(figure, result));
  const known = samples.filter((sample) => sample !== null);
  const isKnown = known.length === results.length && known.length > 0;
  const mean = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const width = Math.sqrt(known.reduce((sum, { halfWidth }) => sum + halfWidth ** 2, 0)) / known.length;
  const base = {
    name: figure.measure,
    place: placeOf(figure),
    at: null,
    isVariance: figure.compared === 'variance',
    expected,
    got: isKnown ? mean : null,
  };
  if (figure.compared === 'exact') {
    const agrees = isKnown && known.every(({ value }) => Math.abs(value - expected) <= most);
    return { ...base, halfWidth: null, tolerance: { kind: 'exact', atMost: most }, agrees };
  }
  const worstZ = known.reduce(
    (worst, { value, standardError }) => {
      const error = Math.sqrt(standardError ** 2 + (figure.standardError ?? 0) ** 2);
      const off = value - expected;
      return Math.max(worst, off === 0 ? 0 : Math.abs(off) / error);
    },
    isKnown ? 0 : Number.POSITIVE_INFINITY,
  );
  const worstHalfWidth = known.reduce((worst, { halfWidth }) => Math.max(worst, halfWidth), 0);
  return {
    ...base,
    halfWidth: isKnown ? width : null,
    tolerance: { kind: 'statistical', worstZ, atMost: mostZ, worstHalfWidth, halfWidthAtMost: most },
    agrees: isKnown && worstZ <= mostZ && worstHalfWidth <= most,
  };
}

interface Sample {
  readonly value: number;
  readonly halfWidth: number;
  /** So scaled that four of them are as unlikely as four of the normal law. */
  readonly standardError: number;
}

/** Value and errors of a figure in one result. */
function sampleOf(figure: SimulationFigure, result: SimulationResult): Sample | null {
  const { value, halfWidth } = estimateAt(figure, result) ?? { value: null, halfWidth: null };
  if (value === null) return null;
  if (figure.compared === 'exact') return { value, halfWidth: 0, standardError: 0 };
  if (halfWidth === null) return null;
  const n = result.replications;
  if (figure.compared === 'variance') {
    const freedom = n - 1;
    const variance = (halfWidth / studentTQuantile(freedom, 0.975)) ** 2 * n;
    // Var(s^2) = sigma^4 (2 / (n - 1) + excess kurtosis / n).
    const error = figure.expected * Math.sqrt(2 / freedom + (figure.excessKurtosis ?? 0) / n);
    return { value: variance, halfWidth: 1.96 * error, standardError: error };
  }
  return { value, halfWidth, standardError: standardErrorOf(halfWidth, n) };
}

/** The estimate at a place of a result; undefined where the result has none. */
export function estimateAt(place: Place, result: SimulationResult): Estimate | undefined {
  const { scope, id, measure, interval } = place;
  if (interval !== undefined) {
    const line = result.series.find(
      (series) => series.measure === measure && series.scope === scope && series.id === id,
    );
    return line === undefined
      ? undefined
      : { value: line.values[interval] ?? null, halfWidth: line.halfWidths[interval] ?? null };
  }
  if (scope === 'promises') return result.promises[id]?.serviceLevelFraction;
  return scope === 'total' ? result.total[measure] : result[scope][id]?.[measure];
}

const placeOf = ({ scope, id, measure, interval }: SimulationFigure): Place =>
  interval === undefined ? { scope, id, measure } : { scope, id, measure, interval };
