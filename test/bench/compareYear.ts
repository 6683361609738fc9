// W5, the online shop's year with all rules, against W3: what a plan pays that uses everything.
import { type Comparison, ratioOf, speedOf } from './compareSpeed.ts';
import { createEngineRun, type Round } from './engineRun.ts';
import { shopYear } from './shopYear.ts';
import { workloads } from './workloads.ts';

const mostOfW3 = 3;
/** Of W3 in a round: a second, in which it has come to its speed; the year takes nearly two. */
const replicationsOfW3 = 10;

/** A contact of the year beside one of W3 in the C program, and what that is where both targets are just kept; null without the program. */
export function yearOverReference(
  rows: readonly Comparison[],
): { readonly ratio: number; readonly target: number } | null {
  const year = rows.find(({ name }) => name === 'W5');
  const tiers = rows.find(({ name }) => name === year?.against);
  if (year?.ratio == null || tiers?.ratio == null) return null;
  return { ratio: year.ratio * tiers.ratio, target: year.target * tiers.target };
}

export function compareYear(
  { days, rounds }: { readonly days: number; readonly rounds: number },
  { contacts, warmUpContacts }: { readonly contacts: number; readonly warmUpContacts: number },
): Comparison {
  const { contactsPerDay, plan } = workloads.W3;
  const runW3 = createEngineRun(
    plan(Math.round(contacts / contactsPerDay), warmUpContacts / contactsPerDay),
    1,
  );
  const runYear = createEngineRun(shopYear(days), 1);
  runW3(1);
  // A year is long enough to warm up in: its first weeks do.
  createEngineRun(shopYear(Math.min(days, 14)), 1)(1);
  const tiers: Round[] = [];
  const year: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tiers.push(runW3(replicationsOfW3));
    year.push(runYear(1));
  }
  return {
    name: 'W5',
    ratio: ratioOf(year, tiers),
    against: 'W3',
    target: mostOfW3,
    contactsPerCpuSecond: speedOf(year),
    referenceContactsPerCpuSecond: null,
    contacts: year[0]?.contacts ?? 0,
    rounds,
  };
}
