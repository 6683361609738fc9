// A company as it is known: what it said, and what is usual where it said nothing.

import { exp } from '../../numerics/exp.ts';
import { log } from '../../numerics/log.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { HappinessKind, IndustryKind, Needs } from '../../plan/schema/needs.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { AdviceAsked } from '../asked.ts';
import { industries } from '../priors/industries.ts';
import type { IndustryPrior, Prior } from '../priors/industry.ts';
import { usualPay } from '../priors/money.ts';
import { source, wordOf } from '../say.ts';
import { words } from '../words.ts';
import { type Arrivals, liveArrivals, writtenArrivals } from './arrivals.ts';
import { assumed, derived, type Figure, said, saidOr } from './figure.ts';
import { type CompanyIssue, issuesOf } from './issues.ts';
import { type OpenWeek, openWeekOf } from './openWeek.ts';
import { type CompanyPersona, personasOf } from './personas.ts';

export interface Company {
  readonly asked: AdviceAsked;
  readonly needs: Needs;
  readonly locale: Plan['locale'];
  readonly name: Text;
  readonly industryKind: IndustryKind;
  readonly industry: IndustryPrior;
  readonly customers: Figure;
  /** Contacts of a month, all channels together. */
  readonly contacts: Figure;
  readonly issues: readonly CompanyIssue[];
  readonly personas: readonly CompanyPersona[];
  readonly week: OpenWeek;
  readonly live: Arrivals;
  readonly written: Arrivals;
  /** Of one agent in a month. */
  readonly pay: Figure;
  readonly isHelpDesk: boolean;
  readonly wishes: ReadonlySet<HappinessKind>;
  /** Figures that nobody said. */
  readonly assumptions: readonly Figure[];
}

/** Weeks of a mean month. */
export const weeksPerMonth = 365.25 / 12 / 7;

export function companyOf(asked: AdviceAsked): Company {
  const { needs, locale } = asked;
  const industryKind = needs.industry ?? 'other';
  const industry = industries[industryKind];
  const usual = source('industry', { industry: wordOf('industry', industryKind) });
  const customers = saidOr(
    { name: 'customers', unit: 'number', field: ['customers'], source: usual },
    needs.customers,
    industry.customers,
  );
  const rate = assumed(
    { name: 'contactsPerCustomer', unit: 'number', field: ['contactsPerMonth'], source: usual },
    industry.contactsPerCustomer,
  );
  const contacts =
    needs.contactsPerMonth === undefined
      ? derived({ name: 'contacts', unit: 'contacts', field: ['contactsPerMonth'] }, product(customers, rate))
      : said({ name: 'contacts', unit: 'contacts', field: ['contactsPerMonth'] }, needs.contactsPerMonth);
  const { pay, isKnown } = usualPay(locale.currency);
  const payFigure = saidOr(
    {
      ...{ name: 'pay', unit: 'money', field: ['payPerMonth'] },
      source: source(isKnown ? 'usualPay' : 'unknownPay'),
    },
    needs.payPerMonth,
    pay,
  );
  const issues = issuesOf(needs, industry, usual);
  const personas = personasOf(needs, industry, usual);
  const week = openWeekOf(needs, locale, industry);
  const figures = [
    customers,
    ...(needs.contactsPerMonth === undefined ? [rate, contacts] : []),
    ...issues.flatMap(({ share, minutes, repeated }) => [share, minutes, repeated]),
    payFigure,
  ];
  return {
    ...{ asked, needs, locale, industryKind, industry, customers, contacts, issues, personas, week },
    name: asked.name ?? needs.companyName ?? words('Support', 'پشتیبانی', 'الدعم'),
    live: liveArrivals(week),
    written: writtenArrivals(locale.weekend),
    pay: payFigure,
    isHelpDesk: needs.kind === 'helpDesk',
    wishes: new Set(needs.happiness),
    assumptions: figures.filter(({ status }) => status !== 'given'),
  };
}

/**
 * The product of two figures that are independent of each other: the ends of its range are as far, on a scale of ratios, as the roots of
 * the sums of squares say. Example: 100 (50 to 200) times 2 (1 to 4) is 200, from 75 to 533.
 */
export function product(one: Figure, other: Figure): Prior {
  const value = one.value * other.value;
  if (value <= 0 || one.low <= 0 || other.low <= 0)
    return [value, one.low * other.low, one.high * other.high];
  const root = (a: number, b: number): number => Math.sqrt(log(a) * log(a) + log(b) * log(b));
  return [
    value,
    value / exp(root(one.value / one.low, other.value / other.low)),
    value * exp(root(one.high / one.value, other.high / other.value)),
  ];
}
