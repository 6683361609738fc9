// Rules and promises that no contact ever meets are probably misspelt or left over.
import type { Journey, Place } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { ContactFilter } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { ServedPlan } from '../servedPlan.ts';
import { matches } from '../serving.ts';

/** Beyond so many comparisons the question is left unanswered: it only serves as a hint. */
const comparisonLimit = 20_000_000;

type Seen = (filter: ContactFilter, isAbout?: (place: Place) => boolean) => boolean;

/** Tells whether any contact meets a filter on its way; rules ask for the priority of its row, not for a raised one. */
function seenBy(journeys: readonly Journey[]): Seen {
  const places = journeys.flatMap((journey) => [...journey.places.values()]);
  let left = comparisonLimit;
  return (filter, isAbout = () => true) =>
    places.some((place) => {
      left -= 1;
      return left < 0 || (isAbout(place) && matches(filter, place.facts));
    });
}

export function promisesMatch(plan: Pick<Plan, 'promises'>, journeys: readonly Journey[]): PlanFault[] {
  const seen = seenBy(journeys);
  return plan.promises.flatMap((promise, i) =>
    seen(promise.applies)
      ? []
      : [planFault('promiseMatchesNothing', ['promises', i, 'applies'], { promise: promise.id })],
  );
}

/** Routing rules are compared in every tier, for they decide where the contact goes. */
function routingMatches(plan: ServedPlan, journeys: readonly Journey[], filter: ContactFilter): boolean {
  const tiers = plan.tiers.length === 0 ? [undefined] : plan.tiers.map((tier) => tier.id);
  return journeys.some(({ facts }) => tiers.some((tier) => matches(filter, { ...facts, tier })));
}

export function rulesMatch(plan: ServedPlan, journeys: readonly Journey[]): PlanFault[] {
  const seen = seenBy(journeys);
  const unseen = (['handling', 'outcomes', 'returns', 'waitingTriggers'] as const).flatMap((list) =>
    plan[list].flatMap((rule, i) =>
      seen(rule.when) ? [] : [planFault('ruleMatchesNothing', [list, i, 'when'])],
    ),
  );
  const unrouted = plan.routing.flatMap((rule, i) =>
    routingMatches(plan, journeys, rule.when)
      ? []
      : [planFault('ruleMatchesNothing', ['routing', i, 'when'])],
  );
  return [...unrouted, ...unseen];
}

export function proficienciesMatch(plan: Pick<Plan, 'teams'>, journeys: readonly Journey[]): PlanFault[] {
  const seen = seenBy(journeys);
  return plan.teams.flatMap((team, i) =>
    team.groups.flatMap((group, j) =>
      group.proficiency.flatMap((entry, k) => {
        if (seen(entry.when, (place) => place.teamIndex === i)) return [];
        const path = ['teams', i, 'groups', j, 'proficiency', k, 'when'];
        return [planFault('proficiencyMatchesNothing', path, { group: group.id })];
      }),
    ),
  );
}
