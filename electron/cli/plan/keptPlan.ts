// Which kept plan a name or an identifier means.
import type { PlanSummary } from '../../../core/contract/library.ts';
import { foldText } from '../../../core/plan/foldText.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import { failed, ok, type Result } from '../../../core/units/result.ts';
import type { CliFailure } from '../sayFailure.ts';

const shortId = 8;

/** By its identifier, by the beginning of one, or by its name in any language and spelling. */
export function planMeant(plans: readonly PlanSummary[], asked: string): Result<string, CliFailure> {
  const names = (name: Text): readonly string[] =>
    typeof name === 'string' ? [name] : Object.values(name).filter((text) => text !== undefined);
  const wanted = foldText(asked);
  const found = plans.filter(
    ({ plan, name }) =>
      (asked.length >= 4 && plan.startsWith(asked.toLowerCase())) ||
      names(name).some((text) => foldText(text) === wanted),
  );
  const [first, second] = found;
  if (first === undefined)
    return failed({ code: 'keptPlanMissing', params: { plan: asked, command: 'saff library list' } });
  if (second === undefined) return ok(first.plan);
  const identifiers = found.map(({ plan }) => plan.slice(0, shortId)).join(', ');
  return failed({ code: 'keptPlanAmbiguous', params: { plan: asked, found: identifiers } });
}
