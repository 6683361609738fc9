// Whether a study is of another content than the plan has by now: scenarios, notes and reviews beside it change nothing that it says.
import type { Plan } from '../../core/plan/schema/plan.ts';

/** The plan that was asked about. */
export interface StudiedPlan {
  readonly plan: Plan;
  readonly planHash: string;
}

const beside: ReadonlySet<string> = new Set(['scenarios', 'reviews', 'notes', 'name', 'description']);

/** Parts that no edit touched are the same objects; a plan that was read anew is known by its hash. */
export function isStudyOld(studied: StudiedPlan, now: { plan: Plan; planHash: string | null }): boolean {
  if (studied.planHash === now.planHash) return false;
  const before: Readonly<Record<string, unknown>> = studied.plan;
  const after: Readonly<Record<string, unknown>> = now.plan;
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].some((field) => !beside.has(field) && before[field] !== after[field]);
}
