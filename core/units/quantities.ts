// Branded quantities: plain numbers at run time, told apart by the compiler, so that seconds are never added to hours.
// The constructors check nothing and cost nothing; decoding and checking happen once, where a plan is read.

declare const unit: unique symbol;

type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

/** A span of time, or a moment counted from a start, in seconds. */
export type Seconds = Quantity<'seconds'>;
/** A span of time in hours. */
export type Hours = Quantity<'hours'>;
/** A share: 0 is none and 1 is all; a growth or a speed relative to a norm may exceed 1. */
export type Fraction = Quantity<'fraction'>;
/** Offered or carried work: contacts per second times seconds per contact. */
export type Erlangs = Quantity<'erlangs'>;
/** A rate per second. */
export type PerSecond = Quantity<'perSecond'>;
/** A number of contacts; an expectation need not be whole. */
export type Contacts = Quantity<'contacts'>;
/** An amount in the currency of the plan. */
export type Money = Quantity<'money'>;
/** Full-time equivalents. */
export type Fte = Quantity<'fte'>;

/** Names a number as seconds. */
export const seconds = (value: number): Seconds => value as Seconds;
/** Names a number as hours. */
export const hours = (value: number): Hours => value as Hours;
/** Names a number as a fraction: `fraction(0.8)` is 80 %. */
export const fraction = (value: number): Fraction => value as Fraction;
/** Names a number as Erlangs. */
export const erlangs = (value: number): Erlangs => value as Erlangs;
/** Names a number as a rate per second. */
export const perSecond = (value: number): PerSecond => value as PerSecond;
/** Names a number as a count of contacts. */
export const contacts = (value: number): Contacts => value as Contacts;
/** Names a number as an amount of money. */
export const money = (value: number): Money => value as Money;
/** Names a number as full-time equivalents. */
export const fte = (value: number): Fte => value as Fte;

const secondsPerHour = 3600;

/** Hours as seconds: `secondsOf(hours(1.5))` is 5400. */
export const secondsOf = (span: Hours): Seconds => seconds(span * secondsPerHour);
/** Seconds as hours: `hoursOf(seconds(5400))` is 1.5. */
export const hoursOf = (span: Seconds): Hours => hours(span / secondsPerHour);
