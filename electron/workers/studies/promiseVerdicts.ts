// What the simulation says of each promise of a changed plan.
import { sampleOf } from '../../../core/compare/index.ts';
import { type VerdictOfPromise, verdictAgainst } from '../../../core/measures/verdict.ts';
import { amount } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { measureColumns } from '../../../core/simulation/collect/measureParts.ts';
import type { CountedRun, StudyTools } from '../studyTable.ts';

export async function promiseVerdicts(
  plan: Plan,
  run: CountedRun,
  tools: StudyTools,
): Promise<VerdictOfPromise[]> {
  const model = tools.compiled(plan);
  const counted = await tools.measure(model, run);
  return measureColumns(model)
    .filter(({ scope }) => scope === 'promises')
    .map((column) => {
      const { value, halfWidth } = sampleOf(column, counted);
      const attained = { value, halfWidth };
      const share = plan.promises.find(({ id }) => id === column.id)?.shareToAttain ?? 0;
      return { promise: column.id, attained, verdict: verdictAgainst(attained, amount(share), 'atLeast') };
    });
}
