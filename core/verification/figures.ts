// The words in which an experiment says what must come out, and the scale on which a chain is simulated.
import type { MeasureId } from '../measures/catalogue.ts';
import type { PlanInput } from '../plan/schema/plan.ts';
import type { Place, SimulationFigure } from './verificationCase.ts';

type PartScope = 'channels' | 'issueTypes' | 'tiers' | 'teams';

const statistical = (place: Place, expected: number, halfWidth: number): SimulationFigure => ({
  ...place,
  expected,
  compared: 'statistical',
  halfWidth,
});

/** A measure of the whole; `halfWidth` is the most that its 95 % half-width may be. */
export const inTotal = (measure: MeasureId, expected: number, halfWidth: number): SimulationFigure =>
  statistical({ scope: 'total', id: '', measure }, expected, halfWidth);

/** A measure of a channel, issue type, tier or team. */
export const inScope = (
  scope: PartScope,
  id: string,
  measure: MeasureId,
  expected: number,
  halfWidth: number,
): SimulationFigure => statistical({ scope, id, measure }, expected, halfWidth);

/** The service level of a promise. */
export const promiseKept = (id: string, expected: number, halfWidth: number): SimulationFigure =>
  statistical({ scope: 'promises', id, measure: 'serviceLevelFraction' }, expected, halfWidth);

/** A value of a series in one interval: of the total, or the service level of a promise. */
export const inInterval = (
  measure: 'offeredContacts' | 'queueLengthMeanContacts' | 'occupancyFraction',
  interval: number,
  expected: number,
  halfWidth: number,
): SimulationFigure => statistical({ scope: 'total', id: '', measure, interval }, expected, halfWidth);

/** The service level of a promise for the contacts that come in one interval. */
export const keptInInterval = (
  id: string,
  interval: number,
  expected: number,
  halfWidth: number,
): SimulationFigure =>
  statistical({ scope: 'promises', id, measure: 'serviceLevelFraction', interval }, expected, halfWidth);

/** The same figure as one that nothing random enters: right up to rounding. */
export const exactly = (figure: SimulationFigure): SimulationFigure => ({ ...figure, compared: 'exact' });

/** One day of a chain whose rates are per unit: how many seconds a unit is, and how many units are counted. */
export interface Scale {
  readonly unit: number;
  readonly counted: number;
  readonly horizon: PlanInput['horizon'];
}

/** A scale on which about so many contacts are counted, after a warm-up of so many units. */
export function scaleFor(ratePerUnit: number, contacts = 3000, warmUpUnits = 60): Scale {
  const counted = contacts / ratePerUnit;
  const unit = 86_400 / (warmUpUnits + counted);
  const warmUpDays = (warmUpUnits * unit) / 86_400;
  return { unit, counted, horizon: { start: '2026-01-05', days: 1, warmUpDays, intervalMinutes: 1440 } };
}
