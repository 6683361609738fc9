// What a plan means as a whole: a table of small checks, run in two rounds.
import type { Severity } from '../faultCodes.ts';
import { type ContactKind, contactKinds, type Journey, journeyOf, type ServedDemand } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';
import { demandParts, servedParts } from '../servedPlan.ts';
import { callBackChannels, callBackChannelsDeferred, callBackOffers, patience } from './channels.ts';
import { cyclesTakeTime, everyoneResolved, reportingLines, triggerCycles, warmCycles } from './cycles.ts';
import { backlogsOnce, issueTypesInDemand, served, tiersWithTeams, volumes } from './demand.ts';
import { headcounts, shiftLengths, someoneOnDuty, staffingInHours, teamHours } from './duty.ts';
import { handlingTimes, waysOn } from './handlingTimes.ts';
import { horizonLength, warmUp } from './horizonLength.ts';
import { lackingParts, teamsWithPeople } from './lacking.ts';
import { allFields, type JourneyLook, lookAt, lookAtJourneys, type PlanLook } from './look.ts';
import { proficienciesMatch, promisesMatch, rulesMatch } from './matching.ts';
import { dayLengths, profileFactors, weekdaysOnce } from './profiles.ts';
import { rangeLooks } from './ranges.ts';
import { referenceLooks } from './references.ts';
import { reviewPeriods } from './reviews.ts';
import { scenarioChanges, scenarioCycles } from './scenarios.ts';
import { assistantShares, outcomeShares, personaShares, recognitionTimes } from './shares.ts';
import { idLooks, streamKeyLooks } from './uniqueness.ts';

/** One check: what it looks at, and how grave its faults are. */
interface Check<Look> {
  readonly severity: Severity;
  readonly look: Look;
}
const error = <Look>(look: Look): Check<Look> => ({ severity: 'error', look });
const warning = <Look>(look: Look): Check<Look> => ({ severity: 'warning', look });

/** Names and references, on which all other checks rest. */
const namingChecks: readonly Check<PlanLook>[] = [...referenceLooks.map(error), ...idLooks.map(error)];

/** Checks of single parts, which hold whatever the references say. */
const planChecks: readonly Check<PlanLook>[] = [
  error(lookAt(['channels', 'issueTypes', 'demand', 'teams'], lackingParts)),
  error(lookAt(['teams'], teamsWithPeople)),
  ...streamKeyLooks.map(error),
  error(lookAt(['horizon'], horizonLength)),
  error(lookAt(['horizon'], warmUp)),
  error(lookAt(['outcomes'], outcomeShares)),
  error(lookAt(['channels'], assistantShares)),
  ...rangeLooks.map(error),
  error(lookAt(['shifts'], shiftLengths)),
  error(lookAt(['teams', 'calendars'], teamHours)),
  error(lookAt(['teams', 'calendars', 'shifts'], staffingInHours)),
  error(lookAt(['demand', 'profiles'], profileFactors)),
  error(lookAt(['profiles'], dayLengths)),
  error(lookAt(['profiles'], weekdaysOnce)),
  error(lookAt(['channels'], callBackChannels)),
  error(lookAt(['channels'], callBackChannelsDeferred)),
  error(lookAt(['startingBacklog'], backlogsOnce)),
  error(lookAt(['reviews'], reviewPeriods)),
  error(lookAt(['teams'], reportingLines)),
  error(lookAt(['scenarios'], scenarioCycles)),
  warning(lookAt(['demand'], volumes)),
  warning(lookAt(['demand', 'issueTypes'], issueTypesInDemand)),
  warning(lookAt(['tiers', 'teams'], tiersWithTeams)),
  warning(lookAt(['teams', 'shifts'], someoneOnDuty)),
  warning(lookAt(['teams', 'shifts'], headcounts)),
  warning(lookAt(['company'], personaShares)),
  warning(lookAt(['outcomes'], recognitionTimes)),
  warning(lookAt(['channels'], patience)),
  warning(lookAt(['channels'], callBackOffers)),
  warning(lookAt(allFields, scenarioChanges)),
];

/** Checks of the ways that contacts take; they need every name to mean one thing. */
const journeyChecks: readonly Check<JourneyLook>[] = [
  error(lookAtJourneys([], served)),
  error(lookAtJourneys([], handlingTimes)),
  error(lookAtJourneys([], waysOn)),
  error(lookAtJourneys([], cyclesTakeTime)),
  error(lookAtJourneys([], warmCycles)),
  error(lookAtJourneys([], triggerCycles)),
  error(lookAtJourneys([], everyoneResolved)),
  warning(lookAtJourneys(['promises'], promisesMatch)),
  warning(lookAtJourneys([], rulesMatch)),
  warning(lookAtJourneys(['teams'], proficienciesMatch)),
];

/** Kinds of contact times teams times tiers that are looked at; far beyond any organisation there is. */
export const combinationLimit = 20_000_000;

/** The kinds of contact that differ in some fact, or in what they come from. */
const kindsOfContact = (plan: ServedDemand): ContactKind[] => [
  ...new Map(
    contactKinds(plan).map((kind) => [JSON.stringify([kind.facts, kind.acceptedFrom]), kind]),
  ).values(),
];

export interface Findings {
  readonly errors: readonly PlanFault[];
  readonly warnings: readonly PlanFault[];
}

/** The ways of all contacts, or the fault of a plan that has too many to look at; `of`: all that they rest on. */
interface Ways {
  readonly of: readonly unknown[];
  readonly journeys: readonly Journey[];
  readonly tooMany: readonly PlanFault[];
}

/** What was found at a plan, check by check, for who checks another state of it. */
interface Looked {
  readonly found: Map<PlanLook | JourneyLook, readonly PlanFault[]>;
  ways: Ways | null;
}
const looked = new WeakMap<Plan, Looked>();

/**
 * All that is wrong with the meaning of a plan whose fields are right. The ways of contacts are followed only where
 * every name means one thing; else the faults of the names would come back as faults of everything. `before`: another state of the
 * plan that was checked; looks at fields that are the very same objects are not taken again.
 */
export function checkPlan(plan: Plan, before?: Plan): Findings {
  const errors: PlanFault[] = [];
  const warnings: PlanFault[] = [];
  const known = before === undefined ? undefined : looked.get(before);
  const own: Looked = { found: new Map(), ways: null };
  looked.set(plan, own);
  const isSame = (field: keyof Plan): boolean => plan[field] === before?.[field];
  const note = <Look extends PlanLook | JourneyLook>(
    { severity, look }: Check<Look>,
    take: (look: Look) => readonly PlanFault[],
    isAsBefore = true,
  ): void => {
    const last = isAsBefore && look.fields.every(isSame) ? known?.found.get(look) : undefined;
    const faults = last ?? take(look);
    own.found.set(look, faults);
    (severity === 'error' ? errors : warnings).push(...faults);
  };
  const atPlan = ({ faults }: PlanLook): readonly PlanFault[] => faults(plan);
  for (const check of namingChecks) note(check, atPlan);
  const namesAreSound = errors.length === 0;
  for (const check of planChecks) note(check, atPlan);
  if (!namesAreSound) return { errors, warnings };

  const ways = waysOf(plan, known?.ways ?? null);
  own.ways = ways;
  if (ways.tooMany.length > 0) return { errors: [...errors, ...ways.tooMany], warnings };
  const atJourneys = ({ faults }: JourneyLook): readonly PlanFault[] => faults(plan, ways.journeys);
  for (const check of journeyChecks) note(check, atJourneys, ways === known?.ways);
  return { errors, warnings };
}

function waysOf(plan: Plan, before: Ways | null): Ways {
  const of = [...servedParts(plan), ...demandParts(plan.demand)];
  if (before?.of.length === of.length && before.of.every((part, i) => part === of[i])) return before;
  const kinds = kindsOfContact(plan);
  const combinations = kinds.length * plan.teams.length * Math.max(1, plan.tiers.length);
  if (combinations > combinationLimit) {
    const params = { found: combinations, limit: combinationLimit };
    return { of, journeys: [], tooMany: [planFault('tooManyCombinations', ['demand'], params)] };
  }
  return { of, journeys: kinds.map((kind) => journeyOf(plan, kind)), tooMany: [] };
}
