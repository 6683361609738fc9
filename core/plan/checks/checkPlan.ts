// What a plan means as a whole: a table of small checks, run in two rounds.
import type { Severity } from '../faultCodes.ts';
import { type ContactKind, contactKinds, type Journey, journeyOf } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';
import { callBackChannels, callBackChannelsDeferred, callBackOffers, patience } from './channels.ts';
import { cyclesTakeTime, everyoneResolved, reportingLines, triggerCycles, warmCycles } from './cycles.ts';
import { backlogsOnce, issueTypesInDemand, served, tiersWithTeams, volumes } from './demand.ts';
import { headcounts, shiftLengths, someoneOnDuty, staffingInHours, teamHours } from './duty.ts';
import { handlingTimes, waysOn } from './handlingTimes.ts';
import { horizonLength, warmUp } from './horizonLength.ts';
import { lackingParts, teamsWithPeople } from './lacking.ts';
import { proficienciesMatch, promisesMatch, rulesMatch } from './matching.ts';
import { dayLengths, profileFactors, weekdaysOnce } from './profiles.ts';
import { ranges } from './ranges.ts';
import { references } from './references.ts';
import { reviewPeriods } from './reviews.ts';
import { scenarioChanges, scenarioCycles } from './scenarios.ts';
import { assistantShares, outcomeShares, personaShares, recognitionTimes } from './shares.ts';
import { uniqueIds, uniqueStreamKeys } from './uniqueness.ts';

/** One check: what it looks at, and how grave its faults are. */
interface Check<Look> {
  readonly severity: Severity;
  readonly look: Look;
}
type PlanLook = (plan: Plan) => PlanFault[];
type JourneyLook = (plan: Plan, journeys: readonly Journey[]) => PlanFault[];

/** Names and references, on which all other checks rest. */
export const namingChecks: readonly Check<PlanLook>[] = [
  { severity: 'error', look: references },
  { severity: 'error', look: uniqueIds },
];

/** Checks of single parts, which hold whatever the references say. */
export const planChecks: readonly Check<PlanLook>[] = [
  { severity: 'error', look: lackingParts },
  { severity: 'error', look: teamsWithPeople },
  { severity: 'error', look: uniqueStreamKeys },
  { severity: 'error', look: horizonLength },
  { severity: 'error', look: warmUp },
  { severity: 'error', look: outcomeShares },
  { severity: 'error', look: assistantShares },
  { severity: 'error', look: ranges },
  { severity: 'error', look: shiftLengths },
  { severity: 'error', look: teamHours },
  { severity: 'error', look: staffingInHours },
  { severity: 'error', look: profileFactors },
  { severity: 'error', look: dayLengths },
  { severity: 'error', look: weekdaysOnce },
  { severity: 'error', look: callBackChannels },
  { severity: 'error', look: callBackChannelsDeferred },
  { severity: 'error', look: backlogsOnce },
  { severity: 'error', look: reviewPeriods },
  { severity: 'error', look: reportingLines },
  { severity: 'error', look: scenarioCycles },
  { severity: 'warning', look: volumes },
  { severity: 'warning', look: issueTypesInDemand },
  { severity: 'warning', look: tiersWithTeams },
  { severity: 'warning', look: someoneOnDuty },
  { severity: 'warning', look: headcounts },
  { severity: 'warning', look: personaShares },
  { severity: 'warning', look: recognitionTimes },
  { severity: 'warning', look: patience },
  { severity: 'warning', look: callBackOffers },
  { severity: 'warning', look: scenarioChanges },
];

/** Checks of the ways that contacts take; they need every name to mean one thing. */
export const journeyChecks: readonly Check<JourneyLook>[] = [
  { severity: 'error', look: served },
  { severity: 'error', look: handlingTimes },
  { severity: 'error', look: waysOn },
  { severity: 'error', look: cyclesTakeTime },
  { severity: 'error', look: warmCycles },
  { severity: 'error', look: triggerCycles },
  { severity: 'error', look: everyoneResolved },
  { severity: 'warning', look: promisesMatch },
  { severity: 'warning', look: rulesMatch },
  { severity: 'warning', look: proficienciesMatch },
];

/** Kinds of contact times teams times tiers that are looked at; far beyond any organisation there is. */
export const combinationLimit = 20_000_000;

/** The kinds of contact that differ in some fact, or in what they come from. */
const kindsOfContact = (plan: Plan): ContactKind[] => [
  ...new Map(
    contactKinds(plan).map((kind) => [JSON.stringify([kind.facts, kind.acceptedFrom]), kind]),
  ).values(),
];

export interface Findings {
  readonly errors: readonly PlanFault[];
  readonly warnings: readonly PlanFault[];
}

/**
 * All that is wrong with the meaning of a plan whose fields are right. The ways of contacts are followed only where
 * every name means one thing; else the faults of the names would come back as faults of everything.
 */
export function checkPlan(plan: Plan): Findings {
  const errors: PlanFault[] = [];
  const warnings: PlanFault[] = [];
  const note = (severity: Severity, faults: readonly PlanFault[]): void => {
    (severity === 'error' ? errors : warnings).push(...faults);
  };
  for (const { severity, look } of namingChecks) note(severity, look(plan));
  const namesAreSound = errors.length === 0;
  for (const { severity, look } of planChecks) note(severity, look(plan));
  if (!namesAreSound) return { errors, warnings };

  const kinds = kindsOfContact(plan);
  const combinations = kinds.length * plan.teams.length * Math.max(1, plan.tiers.length);
  if (combinations > combinationLimit) {
    note('error', [
      planFault('tooManyCombinations', ['demand'], { found: combinations, limit: combinationLimit }),
    ]);
    return { errors, warnings };
  }
  const journeys = kinds.map((kind) => journeyOf(plan, kind));
  for (const { severity, look } of journeyChecks) note(severity, look(plan, journeys));
  return { errors, warnings };
}
