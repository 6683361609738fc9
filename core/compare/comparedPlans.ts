// The plans of a comparison: scenarios made whole, what differs between them, and why one cannot be calculated.
import type { ComparedPlan, ComparedPromise } from '../measures/comparison.ts';
import { type PlanChange, planChanges } from '../plan/edits/planChanges.ts';
import { parseDraftValue } from '../plan/parsePlan.ts';
import { peopleOf } from '../plan/people.ts';
import { baseOf, resolveScenario } from '../plan/scenarios/resolveScenario.ts';
import { amount, type Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Fault } from '../units/fault.ts';

/** A plan as it takes part in a comparison. */
export interface Contestant {
  readonly scenario: string | null;
  readonly name: Text;
  /** Null where not even the fields are sound. */
  readonly draft: Plan | null;
  readonly planHash: string | null;
  readonly faults: readonly Fault[];
  readonly leftOut: readonly Fault[];
}

/** The plan itself, or one of its scenarios made whole; undefined where it has no such scenario. */
export function contestantOf(plan: Plan, scenario: string | null): Contestant | undefined {
  if (scenario === null) return { scenario, ...checked(plan.name, baseOf(plan)), leftOut: [] };
  const found = plan.scenarios.find(({ id }) => id === scenario);
  if (found === undefined) return undefined;
  const { document, faults } = resolveScenario(plan, scenario);
  return { scenario, ...checked(found.name, document), leftOut: faults };
}

function checked(name: Text, document: unknown): Omit<Contestant, 'scenario' | 'leftOut'> {
  const { draft, planHash, faults } = parseDraftValue(document);
  return { name, draft, planHash, faults };
}

export const comparedPlan = (contestant: Contestant, first: Contestant): ComparedPlan => ({
  scenario: contestant.scenario,
  name: contestant.name,
  planHash: contestant.planHash,
  people: contestant.draft === null ? 0 : peopleOf(contestant.draft).people,
  changes:
    contestant.draft === null || first.draft === null ? [] : differences(first.draft, contestant.draft),
  leftOut: contestant.leftOut,
  faults: contestant.faults,
});

/** What a plan is called is no difference: everybody knows that a scenario has a name of its own. */
const ofTheFile: ReadonlySet<string | number> = new Set([
  'name',
  'description',
  'notes',
  'incomplete',
  'reviews',
]);

const differences = (before: Plan, after: Plan): readonly PlanChange[] =>
  planChanges(before, after).filter(({ at: [field = ''] }) => !ofTheFile.has(field));

/** Every promise that one of the plans makes. */
export function comparedPromises(contestants: readonly Contestant[]): ComparedPromise[] {
  const plans = contestants.map(({ draft }) => draft);
  const ids = new Set(plans.flatMap((plan) => plan?.promises.map(({ id }) => id) ?? []));
  return [...ids].map((id) => {
    const promises = plans.map((plan) => plan?.promises.find((promise) => promise.id === id));
    return {
      id,
      name: promises.find((promise) => promise !== undefined)?.name ?? id,
      shareToAttain: promises.map((promise) =>
        promise === undefined ? null : amount(promise.shareToAttain),
      ),
    };
  });
}
