// What work costs: pay over the hours that are worked.
import { weeksPerMonth } from './company/company.ts';
import { hoursPerWeek, timeAway } from './priors/people.ts';

/** Hours that one person works on contacts in a month: those of the contract less the time away. */
export const workedHoursPerMonth = hoursPerWeek * weeksPerMonth * (1 - timeAway[0]);

/** Example: pay of 4,200 a month, 139 worked hours: 30.2 an hour. */
export const payPerWorkedHour = (payPerMonth: number): number => payPerMonth / workedHoursPerMonth;
