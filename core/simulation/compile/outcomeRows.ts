// What may follow a handling -> rows of outcomes with the stage to which each leads.
import { amount } from '../../plan/schema/elements.ts';
import type { HandlingRule, OutcomeRule } from '../../plan/schema/flow.ts';
import type { ServedPlan } from '../../plan/servedPlan.ts';
import { type ContactFacts, nextTierOf } from '../../plan/serving.ts';
import { type OutcomeRow, outcomeKind } from '../model/compiledModel.ts';
import type { LawTable } from './lawTable.ts';
import type { EscalationKind } from './routes.ts';

/** A place to which a contact goes: a tier by its routing, or a team by name. */
export type Target =
  | { readonly tier: string | undefined }
  | { readonly team: number; readonly kind: EscalationKind };

interface Handling {
  /** Facts of the contact at the team that handles it. */
  readonly facts: ContactFacts;
  readonly team: number;
  readonly rule: HandlingRule | undefined;
}

/** Whether an outcome of the rule can lead to a team that has handled the contact before. */
export const leadsBack = (rule: OutcomeRule | undefined): boolean =>
  rule?.next.some(
    (next) => amount(next.share) > 0 && (next.kind !== 'functional' || next.to !== 'nextTier'),
  ) ?? false;

/** Fills in the rows of a rule, in its order; `resolvedBelow` is the share of those whom no outcome takes. */
export function addOutcomeRows(
  rows: OutcomeRow[],
  resolvedBelow: number,
  plan: ServedPlan,
  laws: LawTable,
  { facts, team, rule: handling }: Handling,
  rule: OutcomeRule | undefined,
  stageOf: (target: Target) => number,
): void {
  const teamIndex = (id: string): number => plan.teams.findIndex((candidate) => candidate.id === id);
  let below = resolvedBelow;
  const add = (share: number, row: Omit<OutcomeRow, 'below'>): void => {
    if (share <= 0) return;
    below += share;
    rows.push({ ...row, below });
  };
  const plain = { law: -1, handlingLaw: -1, warmSeconds: -1 };
  for (const next of rule?.next ?? []) {
    const share = amount(next.share);
    if (share <= 0) continue;
    if (next.kind === 'functional') {
      const target: Target =
        next.to === 'sameTeam'
          ? { team, kind: 'functional' }
          : next.to === 'nextTier'
            ? { tier: nextTierOf(plan, facts) }
            : { team: teamIndex(next.to.team), kind: 'functional' };
      const stage = stageOf(target);
      const early = share * amount(next.recognisedAtOnceShare);
      const row = { ...plain, stage, warmSeconds: next.warm?.overlapSeconds ?? -1 };
      const law = laws.add(next.recognition ?? handling?.time);
      add(early, { ...row, kind: outcomeKind.recognised, law });
      add(share - early, { ...row, kind: outcomeKind.escalated });
    } else if (next.kind === 'otherDepartment') {
      const department = plan.departments.find((entry) => entry.id === next.department);
      add(share, {
        ...plain,
        kind: outcomeKind.otherDepartment,
        stage: stageOf({ team, kind: 'hierarchical' }),
        law: laws.add(department?.turnaround),
        handlingLaw: laws.add(next.handlingAfter),
      });
    } else {
      const stage = stageOf({ team: teamIndex(next.to.team), kind: 'hierarchical' });
      add(share, { ...plain, kind: outcomeKind.toLead, stage });
    }
  }
}
