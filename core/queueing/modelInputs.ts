// From checked fields of JSON to the quantities that the functions take, and from outcomes to plain lists.
import type { Law } from '../plan/schema/law.ts';
import { type PerSecond, perSecond, type Seconds, seconds } from '../units/quantities.ts';
import type { Inputs } from './model.ts';

/** A number that is there. */
export const numberIn = (inputs: Inputs, name: string): number => inputs[name] as number;
export const numbersIn = (inputs: Inputs, name: string): readonly number[] =>
  (inputs[name] ?? []) as readonly number[];
export const tableIn = (inputs: Inputs, name: string): readonly (readonly number[])[] =>
  inputs[name] as readonly (readonly number[])[];
export const lawIn = (inputs: Inputs, name: string): Law => inputs[name] as Law;

/** A number, or `otherwise` where it is left out. */
export const numberOr = <T>(inputs: Inputs, name: string, otherwise: T): number | T =>
  (inputs[name] as number | undefined) ?? otherwise;

export const ratePerSecond = (contactsPerHour: number): PerSecond => perSecond(contactsPerHour / 3600);
export const arrivalsIn = (inputs: Inputs): PerSecond => ratePerSecond(numberIn(inputs, 'contactsPerHour'));
export const secondsIn = (inputs: Inputs, name: string): Seconds => seconds(numberIn(inputs, name));
/** Undefined where it is left out: nobody leaves. */
export const patienceIn = (inputs: Inputs): Seconds | undefined =>
  inputs['patienceSeconds'] === undefined ? undefined : secondsIn(inputs, 'patienceSeconds');
/** At once where no target is given; what depends on it is then not written. */
export const targetIn = (inputs: Inputs): Seconds => seconds(numberOr(inputs, 'targetSeconds', 0));

/** A list of one outcome's values from a list of outcomes. */
export const column = <T, V>(outcomes: readonly T[], value: (outcome: T) => V): V[] => outcomes.map(value);
