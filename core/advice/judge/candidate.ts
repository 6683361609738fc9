// One candidate: its plan, what it costs and keeps, where it is weak, and the decisions behind each of its boxes.
import type { AdviceDecision, Candidate, CandidatePromise } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { decideEquipment } from '../decisions/equipment.ts';
import { decideFunctionalEscalation } from '../decisions/functionalEscalation.ts';
import { decideGoals } from '../decisions/goals.ts';
import { decideHierarchicalEscalation } from '../decisions/hierarchicalEscalation.ts';
import { decideRetention } from '../decisions/retention.ts';
import { decideOwnSourcing } from '../decisions/sourcing.ts';
import { decideStaffing } from '../decisions/staffing.ts';
import { decideTiers } from '../decisions/tiers.ts';
import { decideTraining } from '../decisions/training.ts';
import { amountOf, summary } from '../say.ts';
import { dispatchTeam } from '../sizing/flows.ts';
import { atOnce } from '../sizing/headcount.ts';
import type { Sized } from '../sizing/size.ts';
import { dispatchers } from '../structures/names.ts';
import { boxesOf } from './boxes.ts';
import { costOf } from './cost.ts';
import { fragilityOf } from './fragility.ts';
import { budgetOf, reasonOf } from './unkept.ts';
import { postsOf, postsOfNeeds, wayOf } from './way.ts';
import { weakPointsOf } from './weakPoints.ts';

export function candidateOf(
  choices: Choices,
  sized: Sized,
): { readonly candidate: Candidate; readonly decisions: readonly AdviceDecision[] } {
  const { company } = choices;
  const { structure, plan, document, staff } = sized;
  const own = decisionsOf(choices, sized);
  const decisions = own.map((one) => ({ ...one, id: `${structure.kind}/${one.id}` }));
  const ownIds = new Set(own.map(({ id }) => id));
  const idOf = (id: string): string => (ownIds.has(id) ? `${structure.kind}/${id}` : id);
  const known = new Set([...choices.decisions, ...decisions].map(({ id }) => id));
  const cost = costOf(choices, sized);
  const budget = budgetOf(choices);
  const people = plan.teams.reduce(
    (sum, { groups }) => sum + groups.reduce((all, { headcount }) => all + (headcount ?? 0), 0),
    0,
  );
  const promises = sized.promises.map(
    (promise): CandidatePromise => ({
      ...{ id: promise.id, name: promise.name, targetSeconds: promise.targetSeconds },
      ...{ shareToAttain: promise.asked, attained: promise.attained, isKept: promise.isKept },
      reason: reasonOf(choices, promise),
    }),
  );
  const before =
    company.asked.present !== undefined
      ? postsOf(company.asked.present)
      : postsOfNeeds(company.needs.present ?? []);
  return {
    decisions,
    candidate: {
      id: structure.kind,
      summary: summary(structure.kind, {
        teams: amountOf(structure.teams.length, 'number'),
        people: amountOf(people, 'people'),
      }),
      text: `${JSON.stringify(document, null, 2)}\n`,
      ...{ document: plan, people },
      agents: [...staff.slots.values()].reduce((sum, slots) => sum + atOnce(slots), 0),
      costPerMonth: cost,
      isWithinBudget: budget === null ? null : cost.value <= budget,
      promises,
      promisesKept: promises.filter(({ isKept }) => isKept).length,
      worst: worstOf(promises),
      fragility: fragilityOf(choices, sized),
      isOnFrontier: false,
      decisions: [...known],
      boxes: boxesOf(sized, idOf, known),
      weakPoints: weakPointsOf(choices, sized, cost.value),
      way: wayOf(before, postsOf(plan)),
    },
  };
}

function worstOf(promises: readonly CandidatePromise[]): string | null {
  const slack = ({ attained, shareToAttain }: CandidatePromise): number =>
    attained === null ? Number.POSITIVE_INFINITY : attained - shareToAttain;
  return promises.toSorted((one, two) => slack(one) - slack(two))[0]?.id ?? null;
}

/** Decisions of this candidate beside those that all share. */
function decisionsOf(choices: Choices, { structure, staff, flows }: Sized): readonly AdviceDecision[] {
  const { company } = choices;
  const teams = [
    ...structure.teams,
    ...(structure.dispatched.length > 0 ? [{ id: dispatchTeam, name: dispatchers }] : []),
  ];
  const hasRemote = structure.teams.some(({ sourcing }) => sourcing === 'remote');
  return [
    decideTiers(choices, structure),
    ...structure.decisions,
    ...staff.leads.decisions,
    ...staff.management.decisions,
    ...staff.operations.decisions,
    decideOwnSourcing(choices),
    decideFunctionalEscalation(choices, structure),
    decideHierarchicalEscalation(staff.leads.groups.length > 0),
    decideGoals(),
    decideTraining(company),
    decideEquipment(company, hasRemote),
    decideRetention(company),
    ...teams.map((team) =>
      decideStaffing(
        company,
        team,
        flows.get(team.id) ?? [],
        staff.slots.get(team.id) ?? [],
        staff.people.get(team.id) ?? 0,
      ),
    ),
  ];
}
