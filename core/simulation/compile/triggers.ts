// Triggers that act on waiting contacts -> which hold in a line, and which priorities they can raise a contact to.
import type { ServedPlan } from '../../plan/servedPlan.ts';
import { type ContactFacts, matches } from '../../plan/serving.ts';
import type { TriggerModel } from '../model/compiledModel.ts';

/**
 * The triggers that hold in the line of a team, in the order of the plan. `moveStage` gives the stage of a contact that
 * a trigger moves; nobody is moved to the team in whose line it stands.
 */
export function triggersAt(
  plan: ServedPlan,
  facts: ContactFacts,
  homeTeam: number,
  moveStage: (team: number) => number,
): TriggerModel[] {
  const team = plan.teams[homeTeam];
  return plan.waitingTriggers.flatMap((trigger): TriggerModel[] => {
    if (!matches(trigger.when, { ...facts, team: team?.id, tier: team?.tier })) return [];
    const raise = trigger.raisePriorityTo ?? 0;
    const raiseTo = raise < (facts.priority ?? 5) ? raise : 0;
    const target = plan.teams.findIndex((candidate) => candidate.id === trigger.moveTo?.team);
    const move = target === -1 || target === homeTeam ? -1 : moveStage(target);
    if (raiseTo === 0 && move === -1) return [];
    return [
      {
        fromAttempt: trigger.atAttempt ?? 0,
        shareOfTarget: trigger.afterShareOfPromise ?? 0,
        raiseTo,
        moveStage: move,
      },
    ];
  });
}

/** The priorities above their own that contacts of any of these facts can come to have, whatever line they stand in. */
export function raisedPriorities(plan: ServedPlan, kinds: readonly ContactFacts[]): number[] {
  const raised = plan.waitingTriggers.flatMap(({ when, raisePriorityTo: to }) => {
    const { tiers, teams, ...contactPart } = when;
    const may = (facts: ContactFacts): boolean =>
      to !== undefined && to < (facts.priority ?? 5) && matches(contactPart, facts);
    return to !== undefined && kinds.some(may) ? [to] : [];
  });
  return [...new Set(raised)].sort((a, b) => a - b);
}
