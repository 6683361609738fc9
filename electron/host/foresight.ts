// What a change of a plan would come to, by formula: from a plan that was met before and the change alone, so that neither has to
// be sent, read or checked as a whole text for each step of a slider.
import type { Reply } from '../../core/contract/failures.ts';
import type { DecodedInput, Output } from '../../core/contract/methods.ts';
import type { ShortEvaluation } from '../../core/measures/shortEvaluation.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parseEdited } from '../../core/plan/parseEdited.ts';
import { parseDraftValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { ok } from '../../core/units/result.ts';
import { checkedPlan } from './checkedPlan.ts';
import { documentOf } from './explanationQuestion.ts';
import { planInvalid } from './refusals.ts';

export interface ForesightParts {
  readonly evaluate: (plan: Plan, planHash: string) => Reply<ShortEvaluation>;
}

export interface Foresight {
  readonly foresee: (asked: DecodedInput<'plan.foresee'>) => Reply<Output<'plan.foresee'>>;
  /** A plan that may be named by its hash from now on. */
  readonly meet: (plan: Plan, planHash: string) => void;
}

/** To and fro between a few states of a plan, as undo does. */
const mostMet = 8;

export function createForesight({ evaluate }: ForesightParts): Foresight {
  const met = new Map<string, Plan>();

  const meet: Foresight['meet'] = (plan, planHash) => {
    met.delete(planHash);
    met.set(planHash, plan);
    for (const oldest of met.keys()) if (met.size > mostMet) met.delete(oldest);
  };

  const answerFor = (plan: Plan, planHash: string): Reply<Output<'plan.foresee'>> => {
    meet(plan, planHash);
    const evaluated = evaluate(plan, planHash);
    return evaluated.ok ? ok({ foreseen: evaluated.value }) : evaluated;
  };

  return {
    meet,
    foresee: ({ base, text, commands }) => {
      const known = base === undefined ? undefined : met.get(base);
      if (known === undefined && text === undefined) return ok({ foreseen: null });
      // A slider asks of the same plan step after step: it must not be driven out by what each of them would make of it.
      if (known !== undefined && base !== undefined) meet(known, base);
      if (commands.length === 0) {
        if (known !== undefined && base !== undefined) return answerFor(known, base);
        const { plan, planHash, faults } = checkedPlan(text ?? '');
        return plan === null || planHash === null ? planInvalid(faults) : answerFor(plan, planHash);
      }
      const applied = applyCommands(known ?? documentOf(text ?? ''), commands);
      if (!applied.ok) return planInvalid(applied.failure);
      const { document } = applied.value;
      const parsed = known === undefined ? parseDraftValue(document) : parseEdited(known, document);
      const { plan, planHash, faults } = parsed;
      return plan === null || planHash === null ? planInvalid(faults) : answerFor(plan, planHash);
    },
  };
}
