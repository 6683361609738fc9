// Edits of who asks and what about: issue types, personas, recorded arrivals, backlog, and what is not sure of volumes.
import { amount } from '../../../core/plan/amount.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';
import { scaleLines } from './mix.ts';
import { type Period, totalOf } from './volumes.ts';

export const addIssueType = (plan: Pick<Plan, 'issueTypes'>, name: Text): Command[] => [
  { change: 'add', at: ['issueTypes'], value: { id: freeId(plan.issueTypes, 'issue'), name } },
];

export const addPersona = ({ company }: Pick<Plan, 'company'>, name: Text): Command[] => [
  {
    change: 'add',
    at: ['company', 'personas'],
    value: { id: freeId(company.personas, 'persona'), name },
  },
];

/** The demand that customers bring by their number and how often each of them asks; the mix of the lines stays. */
export function volumesFromCustomers(plan: Pick<Plan, 'company' | 'demand' | 'volumeModel'>): Command[] {
  const wanted = contactsOfCustomers(plan);
  const stated = totalOf(plan.demand, 'month');
  return wanted === undefined || stated === 0 ? [] : scaleLines(plan.demand, wanted / stated);
}

/** Contacts a month that follow from the customers; undefined where one of the two figures is not stated. */
export function contactsOfCustomers({
  company,
  volumeModel,
}: Pick<Plan, 'company' | 'volumeModel'>): number | undefined {
  const { customers } = company;
  const rate = volumeModel.contactRatePerCustomerPerMonth;
  return customers === undefined || rate === undefined ? undefined : amount(customers) * amount(rate);
}

/** Recorded arrivals in the place of a volume: a line has the one or the other. */
export function recordArrivals(
  plan: Pick<Plan, 'demand'>,
  id: string,
  seconds: readonly number[],
): Command[] {
  const line = plan.demand.find((one) => one.id === id);
  if (line === undefined) return [];
  const { volume: _, ...rest } = line;
  return [{ change: 'set', at: ['demand', id], value: { ...rest, arrivalsSeconds: [...seconds] } }];
}

/** A volume in the place of recorded arrivals: as many as were recorded, over the days of the record. */
export function stateVolume(
  plan: Pick<Plan, 'demand'>,
  id: string,
  contacts: number,
  per: Period,
): Command[] {
  const line = plan.demand.find((one) => one.id === id);
  if (line === undefined) return [];
  const { arrivalsSeconds: _, ...rest } = line;
  return [{ change: 'set', at: ['demand', id], value: { ...rest, volume: { contacts, per } } }];
}

/** As many a day as the record has, by its last arrival. */
export function contactsPerDay({ arrivalsSeconds = [] }: Pick<Demand, 'arrivalsSeconds'>): number {
  const last = arrivalsSeconds.reduce((most, seconds) => Math.max(most, seconds), 0);
  return Math.round(arrivalsSeconds.length / Math.max(1, Math.ceil(last / 86_400)));
}

/** The first line without a backlog gets one. */
export function addBacklog({ demand, startingBacklog }: Pick<Plan, 'demand' | 'startingBacklog'>): Command[] {
  const free = demand.find(({ id }) => !startingBacklog.some((entry) => entry.demand === id));
  if (free === undefined) return [];
  return [{ change: 'add', at: ['startingBacklog'], value: { demand: free.id, contacts: 0 } }];
}

export const addForecastError: Command[] = [
  { change: 'set', at: ['volumeModel', 'forecastError'], value: { lowFactor: 0.9, highFactor: 1.1 } },
];
